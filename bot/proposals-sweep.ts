import { catalogueFor } from '../domain/chat/catalogue/index.ts';
import type { Channel } from '../domain/chat/port.ts';
import { proposalCard } from '../domain/chat/proposal-card.ts';
import { isInWindow } from '../domain/calendar/send-window.ts';
import { cutWords } from '../domain/supervision/cut-words.ts';
import type { PrismaClient } from '../prisma/client.ts';
import type { PlanClock } from '../prisma/clock.ts';
import type { Proposal } from '../prisma/generated/client.ts';
import { loadCalendar } from '../prisma/load-calendar.ts';
import { putOfficeItem } from '../prisma/office-items.ts';
import { insertDelivery } from '../prisma/queries/insert-delivery.ts';
import { addressOf, closeCard, sendAnswer, type Channels } from './channels.ts';
import { filesOf } from './evidence/files-of.ts';
import { planTalk } from './plan-talk.ts';
import { askAgainAt } from './proposals/ask-again-at.ts';
import { parseProposalItems } from './proposals/items.ts';
import { inThreadOf } from './thread-of.ts';
import { withdrawalOf } from './withdrawn/withdrawal-of.ts';

export interface ProposalsSweepDeps {
  prisma: PrismaClient;
  clock: PlanClock;
  channels: Channels;
}

/**
 * "Answered, unconfirmed" on the plan's clock: after two working days the card is shown once more, after two
 * more its words go to the office. Resolves to how many moved. Nothing goes outside a send window.
 */
export async function sweepProposals(deps: ProposalsSweepDeps): Promise<number> {
  const { prisma, clock } = deps;
  const plans = await prisma.proposal.findMany({
    where: { status: 'open' },
    distinct: ['planId'],
    select: { planId: true },
  });
  let moved = 0;
  for (const { planId } of plans) {
    const talk = await planTalk(prisma, clock, planId);
    const due = await prisma.proposal.findMany({
      where: { planId, status: 'open', askAgainAt: { lte: new Date(talk.now) } },
      orderBy: { askAgainAt: 'asc' },
    });
    if (due.length === 0 || !isInWindow(await loadCalendar(prisma), talk.policy, talk.now).open) continue;
    for (const proposal of due)
      moved += (await (proposal.askedAgain || (await isAllWithdrawn(prisma, proposal))
        ? toOffice(deps, proposal)
        : askAgain(deps, proposal)))
        ? 1
        : 0;
  }
  return moved;
}

/** Nobody is asked to confirm what is owed no more: the words go to the office as they are. */
async function isAllWithdrawn(prisma: PrismaClient, { items }: Proposal): Promise<boolean> {
  for (const item of parseProposalItems(items)) if (!(await withdrawalOf(prisma, item))) return false;
  return true;
}

async function askAgain({ prisma, clock, channels }: ProposalsSweepDeps, proposal: Proposal): Promise<boolean> {
  const talk = await planTalk(prisma, clock, proposal.planId, proposal.personId);
  const next = askAgainAt(await loadCalendar(prisma), talk.policy, new Date(talk.now));
  const row = await prisma.inbox.findUniqueOrThrow({
    where: { id: proposal.inboxId },
    select: { channel: true, payload: true },
  });
  const address = await addressOf(prisma, proposal.personId, row.channel as Channel);
  const items = parseProposalItems(proposal.items);
  const message = proposalCard(
    {
      proposalId: proposal.id,
      items,
      words: proposal.words,
      receivedAt: proposal.planAt.toISOString(),
      files: filesOf(row.payload).length,
      again: true,
    },
    talk,
  );
  const sendable = await prisma.$transaction(async (tx) => {
    const { count } = await tx.proposal.updateMany({
      where: { id: proposal.id, status: 'open', askedAgain: false },
      data: { askedAgain: true, askAgainAt: next },
    });
    if (count === 0) return null;
    const made = await insertDelivery(tx, {
      planId: proposal.planId,
      clockId: talk.clockId,
      personId: proposal.personId,
      channel: row.channel as Channel,
      planAt: new Date(talk.now),
      message: { ...message, ...inThreadOf(row.payload) },
    });
    await tx.proposal.update({ where: { id: proposal.id }, data: { deliveryId: made.deliveryId } });
    return made;
  });
  if (!sendable) return false;
  if (proposal.deliveryId)
    await closeCard(prisma, channels, proposal.deliveryId, catalogueFor(talk.locale).answers.cardAskedAgain);
  if (address) await sendAnswer(prisma, channels, address, sendable);
  return true;
}

async function toOffice({ prisma, clock, channels }: ProposalsSweepDeps, proposal: Proposal): Promise<boolean> {
  const talk = await planTalk(prisma, clock, proposal.planId, proposal.personId);
  const items = parseProposalItems(proposal.items);
  const person = await prisma.person.findUnique({ where: { id: proposal.personId }, select: { name: true } });
  const settled = await prisma.$transaction(async (tx) => {
    const { count } = await tx.proposal.updateMany({
      where: { id: proposal.id, status: 'open' },
      data: { status: 'office', settledAt: new Date(talk.now) },
    });
    const [first] = items;
    if (count === 0 || !first) return false;
    await putOfficeItem(tx, {
      planId: proposal.planId,
      key: `unconfirmed/${proposal.id}`,
      kind: 'unconfirmed',
      entityId: first.entityId,
      partId: first.partId,
      body: {
        words: cutWords(proposal.words, 2_000),
        items,
        personId: proposal.personId,
        person: person?.name ?? '',
        inboxId: proposal.inboxId,
        no: first.no,
        title: first.title,
      },
      planAt: new Date(talk.now),
    });
    return true;
  });
  if (settled && proposal.deliveryId)
    await closeCard(prisma, channels, proposal.deliveryId, catalogueFor(talk.locale).answers.cardToOffice);
  return settled;
}
