import { z } from 'zod';
import type { Db } from '../client.ts';

const Row = z.object({ entityId: z.string(), hash: z.string() });

/** The last hash of every chain as it stood at an instant (recorded before it). A demo's chains come and go: not among them. */
export async function chainHeads(db: Db, before: Date): Promise<z.infer<typeof Row>[]> {
  return z.array(Row).parse(
    await db.$queryRaw`
      SELECT DISTINCT ON (e."entityId") e."entityId", e."hash" FROM "Event" e
      WHERE e."recordedAt" < ${before} AND NOT EXISTS (SELECT 1 FROM "Plan" p WHERE p."id" = e."planId" AND p."demo")
      ORDER BY e."entityId", e."seq" DESC`,
  );
}
