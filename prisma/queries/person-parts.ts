import { z } from 'zod';
import { DUTY_KINDS } from '../../domain/supervision/types.ts';
import { Prisma, type Db } from '../client.ts';

const Duty = z.looseObject({
  kind: z.enum(DUTY_KINDS),
  cycle: z.string(),
  also: z.array(z.string()).optional(),
  dueOn: z.string(),
  dueAt: z.string(),
  redAt: z.string().optional(),
  openFrom: z.string(),
  filedAt: z.string().optional(),
});

const Row = z.object({
  entityId: z.string(),
  planId: z.string(),
  status: z.string(),
  no: z.string().nullable(),
  title: z.string(),
  unit: z.string(),
  ordinal: z.number().nullable(),
  part: z.looseObject({
    id: z.string(),
    unitId: z.string(),
    title: z.string().optional(),
    progress: z.number().nullable(),
    completion: z.string(),
    lastWords: z.string().nullable(),
    lastReportAt: z.string().nullable(),
    takenBackAt: z.string().optional(),
    recurs: z.looseObject({ kind: z.string() }).optional(),
    /** Last totals by what they count; absent: none. */
    figures: z
      .array(z.looseObject({ name: z.string(), value: z.number(), unit: z.string(), on: z.string() }))
      .optional(),
    /** The plan asks for it no more; an answer on its way is kept under it. */
    withdrawnAt: z.string().optional(),
    duties: z.array(Duty),
  }),
});

export type PersonPart = z.infer<typeof Row>;

/**
 * Every part that a person answers or answered for, open or not, withdrawn ones too, from the checkpoints: by unit, or
 * by task where the contact is a task's. `at` (plan's clock): those too that they stand in for then, and those that
 * they had not handed over yet when they spoke. `of`: those of these entities alone.
 */
export async function personParts(
  db: Db,
  personId: string,
  at: Date | null = null,
  of: string[] | null = null,
): Promise<PersonPart[]> {
  const those = of === null ? Prisma.empty : Prisma.sql`AND c."entityId" = ANY (${of})`;
  return z.array(Row).parse(
    await db.$queryRaw`
      WITH mine AS (
        SELECT m."unitId", m."taskIds" FROM "Membership" m
        WHERE m."personId" = ${personId} AND (m."active" OR EXISTS (
          SELECT 1 FROM "Handover" h
          WHERE h."fromPerson" = m."personId" AND h."unitId" = m."unitId" AND h."at" >= ${at}::timestamptz))
        UNION
        SELECT m."unitId", m."taskIds" FROM "Leave" l
        JOIN "Membership" m ON m."personId" = l."personId" AND m."active"
        JOIN "Membership" s ON s."personId" = l."standInId" AND s."unitId" = m."unitId" AND s."active"
        WHERE l."standInId" = ${personId} AND (l."endedAt" IS NULL OR l."endedAt" > ${at}::timestamptz)
          AND l."from" <= ${at}::timestamptz AND l."until" > ${at}::timestamptz
      )
      SELECT DISTINCT ON (t."ordinal", c."entityId", part->>'id')
        c."entityId", c."planId", c."status", c."state"->>'no' AS "no", c."state"->>'title' AS "title",
        u."name" AS "unit", t."ordinal", part AS "part"
      FROM mine m
      JOIN "Unit" u ON u."id" = m."unitId"
      JOIN "Checkpoint" c ON c."planId" = u."planId" AND c."kind" IN ('task', 'phase') ${those}
      CROSS JOIN LATERAL jsonb_array_elements(
        (c."state"->'parts') || COALESCE(c."state"->'formerParts', '[]'::jsonb)) part
      LEFT JOIN "Task" t ON c."entityId" = 'task/' || t."id"
      WHERE part->>'unitId' = m."unitId" AND (cardinality(m."taskIds") = 0 OR substr(c."entityId", 6) = ANY (m."taskIds"))
      ORDER BY t."ordinal", c."entityId", part->>'id'`,
  );
}
