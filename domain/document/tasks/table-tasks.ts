import type { OutlineTable } from '../outline-types.ts';
import type { Span } from '../types.ts';
import { numberMark } from '../outline/number-mark.ts';
import { findOwners } from '../units/find-owners.ts';
import { labelledOwners, verbOwners } from '../units/owner-list.ts';
import type { OwnerRole } from '../units/owner-words.ts';
import type { DraftOwner, DraftTask } from './draft-task.ts';
import { findTableHead, type TableHead } from './table-head.ts';
import { labelledDue } from './task-due.ts';

const NOT_A_TASK = /^(?:合计|总计|小计|注|备注|说明|填报|填表|制表|联系人|审核)(?:[:]|$)/;
/** A cell of several sentences starts with the task's name. */
const LONGEST_NAME = 45;

/** How a date cell shows a month; in a text these signs would be a range or a number. */
const TYPED_MONTH = /^(\d{4})[-/.](0?[1-9]|1[0-2])$/;

/** The rows of a document's tables of tasks, table by table. `year`: meant by dates without one. */
export const tableTasks = (tables: readonly OutlineTable[], simplified: string, year: number | null): DraftTask[] =>
  tables.flatMap(({ rows }) => {
    const head = findTableHead(simplified, rows);
    return head ? rowTasks(rows, head, simplified, year) : [];
  });

function rowTasks(rows: readonly Span[][], head: TableHead, simplified: string, year: number | null): DraftTask[] {
  const tasks: DraftTask[] = [];
  const printed = rows[head.bodyFrom - 1]?.map((cell) => words(cell));
  let section: Span | null = null;
  let last: Span | null = null;
  for (const row of rows.slice(head.bodyFrom)) {
    const filled = row.filter(isFilled);
    const first = filled[0];
    if (!first || NOT_A_TASK.test(words(first)) || row.every((cell, at) => words(cell) === printed?.[at])) continue;
    if (isSectionRow(row, filled)) {
      section = unnumbered(first);
      last = null;
      continue;
    }
    const title = row[head.task];
    const owners = ownersOf(row);
    const before = tasks.at(-1);
    const goesOn = !title || !isFilled(title) || (last !== null && last.start === title.start);
    if (goesOn && before) {
      before.owners.push(...owners.filter(({ start }) => !before.owners.some((known) => known.start === start)));
      before.due ??= dueOf(row);
      continue;
    }
    if (!title || !isFilled(title)) continue;
    last = title;
    const own = head.section === null ? undefined : row[head.section];
    if (own && isFilled(own)) section = unnumbered(own);
    tasks.push(taskOf(row, title, section, owners));
  }
  return tasks;

  function taskOf(row: readonly Span[], title: Span, group: Span | null, owners: DraftOwner[]): DraftTask {
    const numbered = head.no === null ? undefined : row[head.no];
    const mark = numberMark(words(title));
    const no =
      numbered && isFilled(numbered)
        ? numbered
        : mark && { start: title.start, end: title.start + mark.printed.length };
    const obligation = head.obligation === null ? '' : words(row[head.obligation] ?? title);
    const from = mark && no !== numbered ? title.start + mark.length : title.start;
    return {
      no: no ? words(no).replace(/[、.,:\s]+$/, '') : null,
      noAt: no ?? null,
      title: nameOf({ start: from, end: title.end }),
      section: group,
      whole: { start: row[0]?.start ?? title.start, end: row.at(-1)?.end ?? title.end },
      owners,
      unlabelled: false,
      due: dueOf(row),
      obligation: /必/.test(obligation) ? 'mandatory' : /选/.test(obligation) ? 'optional' : null,
    };
  }

  /** One cell over the whole row, or alone in it with a number of the highest kind. */
  function isSectionRow(row: readonly Span[], filled: readonly Span[]): boolean {
    const [only] = filled;
    if (!only || row.length < 2 || filled.some(({ start }) => start !== only.start)) return false;
    if (filled.length >= Math.max(2, row.length * 0.6)) return true;
    const at = row.indexOf(only);
    if (at === head.due || at === head.obligation || head.owners.some((owner) => owner.at === at)) return false;
    const style = numberMark(words(only))?.style;
    return row[head.task] !== only || style === 'cn' || style === 'chapter' || style === 'part';
  }

  function ownersOf(row: readonly Span[]): DraftOwner[] {
    const seen = new Set<number>();
    return head.owners.flatMap(({ at, role }) => {
      const cell = row[at];
      if (!cell || !isFilled(cell) || seen.has(cell.start)) return [];
      seen.add(cell.start);
      return ownersIn(words(cell), role).map((owner) => ({
        start: owner.start + cell.start,
        end: owner.end + cell.start,
        role: owner.role,
      }));
    });
  }

  function dueOf(row: readonly Span[]): DraftTask['due'] {
    const cell = head.due === null ? undefined : row[head.due];
    if (!cell || !isFilled(cell)) return null;
    const [, y, m] = TYPED_MONTH.exec(words(cell)) ?? [];
    if (y !== undefined && m !== undefined) return { date: `${y}-${m.padStart(2, '0')}`, at: cell };
    return labelledDue(simplified, [cell], year);
  }

  function unnumbered(cell: Span): Span {
    return { start: cell.start + (numberMark(words(cell))?.length ?? 0), end: cell.end };
  }

  /** Up to the first full stop, where more follows and what stands before it is short. */
  function nameOf(span: Span): Span {
    const stop = simplified.slice(span.start, span.end).search(/[。:;]/);
    if (stop > 3 && stop <= LONGEST_NAME) return { start: span.start, end: span.start + stop };
    return simplified.slice(span.start, span.end).endsWith('。') ? { start: span.start, end: span.end - 1 } : span;
  }

  function words({ start, end }: Span): string {
    return simplified.slice(start, end);
  }
}

const isFilled = ({ start, end }: Span): boolean => end > start;

/** A cell may say more than its column: 牵头单位:…, or 市X局牵头,市Y局配合. Dashes and 无 name nobody. */
function ownersIn(text: string, role: OwnerRole): { start: number; end: number; role: OwnerRole }[] {
  if (/^[\s—–/\\无-]*$/.test(text)) return [];
  const labelled = /[:]/.test(text) ? findOwners(text).owners : [];
  if (labelled.length > 0) return labelled;
  const byVerb = /牵头|配合|负责|主办|协办/.test(text) ? verbOwners(text) : [];
  if (byVerb.length > 0) return byVerb;
  const owners = labelledOwners(text, role);
  // 市X局(牵头)、市Y局 below 牵头单位: the mark tells the two apart.
  const marked = owners.some((owner) => owner.marked && owner.role === 'lead');
  return marked ? owners.map((owner) => (owner.marked ? owner : { ...owner, role: 'responsible' })) : owners;
}
