import type { PlanTarget } from '../types.ts';
import { orderDiffers } from './arrange.ts';
import { bigramsOf, dice } from './similarity.ts';
import type { Change } from './types.ts';
import { listText, targetText } from './wording.ts';

/** Two names as alike as this are one target. */
const SAME = 0.6;

/** Old place → new place of the targets that are one; equal rows first, then by name. */
export function matchTargets(old: readonly PlanTarget[], now: readonly PlanTarget[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const free = new Set(now.keys());
  const take = (fits: (a: PlanTarget, b: PlanTarget) => boolean): void => {
    for (const [from, target] of old.entries()) {
      if (pairs.has(from)) continue;
      const to = [...free].find((at) => fits(target, now[at] as PlanTarget));
      if (to === undefined) continue;
      pairs.set(from, to);
      free.delete(to);
    }
  };
  take((a, b) => rowOf(a) === rowOf(b));
  take((a, b) => a.name === b.name);
  take((a, b) => dice(bigramsOf(a.name), bigramsOf(b.name)) >= SAME);
  return pairs;
}

const rowOf = ({ name, comparator, value, max, unit, baseline, per, by, scope }: PlanTarget): string =>
  JSON.stringify([name, comparator, value, max, unit, baseline, per, by, scope]);

/** Ids: `g2` a changed target by its old place, `g2.removed`, `g+5` an added one by its new place. */
export function targetChanges(old: readonly PlanTarget[], now: readonly PlanTarget[]): Change[] {
  const pairs = matchTargets(old, now);
  const plan = { touches: { what: 'plan' as const }, doubtful: false };
  const kept = old.flatMap((was, at): Change[] => {
    const is = now[pairs.get(at) ?? -1];
    const text = targetText(was);
    if (!is)
      return [
        { id: `g${at}.removed`, kind: 'target-removed', sentence: `取消目标:${text}。`, was: text, now: null, ...plan },
      ];
    if (rowOf(was) === rowOf(is)) return [];
    const sentence = `目标调整:${text},改为${targetText(is)}。`;
    return [{ id: `g${at}`, kind: 'target-changed', sentence, was: text, now: targetText(is), ...plan }];
  });
  const taken = new Set(pairs.values());
  const added = [...now.entries()].flatMap(([at, is]): Change[] => {
    const text = targetText(is);
    return taken.has(at)
      ? []
      : [{ id: `g+${at}`, kind: 'target-added', sentence: `新增目标:${text}。`, was: null, now: text, ...plan }];
  });
  const [before, after] = [[...pairs.keys()].sort((a, b) => a - b), [...pairs].sort((a, b) => a[1] - b[1])];
  const order: Change[] = orderDiffers(
    before,
    after.map(([from]) => from),
  )
    ? [
        {
          id: 'targets.order',
          kind: 'target-order',
          sentence: '目标的排列次序有调整。',
          was: listText(old.map(({ name }) => name)),
          now: listText(now.map(({ name }) => name)),
          ...plan,
        },
      ]
    : [];
  return [...kept, ...added, ...order];
}
