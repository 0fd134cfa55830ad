import { z } from 'zod';
import type { Db } from '../client.ts';

const Row = z.array(z.object({ id: z.string() }));

/** Newer rungs take the place of what is still waiting to be sent, or for the office's word, about the same duty to the same reader. */
export async function supersedeQueued(tx: Db, newer: string[], now: Date): Promise<number> {
  const rows = Row.parse(
    await tx.$queryRaw`
      UPDATE "Prompt" o SET "status" = 'superseded', "reason" = n."rung", "settledAt" = ${now}
      FROM "Prompt" n
      WHERE n."id" = ANY (${newer}::text[]) AND n."status" IN ('queued', 'held', 'sent')
        AND o."entityId" = n."entityId" AND o."partId" = n."partId" AND o."duty" = n."duty" AND o."cycle" = n."cycle"
        AND o."audience" = n."audience" AND o."status" IN ('queued', 'held') AND NOT (o."id" = ANY (${newer}::text[]))
      RETURNING o."id"`,
  );
  return rows.length;
}
