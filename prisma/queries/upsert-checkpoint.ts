import { z } from 'zod';
import type { Db } from '../client.ts';

export interface CheckpointWrite {
  entityId: string;
  kind: string;
  planId: string;
  generation: number;
  version: number;
  state: unknown;
  status: string;
  nextAt: string | null;
}

const Row = z.array(z.object({ entityId: z.string() }));
const Known = z.array(z.object({ generation: z.number(), version: z.number() }));

/**
 * Moves a checkpoint forward by (generation, version), compared as a pair, and holds the lock of its chain (lockChain)
 * until the transaction ends. `repeated`: this pair or a later one of the same generation is there already. `stale`: a
 * newer generation is.
 */
export async function upsertCheckpoint(tx: Db, write: CheckpointWrite): Promise<'applied' | 'repeated' | 'stale'> {
  const nextAt = write.nextAt === null ? null : new Date(write.nextAt);
  const state = JSON.stringify(write.state);
  const rows = Row.parse(
    await tx.$queryRaw`
      WITH chain AS (SELECT pg_advisory_xact_lock(hashtextextended(${write.entityId}, 7)))
      INSERT INTO "Checkpoint" AS c ("entityId", "kind", "planId", "generation", "version", "state", "status", "nextAt", "updatedAt")
      SELECT ${write.entityId}, ${write.kind}, ${write.planId}, ${write.generation}::int, ${write.version}::int, ${state}::jsonb,
        ${write.status}, ${nextAt}::timestamptz, now() FROM chain
      ON CONFLICT ("entityId") DO UPDATE
        SET "generation" = EXCLUDED."generation", "version" = EXCLUDED."version", "state" = EXCLUDED."state",
            "status" = EXCLUDED."status", "nextAt" = EXCLUDED."nextAt", "updatedAt" = now()
        WHERE (c."generation", c."version") < (EXCLUDED."generation", EXCLUDED."version")
      RETURNING "entityId"`,
  );
  if (rows.length > 0) return 'applied';
  const [known] = Known.parse(
    await tx.$queryRaw`SELECT "generation", "version" FROM "Checkpoint" WHERE "entityId" = ${write.entityId}`,
  );
  return known && known.generation > write.generation ? 'stale' : 'repeated';
}
