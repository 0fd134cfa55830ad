import type { LocalDate } from '../plan/types.ts';

/** One year of the working calendar. Weekends rest unless in `work`; weekdays work unless in `rest`. */
export interface CalendarYear {
  year: number;
  /** False: the State Council's notice is not out; statutory days only, no make-up days (provisional). */
  published: boolean;
  /** Weekdays and weekend days off under a holiday, `YYYY-MM-DD`. */
  rest: LocalDate[];
  /** 调休: weekend days that are worked. */
  work: LocalDate[];
}

export interface Calendar {
  /** Rises with every change; a state remembers the version that scheduled it. */
  version: number;
  years: CalendarYear[];
}
