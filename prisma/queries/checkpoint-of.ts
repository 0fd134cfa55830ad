import { z } from 'zod';
import type { EntityState } from '../../domain/supervision/types.ts';
import { batched } from '../batched.ts';

const Row = z.object({
  entityId: z.string(),
  planId: z.string(),
  status: z.string(),
  ordinal: z.number().nullable(),
  state: z.unknown(),
});

/** An entity as it is checkpointed; `ordinal`: a task's place in its plan. */
export type EntityCheckpoint = Omit<z.infer<typeof Row>, 'state'> & { state: EntityState };

/** Shared by all who ask together: not to be changed. null: there is none. */
export const checkpointOf = batched(async (db, entityIds: string[]): Promise<(EntityCheckpoint | null)[]> => {
  const rows = z.array(Row).parse(
    await db.$queryRaw`
      SELECT c."entityId", c."planId", c."status", t."ordinal", c."state"
      FROM "Checkpoint" c LEFT JOIN "Task" t ON c."kind" = 'task' AND t."id" = substr(c."entityId", 6)
      WHERE c."entityId" = ANY (${[...new Set(entityIds)]}::text[])`,
  );
  const found = new Map(rows.map((row) => [row.entityId, row as EntityCheckpoint]));
  return entityIds.map((entityId) => found.get(entityId) ?? null);
});
