import { z } from 'zod';
import { batched } from '../batched.ts';
import type { Db } from '../client.ts';

export interface NewInboxRow {
  id: string;
  dedupeKey: string;
  clockId: string;
  channel: string;
  team: string;
  externalId: string;
  personId: string | null;
  kind: string;
  text: string | null;
  payload: unknown;
  receivedAt: Date;
  planAt: Date;
  /** Queued prompts that wait while it is read: all that its author answers for, … */
  holdsAll: boolean;
  /** … or those of these parts. */
  holds: { entityId: string; partId: string }[];
}

const Row = z.array(z.object({ id: z.string() }));

/**
 * Puts a message on record with what follows at once: prompts that it may answer wait (real time: SQL's clock), and
 * whoever writes from an address can be reached there. One statement, so all of it or nothing, and a single wait.
 * False: the same message is on record already.
 */
export const insertInboxRow = batched(insertInboxRows);

async function insertInboxRows(db: Db, given: NewInboxRow[]): Promise<boolean[]> {
  const rows = Row.parse(
    await db.$queryRaw`
      WITH given AS (
        SELECT * FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS g("id" text, "dedupeKey" text,
          "clockId" text, "channel" text, "team" text, "externalId" text, "personId" text, "kind" text, "text" text,
          "payload" jsonb, "receivedAt" timestamptz, "planAt" timestamptz, "holdsAll" boolean, "holds" jsonb)
      ), received AS (
        INSERT INTO "Inbox" ("id", "dedupeKey", "clockId", "channel", "team", "externalId", "personId", "kind", "text",
          "payload", "receivedAt", "planAt")
        SELECT "id", "dedupeKey", "clockId", "channel", "team", "externalId", "personId", "kind", "text", "payload",
          "receivedAt", "planAt" FROM given
        ON CONFLICT ("dedupeKey") DO NOTHING RETURNING "id", "channel", "team", "externalId"
      ), meant AS (
        SELECT DISTINCT ON (meant."promptId") meant."promptId", meant."inboxId" FROM (
          SELECT p."id" AS "promptId", g."id" AS "inboxId", g."receivedAt"
          FROM given g CROSS JOIN LATERAL jsonb_to_recordset(g."holds") AS t("entityId" text, "partId" text)
          JOIN "Prompt" p ON p."entityId" = t."entityId" AND p."partId" = t."partId"
          WHERE p."status" = 'queued'
          UNION ALL
          SELECT p."id", g."id", g."receivedAt" FROM given g
          JOIN "Membership" m ON m."personId" = g."personId" AND m."active"
          JOIN "Prompt" p ON p."unitId" = m."unitId" AND p."status" = 'queued'
          WHERE g."holdsAll" AND (cardinality(m."taskIds") = 0 OR substr(p."entityId", 6) = ANY (m."taskIds"))
        ) meant ORDER BY meant."promptId", meant."receivedAt" DESC
      ), held AS (
        UPDATE "Prompt" p SET "heldUntil" = now() + interval '15 minutes', "heldBy" = received."id"
        FROM received JOIN meant ON meant."inboxId" = received."id"
        WHERE p."id" = meant."promptId" AND p."status" = 'queued'
      ), used AS (
        UPDATE "Account" a SET "lastUsedAt" = now(), "failedAt" = NULL, "failReason" = NULL FROM received r
        WHERE a."channel" = r."channel" AND a."team" = r."team" AND a."externalId" = r."externalId"
      )
      SELECT "id" FROM received`,
  );
  const received = new Set(rows.map(({ id }) => id));
  return given.map(({ id }) => received.has(id));
}
