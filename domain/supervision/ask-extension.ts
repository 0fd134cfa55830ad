import type { Instant, LocalDate } from '../plan/types.ts';
import { refusal, type Refusal } from '../refusals.ts';
import { cutWords } from './cut-words.ts';
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
}

const WORDS_KEPT = 200;

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
    words: cutWords(reading.words, WORDS_KEPT),
    progress: part.progress,
    signOff: terms.signOff,
    ...(terms.noSigner ? { noSigner: true } : {}),
    extension: {
      newDueOn,
      reason: cutWords(reading.reason.trim(), WORDS_KEPT),
      dueOn,
      expiresAt: terms.expiresAt as Instant,
      workingDaysBefore: terms.workingDaysBefore,
      guards: guardsOf(part, terms),
      openOfUnit: terms.otherOpen + 1,
      level: levelOf(newDueOn, dueOn, terms),
      decideBy: terms.decideBy,
    },
  };
  const next = replacePart(state, part.id, (p) => ({ ...p, request, extensionAsks: (p.extensionAsks ?? 0) + 1 }));
  const { extension, signOff, noSigner, progress } = request;
  return {
    state: record(
      next,
      reply,
      now,
      'extensionAsked',
      { requestId: request.id, words: reading.words, progress, signOff, noSigner: noSigner ?? false, ...extension },
      [],
    ),
    summary: `已申请延期至${dayWords(newDueOn)},${signOff === 'waiting' ? '待单位分管负责同志审签' : '待批复'}`,
  };
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
