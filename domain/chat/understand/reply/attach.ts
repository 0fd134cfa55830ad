import type { Clause } from './clauses.ts';
import type { Part } from './segments.ts';

/** What stood before a task was named, in the same sentence, was said of it. */
export function attach(
  waiting: Clause[],
  clause: Clause,
  tasks: number[],
  put: (clause: Clause, tasks: number[], label: Part['label'], named: boolean) => void,
  loose: Clause[],
): void {
  for (const one of waiting.splice(0)) {
    if (one.sentence === clause.sentence) put(one, tasks, [], false);
    else loose.push(one);
  }
}
