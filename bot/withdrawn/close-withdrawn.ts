import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import { itemName } from '../../domain/chat/item-label.ts';
import { appendDeskEventIn } from '../../prisma/events.ts';
import type { PrismaClient } from '../../prisma/client.ts';
import type { PlanClock } from '../../prisma/clock.ts';
import type { Channel } from '../../domain/chat/port.ts';
import { insertDelivery } from '../../prisma/queries/insert-delivery.ts';
import { withdrawnLines, withdrawnNoticeId, type WithdrawnLine } from '../../prisma/queries/withdrawn-lines.ts';
import { closeCard, type Channels } from '../channels.ts';
import { taskName } from '../directory/person-parts.ts';
import { closeQuestions } from '../dispatch/close-answered.ts';
import { planTalk } from '../plan-talk.ts';
import { isLineDone } from './is-line-done.ts';
import { closedSentence, withdrawalOf, type Withdrawal } from './withdrawal-of.ts';

export interface CloseWithdrawnDeps {
  prisma: PrismaClient;
  clock: PlanClock;
  channels: Channels;
}

const SYSTEM = { id: 'system', name: '系统' };

type Gone = WithdrawnLine & { withdrawal: Withdrawal };

/**
 * Duties that were taken away: a card that has nothing else left to answer is closed and says by what; where
 * it has, the person gets one notice, in their window. Each once, on any channel. Resolves to how many cards and notices.
 */
export async function closeWithdrawn(deps: CloseWithdrawnDeps): Promise<number> {
  const lines = await withdrawnLines(deps.prisma);
  const gone: Gone[] = [];
  for (const line of lines) {
    const withdrawal = await withdrawalOf(deps.prisma, line);
    if (withdrawal) gone.push({ ...line, withdrawal });
  }
  for (const line of gone)
    await closeQuestions(deps.prisma, deps.channels, {
      part: line,
      personId: line.personId,
      closedWith: closedSentence(line.withdrawal),
    });
  let count = 0;
  for (const own of Map.groupBy(gone, ({ deliveryId }) => deliveryId).values())
    count += (await hasMore(deps, own)) ? await notify(deps, own) : await close(deps, own);
  return count;
}

/** Does the card ask for something that is still owed? */
async function hasMore({ prisma }: CloseWithdrawnDeps, [first, ...others]: Gone[]): Promise<boolean> {
  if (!first) return false;
  const all = await prisma.prompt.findMany({
    where: { deliveryId: first.deliveryId },
    select: { entityId: true, partId: true, duty: true, cycle: true },
  });
  const rest = all.filter(
    (line) => ![first, ...others].some(({ entityId, partId }) => entityId === line.entityId && partId === line.partId),
  );
  for (const line of rest) if (!(await isLineDone(prisma, line))) return true;
  return false;
}

async function close({ prisma, clock, channels }: CloseWithdrawnDeps, own: Gone[]): Promise<number> {
  const [first] = own;
  if (!first) return 0;
  const closedWith = [...new Set(own.map(({ withdrawal }) => closedSentence(withdrawal)))].join(';');
  await closeCard(prisma, channels, first.deliveryId, closedWith);
  const { planId, deliveryId } = first;
  const talk = await planTalk(prisma, clock, planId);
  await prisma.$transaction((tx) =>
    appendDeskEventIn(tx, {
      planId,
      kind: 'cardClosed',
      actor: SYSTEM,
      via: 'system',
      planAt: new Date(talk.now),
      body: { deliveryId, closedWith },
    }),
  );
  return 1;
}

/** A queued notice waits for its window like every other; its id makes sure that there is one. */
async function notify({ prisma, clock }: CloseWithdrawnDeps, own: Gone[]): Promise<number> {
  for (const line of own) {
    const { planId, personId, channel, entityId, withdrawal } = line;
    const talk = await planTalk(prisma, clock, planId, personId);
    const { no, title } = await taskName(prisma, entityId);
    await insertDelivery(prisma, {
      id: withdrawnNoticeId(line),
      planId,
      clockId: talk.clockId,
      personId,
      channel: channel as Channel,
      planAt: new Date(talk.now),
      status: 'queued',
      message: {
        klass: 'notice',
        heading: catalogueFor(talk.locale).headings.note,
        lines: [`${itemName(no, title, 24)}:${closedSentence(withdrawal)}。`],
        buttons: [],
        signature: talk.office,
      },
    });
  }
  return own.length;
}
