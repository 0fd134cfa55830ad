import { randomUUID } from 'node:crypto';
import type { Db, Prisma } from './client.ts';

export interface NewOfficeItem {
  planId: string;
  /** One open item per key; the same again changes nothing. */
  key: string;
  kind: string;
  entityId?: string;
  partId?: string;
  unitId?: string;
  body: Record<string, unknown>;
  planAt: Date;
}

/** Puts something on the office's list; an item that was settled and happens again is open again. */
export async function putOfficeItem(db: Db, item: NewOfficeItem): Promise<void> {
  const body = item.body as Prisma.InputJsonValue;
  await db.officeItem.upsert({
    where: { planId_key: { planId: item.planId, key: item.key } },
    create: { id: randomUUID(), ...item, body },
    update: { body, status: 'open', settledAt: null, settledBy: null },
  });
}
