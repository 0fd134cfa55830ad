import { numberOf } from '../chat/mentions.ts';
import type { RedatedPlan } from './redate-types.ts';
import type { LocalDate } from './types.ts';

/** Places of sub-items in their plan: behind everything that the plan prints, gone tasks included. */
export const SUB_ITEMS_FROM = 10_000;

export const SUB_ITEMS_MAX = 60;

/** A task's row, as far as the tree goes. */
export interface TreeTask {
  id: string;
  parentId: string | null;
  ordinal: number;
}

/** 3.1, 9.2 under (九); null under a task without a number. `n`: from 1. */
export function subItemNo(parentNo: string | null, n: number): string | null {
  if (parentNo === null || parentNo.trim() === '') return null;
  return `${numberOf(parentNo) ?? parentNo.trim()}.${n}`;
}

/** The next place under a task: behind every one that was ever given, so that none is given twice. */
export const nextPlace = (numbers: readonly (string | null)[]): number =>
  Math.max(numbers.length, ...numbers.map((no) => Number(/\.(\d+)$/.exec(no ?? '')?.[1] ?? 0))) + 1;

/** Each of the plan's tasks with its sub-items behind it; one whose parent isn't there stands at the end. */
export function treeOrder<T extends TreeTask>(rows: readonly T[]): T[] {
  const sorted = [...rows].sort((a, b) => a.ordinal - b.ordinal);
  const known = new Set(sorted.map(({ id }) => id));
  const isTop = ({ parentId }: T): boolean => parentId === null || !known.has(parentId);
  return sorted
    .filter(isTop)
    .flatMap((row) => [row, ...sorted.filter(({ parentId, id }) => parentId === row.id && id !== row.id)]);
}

/** The day by which a task is owed: as the plan's dates have it; of a sub-item its own, else its parent's. */
export function dueOfTask(
  { parentId, dueOn, ordinal }: TreeTask & { dueOn: string | null },
  rows: readonly TreeTask[],
  dates: Pick<RedatedPlan, 'tasks'>,
): LocalDate | null {
  if (dueOn !== null) return dueOn;
  const place = parentId === null ? ordinal : rows.find(({ id }) => id === parentId)?.ordinal;
  return dates.tasks.find(({ at }) => at === place)?.due.effective ?? null;
}

/** Titles are the same where only spaces, width and closing marks differ. */
export const sameTitle = (a: string, b: string): boolean => bare(a) === bare(b);
const bare = (title: string): string => title.normalize('NFKC').replace(/[\s。;;.]/g, '');
