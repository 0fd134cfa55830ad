import { lastDayOf } from '../../../domain/calendar/local-date.ts';
import { lastWorkdayOnOrBefore } from '../../../domain/calendar/working-days.ts';
import type { Calendar } from '../../../domain/calendar/types.ts';
import type { LocalDate, PrintedDate } from '../../../domain/plan/types.ts';
import { sameTitle } from '../../../domain/plan/sub-items.ts';
import { loadCalendar } from '../../../prisma/load-calendar.ts';
import type { BreakdownRow, BreakdownView } from '../../../web/api.ts';
import type { DeskActor, DeskDeps } from '../deps.ts';
import { documentReader, type DocumentReader } from '../reading/document-reader.ts';
import { refuseRecorded } from '../refuse.ts';
import { checkSubItem, knownAs } from './check-sub-item.ts';
import { findBreakable, type Breakable } from './find-breakable.ts';

/**
 * A breakdown plan (分解方案) read out of a file: what would become of each of its tasks under this one. Nothing is
 * added and nothing stored; the same file again shows the same list. Throws RefusedError DOCUMENT_REFUSED,
 * NOT_A_PLAN and what `findBreakable` refuses.
 */
export async function readBreakdown(
  deps: DeskDeps,
  actor: DeskActor,
  { parentId, bytes, fileName }: { parentId: string; bytes: Uint8Array; fileName: string },
  reader: DocumentReader = documentReader,
): Promise<BreakdownView> {
  const found = await findBreakable(deps, actor, parentId);
  const planId = found.row.id;
  const decoded = await reader.decode(bytes, fileName);
  if (!decoded.ok)
    return refuseRecorded(deps, actor, planId, 'break-down', 'DOCUMENT_REFUSED', { reason: decoded.reason });
  const reading = reader.read(decoded.source);
  if (reading.kind === 'not-a-plan')
    return refuseRecorded(deps, actor, planId, 'break-down', 'NOT_A_PLAN', { reason: reading.reason });
  const calendar = await loadCalendar(deps.prisma);
  const rows: BreakdownRow[] = [];
  for (const { title, leadUnits, responsibleUnits, due = null } of reading.plan.tasks) {
    const asked = { title, lead: leadUnits, responsible: responsibleUnits, dueOn: dueDay(due, calendar) };
    rows.push({ ...asked, printedDue: due, ...outcomeOf(asked, rows, found) });
  }
  const count = (status: BreakdownRow['status']): number => rows.filter((row) => row.status === status).length;
  const rest = [
    ['there', '项此前已列入'],
    ['refused', '项不能列入'],
  ] as const;
  const said = rest.flatMap(([status, words]) => (count(status) > 0 ? [`${count(status)}${words}`] : []));
  return { rows, summary: `共读到${rows.length}项,${[`可列入${count('new')}项`, ...said].join(',')}。` };
}

/** 2026-12 is the month's last working day, a year its last one, as in the plan itself (policy "Due instant"). */
function dueDay(due: PrintedDate | null, calendar: Calendar): LocalDate | null {
  if (due === null) return null;
  return due.length === 10 ? due : lastWorkdayOnOrBefore(calendar, lastDayOf(due));
}

type Outcome = Pick<BreakdownRow, 'status' | 'no' | 'problem'>;

/** There already, in the task or above in the same list; refused, with why; else it can be added. */
function outcomeOf(asked: Parameters<typeof checkSubItem>[0], above: BreakdownRow[], found: Breakable): Outcome {
  const known = knownAs(found.subItems, asked.title);
  if (known) return { status: 'there', no: known.no, problem: null };
  if (above.some(({ title }) => sameTitle(title, asked.title)))
    return { status: 'refused', no: null, problem: '与表中前面一项重复。' };
  const checked = checkSubItem(asked, found);
  return checked.ok
    ? { status: 'new', no: null, problem: null }
    : { status: 'refused', no: null, problem: checked.refused.message };
}
