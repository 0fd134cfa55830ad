import { z } from 'zod';
import { DUTY_KINDS } from '../../domain/supervision/types.ts';
import type { Db } from '../client.ts';

const Duty = z.looseObject({
  kind: z.enum(DUTY_KINDS),
  cycle: z.string(),
  dueOn: z.string(),
  redAt: z.string(),
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
    /** The plan asks for it no more; an answer on its way is kept under it. */
    withdrawnAt: z.string().optional(),
    duties: z.array(Duty),
  }),
});

export type PersonPart = z.infer<typeof Row>;

/** Every part that a person answers or answered for, open or not, withdrawn ones too, from the checkpoints: by unit, or by task where the contact is a task's. */
export async function personParts(db: Db, personId: string): Promise<PersonPart[]> {
  return z.array(Row).parse(
    await db.$queryRaw`
      SELECT DISTINCT ON (t."ordinal", c."entityId", part->>'id')
        c."entityId", c."planId", c."status", c."state"->>'no' AS "no", c."state"->>'title' AS "title",
        u."name" AS "unit", t."ordinal", part AS "part"
      FROM "Membership" m
      JOIN "Unit" u ON u."id" = m."unitId"
      JOIN "Checkpoint" c ON c."planId" = u."planId" AND c."kind" IN ('task', 'phase')
      CROSS JOIN LATERAL jsonb_array_elements(
        (c."state"->'parts') || COALESCE(c."state"->'formerParts', '[]'::jsonb)) part
      LEFT JOIN "Task" t ON c."entityId" = 'task/' || t."id"
      WHERE m."personId" = ${personId} AND m."active" AND part->>'unitId' = m."unitId"
        AND (cardinality(m."taskIds") = 0 OR substr(c."entityId", 6) = ANY (m."taskIds"))
      ORDER BY t."ordinal", c."entityId", part->>'id'`,
  );
}
