/** A question about a year that the calendar doesn't hold: refused, since a guess would be a wrong deadline. */
export class CalendarYearMissingError extends Error {
  readonly code = 'CALENDAR_YEAR_MISSING';
  readonly year: number;

  constructor(year: number) {
    super(`工作日历中没有${year}年,请先导入该年的放假安排 (no calendar for ${year})`);
    this.name = 'CalendarYearMissingError';
    this.year = year;
  }
}
