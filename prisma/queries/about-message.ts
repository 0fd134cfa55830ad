import { z } from 'zod';
import type { ButtonAct } from '../../domain/chat/message.ts';
import type { Address } from '../../domain/chat/port.ts';
import { batched } from '../batched.ts';
import type { Db } from '../client.ts';

const Row = z.object({
  seenId: z.string().nullable(),
  personId: z.string().nullable(),
  act: z.looseObject({ kind: z.string() }).nullable(),
  clockId: z.string().nullable(),
  offsetMs: z.number().nullable(),
});

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

interface Message extends Address {
  dedupeKey: string;
  buttonId: string | null;
}

/**
 * All that is to be known before a message can be put on record, in one look: its provider waits. A web session has
 * already proved its person, whose id is the address.
 */
export const aboutMessage = batched(aboutMessages);

async function aboutMessages(db: Db, messages: Message[]): Promise<AboutMessage[]> {
  const rows = z.array(Row).parse(
    await db.$queryRaw`
      SELECT
        (SELECT "id" FROM "Inbox" i WHERE i."dedupeKey" = m."dedupeKey") AS "seenId",
        CASE WHEN m."channel" = 'web' THEN (SELECT "id" FROM "Person" p WHERE p."id" = m."externalId")
          ELSE (SELECT "personId" FROM "Account" a WHERE a."channel" = m."channel" AND a."team" = m."team"
            AND a."externalId" = m."externalId" AND a."revokedAt" IS NULL)
        END AS "personId",
        pressed."act", d."clockId", c."offsetMs"::float8 AS "offsetMs"
      FROM jsonb_to_recordset(${JSON.stringify(messages.map((message, n) => ({ ...message, n })))}::jsonb)
        AS m("n" int, "dedupeKey" text, "channel" text, "team" text, "externalId" text, "buttonId" text)
      LEFT JOIN "Action" pressed ON pressed."id" = m."buttonId"
      LEFT JOIN "Delivery" d ON d."id" = pressed."deliveryId"
      LEFT JOIN "Clock" c ON c."id" = d."clockId"
      ORDER BY m."n"`,
  );
  return rows as AboutMessage[];
}
