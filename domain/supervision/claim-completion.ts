import type { Instant } from '../plan/types.ts';
import { lastWordsOf } from './kept-words.ts';
import { afterReport } from './figures.ts';
import { fileDuties } from './file-duties.ts';
import { fileReport } from './file-report.ts';
import { claimRequest, withoutRequest } from './part-request.ts';
import type { Reading } from './reading.ts';
import { record, type Reply } from './record-reply.ts';
import { replacePart } from './settle.ts';
import type { Part, SupervisedState } from './types.ts';

const asReport = (words: string): Extract<Reading, { kind: 'report' }> => ({
  kind: 'report',
  words,
  progress: null,
  expectedOn: null,
  blocker: null,
  done: false,
});

/** 申请办结: files all that is owed, and waits for the unit's sign-off where one is needed, then for the office. */
export function claimCompletion(
  state: SupervisedState,
  part: Part,
  reply: Reply,
  reading: Extract<Reading, { kind: 'claim-completion' }>,
  now: Instant,
): { state: SupervisedState; summary: string } {
  // What comes back is never completed: the words are the period's report.
  if (part.recurs) return fileReport(state, part, reply, asReport(reading.words), now);
  if (part.completion === 'claimed')
    return {
      state: record(state, reply, now, 'claimRepeated', { words: reading.words }, []),
      summary: `办结申请此前已收到,${part.request?.signOff === 'waiting' ? '待单位分管负责同志审签' : '待办公室验收'}。`,
    };
  const { figures = [], saidOn = reply.receivedAt.slice(0, 10) } = reading;
  const filed = fileDuties(state, part.id, ['receipt', 'report', 'completion'], reply.receivedAt, '已申请办结');
  // An extension that is still open is not needed any more.
  const request = claimRequest(part, reply, reading);
  const next = replacePart(filed.state, part.id, (p) => ({
    ...withoutRequest(p),
    ...(request ? { request } : {}),
    receiptAt: p.receiptAt ?? reply.receivedAt,
    completion: 'claimed',
    claimedBy: reply.actor.id,
    completionAt: reply.receivedAt,
    progress: 100,
    lastWords: lastWordsOf(reading.words) || p.lastWords,
    lastReportAt: reply.receivedAt,
    returnedWith: null,
    recovering: p.recovering || filed.wasRed,
    ...(figures.length > 0 ? { figures: afterReport(p.figures, figures, saidOn) } : {}),
  }));
  return {
    state: record(
      next,
      reply,
      now,
      'completionClaimed',
      {
        words: reading.words,
        before: part.progress,
        late: filed.late,
        ...(figures.length > 0 ? { figures } : {}),
        ...(part.request?.extension ? { supersedes: part.request.id } : {}),
        ...(request ? { requestId: request.id, ...reading.signOff } : {}),
      },
      filed.settled,
    ),
    summary: request ? '已申请办结,待单位分管负责同志审签' : '已申请办结,待办公室验收',
  };
}
