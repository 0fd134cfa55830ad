import { z } from 'zod';
import type { Db } from '../client.ts';
import { contactsOfPrompt, isChannelOpen, isLeftBehind, isReady, type SendableNow } from './sendable.ts';

/** Where a look through the queue has come to. */
export interface QueuePlace {
  slotAt: Date;
  id: string;
}

export interface DuePersons {
  persons: string[];
  /** Where the next look goes on; null: the queue was seen to its end. */
  next: QueuePlace | null;
}

const Row = z.object({ id: z.string(), slotAt: z.date(), personId: z.string().nullable() });

/** Rungs whose contacts are sought in one statement: a few ms, whatever else is due. */
const PAGE = 500;
const START: QueuePlace = { slotAt: new Date(0), id: '' };

/**
 * The next so many persons for whom something may go now, the longest due first, from `from` on. The queue is read
 * in its index's order, page by page: what is due behind them costs nothing yet.
 */
export async function duePersons(
  db: Db,
  at: SendableNow,
  { persons: wanted, from }: { persons: number; from: QueuePlace | null },
): Promise<DuePersons> {
  const persons = new Set<string>();
  let place = from ?? START;
  for (;;) {
    const page = await pageOf(db, at, place);
    for (const { id, slotAt, personId } of page) {
      if (personId !== null && !persons.has(personId) && persons.size === wanted)
        return { persons: [...persons], next: place };
      if (personId !== null) persons.add(personId);
      place = { id, slotAt };
    }
    if (page.length < PAGE) return { persons: [...persons], next: null };
  }
}

async function pageOf(db: Db, at: SendableNow, { slotAt, id }: QueuePlace): Promise<z.infer<typeof Row>[]> {
  return z.array(Row).parse(
    await db.$queryRaw`
      WITH page AS MATERIALIZED (
        SELECT p."id", p."slotAt", p."planId", p."unitId", p."audience", p."entityId", p."notBy"
        FROM "Prompt" p JOIN "Plan" pl ON pl."id" = p."planId"
        WHERE p."clockId" = ${at.clockId} AND p."status" = 'queued' AND ${isReady(at)}
          AND (p."slotAt", p."id") > (${slotAt}, ${id})
        ORDER BY p."slotAt", p."id" LIMIT ${PAGE}
      )
      SELECT p."id", p."slotAt", c."personId"
      FROM page p
      LEFT JOIN LATERAL (${contactsOfPrompt([...at.windowless, ...at.windowed], at.now)}) c ON ${isChannelOpen(at)}
      ORDER BY p."slotAt", p."id"`,
  );
}

/** Persons for whom an earlier attempt had begun a message and stopped, or whose lease has run out. */
export async function begunPersons(db: Db, at: SendableNow, ownTokenPrefix: string): Promise<string[]> {
  const rows = z.array(z.object({ personId: z.string() })).parse(
    await db.$queryRaw`
      SELECT DISTINCT c."personId"
      FROM "Prompt" p
      JOIN LATERAL (${contactsOfPrompt([...at.windowless, ...at.windowed], at.now)}) c ON true
      WHERE p."clockId" = ${at.clockId} AND ${isLeftBehind(ownTokenPrefix)}
      ORDER BY c."personId"`,
  );
  return rows.map(({ personId }) => personId);
}
