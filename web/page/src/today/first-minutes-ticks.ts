import { storedValue, storeValue } from '../api/stored.ts';

export const FIRST_STEPS = ['nudge', 'answer', 'node', 'story', 'dryRun', 'redate'] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

export const TICKS_KEY = 'first-minutes';

export function ticksOf(stored: string | null): string[] {
  return stored === null || stored === '' ? [] : stored.split(',');
}

/** Marks a step of the list as done, once. */
export function tick(step: FirstStep): void {
  const done = ticksOf(storedValue(TICKS_KEY));
  if (!done.includes(step)) storeValue(TICKS_KEY, [...done, step].join(','));
}
