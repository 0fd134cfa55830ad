import { z } from 'zod';
import type { Locale } from '../../domain/chat/catalogue/index.ts';
import type { Db } from '../client.ts';
import { asLocale } from '../person-locale.ts';
import type { StoredMessage } from './insert-delivery.ts';

export interface FinishedRow {
  id: string;
  outcome: string;
  code: string | null;
  /** To whom its answers go, and by which way. */
  personId: string;
  channel: string;
  planId: string;
  clockId: string;
  /** The plan's clock. */
  planAt: Date;
  /** Without their language: the person's, as it is by now. */
  answers: { id: string; message: StoredMessage }[];
  /** Buttons that count no more. */
  used: string[];
}

const Row = z.tuple([z.object({ done: z.boolean(), freed: z.number(), locale: z.string().nullable() })]);

/**
 * Marks a row done with what always follows: held prompts go free, its answers are on record with their buttons, and
 * what the person's other files belong to may be known with it. One statement, so all of it or nothing.
 * `done` false: another process did all this before.
 */
export async function finishInboxRow(
  db: Db,
  row: FinishedRow,
): Promise<{ done: boolean; freed: number; locale: Locale }> {
  const actions = row.answers.flatMap(({ id, message }) =>
    message.buttons.map((button) => ({ id: button.id, deliveryId: id, act: button.act })),
  );
  const [{ done, freed, locale }] = Row.parse(
    await db.$queryRaw`
      WITH done AS (
        UPDATE "Inbox" SET "status" = 'done', "outcome" = ${row.outcome}, "error" = ${row.code}, "doneAt" = now()
        WHERE "id" = ${row.id} AND "status" = 'open' RETURNING "id"
      ), freed AS (
        UPDATE "Prompt" p SET "heldUntil" = NULL, "heldBy" = NULL FROM done WHERE p."heldBy" = ${row.id} RETURNING p."id"
      ), whose AS (
        SELECT "locale" FROM "Person" WHERE "id" = ${row.personId}
      ), answered AS (
        INSERT INTO "Delivery" ("id", "planId", "clockId", "personId", "channel", "klass", "status", "message", "planAt")
        SELECT a."id", ${row.planId}, ${row.clockId}, ${row.personId}, ${row.channel}, a."message"->>'klass', 'sending',
          a."message" || CASE WHEN whose."locale" = 'en' THEN '{"locale":"en"}'::jsonb ELSE '{}'::jsonb END, ${row.planAt}::timestamptz
        FROM done, whose, jsonb_to_recordset(${JSON.stringify(row.answers)}::jsonb) AS a("id" text, "message" jsonb)
      ), offered AS (
        INSERT INTO "Action" ("id", "deliveryId", "personId", "act")
        SELECT a."id", a."deliveryId", ${row.personId}, a."act"
        FROM done, jsonb_to_recordset(${JSON.stringify(actions)}::jsonb) AS a("id" text, "deliveryId" text, "act" jsonb)
      ), used AS (
        UPDATE "Action" a SET "usedAt" = now() FROM done WHERE a."id" = ANY (${row.used}::text[])
      ), looked AS (
        UPDATE "Evidence" e SET "nextTryAt" = 'epoch' FROM done
        WHERE e."personId" = ${row.personId} AND e."status" = 'stored' AND e."filedAt" IS NULL
      )
      SELECT EXISTS (SELECT 1 FROM done) AS "done", (SELECT count(*)::int FROM freed) AS "freed",
        (SELECT "locale" FROM whose) AS "locale"`,
  );
  return { done, freed, locale: asLocale(locale ?? undefined) };
}
