import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Facts, FictionalPlan } from './types.ts';

/** `by-hand`: written while the reader was built. `by-hand-blind`: written without a look at it, for an honest score. */
export const HAND_SETS = ['by-hand', 'by-hand-blind'] as const;
export type HandSet = (typeof HAND_SETS)[number];

const folderOf = (set: HandSet) => fileURLToPath(new URL(`${set}/`, import.meta.url));

/**
 * The plans written by hand. Those held back are for the last judgement, not for tuning; a plan whose errors were once
 * looked at loses the `held-back-` of its name.
 */
export function plansByHand(heldBack: boolean, sets: readonly HandSet[] = HAND_SETS): FictionalPlan[] {
  return sets.flatMap((set) => plansIn(set, heldBack));
}

function plansIn(set: HandSet, heldBack: boolean): FictionalPlan[] {
  const folder = folderOf(set);
  const read = (name: string) => readFileSync(`${folder}${name}`, 'utf8');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt') && name.startsWith('held-back-') === heldBack)
    .map((file) => {
      const name = file.slice(0, -'.txt'.length);
      const text = read(file);
      return {
        name,
        text,
        clean: text,
        format: 'txt',
        facts: JSON.parse(read(`${name}.json`)) as Facts,
        features: [`written:${set}`],
      };
    });
}
