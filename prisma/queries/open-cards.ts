import { z } from 'zod';
import { Prisma, type Db } from '../client.ts';

const Line = z.object({
  deliveryId: z.string(),
  entityId: z.string(),
  partId: z.string(),
  duty: z.string(),
  cycle: z.string(),
});

export type CardLine = z.infer<typeof Line>;

interface AboutPart {
  entityId: string;
  partId: string;
}

/** Questions to a person about this part alone: answers whose every button is about it. */
const questions = ({ entityId, partId }: AboutPart, personId: string): Prisma.Sql => Prisma.sql`
  SELECT d."id" AS "deliveryId" FROM "Delivery" d JOIN "Action" a ON a."deliveryId" = d."id"
  WHERE d."personId" = ${personId} AND d."klass" = 'answer' AND d."closedAt" IS NULL
  GROUP BY d."id"
  HAVING bool_and(coalesce(a."act"->>'entityId' = ${entityId} AND a."act"->>'partId' = ${partId}, false))
    AND bool_or(a."act"->>'kind' <> 'choose-task')`;

/** Ids of the questions to this person about this part alone (请补充一项). */
export async function openQuestions(db: Db, part: AboutPart, personId: string): Promise<string[]> {
  const rows = z.array(z.object({ deliveryId: z.string() })).parse(await db.$queryRaw(questions(part, personId)));
  return rows.map(({ deliveryId }) => deliveryId);
}

/**
 * What an answer about this part may close: every line of every card that still takes answers and speaks of it,
 * whoever got it, and the questions that were put to this person.
 */
export async function openCards(
  db: Db,
  { entityId, partId }: AboutPart,
  personId: string,
): Promise<{ lines: CardLine[]; questions: string[] }> {
  const rows = z.array(z.looseObject({ deliveryId: z.string(), entityId: z.string().nullable() })).parse(
    await db.$queryRaw`
      SELECT l."deliveryId", l."entityId", l."partId", l."duty", l."cycle", l."id"
      FROM "Prompt" l
      WHERE l."deliveryId" IN (
        SELECT p."deliveryId" FROM "Prompt" p JOIN "Delivery" d ON d."id" = p."deliveryId"
        WHERE p."entityId" = ${entityId} AND p."partId" = ${partId} AND d."closedAt" IS NULL AND d."status" IN ('sent', 'ambiguous'))
      UNION ALL
      SELECT q."deliveryId", NULL, NULL, NULL, NULL, NULL FROM (${questions({ entityId, partId }, personId)}) q
      ORDER BY "deliveryId", "id"`,
  );
  const of = Map.groupBy(rows, (row) => (row.entityId === null ? 'question' : 'line'));
  return {
    lines: z.array(Line).parse(of.get('line') ?? []),
    questions: (of.get('question') ?? []).map(({ deliveryId }) => deliveryId),
  };
}
