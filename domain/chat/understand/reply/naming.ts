import { numberingOf, type Numbering } from './task-numbers.ts';
import { topicsOf, type Topics } from './topics.ts';

/** By what open tasks are told apart. */
export interface Naming {
  numbering: Numbering;
  topics: Topics;
  units: ReadonlySet<string>;
  /** For each task: the base units of its targets. */
  unitsOf: ReadonlySet<string>[];
  count: number;
}

export const namingOf = (tasks: { no: string | null; names: string; units: ReadonlySet<string> }[]): Naming => ({
  numbering: numberingOf(tasks.map(({ no }) => no)),
  topics: topicsOf(tasks.map(({ names }) => names)),
  units: new Set(tasks.flatMap(({ units }) => [...units])),
  unitsOf: tasks.map(({ units }) => units),
  count: tasks.length,
});
