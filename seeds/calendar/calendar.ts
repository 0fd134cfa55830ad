import type { Calendar } from '../../domain/calendar/types.ts';
import { CALENDAR_YEARS } from './years.ts';

/** The calendar that a first start loads: 2004 to the last published year, then provisional years to 2035. */
export const SEED_CALENDAR: Calendar = {
  version: 1,
  years: CALENDAR_YEARS.map(({ year, published, rest, work }) => ({ year, published, rest, work })),
};
