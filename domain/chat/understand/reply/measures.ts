import type { OpenTask } from '../types.ts';
import { unitOf } from './units.ts';

/** A target, or a figure of the last report that is none. */
export interface Measure {
  name: string;
  /** Prepared, as the clause is. */
  plain: string;
  unit: string;
  base: string;
  scale: number;
  target: number | null;
}

export function measuresOf(task: OpenTask, prepared: (text: string) => string): Measure[] {
  const measures: Measure[] = [];
  const add = (name: string, unit: string, target: number | null): void => {
    if (measures.some((one) => one.name === name)) return;
    const plain = prepared(unit);
    measures.push({ name, plain: prepared(name), unit: plain, ...unitOf(plain.replace(/\(.*\)$/, '')), target });
  };
  for (const { name, unit, value } of task.targets) add(name, unit, value);
  for (const { name, unit } of task.last?.figures ?? []) add(name, unit, null);
  return measures;
}
