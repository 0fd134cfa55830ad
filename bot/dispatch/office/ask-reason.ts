import { catalogueFor } from '../../../domain/chat/catalogue/index.ts';
import type { DeskAct } from '../../../domain/chat/desk-act.ts';
import type { ButtonAct } from '../../../domain/chat/message.ts';
import type { Decision, RowContext } from '../types.ts';
import { deskButton, deskSays, deskWords, type DeskHeading } from './desk-message.ts';

/** The question's 〔取消〕 carries the act that awaits the words, so that the question itself is the memory of it. */
export async function askReason(
  context: RowContext,
  planId: string,
  question: string,
  awaits: DeskAct,
  heading: DeskHeading = 'reason',
): Promise<Decision> {
  const words = deskWords(await context.talk(planId));
  const drop = deskButton(words.buttons.drop, { do: 'drop', awaits });
  const decided = await deskSays(context, planId, heading, [question], [drop]);
  return {
    ...decided,
    messages: decided.messages.map(({ message }) => ({ message: { ...message, asksReply: true } })),
  };
}

export interface AwaitedReason {
  deliveryId: string;
  act: DeskAct;
}

/** After this long the question is forgotten and words stand for themselves. */
const AWAITS_MS = 2 * 60 * 60_000;

/** Refusals in between (a second press of the button that asked) are passed over, so many of them. */
const LOOKED_AT = 5;

/** The act whose reason this person was asked for last, if nothing else was answered to them since. */
export async function awaitedReason(context: RowContext): Promise<AwaitedReason | null> {
  const { deps, person } = context;
  const newest = await deps.prisma.delivery.findMany({
    where: { personId: person.id, klass: 'answer' },
    orderBy: { createdAt: 'desc' },
    take: LOOKED_AT,
    select: { id: true, planId: true, planAt: true, closedAt: true, message: true, actions: { select: { act: true } } },
  });
  const { headings } = catalogueFor((await context.talk()).locale);
  const last = newest.find(
    ({ message, actions }) => actions.length > 0 || (message as { heading?: string }).heading !== headings.refused,
  );
  if (!last || last.closedAt !== null) return null;
  const { now } = await context.talk(last.planId);
  if (Date.parse(now) - last.planAt.getTime() > AWAITS_MS) return null;
  for (const { act } of last.actions) {
    const meant = act as unknown as ButtonAct;
    if (meant.kind === 'desk' && meant.act.do === 'drop' && meant.act.awaits !== null)
      return { deliveryId: last.id, act: meant.act.awaits };
  }
  return null;
}
