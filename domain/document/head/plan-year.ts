import type { PrintedDate } from '../../plan/types.ts';

/** The year meant by dates that print none. */
export interface PlanYear {
  year: number | null;
  /** Neither the issue nor the title says it: it is the first year in the text. */
  guessed: boolean;
}

const YEAR = /(?:19|20)\d{2}/g;

/**
 * The year of the plan's issue; that of its title where it names the next one alone (issued in December, for the year
 * to come); else the first in its text.
 */
export function planYear(issuedOn: PrintedDate | null, title: string, simplified: string): PlanYear {
  const issued = issuedOn === null ? null : Number(issuedOn.slice(0, 4));
  const [titled, ...others] = (title.match(YEAR) ?? []).map(Number);
  const coming = issued !== null && others.length === 0 && titled === issued + 1;
  if (issued !== null) return { year: coming ? issued + 1 : issued, guessed: false };
  if (titled !== undefined) return { year: titled, guessed: false };
  const first = /((?:19|20)\d{2}) ?年/.exec(simplified)?.[1];
  return first === undefined ? { year: null, guessed: false } : { year: Number(first), guessed: true };
}
