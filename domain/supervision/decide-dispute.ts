import type { Instant } from '../plan/types.ts';
import { refusal, type Refusal } from '../refusals.ts';
import { leavePart } from './move-part.ts';
import { MIN_REASON, recordAct, type ActBy, type Acted, type OfficeAct } from './office-act.ts';
import { decidedBody, reassignPart } from './reassign-part.ts';
import { replacePart } from './settle.ts';
import type { Part, SupervisedState } from './types.ts';
import { partOf } from './part-of.ts';

type Decide = Extract<OfficeAct, { kind: 'decide-dispute' }>;

/**
 * 核定职责异议. Upheld: the part goes to the unit that is named, or leaves with its own where others are left to do the
 * work. Not upheld: the unit keeps it, and what it owed stays owed by its old dates.
 */
export function decideDispute(
  state: SupervisedState,
  act: Decide,
  by: ActBy,
  now: Instant,
): Acted | { refused: Refusal } {
  const { partId, unit, reason } = act;
  const found = partOf(state, partId, unit);
  if ('refused' in found) return found;
  const { part } = found;
  if (!part.dispute) return { refused: refusal('NO_DISPUTE', { unit }) };
  if (reason.trim().length < MIN_REASON) return { refused: refusal('REASON_REQUIRED') };
  if (!act.uphold) {
    const next = replacePart(state, partId, (p) => {
      const settled: Part = { ...p };
      delete settled.dispute;
      return settled;
    });
    const body = { partId, uphold: false, reason, dispute: part.dispute };
    return { state: recordAct(next, by, now, 'disputeDecided', body, []), summary: '异议不成立,仍由该单位承办' };
  }
  if (act.to) return reassignPart(state, { kind: 'reassign', partId, to: act.to, fromUnit: unit, reason }, by, now);
  const others = state.parts.filter(({ id }) => id !== partId);
  // Somebody has to lead, and somebody has to do it.
  if (part.role === 'lead' || others.length === 0) return { refused: refusal('DISPUTE_NEEDS_UNIT', { unit }) };
  if (part.completion === 'claimed') return { refused: refusal('PART_CLAIMED', { unit }) };
  const left = leavePart(state, part, { to: null, reason }, now);
  const done = state.kind === 'task' && others.every(({ completion }) => completion === 'accepted');
  return {
    state: recordAct(
      { ...left.state, scheduleSeq: state.scheduleSeq + 1, ...(done ? { status: 'closed' as const } : {}) },
      by,
      now,
      'disputeDecided',
      decidedBody(part, reason),
      left.settled,
    ),
    summary: '异议成立,该单位不再承担',
  };
}
