import type { Db } from '../../prisma/client.ts';

/** 更换联络员 of a unit was done: its requests are off the office's list. */
export async function settleChangeRequests(tx: Db, planId: string, unitId: string, personId: string): Promise<void> {
  await tx.officeItem.updateMany({
    where: { planId, unitId, kind: 'change-contact', status: 'open' },
    data: { status: 'done', settledAt: new Date(), settledBy: personId },
  });
}
