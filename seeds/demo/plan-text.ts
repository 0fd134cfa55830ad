import { readFileSync } from 'node:fs';
import { printed } from './dates.ts';
import { DEMO_START_MONTH, demoFacts } from './facts.ts';

const PRINTED = /(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?/g;

/** plan.txt with every date as `demoFacts(startMonth)` has it: read again, it says what that plan runs by. */
export function demoPlanText(startMonth: string = DEMO_START_MONTH): string {
  const [from, to] = [DEMO_START_MONTH, startMonth].map((month) => datesOf(month)) as [string[], string[]];
  const moved = new Map(from.map((date, at) => [printed(date), printed(to[at] ?? date)]));
  const years = [DEMO_START_MONTH, startMonth].map((month) => `〔${month.slice(0, 4)}〕`) as [string, string];
  return readFileSync(new URL('plan.txt', import.meta.url), 'utf8')
    .replace(PRINTED, (date) => moved.get(date) ?? date)
    .replaceAll(...years);
}

/** The same places of the same facts, so that two starts give dates that belong together. */
const datesOf = (startMonth: string): string[] =>
  JSON.stringify(demoFacts(startMonth)).match(/(?<=")\d{4}-\d{2}(?:-\d{2})?(?=")/g) ?? [];
