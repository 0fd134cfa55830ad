import type { ReadingKind } from '../../../domain/supervision/reading.ts';
import type { Db } from '../../../prisma/client.ts';
import { sharedEntities } from '../../../prisma/shared-entities.ts';
import type { PartRef } from '../../parts-of-act.ts';
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
  for (const [of, { entityId, partId, reading, outcome, itemId, alone }] of applied.entries()) {
    if (outcome !== 'recorded') continue;
    if (reading.kind === 'withdraw') items.push(...(await repeated(db, { entityId, partId }, reading, of)));
    if (!SERVE_ALL.includes(reading.kind) || alone) continue;
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

/** What was taken back in one plan is taken back in those that it was recorded in as well. */
async function repeated(
  db: Db,
  part: PartRef,
  reading: Extract<NewItem['reading'], { kind: 'withdraw' }>,
  of: number,
): Promise<SharedItem[]> {
  const itemId = reading.itemId ?? (await lastReport(db, part));
  if (itemId === null) return [];
  const items = await db.inboxItem.findMany({
    // The same words brought them.
    where: {
      inbox: { items: { some: { id: itemId } } },
      outcome: 'recorded',
      reading: { path: ['sharedFrom'], equals: itemId },
    },
    select: { id: true, entityId: true, partId: true },
  });
  const entities = await db.checkpoint.findMany({
    where: { entityId: { in: items.map(({ entityId }) => entityId) } },
    select: { entityId: true, planId: true },
  });
  const plans = await db.plan.findMany({
    where: { id: { in: entities.map(({ planId }) => planId) } },
    select: { id: true, title: true },
  });
  return items.flatMap(({ id, entityId, partId }) => {
    const plan = plans.find((one) => one.id === entities.find((entity) => entity.entityId === entityId)?.planId);
    return plan
      ? [{ entityId, partId, planId: plan.id, planTitle: plan.title, of, reading: { ...reading, itemId: id } }]
      : [];
  });
}

/** 撤回 without saying what means the last. */
async function lastReport(db: Db, { entityId, partId }: PartRef): Promise<string | null> {
  const items = await db.inboxItem.findMany({
    where: { entityId, partId, outcome: 'recorded' },
    orderBy: { inbox: { planAt: 'desc' } },
    take: 5,
    select: { id: true, reading: true },
  });
  const last = items.find(({ reading }) => SERVE_ALL.includes((reading as { kind: ReadingKind }).kind));
  return last?.id ?? null;
}

async function unitOf(db: Db, entityId: string, partId: string): Promise<string | null> {
  const row = await db.checkpoint.findUnique({ where: { entityId }, select: { state: true } });
  const { parts = [] } = (row?.state ?? {}) as { parts?: { id: string; unitId: string }[] };
  return parts.find(({ id }) => id === partId)?.unitId ?? null;
}
