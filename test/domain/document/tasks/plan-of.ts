import { readPlan } from '../../../../domain/document/read-plan.ts';
import type { Question, Reading } from '../../../../domain/document/types.ts';

/** A fictional plan of these lines, as read. */
export function readingOf(...lines: string[]): Extract<Reading, { kind: 'plan' }> {
  const text = ['云泽市湿地保护工作方案', '为保护湿地,制定本方案。', ...lines].join('\n');
  const reading = readPlan({ format: 'txt', text, blocks: [] });
  if (reading.kind !== 'plan') throw new Error(reading.reason);
  return reading;
}

/** Its tasks: title, lead units, responsible units. */
export const ownersOf = (...lines: string[]): [string, string[], string[]][] =>
  readingOf(...lines).plan.tasks.map(({ title, leadUnits, responsibleUnits }) => [title, leadUnits, responsibleUnits]);

/** Its tasks: number, section, title. */
export const titlesOf = (...lines: string[]): [string | null, string | null, string][] =>
  readingOf(...lines).plan.tasks.map(({ no, section, title }) => [no, section, title]);

/** What is asked with these codes. */
export const askedOf = (codes: readonly Question['code'][], ...lines: string[]): Question[] =>
  readingOf(...lines).questions.filter(({ code }) => codes.includes(code));
