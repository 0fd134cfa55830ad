import { z } from 'zod';
import type { ButtonAct } from '../../domain/chat/message.ts';
import type { Address } from '../../domain/chat/port.ts';
import type { Db } from '../client.ts';

const Row = z.tuple([
  z.object({
    seenId: z.string().nullable(),
    personId: z.string().nullable(),
    act: z.looseObject({ kind: z.string() }).nullable(),
    clockId: z.string().nullable(),
    offsetMs: z.number().nullable(),
  }),
]);

export interface AboutMessage {
  /** Its row, where it came before. */
  seenId: string | null;
  /** Who writes from the address; null: nobody is bound to it. */
  personId: string | null;
  /** What the pressed button stands for, and its card's clock; null: no button, or nobody's. */
  act: ButtonAct | null;
  clockId: string | null;
  /** Of that clock. */
  offsetMs: number | null;
}

/**
 * All that is to be known before a message can be put on record, in one look: its provider waits. A web session has
 * already proved its person, whose id is the address.
 */
export async function aboutMessage(
  db: Db,
  dedupeKey: string,
  { channel, team, externalId }: Address,
  buttonId: string | null,
): Promise<AboutMessage> {
  const [row] = Row.parse(
    await db.$queryRaw`
      SELECT
        (SELECT "id" FROM "Inbox" WHERE "dedupeKey" = ${dedupeKey}) AS "seenId",
        CASE WHEN ${channel}::text = 'web' THEN (SELECT "id" FROM "Person" WHERE "id" = ${externalId})
          ELSE (SELECT "personId" FROM "Account"
            WHERE "channel" = ${channel} AND "team" = ${team} AND "externalId" = ${externalId} AND "revokedAt" IS NULL)
        END AS "personId",
        pressed."act", pressed."clockId", pressed."offsetMs"
      FROM (SELECT 1) one LEFT JOIN (
        SELECT a."act", d."clockId", c."offsetMs"::float8 AS "offsetMs"
        FROM "Action" a JOIN "Delivery" d ON d."id" = a."deliveryId" LEFT JOIN "Clock" c ON c."id" = d."clockId"
        WHERE a."id" = ${buttonId}
      ) pressed ON true`,
  );
  return row as AboutMessage;
}
