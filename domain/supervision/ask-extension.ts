import type { Instant, LocalDate } from '../plan/types.ts';
import { refusal, type Refusal } from '../refusals.ts';
import { afterReport, type SaidFigure } from './figures.ts';
import { keptWords, lastWordsOf } from './kept-words.ts';
import { fileDuties, type Filed } from './file-duties.ts';
import { dayWords } from './day-words.ts';
import { dateRefusal, levelOf, type ExtensionTerms } from './extension-rules.ts';
import { MIN_REASON } from './office-act.ts';
import type { Guard, PartRequest } from './part-request.ts';
import { record, type Reply } from './record-reply.ts';
import { replacePart } from './settle.ts';
import type { Part, SupervisedState } from './types.ts';

/** 申请延期: a new date and a reason. `terms`: reckoned where the calendar is, by the instant of receipt. */
export interface AskExtension {
  kind: 'ask-extension';
  newDueOn: LocalDate;
  reason: string;
  words: string;
  terms: ExtensionTerms;
  /** How far the work is, where the same words say so: it counts as a report. */
  progress?: number;
  blocker?: string | null;
  figures?: SaidFigure[];
  saidOn?: LocalDate;
}

/** Puts a request on record, or says by which rule it can't be made (policy "Extension"). */
export function askExtension(
  state: SupervisedState,
  part: Part,
  reply: Reply,
  reading: AskExtension,
  now: Instant,
): { state: SupervisedState; summary: string } | { refused: Refusal } {
  const { terms, newDueOn } = reading;
  const refused = refuse(state, part, reply, reading);
  if (refused) return { refused };
  const dueOn = terms.dueOn as LocalDate;
  const request: PartRequest = {
    id: reply.itemId,
    kind: 'extension',
    by: reply.actor.id,
    byName: reply.actor.name,
    filedAt: reply.receivedAt,
    words: keptWords(reading.words),
    progress: reading.progress ?? part.progress,
    signOff: terms.signOff,
    ...(terms.noSigner ? { noSigner: true } : {}),
    extension: {
      newDueOn,
      reason: keptWords(reading.reason.trim()),
      dueOn,
      expiresAt: terms.expiresAt as Instant,
      workingDaysBefore: terms.workingDaysBefore,
      guards: guardsOf(part, terms),
      openOfUnit: terms.otherOpen + 1,
      level: levelOf(newDueOn, dueOn, terms),
      decideBy: terms.decideBy,
    },
  };
  const reported = withProgress(state, part, reply, reading);
  const next = replacePart(reported.state, part.id, (p) => ({
    ...p,
    request,
    extensionAsks: (p.extensionAsks ?? 0) + 1,
  }));
  const { extension, signOff, noSigner, progress } = request;
  return {
    state: record(
      next,
      reply,
      now,
      'extensionAsked',
      {
        requestId: request.id,
        words: reading.words,
        progress,
        signOff,
        noSigner: noSigner ?? false,
        ...extension,
        ...(reported.filed.length === 0 && reading.progress === undefined
          ? {}
          : { before: part.progress, after: progress, filed: reported.filed }),
        ...(reading.figures ? { figures: reading.figures } : {}),
      },
      reported.settled,
    ),
    summary: `已申请延期至${dayWords(newDueOn)},${signOff === 'waiting' ? '待单位分管负责同志审签' : '待批复'}`,
  };
}

/** Nobody is asked for what the same words have said: progress beside a request files the report that is open. */
function withProgress(
  state: SupervisedState,
  part: Part,
  { receivedAt, itemId }: Reply,
  { progress, blocker = null, words, figures = [], saidOn = receivedAt.slice(0, 10) }: AskExtension,
): Pick<Filed, 'state' | 'settled' | 'filed'> {
  if (progress === undefined && figures.length === 0) return { state, settled: [], filed: [] };
  const filed = fileDuties(state, part.id, ['receipt', 'report'], receivedAt, '已报送');
  const next = replacePart(filed.state, part.id, (p) => ({
    ...p,
    receiptAt: p.receiptAt ?? receivedAt,
    progress: progress ?? p.progress,
    ...(figures.length > 0 ? { figures: afterReport(p.figures, figures, saidOn) } : {}),
    lastWords: lastWordsOf(words),
    lastReportAt: receivedAt,
    lastReceivedAt: receivedAt,
    lastItemId: itemId,
    blocker: blocker ?? p.blocker,
    unquantifiedRun: 0,
    noChangeRun: 0,
    recovering: filed.wasRed,
  }));
  return { ...filed, state: next };
}

function refuse(
  state: SupervisedState,
  part: Part,
  { receivedAt }: Reply,
  { terms, newDueOn, reason }: AskExtension,
): Refusal | null {
  const refused = notExtendable(state, part, receivedAt, terms);
  if (refused || terms.dueOn === null) return refused ?? refusal('EXTENSION_NO_DUE');
  if (reason.trim().length < MIN_REASON) return refusal('REASON_REQUIRED');
  return dateRefusal(newDueOn, terms.dueOn, terms);
}

/** Why no extension is possible, whatever the date; null: one is. */
export function notExtendable(
  state: Pick<SupervisedState, 'kind' | 'paused'>,
  part: Part,
  receivedAt: Instant,
  terms: ExtensionTerms,
): Refusal | null {
  const { dueOn, expiresAt, perTask } = terms;
  if (part.completion === 'claimed') return refusal('EXTENSION_CLAIMED');
  if (part.request?.kind === 'extension') return refusal('EXTENSION_OPEN');
  if (state.paused) return refusal('TASK_PAUSED', { until: dayWords(state.paused.until) });
  // A phase's own duty ends with its phase, which only an amendment moves.
  if (state.kind === 'phase' || dueOn === null || expiresAt === null) return refusal('EXTENSION_NO_DUE');
  if (terms.isSetOutside) return refusal('EXTENSION_FIXED', { due: dayWords(dueOn) });
  if ((part.extensions ?? 0) >= perTask) return refusal('EXTENSION_ONCE', { count: perTask });
  return receivedAt > expiresAt ? refusal('EXTENSION_EXPIRED', { due: dayWords(dueOn) }) : null;
}

function guardsOf(part: Part, { isLastMinute, otherOpen, manyFrom }: ExtensionTerms): Guard[] {
  return [
    ...(isLastMinute ? (['last-minute'] as const) : []),
    ...((part.extensionAsks ?? 0) > 0 ? (['repeated'] as const) : []),
    ...(otherOpen + 1 >= manyFrom ? (['many-at-once'] as const) : []),
  ];
}
