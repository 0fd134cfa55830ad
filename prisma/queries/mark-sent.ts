import type { Address } from '../../domain/chat/port.ts';
import { batched } from '../batched.ts';
import type { PrismaClient } from '../client.ts';

export interface SentAnswer extends Pick<Address, 'channel' | 'team'> {
  deliveryId: string;
  providerRef: Record<string, unknown>;
  /** Its provider has tokens: its own works, whatever was thought of it. */
  tokenWorks: boolean;
}

/** An answer went through. */
export const markSent = batched(async (db: PrismaClient, answers: SentAnswer[]): Promise<void[]> => {
  await db.$executeRaw`
    WITH sent AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) AS s("deliveryId" text, "channel" text,
        "team" text, "providerRef" jsonb, "tokenWorks" boolean)
    ), works AS (
      DELETE FROM "ChannelOutage" o USING sent
      WHERE sent."tokenWorks" AND o."channel" = sent."channel" AND o."team" = sent."team"
    )
    UPDATE "Delivery" d SET "status" = 'sent', "providerRef" = sent."providerRef", "sentAt" = now(), "error" = NULL
    FROM sent WHERE d."id" = sent."deliveryId" AND d."id" = ANY (ARRAY(SELECT "deliveryId" FROM sent))`;
  return answers.map(() => undefined);
});
