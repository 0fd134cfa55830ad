import { z } from 'zod';
import type { Db } from '../client.ts';

const Row = z.array(z.object({ id: z.string() }));

/**
 * A proposal awaits its author: prompts of its parts go no earlier than `until` (plan's clock). null: they
 * are as they were, unless another open proposal still speaks of the part.
 */
export async function holdPartsUntil(
  db: Db,
  parts: { entityId: string; partId: string }[],
  until: Date | null,
): Promise<number> {
  const rows = Row.parse(
    await db.$queryRaw`
      UPDATE "Prompt" p SET "notBefore" = ${until}
      FROM unnest(${parts.map(({ entityId }) => entityId)}::text[], ${parts.map(({ partId }) => partId)}::text[]) AS t("entityId", "partId")
      WHERE p."entityId" = t."entityId" AND p."partId" = t."partId" AND p."status" = 'queued'
        AND (${until !== null} OR NOT EXISTS (
          SELECT 1 FROM "Proposal" o
          WHERE o."status" = 'open' AND o."items" @> jsonb_build_array(jsonb_build_object('entityId', t."entityId", 'partId', t."partId"))))
      RETURNING p."id"`,
  );
  return rows.length;
}
