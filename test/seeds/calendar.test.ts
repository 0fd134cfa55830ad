import { describe, expect, it } from 'vitest';
import { addDays, weekdayOf } from '../../domain/calendar/local-date.ts';
import { isWorkday } from '../../domain/calendar/working-days.ts';
import { SEED_CALENDAR as calendar } from '../../seeds/calendar/calendar.ts';

const year = (wanted: number) => calendar.years.find((one) => one.year === wanted);
const days = (from: string, count: number): string[] => Array.from({ length: count }, (_, day) => addDays(from, day));

describe('the calendar that a first start loads', () => {
  it('holds the notice for 2026', () => {
    expect(year(2026)).toEqual({
      year: 2026,
      published: true,
      rest: [
        ...days('2026-01-01', 3),
        ...days('2026-02-15', 9),
        ...days('2026-04-04', 3),
        ...days('2026-05-01', 5),
        ...days('2026-06-19', 3),
        ...days('2026-09-25', 3),
        ...days('2026-10-01', 7),
      ],
      work: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
    });
  });

  it('holds the notice for 2025', () => {
    expect(year(2025)).toEqual({
      year: 2025,
      published: true,
      rest: [
        '2025-01-01',
        ...days('2025-01-28', 8),
        ...days('2025-04-04', 3),
        ...days('2025-05-01', 5),
        ...days('2025-05-31', 3),
        ...days('2025-10-01', 8),
      ],
      work: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
    });
  });

  it.each([
    [2027, '2027-02-05', '2027-04-05', '2027-06-09', '2027-09-15'],
    [2028, '2028-01-25', '2028-04-04', '2028-05-28', '2028-10-03'],
    [2031, '2031-01-22', '2031-04-05', '2031-06-24', '2031-10-01'],
    [2033, '2033-01-30', '2033-04-04', '2033-06-01', '2033-09-08'],
  ])(
    "reckons the statutory days of %i: New Year's Eve %s, Qingming %s, Dragon Boat %s, Mid-Autumn %s",
    (wanted, eve, qingming, dragonBoat, midAutumn) => {
      const fixed = [`${wanted}-01-01`, `${wanted}-05-01`, `${wanted}-05-02`, ...days(`${wanted}-10-01`, 3)];
      expect(year(wanted)).toEqual({
        year: wanted,
        published: false,
        work: [],
        rest: [...new Set([...fixed, ...days(eve, 4), qingming, dragonBoat, midAutumn])].sort(),
      });
    },
  );

  it('covers every year from 2004 to 2035, published up to 2026', () => {
    expect(calendar.years.map((one) => one.year)).toEqual(Array.from({ length: 32 }, (_, at) => 2004 + at));
    expect(calendar.years.filter((one) => one.published).at(-1)?.year).toBe(2026);
  });

  it('makes up only on weekends, and never on a day off', () => {
    for (const { rest, work } of calendar.years) {
      for (const date of work)
        expect([date, weekdayOf(date) > 5, rest.includes(date), isWorkday(calendar, date)]).toEqual([
          date,
          true,
          false,
          true,
        ]);
      for (const date of rest) expect([date, isWorkday(calendar, date)]).toEqual([date, false]);
    }
  });
});
