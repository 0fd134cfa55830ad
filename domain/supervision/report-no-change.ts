import type { Instant } from '../plan/types.ts';
import { refusal, type Refusal } from '../refusals.ts';
import { cutWords } from './cut-words.ts';
import { fileDuties } from './file-duties.ts';
import { MIN_REASON } from './office-act.ts';
import { record, type Reply } from './record-reply.ts';
import { replacePart } from './settle.ts';
import type { Part, SupervisedState } from './types.ts';

/** 较上次无变化. Without `limit` (before it was kept) it always passes. */
export interface NoChangeReading {
  kind: 'no-change';
  /** Item of a linked task of another plan that this repeats. */
  sharedFrom?: string;
  /** Known where the policy and the plan's targets are. */
  limit?: {
    /** Periods in a row for which it passes without a word (policy "Vague, no change"). */
    runsAccepted: number;
    /** The one question that is asked after that; null: from the last report. */
    question: string | null;
  };
  /** Why nothing changed, said because it was asked. */
  reason?: string;
}

const WORDS_IN_QUESTION = 40;

/** Files the period as unchanged; after the accepted runs only with a reason. A run is a period, not a press. */
export function reportNoChange(
  state: SupervisedState,
  part: Part,
  reply: Reply,
  reading: NoChangeReading,
  now: Instant,
): { state: SupervisedState; summary: string } | { refused: Refusal } {
  const { limit, reason = null } = reading;
  const filed = fileDuties(state, part.id, ['receipt', 'report'], reply.receivedAt, '已报送');
  const filesPeriod = filed.filed.some((duty) => duty.startsWith('report/'));
  if (limit) {
    const refused = refuse(part, limit, reason, filesPeriod);
    if (refused) return { refused };
  }
  const next = replacePart(filed.state, part.id, (p) => ({
    ...p,
    receiptAt: p.receiptAt ?? reply.receivedAt,
    lastReportAt: reply.receivedAt,
    noChangeRun: (p.noChangeRun ?? 0) + (limit && !filesPeriod ? 0 : 1),
    recovering: p.recovering || filed.wasRed,
  }));
  const body = { filed: filed.filed, late: filed.late, ...(reason === null ? {} : { reason }) };
  return {
    state: record(next, reply, now, 'noChangeReported', body, filed.settled),
    summary: `已登记:较上次无变化${reason === null ? '' : ',理由一并留存'}`,
  };
}

function refuse(
  part: Part,
  { runsAccepted, question }: NonNullable<NoChangeReading['limit']>,
  reason: string | null,
  filesPeriod: boolean,
): Refusal | null {
  if (part.completion === 'claimed') return refusal('NO_CHANGE_CLAIMED');
  if (part.progress === null && part.lastWords === null) return refusal('NO_CHANGE_FIRST');
  if (reason !== null) return reason.trim().length < MIN_REASON ? refusal('REASON_REQUIRED') : null;
  const runs = part.noChangeRun ?? 0;
  if (!filesPeriod || runs < runsAccepted) return null;
  return refusal('NO_CHANGE_ASKED', { runs, question: question ?? questionOf(part) });
}

/** One specific question from the last report. */
function questionOf({ progress, lastWords, blocker }: Part): string {
  if (blocker) return `“${cutWords(blocker, WORDS_IN_QUESTION)}”现解决到哪一步?`;
  if (progress !== null) return `目前完成百分之几(上次登记${progress}%)?`;
  return `“${cutWords(lastWords ?? '', WORDS_IN_QUESTION)}”之后完成了哪一项?`;
}
