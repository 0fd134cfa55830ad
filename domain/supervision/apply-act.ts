import { assertNever } from '../assert-never.ts';
import type { Instant, UnitRelation } from '../plan/types.ts';
import { refusal, type Refusal } from '../refusals.ts';
import { cutWords } from './cut-words.ts';
import { newPart, type PartSeed } from './new-part.ts';
import { withEvent, withSeen } from './pending.ts';
import { clearAll, replacePart, settleSlots } from './settle.ts';
import type { Actor, Duty, Part, PartRole, SettledRungs, SupervisedState } from './types.ts';

export type OfficeAct =
  | { kind: 'accept'; partId: string | null }
  | { kind: 'return'; partId: string; reason: string }
  | { kind: 'nudge'; partId: string; earliestNext: Instant }
  | { kind: 'assign'; parts: { id: string; unitId: string; role: PartRole; relation: UnitRelation }[] }
  | { kind: 'opt-in' }
  | { kind: 'cancel'; reason: string };

export interface ActBy {
  actId: string;
  actor: Actor;
  via: string;
  /** Parts of units that the actor belongs to: nobody accepts what they filed (policy "Sign-off"). */
  ownPartIds: string[];
}

export interface Acted {
  state: SupervisedState;
  summary: string;
}

const MIN_REASON = 5;

/** What one act of the office does to a state; a refusal leaves it as it was. */
export function applyAct(
  state: SupervisedState,
  act: OfficeAct,
  by: ActBy,
  now: Instant,
): Acted | { refused: Refusal } {
  if (state.seenItems.includes(by.actId)) return { state, summary: '此前已办理。' };
  if (state.status === 'closed' || state.status === 'cancelled') {
    return { refused: refusal('TASK_CLOSED', { status: state.status === 'closed' ? '办结' : '取消' }) };
  }
  const seen = withSeen(state, by.actId);
  switch (act.kind) {
    case 'accept':
      return act.partId === null ? acceptTask(seen, by, now) : acceptPart(seen, act.partId, by, now);
    case 'return':
      return returnPart(seen, act.partId, act.reason, by, now);
    case 'nudge':
      return nudge(seen, act, by, now);
    case 'assign': {
      const parts = act.parts.reduce(withAssigned, seen.parts);
      if (parts.length === seen.parts.length) return { state: seen, summary: '该单位此前已指定。' };
      const next = { ...seen, parts, scheduleSeq: seen.scheduleSeq + 1 };
      return { state: record(next, by, now, 'unitsAssigned', { parts: act.parts }, []), summary: '已指定承办单位' };
    }
    case 'opt-in':
      return {
        state: record({ ...seen, optional: false, scheduleSeq: seen.scheduleSeq + 1 }, by, now, 'optedIn', {}, []),
        summary: '已列入选做事项',
      };
    case 'cancel': {
      if (act.reason.trim().length < MIN_REASON) return { refused: refusal('REASON_REQUIRED') };
      const cleared = clearAll(seen, '任务取消');
      return {
        state: record(
          { ...cleared.state, status: 'cancelled' },
          by,
          now,
          'taskCancelled',
          { reason: act.reason },
          cleared.settled,
        ),
        summary: '任务已取消',
      };
    }
    default:
      return assertNever(act);
  }
}

/** The whole task: its lead's claim is accepted, and what is left of the other parts ends with it. */
function acceptTask(state: SupervisedState, by: ActBy, now: Instant): Acted | { refused: Refusal } {
  const leads = state.parts.filter(({ role }) => role === 'lead');
  const claimed = (leads.length > 0 ? leads : state.parts).filter(({ completion }) => completion === 'claimed');
  const first = claimed[0];
  if (!first) return { refused: refusal('NOTHING_CLAIMED') };
  // The other claims end with the lead's: one of the actor's own among them would be accepted by its author.
  if (state.parts.some((part) => part.completion === 'claimed' && isOwn(part, by)))
    return { refused: refusal('SELF_ACCEPT') };
  const cleared = clearAll(state, '任务已验收办结');
  const parts = cleared.state.parts.map((part) => ({ ...part, completion: 'accepted' as const }));
  return {
    state: record(
      { ...cleared.state, parts, status: 'closed' },
      by,
      now,
      'taskAccepted',
      { parts: parts.map(({ id }) => id), claimedBy: first.claimedBy },
      cleared.settled,
    ),
    summary: '任务已验收办结',
  };
}

