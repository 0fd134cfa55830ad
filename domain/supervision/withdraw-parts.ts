import type { Instant } from '../plan/types.ts';
import { settleSlots } from './settle.ts';
import type { SettledRungs, SupervisedState } from './types.ts';

/** Former parts that a state keeps; older ones stand in the Events. */
export const FORMER_KEPT = 40;

/**
 * Parts that the plan no longer asks for: their coming rungs end, they themselves are kept as former ones, so
 * that an answer on its way is recorded under them. What was accepted stays as it is.
 */
export function withdrawParts(
  state: SupervisedState,
  out: readonly { unitId: string; title?: string }[],
  now: Instant,
): { state: SupervisedState; settled: SettledRungs[] } {
  const goes = state.parts.filter(
    (part) =>
      part.completion !== 'accepted' &&
      out.some(({ unitId, title }) => unitId === part.unitId && (title === undefined || title === part.title)),
  );
  let next = state;
  const settled: SettledRungs[] = [];
  for (const { id } of goes) {
    const cleared = settleSlots(next, { partId: id }, 'withdrawn', '方案修订,不再承担');
    next = cleared.state;
    settled.push(cleared.settled);
  }
  if (goes.length === 0) return { state, settled };
  const former = goes.map((part) => ({ ...part, duties: [], withdrawnAt: now }));
  return {
    state: {
      ...next,
      parts: next.parts.filter((part) => !goes.some(({ id }) => id === part.id)),
      formerParts: [...(state.formerParts ?? []), ...former].slice(-FORMER_KEPT),
    },
    settled,
  };
}
