import type { LocalDate } from '../plan/types.ts';
import { cutWords } from './cut-words.ts';

/** A figure as a reply states it. */
export interface SaidFigure {
  /** What it counts, as the target or an earlier report calls it; null: it could not be told. */
  name: string | null;
  /** In the scale of `unit`. */
  value: number;
  unit: string;
  /** null: neither 新增 nor 累计 was said. */
  kind: 'increase' | 'total' | null;
}

/** The last total of one thing, on the day on which it was stated. */
export interface LastFigure {
  name: string;
  value: number;
  unit: string;
  on: LocalDate;
}

const NAME_MAX = 20;
/** Of one part; and of all parts of an entity, so that thirty of them stay below 64 KiB. Events keep all. */
const KEPT = 6;
const KEPT_IN_ALL = 24;

/** A state holds no long names; whoever looks a figure up by name cuts it likewise. */
export const figureName = (name: string): string => cutWords(name, NAME_MAX);

export const lastTotal = (
  last: readonly LastFigure[] | undefined,
  { name, unit }: { name: string | null; unit: string },
): LastFigure | undefined =>
  name === null ? undefined : last?.find((one) => one.name === figureName(name) && one.unit === unit);

/**
 * Each increase that stands alone with the total that it makes: what a card shows, so that whoever confirms it has
 * seen the sum. Without a total on record there is nothing to add to.
 */
export function withTotals(said: readonly SaidFigure[], last: readonly LastFigure[] | undefined): SaidFigure[] {
  return said.flatMap((figure) => {
    const before = figure.kind === 'increase' ? lastTotal(last, figure) : undefined;
    const isSaid = said.some(
      ({ kind, name, unit }) => kind !== 'increase' && name === figure.name && unit === figure.unit,
    );
    return before && !isSaid
      ? [figure, { ...figure, kind: 'total' as const, value: sum(before.value, figure.value) }]
      : [figure];
  });
}

/** 0.1 + 0.2 is 0.3: added as whole numbers of the finest place. */
function sum(a: number, b: number): number {
  const places = Math.max(...[a, b].map((value) => String(value).split('.')[1]?.length ?? 0));
  return Math.round((a + b) * 10 ** places) / 10 ** places;
}

/** The last totals after a report: only a stated total of a thing with a name takes the place of the one before. */
export function afterReport(
  last: readonly LastFigure[] | undefined,
  said: readonly SaidFigure[] | undefined,
  on: LocalDate,
): LastFigure[] | undefined {
  const totals = (said ?? []).flatMap(({ name, value, unit, kind }) =>
    kind === 'total' && name !== null ? [{ name: figureName(name), value, unit, on }] : [],
  );
  if (totals.length === 0) return last && [...last];
  const newest = [...new Map(totals.map((total) => [`${total.name}|${total.unit}`, total])).values()];
  const others = (last ?? []).filter((one) => !newest.some(({ name, unit }) => name === one.name && unit === one.unit));
  return [...others, ...newest].slice(-KEPT);
}

/** Parts with the newest totals alone, where there are too many in all. */
export function recentFigures<P extends { figures?: LastFigure[] }>(parts: P[]): P[] {
  const all = parts.flatMap(({ figures = [] }) => figures);
  if (all.length <= KEPT_IN_ALL) return parts;
  const kept = new Set(all.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).slice(-KEPT_IN_ALL));
  return parts.map((part) =>
    part.figures ? { ...part, figures: part.figures.filter((figure) => kept.has(figure)) } : part,
  );
}

/** 保护工作站新增3家,累计15家: all that was said of one thing in one phrase. */
export function figuresText(said: readonly SaidFigure[]): string {
  const groups = Map.groupBy(said, ({ name, unit }) => `${name ?? ''}|${unit}`);
  return [...groups.values()]
    .map(
      (group) =>
        `${group[0]?.name ?? ''}${group.map(({ kind, value, unit }) => `${kind === null ? '' : KINDS[kind]}${value}${unit}`).join(',')}`,
    )
    .join(';');
}

const KINDS = { increase: '新增', total: '累计' } as const;
