import type { Address } from '../../domain/chat/port.ts';
import type { Db } from '../client.ts';

/** An answer went through; where its provider has tokens, its own works (`tokenWorks`), whatever was thought of it. */
export async function markSent(
  db: Db,
  deliveryId: string,
  providerRef: Record<string, unknown>,
  { channel, team }: Address,
  tokenWorks: boolean,
): Promise<void> {
  await db.$executeRaw`
    WITH works AS (
      DELETE FROM "ChannelOutage" WHERE ${tokenWorks}::boolean AND "channel" = ${channel} AND "team" = ${team}
    )
    UPDATE "Delivery" SET "status" = 'sent', "providerRef" = ${JSON.stringify(providerRef)}::jsonb, "sentAt" = now(),
      "error" = NULL WHERE "id" = ${deliveryId}`;
}
