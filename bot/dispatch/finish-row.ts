import { randomUUID } from 'node:crypto';
import { finishInboxRow, finishInboxRows, type FinishedRow } from '../../prisma/queries/finish-inbox-row.ts';
import { inLanguage, toSendable, withIds } from '../../prisma/queries/insert-delivery.ts';
import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import type { Channel, Address } from '../../domain/chat/port.ts';
import type { SendableMessage } from '../../domain/chat/message.ts';
import { closeCard, sendAnswer } from '../channels.ts';
import { filesOf } from '../evidence/files-of.ts';
import { noteFiles } from '../evidence/note-files.ts';
import { inThreadOf } from '../thread-of.ts';
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
  const thread = threadOf(context);
  const answers = decided.messages.map(({ message, deliveryId = randomUUID() }) => ({
    id: deliveryId,
    message: { ...withIds(message), ...thread },
  }));
  const end: FinishedRow = {
    id: row.id,
    outcome: decided.outcome,
    code: decided.code ?? null,
    personId: person.id,
    channel: row.channel,
    planId: decided.planId,
    clockId: talk.clockId,
    planAt: new Date(talk.now),
    answers,
    used: decided.used,
  };
  const bare = decided.effects.length === 0 && filesOf(row.payload).length === 0;
  const { done, freed, locale } = bare
    ? await finishInboxRow(prisma, end)
    : await prisma.$transaction(async (tx) => {
        const [finished] = await finishInboxRows(tx, [end]);
        if (!finished?.done) return { done: false, freed: 0, locale: talk.locale ?? 'zh' };
        for (const effect of decided.effects) await effect(tx);
        await noteFiles(tx, row, person.id);
        return finished;
      });
  // Another process applied it after this one's lease ran out; its answer is on its way.
  if (!done) return;
  const sendables = answers.map(({ id, message }) => toSendable(id, inLanguage(message, locale)));
  const address: Address = { channel: row.channel as Channel, team: row.team, externalId: row.externalId };
  for (const [at, sendable] of sendables.entries())
    if (at === 0 || (await stillOurs(deps, sendables.slice(at)))) await sendAnswer(prisma, channels, address, sendable);
  for (const { deliveryId, closedWith, instead } of decided.closes)
    await closeCard(prisma, channels, deliveryId, closedWith, instead === undefined ? {} : { instead });
  const { closedBy } = catalogueFor(talk.locale).answers;
  for (const { part, summary } of decided.recorded)
    await closeAnswered(prisma, channels, {
      part,
      personId: person.id,
      locale,
      closedWith: closedBy(summary, person.name),
    });
  deps.kickEvidence?.();
  if (freed > 0) await tellSender(context, talk.clockId, talk.offsetMs);
}

/** Where the words stand, or the card whose button was pressed. */
function threadOf({ row, pressed, person }: RowContext): ReturnType<typeof inThreadOf> {
  return pressed?.personId === person.id ? inThreadOf(pressed.delivery) : inThreadOf(row.payload);
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
