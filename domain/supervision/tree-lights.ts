import { itemLabel } from '../chat/item-label.ts';
import type { BoardLine } from './board.ts';
import { LIGHTS, type Light } from './lights.ts';

/** How a task's sub-items stand; absent: it has none. */
export interface SubItemCount {
  total: number;
  done: number;
}

/** A line with what its sub-items make of it. `parentId`: null for a task of the plan itself. */
export interface TreeLine extends BoardLine {
  parentId: string | null;
  subItems?: SubItemCount;
}

/** Lights that a sub-item passes on: what isn't late yet is its own matter. */
const PASSED_ON: readonly Light[] = ['red', 'yellow'];
const LABELS: Partial<Record<Light, string>> = { red: '逾期', yellow: '滞后' };

/**
 * A task is as late as the worst of its sub-items, and says which: the tree's lights are derived, as every light
 * is. An accepted task stays done; what is open under it shows by itself. `closed`: ids of tasks that are over.
 */
export function treeLines(
  lines: readonly BoardLine[],
  parentOf: (taskId: string) => string | null,
  isClosed: (taskId: string) => boolean,
  locale: 'zh' | 'en' = 'zh',
): TreeLine[] {
  return lines.map((line) => {
    const parentId = parentOf(line.taskId);
    const children = lines.filter(({ taskId }) => parentOf(taskId) === line.taskId);
    if (children.length === 0) return { ...line, parentId };
    const done = children.filter(({ taskId }) => isClosed(taskId)).length;
    const tree: TreeLine = { ...line, parentId, subItems: { total: children.length, done } };
    const worst = worstOf(children);
    const isWorse = worst !== undefined && LIGHTS.indexOf(worst.light) < LIGHTS.indexOf(line.light);
    if (!isWorse || isClosed(line.taskId)) return tree;
    const same = children.filter(({ light }) => light === worst.light).length;
    return {
      ...tree,
      light: worst.light,
      label: LABELS[worst.light] ?? line.label,
      why: of[locale](itemLabel(worst.no, worst.title, locale), same) + worst.why,
    };
  });
}

/** Which sub-item makes it so, before the sub-item's own reason. */
const of = {
  zh: (item: string, same: number): string => `分解任务${item}${same > 1 ? `等${same}项` : ''}:`,
  en: (item: string, same: number): string => `Sub-item ${item}${same > 1 ? ` and ${same - 1} more` : ''}: `,
};

const worstOf = (children: readonly BoardLine[]): BoardLine | undefined =>
  PASSED_ON.flatMap((light) => children.find((child) => child.light === light) ?? [])[0];

/** Lines that count: tasks of the plan, and a sub-item whose task is over or gone while it goes on. */
export function countedLines<T extends TreeLine>(lines: readonly T[], isClosed: (taskId: string) => boolean): T[] {
  return lines.filter(
    ({ taskId, parentId }) =>
      parentId === null ||
      (!isClosed(taskId) && (isClosed(parentId) || !lines.some((line) => line.taskId === parentId))),
  );
}
