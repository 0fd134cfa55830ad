import { mergeOverride } from '../../domain/calendar/merge-override.ts';
import { parseCalendarOverride } from '../../domain/calendar/schema.ts';
import type { Calendar, CalendarYear } from '../../domain/calendar/types.ts';
import { canonicalJson } from '../../prisma/chain-hash.ts';
import { appendDeskEventIn, lockChain } from '../../prisma/events.ts';
import { loadCalendar, storeCalendar } from '../../prisma/load-calendar.ts';
import type { DeskActor, DeskDeps, DeskResult } from './deps.ts';
import { eventActor, INSTALLATION, refuseRecorded, requireRight } from './refuse.ts';

/**
 * Loads a year's published holidays as the calendar's next version, and tells every open entity that was
 * scheduled by an older one, nearest due first. The same file again tells those who were not reached. Throws RefusedError INPUT_INVALID.
 */
export async function importCalendar(
  deps: DeskDeps,
  actor: DeskActor,
  { override: input }: { override: unknown },
): Promise<DeskResult & { version: number; told: number }> {
  await requireRight(deps, actor, 'load-calendar', null);
  const parsed = parseCalendarOverride(input);
  if (!parsed.ok) {
    const problems = parsed.problems
      .slice(0, 5)
      .map(({ path, message }) => `${path} ${message}`.trim())
      .join(';');
    return refuseRecorded(deps, actor, null, 'load-calendar', 'INPUT_INVALID', {
      what: `放假安排不合格式:${problems}。`,
    });
  }
  const { source, ...year } = parsed.override;
  const calendar = await deps.prisma.$transaction(async (tx) => {
    await lockChain(tx, INSTALLATION);
    const before = await loadCalendar(tx);
    const after = mergeOverride(before, year);
    if (canonicalJson(yearOf(before, year)) === canonicalJson(yearOf(after, year))) return before;
    await storeCalendar(tx, after, source);
    await appendDeskEventIn(tx, {
      planId: INSTALLATION,
      kind: 'calendarLoaded',
      actor: eventActor(actor),
      via: actor.via,
      body: { year: year.year, version: after.version, source },
    });
    return after;
  });
  const told = await tellEntities(deps, calendar.version);
  return {
    version: calendar.version,
    told,
    summary: `已载入${year.year}年放假安排(日历第${calendar.version}版),${told}项重新排定提醒。`,
  };
}

const yearOf = (calendar: Calendar, { year }: CalendarYear): CalendarYear | undefined =>
  calendar.years.find((one) => one.year === year);

async function tellEntities({ prisma, entities }: DeskDeps, calendarVersion: number): Promise<number> {
  const open = await prisma.checkpoint.findMany({
    where: { kind: { in: ['task', 'phase'] }, status: { in: ['open', 'waiting'] } },
    orderBy: [{ nextAt: { sort: 'asc', nulls: 'last' } }, { entityId: 'asc' }],
    select: { entityId: true, state: true },
  });
  const stale = open.filter(({ state }) => (state as { calendarVersion?: number }).calendarVersion !== calendarVersion);
  for (const { entityId } of stale) await entities.signal(entityId, 'calendarChanged', { calendarVersion });
  return stale.length;
}
