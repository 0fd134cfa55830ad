import { z } from 'zod';
import type { Db } from '../client.ts';

/**
 * A kick stands while the sender of this clock hasn't begun to look since it was given: whatever is on record by now
 * will be seen by that look. Not for ever, since a Temporal that was lost took its kicks along.
 */
const STANDS_MS = 5_000;

const Row = z.array(z.object({ looks: z.bigint(), stands: z.boolean() }));

export interface KickStanding {
  /** How often this sender had begun to look, as it was asked. */
  looks: bigint;
  /** One that told it this offset, or a later one, stands already. */
  stands: boolean;
}

export async function kickStanding(db: Db, clockId: string, offsetMs: number): Promise<KickStanding | null> {
  const [row] = Row.parse(
    await db.$queryRaw`
      SELECT "looks", coalesce("kickedLook" = "looks" AND "kickedOffsetMs" >= ${BigInt(Math.round(offsetMs))}
        AND "kickedAt" > now() - ${STANDS_MS} * interval '1 millisecond', false) AS "stands"
      FROM "Clock" WHERE "id" = ${clockId}`,
  );
  return row ?? null;
}

/** After the kick was given, with what was asked before it: a look that has begun since makes it count no more. */
export async function noteKick(db: Db, clockId: string, looks: bigint, offsetMs: number): Promise<void> {
  await db.$executeRaw`
    UPDATE "Clock" SET "kickedLook" = ${looks}, "kickedOffsetMs" = ${BigInt(Math.round(offsetMs))}, "kickedAt" = now()
    WHERE "id" = ${clockId} AND "looks" = ${looks}`;
}

/** The sender begins to look: what is put on record from now on needs a kick of its own. */
export async function beginLook(db: Db, clockId: string): Promise<void> {
  await db.$executeRaw`UPDATE "Clock" SET "looks" = "looks" + 1 WHERE "id" = ${clockId}`;
}

/** The sender was ended, or its Temporal is another one: no kick stands. */
export async function forgetKicks(db: Db, clockId: string): Promise<void> {
  await db.$executeRaw`UPDATE "Clock" SET "kickedLook" = NULL WHERE "id" = ${clockId}`;
}
