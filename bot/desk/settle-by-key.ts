import { appendDeskEventIn } from '../../prisma/events.ts';
import type { DeskActor, DeskDeps } from './deps.ts';
import { eventActor } from './refuse.ts';

/** Key of the one item that a part's 职责有异议 is. */
export const disputeKey = ({ entityId, partId }: { entityId: string; partId: string }): string =>
  `dispute/${entityId}/${partId}`;

/** Takes an item off the office's list because its matter was dealt with elsewhere; without one, nothing happens. */
export async function settleByKey(
  { prisma, clock }: DeskDeps,
  actor: DeskActor,
  planId: string,
  key: string,
): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.officeItem.updateMany({
      where: { planId, key, status: 'open' },
      data: { status: 'done', settledAt: new Date(), settledBy: actor.personId },
    });
    if (count === 0) return;
    const { clockId } = await tx.plan.findUniqueOrThrow({ where: { id: planId }, select: { clockId: true } });
    await appendDeskEventIn(tx, {
      planId,
      kind: 'itemSettled',
      actor: eventActor(actor),
      via: actor.via,
      planAt: await clock.now(clockId),
      body: { key },
    });
  });
}
