import { catalogueFor } from '../../../domain/chat/catalogue/index.ts';
import { localDay } from '../../../domain/chat/local-text.ts';
import { readingOfReply } from '../../../domain/chat/reading-of-reply.ts';
import type { AnswerRead } from '../../../domain/chat/understand/read-answer.ts';
import { titleOf, type PersonPart } from '../../directory/person-parts.ts';
import { openProposal } from '../open-proposal.ts';
import { readAbout } from '../reading/read-words.ts';
import type { Decision, RowContext } from '../types.ts';
import { completedItem, JOINED } from './completed-item.ts';
import type { AskingFill } from './last-question.ts';

/** The answer to message 6: a card of what the first words and the answer say together. */
export async function completeFollowUp(
  context: RowContext,
  { act, deliveryId, part, answer }: { act: AskingFill; deliveryId: string; part: PersonPart; answer: AnswerRead },
): Promise<Decision | null> {
  const { row, deps } = context;
  const typed = await deps.prisma.inbox.findUnique({ where: { id: act.inboxId } });
  if (!typed || typed.personId !== context.person.id) return null;
  const { zone, locale } = await context.talk(part.planId);
  const words = typed.text ?? '';
  const { task, item } = (await readAbout(context, typed, { text: words, part })).read;
  const asked = {
    entityId: part.entityId,
    partId: part.part.id,
    no: part.no,
    title: titleOf(part),
    progressBefore: part.part.progress,
    reading: readingOfReply(item && { ...item, request: null }, {
      words,
      saidOn: localDay(typed.planAt.toISOString(), zone),
      last: part.part.figures,
      recurs: part.part.recurs !== undefined,
      correction: false,
    }),
    ...(task.targets.length > 0 ? { targets: task.targets } : {}),
    ...(item ? { from: item.from } : {}),
  };
  const completed = await completedItem(context, { item: asked, asks: act.asks, part, task, words, answer });
  const decided = await openProposal(context, {
    planId: part.planId,
    row,
    items: [completed],
    words: `${words}${JOINED}${row.text ?? ''}`,
  });
  const closedWith = catalogueFor(locale).answers.cardCompleted;
  return { ...decided, closes: [...decided.closes, { deliveryId, closedWith }] };
}
