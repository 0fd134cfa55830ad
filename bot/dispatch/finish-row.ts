import { insertDelivery } from '../../prisma/queries/insert-delivery.ts';
import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import type { Channel, Address } from '../../domain/chat/port.ts';
import type { SendableMessage } from '../../domain/chat/message.ts';
import { closeCard, sendAnswer } from '../channels.ts';
import { noteFiles } from '../evidence/note-files.ts';
import { closeAnswered } from './close-answered.ts';
import type { Decision, RowContext } from './types.ts';

/**
 * Marks the row done with everything that follows from it, in one transaction: held prompts go free, answers
 * are on record. Then the answers go out and cards close; a crash in between leaves both to the sweep or to
 * the row of the card itself.
 */
export async function finishRow(context: RowContext, decided: Decision): Promise<void> {
  const { deps, row } = context;
  const person = decided.person ?? context.person;
  const { prisma, channels } = deps;
  const talk = await context.talk(decided.planId);
  const done = await prisma.$transaction(async (tx) => {
    const { count } = await tx.inbox.updateMany({
      where: { id: row.id, status: 'open' },
      data: { status: 'done', outcome: decided.outcome, error: decided.code ?? null, doneAt: new Date() },
    });
    // Another process applied it after this one's lease ran out; its answer is on its way.
    if (count === 0) return null;
    const freed = await tx.prompt.updateMany({ where: { heldBy: row.id }, data: { heldUntil: null, heldBy: null } });
    const sendables: SendableMessage[] = [];
    for (const { message, deliveryId } of decided.messages) {
      sendables.push(
        await insertDelivery(tx, {
          ...(deliveryId === undefined ? {} : { id: deliveryId }),
          planId: decided.planId,
          clockId: talk.clockId,
          personId: person.id,
          channel: row.channel as Channel,
          planAt: new Date(talk.now),
          message,
        }),
      );
    }
    for (const effect of decided.effects) await effect(tx);
    await noteFiles(tx, row, person.id);
    return { sendables, freed: freed.count };
  });
  if (!done) return;
  const address: Address = { channel: row.channel as Channel, team: row.team, externalId: row.externalId };
  for (const [at, sendable] of done.sendables.entries())
    if (at === 0 || (await stillOurs(deps, done.sendables.slice(at))))
      await sendAnswer(prisma, channels, address, sendable);
  for (const { deliveryId, closedWith } of decided.closes) await closeCard(prisma, channels, deliveryId, closedWith);
  const { closedBy } = catalogueFor(talk.locale).answers;
  for (const { part, summary } of decided.recorded)
    await closeAnswered(prisma, channels, { part, personId: person.id, closedWith: closedBy(summary, person.name) });
  deps.kickEvidence?.();
  if (done.freed > 0) await tellSender(context, talk.clockId, talk.offsetMs);
}

/**
 * What is still to go is young again before each further message, so that the sweep doesn't take a long answer for
 * one that a crash left behind. False: it took the first of these all the same.
 */
async function stillOurs({ prisma }: RowContext['deps'], left: SendableMessage[]): Promise<boolean> {
  const young = (messages: SendableMessage[]) =>
    prisma.delivery.updateMany({
      where: { id: { in: messages.map(({ deliveryId }) => deliveryId) }, status: 'sending' },
      data: { createdAt: new Date() },
    });
  await young(left.slice(1));
  return (await young(left.slice(0, 1))).count > 0;
}

/** A courtesy: without it the sender looks again by itself. */
async function tellSender({ deps }: RowContext, clockId: string, offsetMs: number): Promise<void> {
  await deps
    .kickSender(clockId, offsetMs)
    .catch((error: unknown) => deps.log('the sender was not told', { clockId, error: String(error) }));
}
