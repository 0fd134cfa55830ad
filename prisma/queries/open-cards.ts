import { z } from 'zod';
import { batched } from '../batched.ts';
import { Prisma, type Db } from '../client.ts';

const Line = z.object({
  deliveryId: z.string(),
  entityId: z.string(),
  partId: z.string(),
  duty: z.string(),
  cycle: z.string(),
});

export type CardLine = z.infer<typeof Line>;

/** An answer of this person about this part. */
interface AboutPart {
  entityId: string;
  partId: string;
  personId: string;
}

export interface OpenCards {
  lines: CardLine[];
  /** Ids of questions. */
  questions: string[];
}

const givenOf = (parts: AboutPart[]): Prisma.Sql => Prisma.sql`
  SELECT * FROM jsonb_to_recordset(
    ${JSON.stringify(parts.map(({ entityId, partId, personId }, n) => ({ n, entityId, partId, personId })))}::jsonb)
    AS g("n" int, "entityId" text, "partId" text, "personId" text)`;

/**
 * Questions to a person about one part alone: answers whose every button is about it. `OFFSET 0` here and below: from
 * what is asked for to its rows by their indexes, whatever the tables' statistics say by now of their sizes.
 */
const questions = Prisma.sql`
  SELECT DISTINCT g."n", d."id" AS "deliveryId" FROM given g
  CROSS JOIN LATERAL (
    SELECT "deliveryId" FROM "Action" a WHERE a."act"->>'entityId' = g."entityId" AND a."act"->>'partId' = g."partId"
      AND a."act"->>'kind' <> 'choose-task' OFFSET 0) a
  CROSS JOIN LATERAL (
    SELECT "id" FROM "Delivery" d WHERE d."id" = a."deliveryId" AND d."personId" = g."personId"
      AND d."klass" = 'answer' AND d."closedAt" IS NULL OFFSET 0) d
  WHERE NOT EXISTS (
    SELECT 1 FROM "Action" o WHERE o."deliveryId" = d."id"
      AND (o."act"->>'entityId' = g."entityId" AND o."act"->>'partId' = g."partId") IS NOT TRUE)`;

/** Ids of the questions to this person about this part alone (请补充一项). */
export async function openQuestions(db: Db, part: AboutPart): Promise<string[]> {
  const rows = z
    .array(z.object({ deliveryId: z.string() }))
    .parse(await db.$queryRaw`WITH given AS (${givenOf([part])}) ${questions}`);
  return rows.map(({ deliveryId }) => deliveryId);
}

const Row = z.array(z.looseObject({ n: z.number(), deliveryId: z.string(), entityId: z.string().nullable() }));

/**
 * What an answer about this part may close: every line of every card that still takes answers and speaks of it,
 * whoever got it, and the questions that were put to this person.
 */
export const openCards = batched(async (db, parts: AboutPart[]): Promise<OpenCards[]> => {
  const rows = Row.parse(
    await db.$queryRaw`
      WITH given AS (${givenOf(parts)}), cards AS (
        SELECT DISTINCT g."n", p."deliveryId" FROM given g
        CROSS JOIN LATERAL (
          SELECT "deliveryId" FROM "Prompt" WHERE "entityId" = g."entityId" AND "partId" = g."partId" OFFSET 0) p
        CROSS JOIN LATERAL (
          SELECT FROM "Delivery" d WHERE d."id" = p."deliveryId" AND d."closedAt" IS NULL
            AND d."status" IN ('sent', 'ambiguous') OFFSET 0) d
      )
      SELECT c."n", l."deliveryId", l."entityId", l."partId", l."duty", l."cycle", l."id"
      FROM cards c JOIN "Prompt" l ON l."deliveryId" = c."deliveryId"
      UNION ALL
      SELECT q."n", q."deliveryId", NULL, NULL, NULL, NULL, NULL FROM (${questions}) q
      ORDER BY "deliveryId", "id"`,
  );
  const byCall = Map.groupBy(rows, ({ n }) => n);
  return parts.map((_, n) => {
    const own = byCall.get(n) ?? [];
    return {
      lines: z.array(Line).parse(own.filter(({ entityId }) => entityId !== null)),
      questions: own.filter(({ entityId }) => entityId === null).map(({ deliveryId }) => deliveryId),
    };
  });
});
