import { z } from 'zod';
import type { Db } from '../client.ts';

const Row = z.array(
  z.object({
    queued: z.coerce.number(),
    notBefore: z.date().nullable(),
    dueAt: z.date().nullable(),
    heldUntil: z.date().nullable(),
    leaseUntil: z.date().nullable(),
    planHold: z.date().nullable(),
  }),
);

export type Waiting = z.infer<typeof Row>[number];

/** What still waits on this clock, and the earliest instants that may free some of it. `heldUntil` and `leaseUntil` are real time. */
export async function waitingPrompts(db: Db, clockId: string, now: Date): Promise<Waiting> {
  const [row] = Row.parse(
    await db.$queryRaw`
      SELECT count(*) FILTER (WHERE (p."notBefore" IS NULL OR p."notBefore" <= ${now}) AND (p."heldUntil" IS NULL OR p."heldUntil" <= now())
               AND (pl."holdUntil" IS NULL OR pl."holdUntil" <= ${now})) AS queued,
             min(p."notBefore") FILTER (WHERE p."notBefore" > ${now}) AS "notBefore",
             min(p."dueAt") FILTER (WHERE p."dueAt" > ${now}) AS "dueAt",
             min(p."heldUntil") FILTER (WHERE p."heldUntil" > now()) AS "heldUntil",
             min(p."leaseUntil") FILTER (WHERE p."status" = 'sending') AS "leaseUntil",
             min(pl."holdUntil") FILTER (WHERE pl."holdUntil" > ${now}) AS "planHold"
      FROM "Prompt" p JOIN "Plan" pl ON pl."id" = p."planId"
      WHERE p."clockId" = ${clockId} AND p."status" IN ('queued', 'sending')`,
  );
  return row ?? { queued: 0, notBefore: null, dueAt: null, heldUntil: null, leaseUntil: null, planHold: null };
}
