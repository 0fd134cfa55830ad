import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../domain/calendar/local-date.ts';
import { isOnPace, paceTo, targetStanding, taskPace, type TargetStanding } from '../../../domain/supervision/pace.ts';
import { SEED_CALENDAR as calendar } from '../../../seeds/calendar/calendar.ts';

describe('pace', () => {
  it.each([
    ['2026-11-01', 0],
    ['2026-11-02', 0],
    ['2026-11-09', 25],
    ['2026-11-15', 45],
    ['2026-11-16', 50],
    ['2026-11-30', 100],
    ['2027-01-04', 100],
  ])('is linear by working days: on %s %i %% of 2 to 30 November', (on, expected) => {
    expect(taskPace(calendar, '2026-11-02', '2026-11-30', on).expected).toBeCloseTo(expected);
  });

  it('follows yearly values where a plan gives them', () => {
    const yearly = [
      { by: '2026-12-31', value: 15 },
      { by: '2027-12-31', value: 20 },
    ];
    expect(paceTo(calendar, '2025-12-31', 10, yearly, '2026-12-31').expected).toBe(15);
    expect(paceTo(calendar, '2025-12-31', 10, yearly, '2027-12-31')).toEqual({ expected: 20, spanShare: 1 });
    const middle = paceTo(calendar, '2025-12-31', 10, yearly, '2026-07-01').expected;
    expect(middle).toBeGreaterThan(12);
    expect(middle).toBeLessThan(13);
  });

  it('never falls as time goes by', () => {
    const day = fc.integer({ min: 0, max: 800 });
    fc.assert(
      fc.property(day, day, (a, b) => {
        const on = (days: number) =>
          taskPace(calendar, '2026-11-23', '2028-06-30', addDays('2026-11-01', Math.min(a, b) + days)).expected;
        expect(on(Math.abs(a - b))).toBeGreaterThanOrEqual(on(0));
      }),
    );
  });

  it('needs a value to reach', () =>
    expect(() => paceTo(calendar, '2026-01-01', 0, [], '2026-02-01')).toThrow(RangeError));

  it('ends a recovery with a figure on pace, or with any report where nothing is paced', () => {
    const pace = { expected: 50, spanShare: 0.5 };
    expect([
      isOnPace(45, pace, 0.9),
      isOnPace(44, pace, 0.9),
      isOnPace(null, pace, 0.9),
      isOnPace(null, null, 0.9),
    ]).toEqual([true, false, false, true]);
  });
});

describe('a target against its pace', () => {
  const number: TargetStanding = { kind: 'number', base: 10, actual: 12, pace: { expected: 15, spanShare: 0.5 } };
  it.each<[string, Partial<TargetStanding>, string]>([
    ['below nine tenths', {}, 'behind'],
    ['at nine tenths', { actual: 13.5 }, 'on-pace'],
    ['without figures', { actual: null }, 'waiting'],
    ['without a base to reckon from', { pace: null }, 'waiting'],
    ['early in its span', { pace: { expected: 15, spanShare: 0.1 } }, 'on-pace'],
    ['number-less and above base', { kind: 'number-less' }, 'on-pace'],
    ['number-less and at base', { kind: 'number-less', actual: 10 }, 'behind'],
    ['number-less without a base', { kind: 'number-less', base: null }, 'waiting'],
    ['a survey', { kind: 'survey' }, 'no-pace'],
    ['yes or no', { kind: 'yes-no' }, 'no-pace'],
  ])('%s', (_, change, expected) => {
    expect(targetStanding({ ...number, ...change }, { belowShare: 0.9, fromSpanShare: 0.2 })).toBe(expected);
  });
});
