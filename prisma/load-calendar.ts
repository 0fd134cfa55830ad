import type { Calendar } from '../domain/calendar/types.ts';
import type { Db } from './client.ts';

let cached: Calendar | null = null;

/** The newest calendar. Years are immutable per version, so a known version is not read again. */
export async function loadCalendar(db: Db): Promise<Calendar> {
  const newest = await db.calendarYear.aggregate({ _max: { version: true } });
  const version = newest._max.version;
  if (version === null) throw new Error('no calendar is loaded');
  if (cached?.version === version) return cached;
  const rows = await db.calendarYear.findMany({ where: { version }, orderBy: { year: 'asc' } });
  cached = {
    version,
    years: rows.map(({ year, published, rest, work }) => ({
      year,
      published,
      rest: rest as string[],
      work: work as string[],
    })),
  };
  return cached;
}

/** Stores a whole calendar under its version; the same version again changes nothing. */
export async function storeCalendar(db: Db, calendar: Calendar, source: string): Promise<void> {
  await db.calendarYear.createMany({
    data: calendar.years.map(({ year, published, rest, work }) => ({
      year,
      version: calendar.version,
      published,
      rest,
      work,
      source,
    })),
    skipDuplicates: true,
  });
}
