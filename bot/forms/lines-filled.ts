import type { Db } from '../../prisma/client.ts';
import type { PartRef } from '../parts-of-act.ts';

/** What was recorded through the form of this button and not taken back since: it doesn't count a second time. */
export async function linesFilled(db: Db, buttonId: string, exceptRow?: string): Promise<PartRef[]> {
  const items = await db.inboxItem.findMany({
    where: {
      outcome: 'recorded',
      inbox: {
        kind: 'form',
        payload: { path: ['buttonId'], equals: buttonId },
        ...(exceptRow === undefined ? {} : { id: { not: exceptRow } }),
      },
    },
    select: { id: true, entityId: true, partId: true },
  });
  const undone = await db.inboxItem.findMany({
    where: {
      outcome: 'recorded',
      OR: items.map(({ id }) => ({ reading: { path: ['itemId'], equals: id } })),
    },
    select: { reading: true },
  });
  const gone = new Set(undone.map(({ reading }) => (reading as { itemId?: string }).itemId));
  return items.filter(({ id }) => !gone.has(id)).map(({ entityId, partId }) => ({ entityId, partId }));
}

export const isAmong = (refs: readonly PartRef[], { entityId, partId }: PartRef): boolean =>
  refs.some((ref) => ref.entityId === entityId && ref.partId === partId);
