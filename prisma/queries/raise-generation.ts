import { z } from 'zod';
import type { Db } from '../client.ts';

const Row = z.array(z.object({ entityId: z.string() }));

/** Compare-and-set: true for the one caller that moved this entity past `generation`. */
export async function raiseGeneration(db: Db, entityId: string, generation: number): Promise<boolean> {
  const rows = Row.parse(
    await db.$queryRaw`
      UPDATE "Checkpoint" SET "generation" = ${generation + 1}, "updatedAt" = now()
      WHERE "entityId" = ${entityId} AND "generation" = ${generation}
      RETURNING "entityId"`,
  );
  return rows.length === 1;
}
