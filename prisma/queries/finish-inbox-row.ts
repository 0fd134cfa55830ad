import { z } from 'zod';
import type { Locale } from '../../domain/chat/catalogue/index.ts';
import { batched } from '../batched.ts';
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

const Row = z.array(z.object({ id: z.string(), done: z.boolean(), freed: z.number(), locale: z.string().nullable() }));

export interface RowEnd {
  /** False: another process did all this before. */
  done: boolean;
  /** Prompts that the row had held. */
  freed: number;
  /** Of the person, in which the answers are worded on their way. */
  locale: Locale;
}

/**
 * Marks a row done with what always follows: held prompts go free, its answers are on record with their buttons, and
 * what the person's other files belong to may be known with it. One statement, so all of it or nothing.
 */
export const finishInboxRow = batched(finishInboxRows);

export async function finishInboxRows(db: Db, ends: FinishedRow[]): Promise<RowEnd[]> {
  const answers = ends.flatMap(({ answers: own, ...row }) =>
    own.map(({ id, message }) => ({ ...row, id, rowId: row.id, message })),
  );
  const actions = answers.flatMap(({ id, rowId, personId, message }) =>
    message.buttons.map((button) => ({ id: button.id, deliveryId: id, rowId, personId, act: button.act })),
  );
  const given = ends.map(({ id, outcome, code, personId, used }) => ({ id, outcome, code, personId, used }));
  const rows = Row.parse(
    await db.$queryRaw`
      WITH given AS (
        SELECT * FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
          AS g("id" text, "outcome" text, "code" text, "personId" text, "used" jsonb)
      ), done AS (
        UPDATE "Inbox" i SET "status" = 'done', "outcome" = g."outcome", "error" = g."code", "doneAt" = now()
        FROM given g WHERE i."id" = g."id" AND i."status" = 'open' RETURNING i."id"
      ), freed AS (
        UPDATE "Prompt" p SET "heldUntil" = NULL, "heldBy" = NULL FROM done WHERE p."heldBy" = done."id"
        RETURNING done."id"
      ), answered AS (
        INSERT INTO "Delivery" ("id", "planId", "clockId", "personId", "channel", "klass", "status", "message", "planAt")
        SELECT a."id", a."planId", a."clockId", a."personId", a."channel", a."message"->>'klass', 'sending',
          a."message" || CASE WHEN p."locale" = 'en' THEN '{"locale":"en"}'::jsonb ELSE '{}'::jsonb END, a."planAt"
        FROM jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) AS a("id" text, "rowId" text, "planId" text,
          "clockId" text, "personId" text, "channel" text, "message" jsonb, "planAt" timestamptz)
        JOIN done ON done."id" = a."rowId" LEFT JOIN "Person" p ON p."id" = a."personId"
      ), offered AS (
        INSERT INTO "Action" ("id", "deliveryId", "personId", "act")
        SELECT a."id", a."deliveryId", a."personId", a."act"
        FROM jsonb_to_recordset(${JSON.stringify(actions)}::jsonb)
          AS a("id" text, "deliveryId" text, "rowId" text, "personId" text, "act" jsonb)
        JOIN done ON done."id" = a."rowId"
      ), used AS (
        UPDATE "Action" SET "usedAt" = now() WHERE "id" = ANY (ARRAY(
          SELECT u.value FROM given g JOIN done ON done."id" = g."id"
          CROSS JOIN LATERAL jsonb_array_elements_text(g."used") u))
      ), looked AS (
        UPDATE "Evidence" e SET "nextTryAt" = 'epoch' FROM given g JOIN done ON done."id" = g."id"
        WHERE e."personId" = g."personId" AND e."status" = 'stored' AND e."filedAt" IS NULL
      )
      SELECT g."id", EXISTS (SELECT 1 FROM done WHERE done."id" = g."id") AS "done",
        (SELECT count(*)::int FROM freed WHERE freed."id" = g."id") AS "freed", p."locale"
      FROM given g LEFT JOIN "Person" p ON p."id" = g."personId"`,
  );
  return ends.map(({ id }) => {
    const { done = false, freed = 0, locale = null } = rows.find((row) => row.id === id) ?? {};
    return { done, freed, locale: asLocale(locale ?? undefined) };
  });
}
