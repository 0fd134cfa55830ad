import type { PlanTask } from '../types.ts';
import { findPieces, type Entry } from './pieces.ts';
import { bigramsOf, dice, plainTitle, sharedOf } from './similarity.ts';
import type { Pin, TaskMatch, TaskPair } from './types.ts';

/** Surely one task from here on; below `POSSIBLE` surely two. */
const SURE = 0.7;
const POSSIBLE = 0.4;
/** A runner-up as near as this leaves doubt. */
const NEAR = 0.1;
/** What section, number and units add to the likeness of two titles. */
const WEIGHTS = { section: 0.04, no: 0.05, units: 0.08 };

type Key = (task: PlanTask) => string | null;

/** From the surest to the weakest: a pair is made where a key stands once in either version. */
const KEYS: Key[] = [
  ({ section, no, title }) => JSON.stringify([section, no, plainTitle(title)]),
  ({ section, title }) => JSON.stringify([section, plainTitle(title)]),
  ({ no, title }) => (no === null ? null : JSON.stringify([no, plainTitle(title)])),
  ({ title }) => plainTitle(title),
];

/**
 * Which task of an old version is which of a new one: the same, moved, renumbered, reworded, split, merged,
 * dropped or added. What a person said (`pins`) goes first; what can't be told is marked as doubtful.
 */
export function matchTasks(old: readonly PlanTask[], now: readonly PlanTask[], pins: readonly Pin[] = []): TaskMatch {
  const freeOld = new Set(old.keys());
  const freeNow = new Set(now.keys());
  const pairs: TaskPair[] = [];
  const pair = (from: number, to: number, score: number, candidates: number[] | null = null): void => {
    freeOld.delete(from);
    freeNow.delete(to);
    pairs.push({ old: from, now: to, score, doubtful: candidates !== null, candidates: candidates ?? [] });
  };

  const said = pins.filter((pin) => old[pin.old] !== undefined && (pin.now === null || now[pin.now] !== undefined));
  for (const pin of said) {
    if (!freeOld.has(pin.old)) continue;
    if (pin.now === null) freeOld.delete(pin.old);
    else if (freeNow.has(pin.now)) pair(pin.old, pin.now, 1);
  }
  for (const key of KEYS) pairByKey(old, now, freeOld, freeNow, key, (from, to) => pair(from, to, 1));

  const pairsOld = old.map(({ title }, at): Entry => ({ at, pairs: bigramsOf(title) }));
  const pairsNow = now.map(({ title }, at): Entry => ({ at, pairs: bigramsOf(title) }));
  const left = (entries: Entry[], free: Set<number>): Entry[] => entries.filter(({ at }) => free.has(at));
  const splitFrom = new Map<number, number>();
  for (const { whole, pieces } of findPieces(left(pairsOld, freeOld), left(pairsNow, freeNow))) {
    const [first = 0, ...others] = pieces;
    pair(whole, first, 1);
    for (const at of others) splitFrom.set(at, whole);
    for (const at of others) freeNow.delete(at);
  }
  const mergedInto = new Map<number, number>();
  for (const { whole, pieces } of findPieces(left(pairsNow, freeNow), left(pairsOld, freeOld))) {
    const [first = 0, ...others] = pieces;
    pair(first, whole, 1);
    for (const at of others) mergedInto.set(at, whole);
    for (const at of others) freeOld.delete(at);
  }

  const likeness = (from: number, to: number): number => {
    const [a, b] = [old[from], now[to]];
    const [x, y] = [pairsOld[from], pairsNow[to]];
    if (!a || !b || !x || !y) return 0;
    const near =
      (a.section === b.section ? WEIGHTS.section : 0) +
      (a.no !== null && a.no === b.no ? WEIGHTS.no : 0) +
      WEIGHTS.units * sharedOf([...a.leadUnits, ...a.responsibleUnits], [...b.leadUnits, ...b.responsibleUnits]);
    const title = dice(x.pairs, y.pairs);
    // Place and units speak for titles that have something in common, never for strangers.
    return title === 0 ? 0 : Math.min(1, title + near);
  };
  for (const { from, to, score, rivals } of byLikeness(freeOld, freeNow, likeness))
    pair(from, to, score, score >= SURE && rivals.length === 0 ? null : rivals);

  const paired = { old: new Set(pairs.map((one) => one.old)), now: new Set(pairs.map((one) => one.now)) };
  return {
    pairs: pairs.sort((a, b) => a.old - b.old),
    added: [...now.keys()]
      .filter((at) => !paired.now.has(at))
      .map((at) => ({ now: at, splitFrom: splitFrom.get(at) ?? null })),
    removed: [...old.keys()]
      .filter((at) => !paired.old.has(at))
      .map((at) => ({ old: at, mergedInto: mergedInto.get(at) ?? null })),
  };
}

function pairByKey(
  old: readonly PlanTask[],
  now: readonly PlanTask[],
  freeOld: ReadonlySet<number>,
  freeNow: ReadonlySet<number>,
  key: Key,
  pair: (from: number, to: number) => void,
): void {
  const [before, after] = [placesByKey(old, freeOld, key), placesByKey(now, freeNow, key)];
  for (const [name, [from, ...others]] of before) {
    const [to, ...rivals] = after.get(name) ?? [];
    if (from !== undefined && to !== undefined && others.length + rivals.length === 0) pair(from, to);
  }
}

function placesByKey(tasks: readonly PlanTask[], free: ReadonlySet<number>, key: Key): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [at, task] of tasks.entries()) {
    const name = free.has(at) ? key(task) : null;
    if (name !== null) places.set(name, [...(places.get(name) ?? []), at]);
  }
  return places;
}

interface Likely {
  from: number;
  to: number;
  score: number;
  /** Other new tasks that fit the old one nearly as well. */
  rivals: number[];
}

/** The likeliest pairs first, each task once. */
function byLikeness(
  freeOld: ReadonlySet<number>,
  freeNow: ReadonlySet<number>,
  likeness: (from: number, to: number) => number,
): Likely[] {
  const all = [...freeOld].flatMap((from) =>
    [...freeNow].map((to) => ({ from, to, score: likeness(from, to) })).filter(({ score }) => score >= POSSIBLE),
  );
  all.sort((a, b) => b.score - a.score || a.from - b.from || a.to - b.to);
  const taken = { old: new Set<number>(), now: new Set<number>() };
  return all.flatMap(({ from, to, score }) => {
    if (taken.old.has(from) || taken.now.has(to)) return [];
    taken.old.add(from);
    taken.now.add(to);
    const near = all.filter((one) => one.from === from && one.to !== to && score - one.score < NEAR);
    const wanted = all.some((one) => one.to === to && one.from !== from && score - one.score < NEAR);
    // Two old tasks that fit one new task leave the same doubt as one old task with two new ones.
    const rivals = near.map((one) => one.to).concat(wanted && near.length === 0 ? [to] : []);
    return [{ from, to, score, rivals }];
  });
}
