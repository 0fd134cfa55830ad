import { z } from 'zod';
import type { Db } from '../client.ts';

const Row = z.array(z.object({ id: z.string() }));

/** A newer rung of the same duty takes the place of what is still waiting to be sent. */
export async function supersedeQueued(
  tx: Db,
  by: { id: string; entityId: string; partId: string; duty: string; cycle: string; rung: string; audience: string; now: string },
): Promise<number> {
  const rows = Row.parse(
    await tx.$queryRaw`
      UPDATE "Prompt" SET "status" = 'superseded', "reason" = ${by.rung}, "settledAt" = ${new Date(by.now)}
      WHERE "entityId" = ${by.entityId} AND "partId" = ${by.partId} AND "duty" = ${by.duty} AND "cycle" = ${by.cycle}
        AND "audience" = ${by.audience} AND "status" = 'queued' AND "id" <> ${by.id}
      RETURNING "id"`,
  );
  return rows.length;
}
