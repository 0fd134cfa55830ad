import type { Instant } from '../plan/types.ts';
import { lastWordsOf } from './kept-words.ts';
import { afterReport, figuresText } from './figures.ts';
import { fileDuties } from './file-duties.ts';
import type { Reading } from './reading.ts';
import { record, type Reply } from './record-reply.ts';
import { replacePart } from './settle.ts';
import type { Part, SupervisedState } from './types.ts';

/** Told again, an issue stays as old as it is. */
export const blocked = (
  before: Part,
  blocker: string | null,
  receivedAt: Instant,
): Pick<Part, 'blocker' | 'blockerSince'> => ({
  blocker,
  blockerSince: blocker === null ? undefined : !before.blocker ? receivedAt : before.blockerSince,
});

/** 进展报送: files what is owed by when it was received, and puts its values in the place of the last report's. */
export function fileReport(
  state: SupervisedState,
  part: Part,
  reply: Reply,
  reading: Extract<Reading, { kind: 'report' }>,
  now: Instant,
): { state: SupervisedState; summary: string } {
  const filed = fileDuties(state, part.id, ['receipt', 'report'], reply.receivedAt, '已报送');
  const { figures: said = [], saidOn = reply.receivedAt.slice(0, 10) } = reading;
  // A plan or a summary has no figure to miss.
  const quantified = reading.progress !== null || reading.done || said.length > 0 || part.recurs !== undefined;
  const progress = reading.progress ?? (reading.done && !part.recurs ? 100 : part.progress);
  const next = replacePart(filed.state, part.id, (p) => ({
    ...p,
    receiptAt: p.receiptAt ?? reply.receivedAt,
    progress,
    lastWords: lastWordsOf(reading.words),
    lastReportAt: reply.receivedAt,
    expectedOn: reading.expectedOn ?? p.expectedOn,
    ...blocked(p, reading.blocker, reply.receivedAt),
    unquantifiedRun: quantified ? 0 : (p.unquantifiedRun ?? 0) + 1,
    noChangeRun: 0,
    recovering: filed.wasRed || (p.recovering && !quantified),
    ...(said.length > 0 ? { figures: afterReport(p.figures, said, saidOn) } : {}),
  }));
  const body = {
    before: part.progress,
    after: progress,
    expectedOn: reading.expectedOn,
    blocker: reading.blocker,
    filed: filed.filed,
    late: filed.late,
    words: reading.words,
    ...(said.length > 0 ? { figures: said } : {}),
  };
  const change = part.recurs
    ? '本期报送'
    : progress !== null && progress !== part.progress
      ? `进度${part.progress ?? 0}%→${progress}%`
      : reading.progress !== null || reading.done
        ? `进度${progress}%`
        : said.length > 0
          ? ''
          : '进展文字';
  const summary = [change, figuresText(said)].filter((one) => one !== '').join(',');
  return { state: record(next, reply, now, 'reportFiled', body, filed.settled), summary: `已登记:${summary}` };
}
