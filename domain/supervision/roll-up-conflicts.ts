import type { LocalDate } from '../plan/types.ts';
import { statedFigures } from './roll-up-figures.ts';
import type { RollUpPart } from './roll-up.ts';

/** What cannot all be so, or needs a look before it is put before the office. */
export type Contradiction =
  /** One claims completion, or reports 100 %, another reports less. */
  | { kind: 'done-and-not'; done: string[]; open: { partId: string; progress: number }[] }
  /** Expected after the task's due day. */
  | { kind: 'after-due'; partId: string; expectedOn: LocalDate; dueOn: LocalDate }
  /** The same stock with different values. */
  | { kind: 'total-differs'; thing: string; unit: string; values: { partId: string; value: number }[] }
  /** 100 %, and a problem. */
  | { kind: 'done-with-issue'; partId: string };

export function contradictionsIn(told: RollUpPart[], dueOn: LocalDate | null): Contradiction[] {
  const isDone = ({ completion, progress }: RollUpPart): boolean => completion === 'claimed' || progress === 100;
  const done = told.filter(isDone);
  const open = told.flatMap((part) =>
    !isDone(part) && part.progress !== null ? [{ partId: part.partId, progress: part.progress }] : [],
  );
  return [
    ...(done.length > 0 && open.length > 0
      ? [{ kind: 'done-and-not' as const, done: done.map(({ partId }) => partId), open }]
      : []),
    ...told.flatMap(({ partId, expectedOn, ...part }) =>
      dueOn !== null && expectedOn !== null && expectedOn > dueOn && part.completion !== 'claimed'
        ? [{ kind: 'after-due' as const, partId, expectedOn, dueOn }]
        : [],
    ),
    ...differentTotals(told),
    ...done.flatMap(({ partId, blocker }) => (blocker === null ? [] : [{ kind: 'done-with-issue' as const, partId }])),
  ];
}

function differentTotals(told: RollUpPart[]): Contradiction[] {
  const totals = told.flatMap(({ partId, words }) =>
    statedFigures(words ?? '')
      .filter(({ kind, thing }) => kind === 'total' && thing !== '')
      .map(({ thing, unit, value }) => ({ partId, thing, unit, value })),
  );
  return [...Map.groupBy(totals, ({ thing, unit }) => `${thing}|${unit}`).values()].flatMap((same) => {
    const [first] = same;
    if (!first || new Set(same.map(({ value }) => value)).size < 2) return [];
    const { thing, unit } = first;
    return [
      { kind: 'total-differs' as const, thing, unit, values: same.map(({ partId, value }) => ({ partId, value })) },
    ];
  });
}
