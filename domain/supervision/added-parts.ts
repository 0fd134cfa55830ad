import { newPart, type PartSeed } from './new-part.ts';
import type { Part, SupervisedState } from './types.ts';

/**
 * A state's parts with new ones: each unit once, each duty of a phase once. An id is never given twice, not
 * even after its part was withdrawn: two messages made from one view of the task bring the same one.
 */
export function addedParts(state: SupervisedState, seeds: readonly PartSeed[]): Part[] {
  const former = state.formerParts ?? [];
  return seeds.reduce((parts, seed) => {
    if (parts.some((part) => part.unitId === seed.unitId && part.title === seed.title)) return parts;
    const taken = new Set([...parts, ...former].map(({ id }) => id));
    let { id } = seed;
    for (let n = taken.size + 1; taken.has(id); n += 1) id = `p${n}`;
    return [...parts, newPart({ ...seed, id })];
  }, state.parts);
}
