import type { Instant, LocalDate } from '../plan/types.ts';
import { afterReport, type SaidFigure } from './figures.ts';
import { lastWordsOf } from './kept-words.ts';
import { record, type Reply } from './record-reply.ts';
import { replacePart } from './settle.ts';
import type { Part, SupervisedState } from './types.ts';

/** 更正 of the report that stands: what it doesn't say stays as it was said. */
export interface CorrectionReading {
  kind: 'correction';
  words: string;
  progress: number | null;
  expectedOn: LocalDate | null;
  blocker: string | null;
  done: boolean;
  figures?: SaidFigure[];
  saidOn?: LocalDate;
}

/** A correction takes the place of a report; without one on record, or after it was taken back, it is the report. */
export const hasReport = (part: { lastReportAt: Instant | null; takenBackAt?: Instant | undefined }): boolean =>
  part.lastReportAt !== null && part.takenBackAt === undefined;

/**
 * A new version of the standing report. It files no duty and counts in no run: late stays judged by the first
 * receipt, and a period that opened since is still owed. The Event names whose report it corrects.
 */
export function correctReport(
  state: SupervisedState,
  part: Part,
  reply: Reply,
  reading: CorrectionReading,
  now: Instant,
): { state: SupervisedState; summary: string } {
  const { standing } = part;
  const version = (standing?.version ?? 1) + 1;
  const { figures: said = [], saidOn = reply.receivedAt.slice(0, 10) } = reading;
  const quantified = reading.progress !== null || reading.done || said.length > 0;
  const progress = reading.progress ?? (reading.done ? 100 : part.progress);
  const next = replacePart(state, part.id, (p) => ({
    ...p,
    progress,
    lastWords: lastWordsOf(reading.words) || p.lastWords,
    expectedOn: reading.expectedOn ?? p.expectedOn,
    blocker: reading.blocker ?? p.blocker,
    ...(reading.blocker !== null && !p.blocker ? { blockerSince: reply.receivedAt } : {}),
    unquantifiedRun: quantified ? 0 : p.unquantifiedRun,
    noChangeRun: 0,
    ...(said.length > 0 ? { figures: afterReport(p.figures, said, saidOn) } : {}),
    standing: { by: reply.actor.id, byName: reply.actor.name, version },
  }));
  const byOther = standing !== undefined && standing.by !== reply.actor.id;
  const owed = part.duties.some(
    ({ kind, filedAt, openFrom }) => kind === 'report' && filedAt === undefined && openFrom <= reply.receivedAt,
  );
  const body = {
    version,
    corrects: part.lastItemId,
    ...(byOther ? { originalBy: standing.by, originalByName: standing.byName } : {}),
    before: part.progress,
    after: progress,
    wordsBefore: part.lastWords,
    words: reading.words,
    expectedOn: reading.expectedOn,
    blocker: reading.blocker,
    ...(said.length > 0 ? { figures: said } : {}),
  };
  const change = progress !== part.progress ? `,进度${part.progress ?? 0}%→${progress ?? 0}%` : '';
  return {
    state: record(next, reply, now, 'reportCorrected', body, []),
    summary: `已更正(第${version}版)${change}${byOther ? `,原由${standing.byName}报送` : ''}${owed ? ',本期进展仍待报送' : ''}`,
  };
}
