import type { Span } from '../types.ts';
import { isUnitName } from '../units/unit-name.ts';

/** A line as long as this was ended by the page, not by its writer, where no sign ends it. */
const WRAPPED = 26;

/** Does a place begin a line whose line before broke off in the middle of a sentence? */
export function beginsMidSentence(simplified: string, { start }: Span): boolean {
  const gap = /\n\s*$/.exec(simplified.slice(Math.max(0, start - 12), start));
  if (!gap) return false;
  const end = start - gap[0].length;
  if (!/[\u4e00-\u9fff、,]/.test(simplified.charAt(end - 1))) return false;
  const line = simplified.slice(simplified.lastIndexOf('\n', end - 1) + 1, end);
  // A line of units ends without a sign as well.
  return line.length >= WRAPPED && !isUnitName(line.slice(Math.max(0, line.search(/[^、,;::\s]*$/))));
}
