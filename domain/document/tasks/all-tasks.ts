import type { CleanText } from '../clean-text.ts';
import type { Outline, Section } from '../outline-types.ts';
import type { SourceFormat, Span } from '../types.ts';
import { isAmongPhases } from '../phases/table-phases.ts';
import { sectionTasks } from '../tasks.ts';
import type { DraftTask } from './draft-task.ts';
import { dutiesBelow, type UnitDuties } from './duties-below.ts';
import { fieldTasks } from './field-tasks.ts';
import { unitLines } from './unit-lines.ts';
import { tableTasks } from './table-tasks.ts';

/** Titles are compared without signs and spaces. */
const core = (simplified: string, { title }: DraftTask): string =>
  simplified.slice(title.start, title.end).replace(/[^\u4e00-\u9fffa-z0-9]/gi, '');

const alike = (one: string, other: string): boolean =>
  one === other || (one.length >= 6 && other.startsWith(one)) || (other.length >= 6 && one.startsWith(other));

/** A table of owners beside the text: each task of the text takes those of its row. */
function withRows(tasks: readonly DraftTask[], rows: readonly DraftTask[], simplified: string): DraftTask[] | null {
  const found = tasks.map((task) => rows.find((row) => alike(core(simplified, task), core(simplified, row))));
  const matched = found.filter((row) => row !== undefined).length;
  if (matched * 2 < Math.min(tasks.length, rows.length)) return null;
  return tasks.map((task, at) => {
    const row = found[at];
    if (!row) return task;
    return {
      ...task,
      owners: task.owners.length > 0 ? task.owners : row.owners,
      due: task.due ?? row.due,
      obligation: task.obligation ?? row.obligation,
    };
  });
}

/** The innermost section in which a place stands; an attachment is none. */
function headingAt(sections: readonly Section[], place: number): Span | null {
  const around = sections.find(({ whole, role }) => role !== 'attachment' && whole.start <= place && whole.end > place);
  return around ? (headingAt(around.children, place) ?? around.heading) : null;
}

/** The heading under which a line stands, its own not counted. */
function headingAbove(sections: readonly Section[], place: number): Span | null {
  const around = sections.find(({ whole }) => whole.start < place && whole.end > place);
  return around ? (headingAbove(around.children, place) ?? around.heading) : null;
}

/** 检查内容 with its paragraph was taken for a task of its own. */
const saysNothing = (simplified: string, { start, end }: Span): boolean =>
  /^(?:工作|主要|检查|整治|具体|督查)?(?:内容|方法|方式|措施|重点|标准)$/.test(simplified.slice(start, end));

/** Every owner stands in a line with nothing but the unit's name: whose duties stand where is for those lines to say. */
function ownedByHeads(printed: readonly DraftTask[], groups: readonly UnitDuties[]): boolean {
  const heads = new Set(groups.flatMap(({ owners }) => owners.map(({ start }) => start)));
  return heads.size > 0 && printed.every(({ owners }) => owners.every(({ start }) => heads.has(start)));
}

/** 部门职责 with nothing but such lines below it was taken for a task of its own. */
function linesBelow(
  printed: readonly DraftTask[],
  lines: readonly DraftTask[],
  simplified: string,
): DraftTask[] | null {
  const [only, ...others] = printed;
  const first = lines[0];
  if (
    !only ||
    !first ||
    others.length > 0 ||
    !/职责|分工|任务/.test(simplified.slice(only.title.start, only.title.end))
  )
    return null;
  const within = lines.every(({ whole }) => whole.start >= only.title.end && whole.end <= only.whole.end);
  const bare = simplified.slice(only.title.end, first.whole.start).trim() === '';
  return within && bare ? lines.map((line) => ({ ...line, section: only.title })) : null;
}

/**
 * The tasks of a document: under its headings, in its tables, or both of them together. A workbook is read by its
 * tables, where they name tasks.
 */
export function allTasks(format: SourceFormat, outline: Outline, text: CleanText, year: number | null): DraftTask[] {
  const rows = tableTasks(outline.tables, text.simplified, year)
    // Without owners the rows of a timetable are phases.
    .filter(({ whole, owners }) => owners.length > 0 || !isAmongPhases(outline.sections, whole.start))
    .map((row) => ({ ...row, section: row.section ?? headingAt(outline.sections, row.whole.start) }));
  if (rows.length > 0 && (format === 'xlsx' || format === 'csv')) return rows;
  const printed = sectionTasks(outline, text, year).filter(
    // A heading above a table of tasks is no task itself.
    ({ whole }) => !rows.some((row) => row.whole.start >= whole.start && row.whole.end <= whole.end),
  );
  if (rows.length === 0) {
    const unowned =
      printed.every(({ owners }) => owners.length === 0) || ownedByHeads(printed, dutiesBelow(text.simplified));
    const fields = unowned ? fieldTasks(text.simplified, year) : [];
    const lines = (unowned && fields.length === 0 ? unitLines(text.simplified, year) : []).map((line) => ({
      ...line,
      section: line.section ?? headingAbove(outline.sections, line.whole.start),
    }));
    // Beside tasks of the plan's own the duties of units are those of its office.
    const starts = new Set(lines.map(({ whole }) => whole.start));
    const same = printed.every(({ whole, title }) => starts.has(whole.start) || saysNothing(text.simplified, title));
    if (fields.length > 0 || lines.length === 0) return fields.length > 0 ? fields : printed;
    return same ? lines : (linesBelow(printed, lines, text.simplified) ?? printed);
  }
  if (printed.length === 0) return rows;
  const together = withRows(printed, rows, text.simplified);
  if (together) return together;
  const owned = printed.some(({ owners }) => owners.length > 0);
  return owned ? printed : rows;
}
