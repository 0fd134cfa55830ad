import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import { dutyLabel } from '../../domain/chat/duty-label.ts';
import { itemLabel } from '../../domain/chat/item-label.ts';
import { dayText, localDay } from '../../domain/chat/local-text.ts';
import type { Button, LineRef, NeutralMessage } from '../../domain/chat/message.ts';
import { CHANNELS } from '../../domain/chat/port.ts';
import type { PrismaClient } from '../../prisma/client.ts';
import type { PlanClock } from '../../prisma/clock.ts';
import type { Handover } from '../../prisma/generated/client.ts';
import { handedOverCards } from '../../prisma/queries/handed-over-cards.ts';
import { insertDelivery } from '../../prisma/queries/insert-delivery.ts';
import { usableAddress } from '../../prisma/usable-address.ts';
import { closeCard, type Channels } from '../channels.ts';
import { isOpenPart, partsOfPerson, titleOf, type PersonPart } from '../directory/person-parts.ts';
import type { PlanTalk } from '../dispatch/types.ts';
import { planTalk } from '../plan-talk.ts';

export interface FinishHandoversDeps {
  prisma: PrismaClient;
  clock: PlanClock;
  channels: Channels;
}

const LINES_MAX = 24;

/**
 * What a handover leaves to do: the old contact's cards are closed and say who has them now, and the new one gets
 * what is open once, in their window; no rung is counted by it. Done again after a crash, nothing is said twice.
 * Resolves to how many.
 */
export async function finishHandovers({ prisma, clock, channels }: FinishHandoversDeps): Promise<number> {
  const open = await prisma.handover.findMany({ where: { doneAt: null }, orderBy: { at: 'asc' } });
  for (const handover of open) {
    const talk = await planTalk(prisma, clock, handover.planId, handover.fromPerson);
    const words = catalogueFor(talk.locale).people;
    const names = await prisma.person.findMany({
      where: { id: { in: [handover.fromPerson, handover.toPerson ?? ''] } },
      select: { id: true, name: true },
    });
    const name = (id: string | null): string | null => names.find((one) => one.id === id)?.name ?? null;
    for (const deliveryId of await handedOverCards(prisma, handover))
      await closeCard(prisma, channels, deliveryId, words.cardHandedOver(name(handover.toPerson)), {
        revokedToo: true,
      });
    if (handover.toPerson !== null) await tell(prisma, clock, handover, name(handover.fromPerson) ?? '');
    await prisma.handover.update({ where: { id: handover.id }, data: { doneAt: new Date() } });
  }
  return open.length;
}

async function tell(prisma: PrismaClient, clock: PlanClock, handover: Handover, from: string): Promise<void> {
  const id = `handover/${handover.id}`;
  const personId = handover.toPerson ?? '';
  if (await prisma.delivery.findUnique({ where: { id }, select: { id: true } })) return;
  const talk = await planTalk(prisma, clock, handover.planId, personId);
  const parts = (await partsOfPerson(prisma, personId))
    .filter(isOpenPart)
    .filter(({ part }) => part.unitId === handover.unitId);
  const { channel } = await usableAddress(prisma, personId, CHANNELS);
  await insertDelivery(prisma, {
    id,
    planId: handover.planId,
    clockId: talk.clockId,
    personId,
    channel,
    planAt: new Date(talk.now),
    status: 'queued',
    message: await messageOf(prisma, talk, handover, from, parts),
  });
}

async function messageOf(
  prisma: PrismaClient,
  talk: PlanTalk,
  { unitId }: Handover,
  from: string,
  parts: PersonPart[],
): Promise<NeutralMessage> {
  const { people: words, buttons: labels } = catalogueFor(talk.locale);
  const unit = await prisma.unit.findUniqueOrThrow({ where: { id: unitId }, select: { name: true } });
  const day = localDay(talk.now, talk.zone);
  const lines = parts.slice(0, LINES_MAX).map((part, at) => {
    const duties = open(part, talk.now).map(({ kind, cycle, also, dueOn }) =>
      words.handoverDuty(dutyLabel(kind, cycle, also, talk.locale), dayText(dueOn, day, talk.locale)),
    );
    return words.handoverItem(at + 1, itemLabel(part.no, titleOf(part)), duties);
  });
  const refs = (wanted: LineRef['duty']): LineRef[] =>
    parts.flatMap((part) =>
      open(part, talk.now)
        .filter(({ kind }) => kind === wanted)
        .map(({ kind, cycle }) => ({ entityId: part.entityId, partId: part.part.id, duty: kind, cycle })),
    );
  const [receipts, reports] = [refs('receipt'), refs('report')];
  const buttons: Button[] = [
    ...(receipts.length > 0
      ? [
          {
            label: labels.receiptAll,
            act: { kind: 'receipt-all' as const, lines: receipts },
            style: 'primary' as const,
          },
        ]
      : []),
    ...(reports.length > 0 ? [{ label: labels.fillAll, act: { kind: 'fill-all' as const, lines: reports } }] : []),
  ];
  return {
    klass: 'notice',
    heading: words.headings.handover,
    lines: [words.handoverTold(unit.name, from, parts.length), ...lines],
    buttons,
    signature: talk.office,
  };
}

const open = ({ part }: PersonPart, now: string) =>
  part.duties.filter(({ filedAt, openFrom }) => filedAt === undefined && openFrom <= now);
