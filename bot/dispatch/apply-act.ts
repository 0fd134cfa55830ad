import { assertNever } from '../../domain/assert-never.ts';
import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import type { ButtonAct, LineRef } from '../../domain/chat/message.ts';
import type { Reading } from '../../domain/supervision/reading.ts';
import { answerMessage } from '../../domain/chat/answer-message.ts';
import { isWordless } from '../../domain/supervision/dispute-duty.ts';
import { findPart, isWithdrawn, partsOfPersonIn, titleOf } from '../directory/person-parts.ts';
import type { PressedButton } from './apply-button.ts';
import { applyItems } from './apply-items.ts';
import { isAnswered } from './close-answered.ts';
import { noChangeReading, offerAnswers } from './no-change.ts';
import { officeEffect, officeKind } from './office-effect.ts';
import { recordedDecision } from './recorded-decision.ts';
import { refuseRow } from './refuse-row.ts';
import { decision, type Decision, type RowContext } from './types.ts';

export type RecordingAct = Extract<
  ButtonAct,
  {
    kind:
      | 'receipt'
      | 'no-change'
      | 'claim-completion'
      | 'coordination'
      | 'dispute'
      | 'change-contact'
      | 'no-change-all'
      | 'receipt-all';
  }
>;

/** Buttons that record something at once. */
export async function applyAct(context: RowContext, pressed: PressedButton, act: RecordingAct): Promise<Decision> {
  const talk = await context.talk(pressed.delivery.planId);
  const { answers } = catalogueFor(talk.locale);
  const lines: LineRef[] = 'lines' in act ? act.lines : [act];
  const parts = await partsOfPersonIn(context.deps.prisma, context.person.id, lines, context.row.planAt);
  const mine = lines.flatMap((line) => {
    const part = findPart(parts, line);
    return part ? [{ line, part }] : [];
  });
  if (mine.length === 0)
    return refuseRow(context, {
      code: 'NOT_YOURS',
      sentence: answers.handedOver,
      planId: pressed.delivery.planId,
      about: { act },
    });
  // 全部 means what is still open: a line that was answered in words meanwhile stays as it was answered.
  const begun =
    'lines' in act ? await context.deps.prisma.inboxItem.findMany({ where: { inboxId: context.row.id } }) : [];
  const isBegun = (line: LineRef): boolean =>
    begun.some(({ entityId, partId }) => entityId === line.entityId && partId === line.partId);
  // What was taken away has no duty that could be answered; what is said of it is kept all the same.
  const counts = ({ line, part }: (typeof mine)[number]): boolean =>
    isBegun(line) || isWithdrawn(part) || !isAnswered(part.part, line);
  const open = 'lines' in act ? mine.filter(counts) : mine;
  if (open.length === 0)
    return refuseRow(context, {
      code: 'CARD_CLOSED',
      details: { result: answers.cardDone },
      planId: pressed.delivery.planId,
      onRecord: false,
    });
  const reading = readingOf(act, context.row.text ?? '');
  // Nothing that the office could decide on yet: the words that follow make the dispute.
  if (isWordless(reading) && !open.some(({ part }) => isWithdrawn(part)))
    return decision('answered', pressed.delivery.planId, {
      messages: [{ message: { ...answerMessage('note', [answers.disputeWords], talk), asksReply: true } }],
    });
  const applied = await applyItems(
    context,
    await Promise.all(
      open.map(async ({ part }) => ({
        entityId: part.entityId,
        partId: part.part.id,
        planId: part.planId,
        reading: reading.kind === 'no-change' ? await noChangeReading(context, part) : reading,
      })),
    ),
    { inboxId: context.row.id, idPrefix: context.row.id, receivedAt: context.row.planAt },
  );
  const named = applied.map((item, index) => ({
    ...item,
    no: open[index]?.part.no ?? null,
    title: open[index] ? titleOf(open[index].part) : '',
  }));
  const [stood] = applied;
  const decided = await recordedDecision(context, named, stood?.kept ? [] : extraSentences(act.kind, answers));
  await offerAnswers(context, decided, applied);
  // 更换联络员: who it is to be comes in words.
  const [told] = decided.messages;
  if (told && act.kind === 'change-contact' && decided.outcome === 'recorded' && !stood?.kept)
    decided.messages = [{ ...told, message: { ...told.message, asksReply: true } }, ...decided.messages.slice(1)];
  const [first] = open;
  const kind = officeKind(act.kind);
  if (decided.outcome === 'recorded') {
    decided.used.push(pressed.id);
    if (kind && first && !stood?.kept)
      decided.effects.push(officeEffect(context, kind, first.part, context.row.text || readingWords(act.kind)));
    // A list of tasks to sign for one by one stays open for the others.
    if (pressed.delivery.klass === 'answer' && act.kind !== 'receipt')
      decided.closes.push({ deliveryId: pressed.deliveryId, closedWith: answers.cardDone });
  }
  return decided;
}

/** A button may bring words of its own (a modal's note). */
function readingOf(act: RecordingAct, words: string): Reading {
  switch (act.kind) {
    case 'receipt':
    case 'receipt-all':
      return { kind: 'receipt' };
    case 'no-change':
    case 'no-change-all':
      return { kind: 'no-change' };
    case 'claim-completion':
      return { kind: 'claim-completion', words };
    case 'coordination':
      return { kind: 'coordination', words: words || readingWords(act.kind) };
    case 'dispute':
      return { kind: 'dispute', reason: words };
    case 'change-contact':
      return { kind: 'kept-words', words: readingWords(act.kind) };
    default:
      return assertNever(act);
  }
}

function readingWords(kind: RecordingAct['kind']): string {
  if (kind === 'change-contact') return '请求更换联络员';
  return kind === 'dispute' ? '职责有异议' : '提请协调';
}

function extraSentences(kind: RecordingAct['kind'], answers: ReturnType<typeof catalogueFor>['answers']): string[] {
  return kind === 'change-contact' ? [answers.contactWords] : [];
}
