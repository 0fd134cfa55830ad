import { z } from 'zod';
import type { Db } from '../client.ts';

const Row = z.array(z.object({ id: z.string() }));

/** How long one process may take for one file; then another may try. */
const LEASE_MS = 90_000;

/**
 * Takes files that something is to be done about: to be fetched, to be filed, to be asked about, or to be told of.
 * Those whose question stands open are left alone; each is taken by one process at a time.
 */
export async function claimEvidence(db: Db, limit: number): Promise<string[]> {
  const rows = Row.parse(
    await db.$queryRaw`
      UPDATE "Evidence" SET "nextTryAt" = now() + ${LEASE_MS} * interval '1 millisecond'
      WHERE "id" IN (
        SELECT "id" FROM "Evidence"
        WHERE "nextTryAt" <= now() AND (
          "status" = 'waiting'
          OR ("status" = 'stored' AND "filedAt" IS NULL AND ("entityId" IS NOT NULL OR "askedWith" IS NULL))
          OR ("status" = 'refused' AND "toldAt" IS NULL)
        )
        ORDER BY "createdAt", "id" LIMIT ${limit}
        FOR UPDATE SKIP LOCKED
      )
      RETURNING "id"`,
  );
  return rows.map(({ id }) => id).sort();
}
