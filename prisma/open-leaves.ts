import { localDateOf } from '../domain/calendar/local-time.ts';
import type { KnownLeave } from '../domain/supervision/leave.ts';
import type { Db } from './client.ts';

/** Leaves that are not over at `now` and in which one of these persons is away or stands in. */
export async function openLeaves(db: Db, persons: string[], now: Date, zone: string): Promise<KnownLeave[]> {
  const rows = await db.leave.findMany({
    where: { endedAt: null, until: { gt: now }, OR: [{ personId: { in: persons } }, { standInId: { in: persons } }] },
    orderBy: { from: 'asc' },
  });
  const people = await db.person.findMany({
    where: { id: { in: rows.map(({ personId }) => personId) } },
    select: { id: true, name: true },
  });
  return rows.map(({ personId, standInId, from, until }) => ({
    personId,
    standInId,
    person: people.find(({ id }) => id === personId)?.name ?? '',
    from: from.toISOString(),
    until: until.toISOString(),
    lastDay: localDateOf(new Date(until.getTime() - 1).toISOString(), zone),
  }));
}
