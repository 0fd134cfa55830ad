import type { Instant } from '../plan/types.ts';
import { refusal, type Refusal } from '../refusals.ts';
import { slotPart } from './group-slots.ts';
import { dayWords } from './day-words.ts';
import { recordAct, type ActBy, type Acted, type OfficeAct } from './office-act.ts';
import { replacePart } from './settle.ts';
import type { Duty, SupervisedState } from './types.ts';
import { partOf } from './part-of.ts';

/** 催办: one message now, by a person's word, at most once in some working days (policy "Budget"). */
export function nudgePart(
  state: SupervisedState,
  act: Extract<OfficeAct, { kind: 'nudge' }>,
  by: ActBy,
  now: Instant,
): Acted | { refused: Refusal } {
  const found = partOf(state, act.partId);
  if ('refused' in found) return found;
  const { part } = found;
  if (state.paused) return { refused: refusal('TASK_PAUSED', { until: dayWords(state.paused.until) }) };
  if (part.nudgeAllowedFrom && now < part.nudgeAllowedFrom) {
    return { refused: refusal('NUDGE_TOO_SOON', { days: 3, until: part.nudgeAllowedFrom }) };
  }
  const open = part.duties
    .filter(({ filedAt }) => filedAt === undefined)
    .reduce<Duty | null>((first, duty) => (first === null || duty.dueAt < first.dueAt ? duty : first), null);
  if (!open || part.completion === 'accepted') return { refused: refusal('NOTHING_OPEN') };
  const n = (part.nudges ?? 0) + 1;
  const next = replacePart(state, part.id, (p) => ({ ...p, nudges: n, nudgeAllowedFrom: act.earliestNext }));
  const slot = {
    at: now,
    duty: open.kind,
    cycle: open.cycle,
    rung: `nudge-${n}` as const,
    audience: 'liaison' as const,
    rule: 'nudge',
    dueOn: open.dueOn,
    dueAt: open.dueAt,
    parts: [slotPart(part.id, part.deadlineSeq)],
  };
  return {
    state: recordAct(
      { ...next, slots: [slot, ...next.slots] },
      by,
      now,
      'nudged',
      { partId: part.id, duty: open.kind, cycle: open.cycle, n },
      [],
    ),
    summary: '已催办',
  };
}
