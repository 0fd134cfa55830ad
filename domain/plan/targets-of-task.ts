import { fold } from '../chat/fold.ts';
import type { PlanTarget } from './types.ts';

/** A target that one task is measured by, in numbers. */
export interface TaskTarget {
  name: string;
  unit: string;
  value: number;
}

interface Titled {
  id: string;
  title: string;
}

/** What stands in half the titles of a plan names none of them. */
const COMMON = /知识产权|知識產權|[\s、,。()“”"《》]/g;
const SHARED_MIN = 4;

/**
 * Which of a plan's targets belong to which task, by the task's id. A plan prints them apart from its tasks: one is a
 * task's where both name the same thing (at least four characters in a row that are at least half of the target's
 * name), and no other task's title names it as well. All others belong to none.
 */
export function targetsOfTasks(targets: readonly PlanTarget[], tasks: readonly Titled[]): Map<string, TaskTarget[]> {
  const found = new Map<string, TaskTarget[]>();
  for (const { name, unit, value, comparator } of targets) {
    if (value === null || unit === null || comparator === 'range') continue;
    const plain = bare(name);
    const scored = tasks
      .map(({ id, title }) => ({ id, length: longestShared(plain, bare(title)) }))
      .filter(({ length }) => length >= SHARED_MIN && length * 2 >= plain.length);
    const best = Math.max(0, ...scored.map(({ length }) => length));
    const [task, ...others] = scored.filter(({ length }) => length === best);
    if (task && others.length === 0) found.set(task.id, [...(found.get(task.id) ?? []), { name, unit, value }]);
  }
  return found;
}

const bare = (text: string): string => fold(text).replace(COMMON, '');

function longestShared(a: string, b: string): number {
  let longest = 0;
  for (let from = 0; from < a.length; from++)
    while (from + longest < a.length && b.includes(a.slice(from, from + longest + 1))) longest++;
  return longest;
}
