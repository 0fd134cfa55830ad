import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Facts, FictionalPlan } from './types.ts';

const folder = fileURLToPath(new URL('by-hand/', import.meta.url));
const read = (name: string) => readFileSync(`${folder}${name}`, 'utf8');

/** The plans written by hand. Those held back are for the last judgement, not for tuning. */
export function plansByHand(heldBack: boolean): FictionalPlan[] {
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
        features: ['written:by hand'],
      };
    });
}
