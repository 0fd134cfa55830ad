import type { Layout } from '../layout.ts';
import type { Random } from '../random.ts';
import type { Task } from './tasks.ts';

/** What hangs on tasks in some plans only: 必做 and 选做 behind their titles, a third list of units. */
export interface Extras {
  obligations: 'none' | 'round' | 'square';
  /** The third list's label; null: there is none. */
  third: '配合单位' | '参与单位' | '支持单位' | null;
}

const LABELLED: readonly Layout['units'][] = ['bracket-roles', 'square-roles', 'lenticular-roles', 'lines-of-roles'];

/** Chosen from a source of their own, so that what was printed before them stays as it was. */
export function chooseExtras({ pick, chance }: Random, { units, rest }: Omit<Layout, keyof Extras>): Extras {
  const responsible = ['责任单位', '责任部门', '落实单位'].includes(rest);
  const third = pick(['配合单位', '参与单位', '支持单位'] as const);
  const marked = pick(['none', 'none', 'none', 'round', 'square'] as const);
  return {
    obligations: units === 'table' ? 'none' : marked,
    third: LABELLED.includes(units) && responsible && chance(0.4) ? third : null,
  };
}

/** Tasks with what the extras add to them. */
export function withExtras({ pick, some, between }: Random, { obligations, third }: Extras, tasks: Task[]): Task[] {
  const known = [...new Set(tasks.flatMap(({ leadUnits, responsibleUnits }) => [...leadUnits, ...responsibleUnits]))];
  return tasks.map((task) => {
    const own = [...task.leadUnits, ...task.responsibleUnits];
    const free = known.filter((unit) => !own.includes(unit) && !unit.startsWith('各'));
    return {
      ...task,
      otherUnits: third === null ? [] : some(free, between(1, 3)),
      obligation: obligations === 'none' ? null : pick(['mandatory', 'optional']),
    };
  });
}

/** `(必做)` as it stands behind a title. */
export function printObligation({ obligation }: Task, { obligations }: Extras): string {
  if (obligation === null || obligations === 'none') return '';
  const word = obligation === 'mandatory' ? '必做' : '选做';
  return obligations === 'round' ? `(${word})` : `〔${word}〕`;
}
