import type { LocalDate } from '../../../plan/types.ts';
import type { Span } from '../types.ts';
import type { Clause } from './clauses.ts';
import type { DateNamed } from './dates-named.ts';

/** One clause in the light of the task that it speaks of. */
export interface PartWords {
  clause: Clause;
  /** The clause without its days (§) and the numbers of its tasks, as long as it was. */
  body: string;
  next: string;
  dates: DateNamed[];
  plain: string;
  today: LocalDate;
  bases: ReadonlySet<string>;
  leave: boolean;
  /** Where its tasks are named. */
  label: Span[];
  /** Where a request for help begins in the clause; what follows are others' days. -1: none. */
  helps: number;
}
