import type { Db } from '../client.ts';

/** Delivery.error of a message that was never sent, because what it said was answered or stands in another one. */
export const REPLACED = 'replaced before it was sent';

/** Delivery.error of one that did not surely arrive, once the office had what it said sent again as another. */
export const RESENT = 'sent again by the office';

/** Ends the digests that no rung waits for any more: a provider had put them off, and all of it was answered since. */
export async function dropUnsent(db: Db, clockId: string): Promise<void> {
  await db.$executeRaw`
    UPDATE "Delivery" d SET "status" = 'failed', "error" = ${REPLACED}
    WHERE d."clockId" = ${clockId} AND d."status" = 'sending' AND d."klass" = 'digest'
      AND NOT EXISTS (
        SELECT 1 FROM "Prompt" p WHERE p."deliveryId" = d."id" AND p."status" IN ('queued', 'sending'))`;
}