function acceptPart(state: SupervisedState, partId: string, by: ActBy, now: Instant): Acted | { refused: Refusal } {
  const part = state.parts.find(({ id }) => id === partId);
  if (!part) return { refused: refusal('PART_UNKNOWN', { unit: partId }) };
  if (part.completion !== 'claimed') return { refused: refusal('NOTHING_CLAIMED') };
  if (isOwn(part, by)) return { refused: refusal('SELF_ACCEPT') };
  const cleared = settleSlots(state, { partId }, 'withdrawn', '已验收办结');
  const accepted = replacePart(cleared.state, partId, (p) => ({ ...p, completion: 'accepted' }));
  const all = accepted.parts.every(({ completion }) => completion === 'accepted');
  return {
    state: record(
      all ? { ...accepted, status: 'closed' } : accepted,
      by,
      now,
      'completionAccepted',
      { partId, claimedBy: part.claimedBy, closes: all },
      [cleared.settled],
    ),
    summary: all ? '任务已验收办结' : '已验收',
  };
}

/** Returned with what is missing: the completion is owed again, by its old date. */
function returnPart(
  state: SupervisedState,
  partId: string,
  reason: string,
  by: ActBy,
  now: Instant,
): Acted | { refused: Refusal } {
  const part = state.parts.find(({ id }) => id === partId);
  if (!part) return { refused: refusal('PART_UNKNOWN', { unit: partId }) };
  if (part.completion !== 'claimed') return { refused: refusal('NOTHING_CLAIMED') };
  if (isOwn(part, by)) return { refused: refusal('SELF_ACCEPT') };
  if (reason.trim().length < MIN_REASON) return { refused: refusal('REASON_REQUIRED') };
  const next = replacePart(state, partId, (p) => ({
    ...p,
    completion: 'returned',
    claimedBy: null,
    completionAt: null,
    returnedWith: cutWords(reason, 200),
    // A new sequence for the completion: the rungs that were withdrawn with the claim belong to the old one.
    deadlineSeq: p.deadlineSeq + 1,
    duties: p.duties.filter(({ kind }) => kind !== 'completion'),
  }));
  return {
    state: record(
      { ...next, scheduleSeq: next.scheduleSeq + 1 },
      by,
      now,
      'completionReturned',
      { partId, reason },
      [],
    ),
    summary: '已退回补充',
  };
}

/** 催办: one message now, by a person's word, at most once in some working days (policy "Budget"). */
function nudge(
  state: SupervisedState,
  act: Extract<OfficeAct, { kind: 'nudge' }>,
  by: ActBy,
  now: Instant,
): Acted | { refused: Refusal } {
  const part = state.parts.find(({ id }) => id === act.partId);
  if (!part) return { refused: refusal('PART_UNKNOWN', { unit: act.partId }) };
  if (part.nudgeAllowedFrom !== null && now < part.nudgeAllowedFrom) {
    return { refused: refusal('NUDGE_TOO_SOON', { days: 3, until: part.nudgeAllowedFrom }) };
  }
  const open = part.duties
    .filter(({ filedAt }) => filedAt === undefined)
    .reduce<Duty | null>((first, duty) => (first === null || duty.dueAt < first.dueAt ? duty : first), null);
  if (!open || part.completion === 'accepted') return { refused: refusal('NOTHING_OPEN') };
  const n = part.nudges + 1;
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
    parts: [{ id: part.id, seq: part.deadlineSeq }],
  };
  return {
    state: record(
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

/** Once a unit. Two assignments made from one view of the task bring the same id: the second takes the next free one. */
function withAssigned(parts: Part[], seed: PartSeed): Part[] {
  if (parts.some(({ unitId }) => unitId === seed.unitId)) return parts;
  let { id } = seed;
  for (let n = parts.length + 1; parts.some((part) => part.id === id); n += 1) id = `p${n}`;
  return [...parts, newPart({ ...seed, id })];
}

const isOwn = (part: Part, by: ActBy): boolean => by.ownPartIds.includes(part.id) || part.claimedBy === by.actor.id;

function record(
  state: SupervisedState,
  by: ActBy,
  now: Instant,
  kind: string,
  body: Record<string, unknown>,
  settled: SettledRungs[],
): SupervisedState {
  return withEvent(state, {
    kind,
    actor: by.actor,
    via: by.via,
    at: now,
    body,
    ...(settled.length > 0 ? { settled } : {}),
  });
}
