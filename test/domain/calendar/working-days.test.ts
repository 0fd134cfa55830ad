import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CalendarYearMissingError } from '../../../domain/calendar/calendar-error.ts';
import {
  isFirstWorkdayAfterHoliday,
  isLastWorkdayBeforeHoliday,
  restRunAfter,
  restRunBefore,
} from '../../../domain/calendar/holidays.ts';
import {
  addDays,
  addYears,
  daysBetween,
  isLocalDate,
  isPrintedDate,
  lastDayOf,
  weekdayOf,
} from '../../../domain/calendar/local-date.ts';
import {
  addWorkingDays,
  dayKind,
  isProvisional,
  isWorkday,
  lastWorkdayOfMonth,
  lastWorkdayOnOrBefore,
  nextWorkdayOnOrAfter,
  workingDaysBetween,
} from '../../../domain/calendar/working-days.ts';
import { SEED_CALENDAR as calendar } from '../../../seeds/calendar/calendar.ts';

const anyDate = fc.integer({ min: 0, max: 9_800 }).map((days) => addDays('2006-06-01', days));
const workday = anyDate.map((date) => nextWorkdayOnOrAfter(calendar, date));

describe('the kind of a day', () => {
  it.each([
    ['2026-02-14', 'makeup', false],
    ['2026-02-28', 'makeup', false],
    ['2026-10-10', 'makeup', false],
    ['2026-02-15', 'holiday', false],
    ['2026-02-23', 'holiday', false],
    ['2026-10-07', 'holiday', false],
    ['2026-02-24', 'workday', false],
    ['2026-11-22', 'weekend', false],
    ['2026-11-23', 'workday', false],
    ['2025-01-26', 'makeup', false],
    ['2025-01-28', 'holiday', false],
    ['2025-10-08', 'holiday', false],
    ['2027-02-05', 'holiday', true],
    ['2027-02-09', 'workday', true],
    ['2027-10-09', 'weekend', true],
  ])('%s is a %s (provisional: %s)', (date, kind, provisional) => {
    expect(dayKind(calendar, date)).toEqual({ kind, provisional });
    expect(isProvisional(calendar, date)).toBe(provisional);
    expect(isWorkday(calendar, date)).toBe(kind === 'workday' || kind === 'makeup');
  });

  it('refuses a year that the calendar does not hold, naming it', () => {
    expect(() => isWorkday(calendar, '2036-01-01')).toThrow(CalendarYearMissingError);
    expect(() => workingDaysBetween(calendar, '2035-12-31', '2036-01-04')).toThrow(/2036/);
    expect(() => lastWorkdayOnOrBefore(calendar, '2004-01-01')).toThrow(/2003/);
  });
});

describe('counting working days', () => {
  it.each([
    ['2026-11-20', 3, '2026-11-25'],
    ['2026-11-20', 6, '2026-11-30'],
    ['2026-11-22', 1, '2026-11-23'],
    ['2026-11-22', 0, '2026-11-22'],
    ['2026-11-22', -1, '2026-11-20'],
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-14', 1, '2026-02-24'],
    ['2026-03-02', -1, '2026-02-28'],
    ['2026-12-31', 1, '2027-01-04'],
  ])('from %s, %i working days on is %s', (from, days, to) => {
    expect(addWorkingDays(calendar, from, days)).toBe(to);
    if (isWorkday(calendar, from)) expect(workingDaysBetween(calendar, from, to)).toBe(days);
  });

  it.each([
    ['2026-02', '2026-02-28'],
    ['2026-10', '2026-10-30'],
    ['2026-01', '2026-01-30'],
    ['2027-07', '2027-07-30'],
    ['2024-02', '2024-02-29'],
  ])('the last working day of %s is %s', (month, date) => expect(lastWorkdayOfMonth(calendar, month)).toBe(date));

  it('undoes what it adds, from any working day', () => {
    fc.assert(
      fc.property(workday, fc.integer({ min: -300, max: 300 }), (date, days) => {
        const there = addWorkingDays(calendar, date, days);
        expect(addWorkingDays(calendar, there, -days)).toBe(date);
        expect(workingDaysBetween(calendar, date, there)).toBe(days);
        expect(days === 0 || isWorkday(calendar, there)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('counts the same whether at once or in two stretches, and backwards with the sign turned', () => {
    fc.assert(
      fc.property(anyDate, anyDate, anyDate, (a, b, c) => {
        const between = (from: string, to: string): number => workingDaysBetween(calendar, from, to);
        expect(between(a, b) + between(b, c)).toBe(between(a, c));
        expect(between(a, b) + between(b, a)).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it('agrees with counting day by day', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 800 }), (from, days) => {
        let count = 0;
        for (let day = 1; day <= days; day += 1) if (isWorkday(calendar, addDays(from, day))) count += 1;
        expect(workingDaysBetween(calendar, from, addDays(from, days))).toBe(count);
      }),
      { numRuns: 100 },
    );
  });

  it('finds the nearest working day on either side', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const [before, after] = [lastWorkdayOnOrBefore(calendar, date), nextWorkdayOnOrAfter(calendar, date)];
        expect(before <= date && date <= after).toBe(true);
        expect(before === after).toBe(isWorkday(calendar, date));
        expect(workingDaysBetween(calendar, before, after)).toBe(before === after ? 0 : 1);
      }),
    );
  });
});

describe('long holidays', () => {
  it('runs through weekends and ends where somebody works', () => {
    expect(restRunAfter(calendar, '2026-02-14')).toEqual({ from: '2026-02-15', to: '2026-02-23', days: 9 });
    expect(restRunBefore(calendar, '2026-10-08')).toEqual({ from: '2026-10-01', to: '2026-10-07', days: 7 });
    expect(restRunAfter(calendar, '2026-11-20')?.days).toBe(2);
    expect(restRunAfter(calendar, '2026-11-23')).toBeNull();
  });

  it('knows the working days on its two sides', () => {
    expect(isLastWorkdayBeforeHoliday(calendar, '2026-09-30', 3)).toBe(true);
    expect(isLastWorkdayBeforeHoliday(calendar, '2026-11-20', 3)).toBe(false);
    expect(isFirstWorkdayAfterHoliday(calendar, '2026-02-24', 3)).toBe(true);
    expect(isFirstWorkdayAfterHoliday(calendar, '2026-02-23', 3)).toBe(false);
  });

  it('stops at the end of what the calendar knows', () => {
    expect(restRunAfter(calendar, '2035-12-31')).toBeNull();
  });
});

describe('local dates', () => {
  it('knows weekdays, months and leap years', () => {
    expect(weekdayOf('2026-11-22')).toBe(7);
    expect(weekdayOf('1969-12-29')).toBe(1);
    expect(lastDayOf('2028-02')).toBe('2028-02-29');
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
    expect(daysBetween('2026-11-22', '2027-11-22')).toBe(365);
  });

  it.each([
    ['2026', true],
    ['2026-13', false],
    ['2026-02-29', false],
    ['2028-02-29', true],
    ['2026-2-1', false],
    ['2026-00', false],
    ['2026-01-00', false],
  ])('%s is a printed date: %s', (text, is) => expect(isPrintedDate(text)).toBe(is));

  it('takes only whole days for local dates', () => {
    expect(isLocalDate('2026-11')).toBe(false);
    expect(isLocalDate('2026-11-22')).toBe(true);
  });
});
