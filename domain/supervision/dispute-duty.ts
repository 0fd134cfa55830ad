import type { Instant } from '../plan/types.ts';
import { cutWords } from './cut-words.ts';
import { MIN_REASON } from './office-act.ts';
import type { Reading } from './reading.ts';
import { record, type Reply } from './record-reply.ts';
import { replacePart } from './settle.ts';
import type { Part, SupervisedState } from './types.ts';

const REASON_KEPT = 200;

/** 职责有异议 without its reason (policy "Messages" 1): nothing that the office could decide on. */
export const isWordless = (reading: Reading): boolean =>
  reading.kind === 'dispute' && reading.reason.trim().length < MIN_REASON;

/** The unit says that the duty isn't its own: kept until the office decides, nothing is filed by it. A later reason takes the place of the first. */
export function disputeDuty(
  state: SupervisedState,
  part: Part,
  reply: Reply,
  reason: string,
  now: Instant,
): { state: SupervisedState; summary: string } {
  const dispute = { at: reply.receivedAt, by: reply.actor.name, reason: cutWords(reason.trim(), REASON_KEPT) };
  const next = replacePart(state, part.id, (p) => ({ ...p, dispute }));
  return {
    state: record(next, reply, now, 'dutyDisputed', { reason, again: part.dispute !== undefined }, []),
    summary: '已登记职责异议,待办公室核定',
  };
}
