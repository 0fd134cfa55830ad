import { z } from 'zod';
import type { Policy } from '../../domain/plan/policy.ts';
import type { Db } from '../client.ts';

/** Of a plan, what whoever speaks for it has to know. Without a plan all of it is null. */
export const Surroundings = z.object({
  clockId: z.string().nullable(),
  /** Of its clock. */
  offsetMs: z.number().nullable(),
  policy: z.unknown(),
  office: z.string().nullable(),
  /** Of the person who is spoken to. */
  locale: z.string().nullable(),
});

export interface PlanSurroundings {
  clockId: string | null;
  offsetMs: number | null;
  policy: Policy | null;
  office: string | null;
  locale: string | null;
}

/** `personId` null: nobody in particular. The plan's facts are long: of them the office's name alone is fetched. */
export async function planSurroundings(db: Db, planId: string, personId: string | null): Promise<PlanSurroundings> {
  const [row] = z.tuple([Surroundings]).parse(
    await db.$queryRaw`
        SELECT p."clockId", c."offsetMs"::float8 AS "offsetMs", p."policy", p."facts"->'office'->>'name' AS "office",
          (SELECT "locale" FROM "Person" WHERE "id" = ${personId}) AS "locale"
        FROM (SELECT 1) one LEFT JOIN "Plan" p ON p."id" = ${planId}
        LEFT JOIN "Clock" c ON c."id" = p."clockId"`,
  );
  return row as PlanSurroundings;
}
