import { z } from 'zod';
import type { Db } from '../client.ts';

const Row = z.array(
  z.object({
    entityAt: z.date().nullable(),
    answerAt: z.date().nullable(),
    askAt: z.date().nullable(),
    notBefore: z.date().nullable(),
    dueAt: z.date().nullable(),
    noticeAt: z.date().nullable(),
    waiting: z.coerce.number(),
  }),
);

export type NextInstants = z.infer<typeof Row>[number];

/** The next instant of each kind on one clock, after `now`; `waiting`: prompts that only a window or a binding will free. */
export async function nextInstants(db: Db, clockId: string, now: Date): Promise<NextInstants> {
  const [row] = Row.parse(
    await db.$queryRaw`
      SELECT
        (SELECT min(c."nextAt") FROM "Checkpoint" c JOIN "Plan" pl ON pl."id" = c."planId"
          WHERE pl."clockId" = ${clockId} AND c."status" IN ('waiting', 'open', 'running') AND c."nextAt" > ${now}) AS "entityAt",
        (SELECT min(s."dueAt") FROM "ScriptedAnswer" s WHERE s."clockId" = ${clockId} AND s."status" = 'planned') AS "answerAt",
        (SELECT min(o."askAgainAt") FROM "Proposal" o JOIN "Plan" pl ON pl."id" = o."planId"
          WHERE pl."clockId" = ${clockId} AND o."status" = 'open' AND o."askAgainAt" > ${now}) AS "askAt",
        (SELECT min(p."notBefore") FROM "Prompt" p WHERE p."clockId" = ${clockId} AND p."status" = 'queued' AND p."notBefore" > ${now}) AS "notBefore",
        (SELECT min(p."dueAt") FROM "Prompt" p WHERE p."clockId" = ${clockId} AND p."status" = 'queued' AND p."dueAt" > ${now}) AS "dueAt",
        (SELECT min(d."planAt") FROM "Delivery" d WHERE d."clockId" = ${clockId} AND d."klass" = 'notice' AND d."status" = 'queued') AS "noticeAt",
        (SELECT count(*) FROM "Prompt" p WHERE p."clockId" = ${clockId} AND p."status" = 'queued' AND p."slotAt" <= ${now}) AS waiting`,
  );
  if (!row) throw new Error('no row of next instants');
  return row;
}
