import { mergeOverride } from '../../domain/calendar/merge-override.ts';
import { parseCalendarOverride } from '../../domain/calendar/schema.ts';
import type { Problem } from '../../domain/problem.ts';
import { RefusedError } from '../../domain/refusals.ts';
import { appendDeskEventIn, lockChain } from '../../prisma/events.ts';
import { loadCalendar, storeCalendar } from '../../prisma/load-calendar.ts';
import type { DeskActor, DeskDeps, DeskResult } from './deps.ts';
import { eventActor, INSTALLATION, recordingRefusals, requireRight } from './refuse.ts';

/** A year's holidays as published: a new version of the calendar, and everything that runs is told, nearest due first. */
export async function importCalendar(deps: DeskDeps, actor: DeskActor, { file }: { file: unknown }): Promise<DeskResult & { year: number; version: number }> {
  await requireRight(deps, actor, 'load-calendar', null);
  return recordingRefusals(deps, actor, null, 'load-calendar', async () => {
    const parsed = parseCalendarOverride(file);
    if (!parsed.ok) throw invalid(parsed.problems);
    const { override } = parsed;
    const version = await deps.prisma.$transaction(async (tx) => {
      // One import at a time: two at once would make the same version of two calendars.
      await lockChain(tx, 'calendar');
      const merged = mergeOverride(await loadCalendar(tx), override);
      await storeCalendar(tx, merged, override.source);
      await appendDeskEventIn(tx, { planId: INSTALLATION, kind: 'calendarImported', actor: eventActor(actor), via: actor.via, body: { year: override.year, version: merged.version, source: override.source } });
      return merged.version;
    });
    const told = await tellEntities(deps, version);
    return { year: override.year, version, summary: `已载入${override.year}年放假安排(第${version}版),${told}项工作按新日历重新排定。` };
  });
}

async function tellEntities({ prisma, entities }: DeskDeps, calendarVersion: number): Promise<number> {
  const open = await prisma.checkpoint.findMany({
    where: { kind: { in: ['task', 'phase'] }, status: 'open' },
    orderBy: [{ nextAt: { sort: 'asc', nulls: 'last' } }, { entityId: 'asc' }],
    select: { entityId: true },
  });
  for (const { entityId } of open) await entities.signal(entityId, 'calendarChanged', { calendarVersion });
  return open.length;
}

function invalid(problems: Problem[]): RefusedError {
  const listed = problems.slice(0, 5).map(({ path, message }) => `${path} ${message}`.trim());
  const error = new RefusedError('INPUT_INVALID', { what: `放假安排不合格式:${listed.join(';')}。` });
  return Object.assign(error, { problems: problems.map(({ path, message }) => ({ at: path, message })) });
}
