import { z } from 'zod';
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
}

/** Queued prompts that wait while the message is read: all that its author answers for, or those of some parts. */
export interface Holds {
  person: string | null;
  parts: { entityId: string; partId: string }[];
}

const Row = z.array(z.object({ id: z.string() }));

/**
 * Puts a message on record with what follows at once: prompts that it may answer wait (real time: SQL's clock), and
 * whoever writes from an address can be reached there. One statement, so all of it or nothing, and a single wait.
 * False: the same message is on record already.
 */
export async function insertInboxRow(db: Db, row: NewInboxRow, { person, parts }: Holds): Promise<boolean> {
  const entityIds = parts.map(({ entityId }) => entityId);
  const partIds = parts.map(({ partId }) => partId);
  const rows = Row.parse(
    await db.$queryRaw`
      WITH received AS (
        INSERT INTO "Inbox" ("id", "dedupeKey", "clockId", "channel", "team", "externalId", "personId", "kind", "text",
          "payload", "receivedAt", "planAt")
        VALUES (${row.id}, ${row.dedupeKey}, ${row.clockId}, ${row.channel}, ${row.team}, ${row.externalId},
          ${row.personId}, ${row.kind}, ${row.text}, ${JSON.stringify(row.payload)}::jsonb, ${row.receivedAt}, ${row.planAt})
        ON CONFLICT ("dedupeKey") DO NOTHING RETURNING "id"
      ), meant AS (
        SELECT p."id" FROM "Prompt" p
        JOIN unnest(${entityIds}::text[], ${partIds}::text[]) AS t("entityId", "partId")
          ON p."entityId" = t."entityId" AND p."partId" = t."partId"
        WHERE p."status" = 'queued'
        UNION
        SELECT p."id" FROM "Membership" m JOIN "Prompt" p ON p."unitId" = m."unitId"
        WHERE m."personId" = ${person} AND m."active" AND p."status" = 'queued'
          AND (cardinality(m."taskIds") = 0 OR substr(p."entityId", 6) = ANY (m."taskIds"))
      ), held AS (
        UPDATE "Prompt" p SET "heldUntil" = now() + interval '15 minutes', "heldBy" = received."id"
        FROM received, meant WHERE p."id" = meant."id" AND p."status" = 'queued'
      ), used AS (
        UPDATE "Account" a SET "lastUsedAt" = now(), "failedAt" = NULL, "failReason" = NULL FROM received
        WHERE a."channel" = ${row.channel} AND a."team" = ${row.team} AND a."externalId" = ${row.externalId}
      )
      SELECT "id" FROM received`,
  );
  return rows.length > 0;
}
