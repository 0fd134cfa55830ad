import { z } from 'zod';
import { DUTY_KINDS } from '../../domain/supervision/types.ts';
import { batched } from '../batched.ts';
import { taskIdOf } from '../../domain/task-entity.ts';
import { Prisma, type Db, type PrismaClient } from '../client.ts';
import { checkpointOf, type EntityCheckpoint } from './checkpoint-of.ts';

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
    /** Answers that can still be taken back, the newest last. */
    filings: z
      .array(z.looseObject({ itemId: z.string(), kind: z.string(), by: z.string(), recordedAt: z.string() }))
      .optional(),
    /** The plan asks for it no more; an answer on its way is kept under it. */
    withdrawnAt: z.string().optional(),
    duties: z.array(Duty),
  }),
});

export type PersonPart = z.infer<typeof Row>;

/** The memberships for which a person answers at an instant of the plan's clock, among "given" askings. */
const mine = Prisma.sql`
  SELECT g."n", m."unitId", m."taskIds" FROM given g JOIN "Membership" m ON m."personId" = g."personId"
  WHERE m."active" OR EXISTS (
    SELECT 1 FROM "Handover" h
    WHERE h."fromPerson" = m."personId" AND h."unitId" = m."unitId" AND h."at" >= g."at")
  UNION
  SELECT g."n", m."unitId", m."taskIds" FROM given g
  JOIN "Leave" l ON l."standInId" = g."personId" AND (l."endedAt" IS NULL OR l."endedAt" > g."at")
    AND l."from" <= g."at" AND l."until" > g."at"
  JOIN "Membership" m ON m."personId" = l."personId" AND m."active"
  JOIN "Membership" s ON s."personId" = l."standInId" AND s."unitId" = m."unitId" AND s."active"`;

const givenOf = (asked: { personId: string; at: Date | null }[]): Prisma.Sql => Prisma.sql`
  SELECT * FROM jsonb_to_recordset(${JSON.stringify(asked.map(({ personId, at }, n) => ({ n, personId, at })))}::jsonb)
    AS g("n" int, "personId" text, "at" timestamptz)`;

/**
 * Every part that a person answers or answered for, open or not, withdrawn ones too, from the checkpoints: by unit, or
 * by task where the contact is a task's. `at` (plan's clock): those too that they stand in for then, and those that
 * they had not handed over yet when they spoke.
 */
export async function personParts(db: Db, personId: string, at: Date | null = null): Promise<PersonPart[]> {
  return z.array(Row).parse(
    await db.$queryRaw`
      WITH given AS (${givenOf([{ personId, at }])}), mine AS (${mine})
      SELECT DISTINCT ON (t."ordinal", c."entityId", part->>'id')
        c."entityId", c."planId", c."status", s."no", s."title", u."name" AS "unit", t."ordinal", part AS "part"
      FROM mine m
      JOIN "Unit" u ON u."id" = m."unitId"
      JOIN "Checkpoint" c ON c."planId" = u."planId" AND c."kind" IN ('task', 'phase')
      CROSS JOIN LATERAL jsonb_to_record(c."state")
        AS s("no" text, "title" text, "parts" jsonb, "formerParts" jsonb)
      CROSS JOIN LATERAL jsonb_array_elements(s."parts" || COALESCE(s."formerParts", '[]'::jsonb)) part
      LEFT JOIN "Task" t ON c."entityId" = 'task/' || t."id"
      WHERE part->>'unitId' = m."unitId" AND (cardinality(m."taskIds") = 0 OR substr(c."entityId", 6) = ANY (m."taskIds"))
      ORDER BY t."ordinal", c."entityId", part->>'id'`,
  );
}

interface Asked {
  personId: string;
  at: Date;
  entityIds: string[];
}

/** The same of some entities alone: no other's state is read. */
export const personPartsIn = async (db: PrismaClient, { entityIds, ...asked }: Asked): Promise<PersonPart[]> => {
  const [memberships, checkpoints] = await Promise.all([
    membershipsAt(db, asked),
    Promise.all(entityIds.map((entityId) => checkpointOf(db, entityId))),
  ]);
  return checkpoints.flatMap((checkpoint) => (checkpoint ? partsIn(checkpoint, memberships) : []));
};

function partsIn(
  { entityId, planId, status, ordinal, state }: EntityCheckpoint,
  memberships: Membership[],
): PersonPart[] {
  if (state.kind === 'plan') return [];
  const { no, title, parts, formerParts = [] } = state;
  return [...parts, ...formerParts].flatMap((part) => {
    const own = memberships.find(
      (one) =>
        one.unitId === part.unitId &&
        one.planId === planId &&
        (one.taskIds.length === 0 || one.taskIds.includes(taskIdOf(entityId) ?? '')),
    );
    return own ? [Row.parse({ entityId, planId, status, no, title, unit: own.unit, ordinal, part })] : [];
  });
}

const MembershipRow = z.array(
  z.object({
    n: z.number(),
    unitId: z.string(),
    taskIds: z.array(z.string()),
    unit: z.string(),
    planId: z.string(),
  }),
);

type Membership = z.infer<typeof MembershipRow>[number];

const membershipsAt = batched(async (db, asked: Omit<Asked, 'entityIds'>[]): Promise<Membership[][]> => {
  const rows = MembershipRow.parse(
    await db.$queryRaw`
      WITH given AS (${givenOf(asked)})
      SELECT m."n", m."unitId", m."taskIds", u."name" AS "unit", u."planId"
      FROM (${mine}) m JOIN "Unit" u ON u."id" = m."unitId"`,
  );
  const byCall = Map.groupBy(rows, ({ n }) => n);
  return asked.map((_, n) => byCall.get(n) ?? []);
});
