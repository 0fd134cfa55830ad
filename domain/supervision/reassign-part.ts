import type { Instant } from '../plan/types.ts';
import { refusal, type Refusal } from '../refusals.ts';
import { heldBy, joined, leavePart, takenOver } from './move-part.ts';
import { MIN_REASON, recordAct, type ActBy, type Acted, type OfficeAct } from './office-act.ts';
import type { Part, SupervisedState } from './types.ts';
import { partOf } from './part-of.ts';

type Reassign = Extract<OfficeAct, { kind: 'reassign' }>;

/**
 * 改派: another unit answers for this part from now on. The old unit's rungs end, the new one is asked afresh and
 * signs anew; the history stays under the part that was. With `succession` (units that merge) claims go along, and a
 * part whose unit already has a share is taken into it; otherwise such a unit is refused.
 */
export function reassignPart(
  state: SupervisedState,
  act: Reassign,
  by: ActBy,
  now: Instant,
): Acted | { refused: Refusal } {
  const found = partOf(state, act.partId, act.fromUnit);
  if ('refused' in found) return found;
  const { part } = found;
  const into = heldBy(state, act.to.unitId, part);
  const refused = refuse(part, into, act);
  if (refused) return { refused };

  const decided = part.dispute ? recordAct(state, by, now, 'disputeDecided', decidedBody(part, act.reason), []) : state;
  const left = leavePart(decided, part, { to: act.to.unit, reason: act.reason }, now);
  const body = {
    partId: part.id,
    from: act.fromUnit,
    to: act.to.unit,
    role: part.role,
    reason: act.reason,
    before: { progress: part.progress, lastWords: part.lastWords, receiptAt: part.receiptAt },
  };
  if (into) {
    const merged = { ...joined(left.state, into, part), scheduleSeq: state.scheduleSeq + 1 };
    return {
      state: recordAct(merged, by, now, 'partMerged', { ...body, newPartId: into.id }, left.settled),
      summary: `已并入${act.to.unit}承办的部分`,
    };
  }
  const taken = takenOver(left.state, part, act.to, act.succession === true);
  const at = state.parts.indexOf(part);
  const parts = left.state.parts.toSpliced(at, 0, taken);
  return {
    state: recordAct(
      { ...left.state, parts, scheduleSeq: state.scheduleSeq + 1 },
      by,
      now,
      'partReassigned',
      { ...body, newPartId: taken.id },
      left.settled,
    ),
    summary: `已改由${act.to.unit}承办`,
  };
}

export const decidedBody = (part: Part, reason: string) => ({
  partId: part.id,
  uphold: true,
  reason,
  dispute: part.dispute ?? null,
});

function refuse(part: Part, into: Part | undefined, { to, fromUnit, reason, succession }: Reassign): Refusal | null {
  if (part.completion === 'accepted') return refusal('TASK_CLOSED', { status: '办结' });
  if (reason.trim().length < MIN_REASON) return refusal('REASON_REQUIRED');
  if (part.unitId === to.unitId || (into && !succession)) return refusal('PART_HELD', { unit: to.unit });
  // A claim awaits a decision of its own: it would be lost with the part.
  if (part.completion === 'claimed' && (!succession || into)) return refusal('PART_CLAIMED', { unit: fromUnit });
  return null;
}
