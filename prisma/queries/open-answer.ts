import { z } from 'zod';
import type { Db } from '../client.ts';

const Row = z.array(z.object({ id: z.string(), until: z.date() }));

/**
 * An answer that is still being read and may be about this part: what is issued now may be what it answers. Words
 * may be about any of their author's parts, a button or a form is about those that it names. The row is locked
 * against its end until the caller's transaction ends, so that its end frees what was issued as held by it; so
 * ask before anything else is locked.
 */
export async function openAnswer(
  tx: Db,
  part: { entityId: string; partId: string; unitId: string },
): Promise<{ id: string; until: Date } | null> {
  const { entityId, partId, unitId } = part;
  const rows = Row.parse(
    await tx.$queryRaw`
      SELECT i."id", i."receivedAt" + interval '15 minutes' AS until FROM "Inbox" i
      JOIN "Membership" m ON m."personId" = i."personId" AND m."active"
      WHERE i."status" = 'open' AND m."unitId" = ${unitId}
        AND (cardinality(m."taskIds") = 0 OR substr(${entityId}::text, 6) = ANY (m."taskIds"))
        AND (i."kind" = 'text'
          OR (i."kind" = 'form' AND i."payload"->'lines' @> jsonb_build_array(jsonb_build_object('entityId', ${entityId}::text, 'partId', ${partId}::text)))
          OR (i."kind" = 'button' AND EXISTS (
            SELECT 1 FROM "Action" a WHERE a."id" = i."payload"->>'buttonId'
              AND (a."act" @> jsonb_build_object('entityId', ${entityId}::text, 'partId', ${partId}::text)
                OR a."act"->'lines' @> jsonb_build_array(jsonb_build_object('entityId', ${entityId}::text, 'partId', ${partId}::text))))))
      ORDER BY i."receivedAt" FOR SHARE OF i`,
  );
  return rows[0] ?? null;
}
