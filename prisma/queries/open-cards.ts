import { z } from 'zod';
import type { Db } from '../client.ts';

const Row = z.array(
  z.object({ deliveryId: z.string(), entityId: z.string(), partId: z.string(), duty: z.string(), cycle: z.string() }),
);

export type CardLine = z.infer<typeof Row>[number];

/** Every line of every card that still takes answers and speaks of this part, whoever got it. */
export async function openCardLines(db: Db, entityId: string, partId: string): Promise<CardLine[]> {
  return Row.parse(
    await db.$queryRaw`
      SELECT l."deliveryId", l."entityId", l."partId", l."duty", l."cycle"
      FROM "Prompt" l
      WHERE l."deliveryId" IN (
        SELECT p."deliveryId" FROM "Prompt" p JOIN "Delivery" d ON d."id" = p."deliveryId"
        WHERE p."entityId" = ${entityId} AND p."partId" = ${partId} AND d."closedAt" IS NULL AND d."status" IN ('sent', 'ambiguous'))
      ORDER BY l."deliveryId", l."id"`,
  );
}
