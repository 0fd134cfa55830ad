import type { LocalDate, Rank } from '../../domain/plan/types.ts';
import type { PersonWeek } from '../../domain/supervision/burden.ts';

export interface BurdenPerson {
  personId: string;
  name: string;
  unit: string;
  rank: Rank;
  /** One entry for each of `Burden.weeks`. */
  weeks: PersonWeek[];
}

/** Rungs of a unit that ended in a week without being sent. */
export interface SparedWeek {
  week: LocalDate;
  /** 已办结或已报送 */
  withdrawn: number;
  /** 由较新的提示代替 */
  superseded: number;
  skipped: number;
  undeliverable: number;
}

/** GET /api/plans/:planId/burden: the last weeks, this one and the next, by person; what was spared, by unit. */
export interface Burden {
  weeks: LocalDate[];
  thisWeek: LocalDate;
  /** Digests a person: by rule, and in all with those that are due today or overdue. */
  limit: { perWeek: number; perWeekInAll: number };
  persons: BurdenPerson[];
  units: { unitId: string; unit: string; weeks: SparedWeek[] }[];
}
