import { z } from 'zod';
import type { Db } from '../client.ts';

const Row = z.array(z.object({ id: z.string() }));

/**
 * The last rung of each period that a linked task asked for in this one's place goes back into the queue: one a part
 * and period, and only where nothing of it was sent meanwhile. The caller has made sure that the periods are open.
 */
export async function askAgainAlone(
  tx: Db,
  { entityId, open }: { entityId: string; open: { partId: string; cycle: string }[] },
): Promise<number> {
  const rows = Row.parse(
    await tx.$queryRaw`
      UPDATE "Prompt" SET "status" = 'queued', "reason" = NULL, "settledAt" = NULL
      WHERE "id" IN (
        SELECT DISTINCT ON (p."partId", p."cycle") p."id"
        FROM "Prompt" p
        JOIN jsonb_to_recordset(${JSON.stringify(open)}::jsonb) o("partId" text, "cycle" text)
          ON o."partId" = p."partId" AND o."cycle" = p."cycle"
        WHERE p."entityId" = ${entityId} AND p."duty" = 'report' AND p."audience" <> 'office'
          AND p."status" = 'superseded' AND p."reason" LIKE '与%合并报送'
        ORDER BY p."partId", p."cycle", p."slotAt" DESC, p."id")
      RETURNING "id"`,
  );
  return rows.length;
}
