import { z } from 'zod';
import type { ButtonAct } from '../../domain/chat/message.ts';
import { PARTS_IN } from '../../domain/chat/parts-in.ts';
import { batched } from '../batched.ts';
import type { Db } from '../client.ts';
import { REAL_CLOCK } from '../clock.ts';

export interface NewMessage {
  /** Of its row. */
  id: string;
  dedupeKey: string;
  channel: string;
  team: string;
  externalId: string;
  kind: string;
  text: string | null;
  payload: unknown;
  /** The pressed button; null: none. */
  buttonId: string | null;
  receivedAt: Date;
  /** The real clock. */
  now: Date;
  /** Its plan's clock, where it is told; null: `now` there. */
  planAt: Date | null;
  /** Parts whose queued prompts wait while it is read; null: the button's own. Words hold all that their author answers for. */
  holds: { entityId: string; partId: string }[] | null;
}

export type ReceivedMessage =
  | { kind: 'received' }
  /** On record before. */
  | { kind: 'seen'; id: string }
  /** Not on record: what its button holds is nowhere in the act. */
  | { kind: 'holds'; act: ButtonAct }
  /** Another delivery of the same message came just now. */
  | { kind: 'overtaken' };

const Row = z.array(
  z.object({
    received: z.boolean(),
    seenId: z.string().nullable(),
    act: z.looseObject({ kind: z.string() }).nullable(),
  }),
);

/**
 * Puts a message on record with what follows at once: whose it is and whose time counts is looked up, prompts that it
 * may answer wait (real time: SQL's clock), and whoever writes from an address can be reached there. One statement, so
 * all of it or nothing, and its provider waits once. A web session has already proved its person, whose id is the
 * address. Whose time: the pressed card's, else that of the plan in which the person is spoken to (a leader's by grant).
 */
export const receiveMessage = batched(receiveMessages);

async function receiveMessages(db: Db, messages: NewMessage[]): Promise<ReceivedMessage[]> {
  const given = messages.map((message, n) => ({ ...message, n }));
  const rows = Row.parse(
    await db.$queryRaw`
      WITH given AS (
        SELECT * FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS g("n" int, "id" text, "dedupeKey" text,
          "channel" text, "team" text, "externalId" text, "kind" text, "text" text, "payload" jsonb, "buttonId" text,
          "receivedAt" timestamptz, "now" timestamptz, "planAt" timestamptz, "holds" jsonb)
      ), about AS (
        SELECT g.*, who."personId", pressed."act", coalesce(pressed."clockId", home."clockId", ${REAL_CLOCK}) AS "ofClock",
          (SELECT "id" FROM "Inbox" i WHERE i."dedupeKey" = g."dedupeKey") AS "seenId",
          CASE
            WHEN who."personId" IS NULL THEN '[]'
            WHEN g."holds" IS NOT NULL THEN g."holds"
            WHEN pressed."act" IS NULL THEN '[]'
            ELSE CASE ${JSON.stringify(PARTS_IN)}::jsonb->>(pressed."act"->>'kind')
              WHEN 'lines' THEN pressed."act"->'lines'
              WHEN 'items' THEN pressed."act"->'items'
              WHEN 'own' THEN jsonb_build_array(pressed."act")
              WHEN 'none' THEN '[]'
            END
          END AS "meant"
        FROM given g
        CROSS JOIN LATERAL (
          SELECT CASE WHEN g."channel" = 'web' THEN (SELECT "id" FROM "Person" p WHERE p."id" = g."externalId")
            ELSE (SELECT "personId" FROM "Account" a WHERE a."channel" = g."channel" AND a."team" = g."team"
              AND a."externalId" = g."externalId" AND a."revokedAt" IS NULL)
          END AS "personId"
        ) who
        LEFT JOIN LATERAL (
          SELECT a."act", d."clockId" FROM "Action" a LEFT JOIN "Delivery" d ON d."id" = a."deliveryId"
          WHERE a."id" = g."buttonId" OFFSET 0
        ) pressed ON true
        LEFT JOIN LATERAL (
          SELECT p."clockId" FROM (
            SELECT u."planId", 0 AS "first", m."active", m."id"
            FROM "Membership" m JOIN "Unit" u ON u."id" = m."unitId" WHERE m."personId" = who."personId"
            UNION ALL
            SELECT o."planId", 1, true, o."id" FROM "Grant" o
            WHERE o."personId" = who."personId" AND o."planId" IS NOT NULL
            ORDER BY "first", "active" DESC, "id" LIMIT 1
          ) h JOIN "Plan" p ON p."id" = h."planId" WHERE pressed."clockId" IS NULL
        ) home ON true
      ), received AS (
        INSERT INTO "Inbox" ("id", "dedupeKey", "clockId", "channel", "team", "externalId", "personId", "kind", "text",
          "payload", "receivedAt", "planAt")
        SELECT a."id", a."dedupeKey", a."ofClock", a."channel", a."team", a."externalId", a."personId", a."kind",
          a."text", a."payload", a."receivedAt", coalesce(a."planAt", a."now" + coalesce(c."offsetMs", 0) * interval '1 millisecond')
        FROM about a LEFT JOIN "Clock" c ON c."id" = a."ofClock" AND c."id" <> ${REAL_CLOCK}
        WHERE a."seenId" IS NULL AND a."meant" IS NOT NULL
        ON CONFLICT ("dedupeKey") DO NOTHING RETURNING "id", "channel", "team", "externalId"
      ), meant AS (
        SELECT DISTINCT ON (meant."promptId") meant."promptId", meant."inboxId" FROM (
          SELECT p."id" AS "promptId", a."id" AS "inboxId", a."receivedAt"
          FROM about a CROSS JOIN LATERAL jsonb_to_recordset(a."meant") AS t("entityId" text, "partId" text)
          JOIN "Prompt" p ON p."entityId" = t."entityId" AND p."partId" = t."partId"
          WHERE p."status" = 'queued'
          UNION ALL
          SELECT p."id", a."id", a."receivedAt" FROM about a
          JOIN "Membership" m ON m."personId" = a."personId" AND m."active"
          JOIN "Prompt" p ON p."unitId" = m."unitId" AND p."status" = 'queued'
          WHERE a."kind" = 'text' AND (cardinality(m."taskIds") = 0 OR substr(p."entityId", 6) = ANY (m."taskIds"))
        ) meant JOIN received ON received."id" = meant."inboxId" ORDER BY meant."promptId", meant."receivedAt" DESC
      ), held AS (
        UPDATE "Prompt" p SET "heldUntil" = now() + interval '15 minutes', "heldBy" = meant."inboxId"
        FROM meant WHERE p."id" = meant."promptId" AND p."status" = 'queued'
      ), used AS (
        UPDATE "Account" a SET "lastUsedAt" = now(), "failedAt" = NULL, "failReason" = NULL FROM received r
        WHERE a."channel" = r."channel" AND a."team" = r."team" AND a."externalId" = r."externalId"
      )
      SELECT r."id" IS NOT NULL AS "received", a."seenId", CASE WHEN a."meant" IS NULL THEN a."act" END AS "act"
      FROM about a LEFT JOIN received r ON r."id" = a."id" ORDER BY a."n"`,
  );
  return rows.map(({ received, seenId, act }) => {
    if (seenId !== null) return { kind: 'seen', id: seenId };
    if (received) return { kind: 'received' };
    return act === null ? { kind: 'overtaken' } : { kind: 'holds', act: act as ButtonAct };
  });
}
