import type { ReadingKind } from '../../../domain/supervision/reading.ts';
import type { Db } from '../../../prisma/client.ts';
import { sharedEntities } from '../../../prisma/shared-entities.ts';
import type { AppliedItem, NewItem } from '../apply-items.ts';

/** What is said of a period counts in every plan that asks for it; a signature or a claim is each plan's own. */
const SERVE_ALL: readonly ReadingKind[] = ['report', 'no-change'];

export interface SharedItem extends NewItem {
  /** Place of the item that it repeats. */
  of: number;
  planTitle: string;
}

/** The same answers for the same units' parts of linked tasks, but for parts that were answered for themselves. */
export async function sharedItems(db: Db, applied: AppliedItem[]): Promise<SharedItem[]> {
  const items: SharedItem[] = [];
  for (const [of, { entityId, partId, reading, outcome, itemId }] of applied.entries()) {
    if (outcome !== 'recorded' || !SERVE_ALL.includes(reading.kind)) continue;
    const others = await sharedEntities(db, entityId);
    if (others.length === 0) continue;
    const unitId = await unitOf(db, entityId, partId);
    for (const other of others) {
      const part = unitId === null ? null : other.partOf(unitId);
      if (other.state?.status !== 'open' || !part || part.completion === 'accepted' || part.completion === 'claimed')
        continue;
      const isAnswered = applied.some((one) => one.entityId === other.entityId && one.partId === part.id);
      if (isAnswered) continue;
      items.push({
        entityId: other.entityId,
        partId: part.id,
        planId: other.planId,
        reading: { ...reading, sharedFrom: itemId } as NewItem['reading'],
        of,
        planTitle: other.planTitle,
      });
    }
  }
  return items;
}

async function unitOf(db: Db, entityId: string, partId: string): Promise<string | null> {
  const row = await db.checkpoint.findUnique({ where: { entityId }, select: { state: true } });
  const { parts = [] } = (row?.state ?? {}) as { parts?: { id: string; unitId: string }[] };
  return parts.find(({ id }) => id === partId)?.unitId ?? null;
}
