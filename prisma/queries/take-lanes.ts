import { z } from 'zod';
import { Prisma, type Db } from '../client.ts';
import type { Inbox } from '../generated/client.ts';
import { Pressed, pressedJson, type PressedButton } from './pressed-button.ts';
import { Surroundings, type PlanSurroundings } from './plan-surroundings.ts';

/** How long a process may be silent about a row before another takes its person over. */
export const LANE_LEASE_MS = 15_000;

/** The oldest open row of one person, theirs alone to whoever leased it, and what else is known of both. */
export interface Lane {
  key: string;
  row: Inbox;
  /** null: nobody is bound to the address. */
  person: { id: string; name: string } | null;
  /** The button that the row names; null: none, or nobody's. */
  pressed: PressedButton | null;
  /** The plan in which the person is spoken to by default; '' without any. */
  planId: string;
  plan: PlanSurroundings;
  /** As they wrote they answered for others too: somebody was away, or they have handed over since. */
  speaksForOthers: boolean;
}

const Row = z.object({
  key: z.string(),
  id: z.string(),
  dedupeKey: z.string(),
  inboxClockId: z.string(),
  channel: z.string(),
  team: z.string(),
  externalId: z.string(),
  personId: z.string().nullable(),
  kind: z.string(),
  text: z.string().nullable(),
  payload: z.unknown(),
  receivedAt: z.date(),
  planAt: z.date(),
  status: z.string(),
  outcome: z.string().nullable(),
  attempts: z.number(),
  error: z.string().nullable(),
  doneAt: z.date().nullable(),
  name: z.string().nullable(),
  pressed: Pressed.nullable(),
  planId: z.string().nullable(),
  speaksForOthers: z.boolean(),
  ...Surroundings.shape,
});

/** One row says at least whether there is more. */
const Taken = z.array(z.object({ more: z.boolean(), key: z.string().nullable() }).loose());

/**
 * Lets go of the lanes that are `done` and takes up to `limit` others with open rows, longest waiting first; one
 * process holds a person at a time. Whoever is unbound is a lane of its own by channel address. `more`: a lane that
 * was let go has another row, for the next call.
 */
export async function takeLanes(
  db: Db,
  token: string,
  { limit, done }: { limit: number; done: string[] },
): Promise<{ lanes: Lane[]; more: boolean }> {
  const rows = Taken.parse(
    await db.$queryRaw`
      WITH gone AS (
        DELETE FROM "InboxLease" WHERE "key" = ANY (${done}::text[]) AND "token" = ${token}
      ), waiting AS (
        SELECT DISTINCT ON ("key") "id", "receivedAt",
          coalesce("personId", "channel" || '/' || "team" || '/' || "externalId") AS "key"
        FROM "Inbox" WHERE "status" = 'open' ORDER BY "key", "receivedAt", "id"
      ), leased AS (
        INSERT INTO "InboxLease" AS l ("key", "token", "until")
        SELECT w."key", ${token}, now() + ${LANE_LEASE_MS} * interval '1 millisecond'
        FROM waiting w LEFT JOIN "InboxLease" x ON x."key" = w."key"
        WHERE (x."key" IS NULL OR x."until" <= now()) AND w."key" <> ALL (${done}::text[])
        ORDER BY w."receivedAt" LIMIT ${limit}
        ON CONFLICT ("key") DO UPDATE SET "token" = excluded."token", "until" = excluded."until" WHERE l."until" <= now()
        RETURNING l."key"
      )
      SELECT EXISTS (SELECT 1 FROM waiting WHERE "key" = ANY (${done}::text[])) AS "more", taken.*
      FROM (SELECT 1) one LEFT JOIN (${surroundings}) taken ON true
      ORDER BY taken."receivedAt"`,
  );
  const taken = z.array(Row).parse(rows.filter(({ key }) => key !== null));
  return { lanes: taken.map(laneOf), more: rows.some(({ more }) => more) };
}

const surroundings = Prisma.sql`
  SELECT leased."key", i."id", i."dedupeKey", i."clockId" AS "inboxClockId", i."channel", i."team", i."externalId",
    i."personId", i."kind", i."text", i."payload", i."receivedAt", i."planAt", i."status", i."outcome", i."attempts",
    i."error", i."doneAt", CASE WHEN a."id" IS NOT NULL THEN ${pressedJson} END AS "pressed", p."name", p."locale", home."planId", plan."clockId", c."offsetMs"::float8 AS "offsetMs", plan."policy",
    plan."facts"->'office'->>'name' AS "office",
    EXISTS (SELECT 1 FROM "Handover" o WHERE o."fromPerson" = i."personId" AND o."at" >= i."planAt")
      OR EXISTS (SELECT 1 FROM "Leave" l WHERE l."standInId" = i."personId" AND l."until" > i."planAt"
        AND l."from" <= i."planAt" AND (l."endedAt" IS NULL OR l."endedAt" > i."planAt")) AS "speaksForOthers"
  FROM leased JOIN waiting w ON w."key" = leased."key" JOIN "Inbox" i ON i."id" = w."id"
  LEFT JOIN "Action" a ON a."id" = i."payload"->>'buttonId' LEFT JOIN "Delivery" d ON d."id" = a."deliveryId"
  LEFT JOIN "Person" p ON p."id" = i."personId"
  LEFT JOIN LATERAL (
    SELECT u."planId", 0 AS "first", m."active", m."id"
    FROM "Membership" m JOIN "Unit" u ON u."id" = m."unitId" WHERE m."personId" = i."personId"
    UNION ALL
    SELECT g."planId", 1, true, g."id" FROM "Grant" g WHERE g."personId" = i."personId" AND g."planId" IS NOT NULL
    ORDER BY "first", "active" DESC, "id" LIMIT 1
  ) home ON true
  LEFT JOIN "Plan" plan ON plan."id" = home."planId" LEFT JOIN "Clock" c ON c."id" = plan."clockId"`;

function laneOf(taken: z.infer<typeof Row>): Lane {
  const { key, name, pressed, planId, speaksForOthers, clockId, offsetMs, policy, office, locale, ...rest } = taken;
  const { inboxClockId, payload, ...row } = rest;
  return {
    key,
    row: { ...row, clockId: inboxClockId, payload: payload as Inbox['payload'] },
    person: row.personId === null || name === null ? null : { id: row.personId, name },
    pressed,
    planId: planId ?? '',
    plan: { clockId, offsetMs, policy: policy as PlanSurroundings['policy'], office, locale },
    speaksForOthers,
  };
}
