import { z } from 'zod';
import type { Db } from '../client.ts';

const Row = z.array(
  z.object({
    deliveryId: z.string(),
    planId: z.string(),
    personId: z.string(),
    channel: z.string(),
    entityId: z.string(),
    partId: z.string(),
  }),
);

export type WithdrawnLine = z.infer<typeof Row>[number];

/** Id of the notice that says of one line of a card which stays open that it was taken away. */
export const withdrawnNoticeId = (line: { deliveryId: string; entityId: string; partId: string }): string =>
  `withdrawn/${line.deliveryId}/${line.entityId}/${line.partId}`;

/**
 * Lines of cards that still take answers, about parts that were taken away (their task is cancelled, or an
 * amendment withdrew them) before they were done; without those whose person was told by a notice.
 */
export async function withdrawnLines(db: Db): Promise<WithdrawnLine[]> {
  return Row.parse(
    await db.$queryRaw`
      SELECT DISTINCT d."id" AS "deliveryId", d."planId", d."personId", d."channel", p."entityId", p."partId"
      FROM "Checkpoint" c
      JOIN "Prompt" p ON p."entityId" = c."entityId"
      JOIN "Delivery" d ON d."id" = p."deliveryId"
      WHERE c."kind" IN ('task', 'phase') AND d."closedAt" IS NULL AND d."status" IN ('sent', 'ambiguous')
        AND ((c."status" = 'cancelled' AND NOT c."state"->'parts' @> jsonb_build_array(jsonb_build_object('id', p."partId", 'completion', 'accepted')))
          OR c."state"->'formerParts' @> jsonb_build_array(jsonb_build_object('id', p."partId")))
        AND NOT EXISTS (
          SELECT 1 FROM "Delivery" n WHERE n."id" = 'withdrawn/' || d."id" || '/' || p."entityId" || '/' || p."partId")
      ORDER BY d."id", p."entityId", p."partId" LIMIT 500`,
  );
}
