import { DateTime } from 'luxon';
import { catalogueFor } from '../../../domain/chat/catalogue/index.ts';
import { hasContent, type AskedBack } from '../../../domain/chat/reply-questions.ts';
import { readAnswer, type AnswerRead } from '../../../domain/chat/understand/read-answer.ts';
import type { OpenTask } from '../../../domain/chat/understand/types.ts';
import { findPart, isOpenPart, type PersonPart } from '../../directory/person-parts.ts';
import { answeredBy, parseProposalItems, type ProposalItem } from '../../proposals/items.ts';
import { editOf } from '../edited.ts';
import type { NamedTasks } from '../named-tasks.ts';
import { proposeWords } from '../propose-words.ts';
import { knownTasks } from '../reading/known-tasks.ts';
import { readAbout, readWords } from '../reading/read-words.ts';
import { refuseRow } from '../refuse-row.ts';
import { askedByButton } from '../talked-about.ts';
import type { Decision, RowContext } from '../types.ts';
import { completeCard } from './complete-card.ts';
import { completeFollowUp } from './complete-follow-up.ts';
import { lastQuestion, type LastQuestion } from './last-question.ts';
import { typedChoice } from './typed-choice.ts';

/**
 * Typed words as the answer to the one thing that this person was asked last in this channel: they complete what was
 * said first. null: nothing was asked, or they are no answer to it, and stand for themselves.
 */
export async function answerAsked(
  context: RowContext,
  parts: PersonPart[],
  named: NamedTasks,
): Promise<Decision | null> {
  if (named.refusal || named.withdrawn.length > 0) return null;
  const edit = await editOf(context.deps.prisma, context.row);
  if (edit && edit.inboxIds.length > 0) {
    const again = await answeredAnew(context, parts, edit.inboxIds);
    if (again || edit.parts.length > 0) return again;
  }
  const asked = await lastQuestion(context);
  if (!asked) return null;
  const { question, delivery } = asked;
  if (question.kind === 'which-task') return typedChoice(context, parts, named, { ...question, delivery });
  if (named.unknown !== null || named.targets.length > 1) return null;
  const pressed = asked.replied ? null : await askedByButton(context);
  if (pressed && pressed.kind !== 'fill') return null;
  const open = parts.filter(isOpenPart);
  const meant = [...named.targets.map(({ part }) => part), ...named.choices];
  const isMeant = (part: PersonPart): boolean => meant.length === 0 || meant.includes(part);
  if (question.kind === 'follow-up') {
    const part = findPart(open, question.act);
    const read = part && isMeant(part) ? await answerTo(context, open, part, { asks: question.act.asks, asked }) : null;
    if (part && read)
      return completeFollowUp(context, { act: question.act, deliveryId: delivery.id, part, answer: read.answer });
    return part && isMeant(part) && !asked.prompted ? sameAsLast(context, part) : null;
  }
  for (const item of question.items) {
    const asks = item.asks ?? item.answered?.before.asks;
    const part = findPart(open, item);
    if (!asks || !part || !isMeant(part) || (question.kind === 'card' && !item.asks)) continue;
    const read = await answerTo(context, open, part, { asks, asked });
    if (!read) continue;
    if (question.kind === 'card')
      return completeCard(context, question, { item, asks, part, ...read, words: question.proposal.words });
    // With its task's number it is a report of its own.
    if (read.answer.bare && meant.length === 0) return tooLate(context, delivery.planId, question.closedWith);
  }
  return null;
}

/** 与上次相同, typed instead of pressed. */
async function sameAsLast(context: RowContext, part: PersonPart): Promise<Decision | null> {
  const { row } = context;
  const words = row.text ?? '';
  const { item } = (await readAbout(context, row, { text: words, part })).read;
  return item?.noChange ? proposeWords(context, row, [{ part, words }]) : null;
}

/** What the words say of this part; nothing where they speak of another one, or may answer what was prompted since. */
async function answerTo(
  context: RowContext,
  open: PersonPart[],
  part: PersonPart,
  { asks, asked }: { asks: AskedBack; asked: Pick<LastQuestion, 'replied' | 'prompted'> },
): Promise<{ answer: AnswerRead; task: OpenTask } | null> {
  const { row, deps } = context;
  const text = row.text ?? '';
  const [known] = await knownTasks(deps.prisma, [part]);
  const { zone } = await context.talk(part.planId);
  const at = DateTime.fromJSDate(row.planAt, { zone }).toISO() ?? row.planAt.toISOString();
  const answer = known && readAnswer({ at, task: known.task, asks, text }, await context.calendar());
  if (!answer) return null;
  const read = { answer, task: known.task };
  if (answer.bare || asked.replied) return read;
  const { request } = answer.item;
  if (asked.prompted || (request !== null && request !== 'help')) return null;
  const { tasks } = await readWords(context, row, { text, parts: open });
  const isAboutOther = tasks.some((one) => one.item && hasContent(one.item) && !isSame(one.part, part));
  return isAboutOther ? null : read;
}

/** An answer that was changed after it had completed a card: what stood there before it, completed anew. */
async function answeredAnew(context: RowContext, parts: PersonPart[], inboxIds: string[]): Promise<Decision | null> {
  const { prisma } = context.deps;
  const proposal = await prisma.proposal.findFirst({
    where: { personId: context.person.id, status: 'open', OR: inboxIds.map(answeredBy) },
  });
  if (!proposal) return null;
  const items = parseProposalItems(proposal.items);
  const at = items.findIndex(({ answered }) => answered && inboxIds.includes(answered.inboxId));
  const answered = items[at]?.answered;
  const asks = answered?.before.asks;
  const part = answered && findPart(parts.filter(isOpenPart), answered.before);
  if (!answered || !asks || !part) return null;
  const read = await answerTo(context, [part], part, { asks, asked: { replied: true, prompted: false } });
  if (!read) return null;
  const before = items.map((item, index): ProposalItem => (index === at ? answered.before : item));
  return completeCard(
    context,
    { proposal, items: before },
    { item: answered.before, asks, part, ...read, words: answered.words },
  );
}

async function tooLate(context: RowContext, planId: string, closedWith: string): Promise<Decision> {
  const { answers } = catalogueFor((await context.talk(planId)).locale);
  const result = closedWith || answers.cardDone;
  return refuseRow(context, {
    code: 'CARD_CLOSED',
    details: { result },
    sentence: answers.answeredLate(result),
    planId,
    onRecord: false,
  });
}

const isSame = (a: PersonPart, b: PersonPart): boolean => a.entityId === b.entityId && a.part.id === b.part.id;
