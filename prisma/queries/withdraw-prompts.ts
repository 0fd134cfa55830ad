import { z } from 'zod';
import type { Db } from '../client.ts';

const Row = z.array(z.object({ id: z.string() }));

/** Ends the queued and held prompts of a part (and duty, and cycle, and rung). What is being sent just now goes, and its card is closed after. */
export async function withdrawPrompts(
  tx: Db,
  what: { entityId: string; partId: string; duty?: string; cycle?: string; rung?: string; reason: string; at: string },
): Promise<string[]> {
  const rows = Row.parse(
    await tx.$queryRaw`
      UPDATE "Prompt" SET "status" = 'withdrawn', "reason" = ${what.reason}, "settledAt" = ${new Date(what.at)}
      WHERE "entityId" = ${what.entityId} AND "partId" = ${what.partId} AND "status" IN ('queued', 'held')
        AND (${what.duty ?? null}::text IS NULL OR "duty" = ${what.duty ?? null})
        AND (${what.cycle ?? null}::text IS NULL OR "cycle" = ${what.cycle ?? null})
        AND (${what.rung ?? null}::text IS NULL OR "rung" = ${what.rung ?? null})
      RETURNING "id"`,
  );
  return rows.map(({ id }) => id);
}
