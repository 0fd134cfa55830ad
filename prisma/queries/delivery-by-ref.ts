import { z } from 'zod';
import type { Db } from '../client.ts';

const Row = z.array(z.object({ id: z.string() }));

/**
 * The message to this person that a provider names by a part of its reference (Slack's channel and ts,
 * Telegram's chat and message), or one of whose parts it names so. Compared as text: a provider's numbers come as
 * strings at times. null: none.
 */
export async function deliveryByRef(
  db: Db,
  personId: string,
  channel: string,
  ref: Record<string, unknown>,
): Promise<string | null> {
  const entries = Object.entries(ref).filter(([, value]) => typeof value === 'string' || typeof value === 'number');
  if (entries.length === 0) return null;
  const rows = Row.parse(
    await db.$queryRaw`
      SELECT "id" FROM "Delivery"
      WHERE "personId" = ${personId} AND "channel" = ${channel} AND "providerRef" IS NOT NULL
        AND EXISTS (
          SELECT 1
          FROM jsonb_array_elements(coalesce("providerRef"->'parts', '[]'::jsonb) || jsonb_build_array("providerRef")) AS message(ref)
          WHERE NOT EXISTS (
            SELECT 1
            FROM unnest(${entries.map(([key]) => key)}::text[], ${entries.map(([, value]) => String(value))}::text[]) AS part("key", "value")
            WHERE message.ref->>part."key" IS DISTINCT FROM part."value"))
      ORDER BY "createdAt" DESC LIMIT 1`,
  );
  return rows[0]?.id ?? null;
}
