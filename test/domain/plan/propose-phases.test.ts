import { describe, expect, it } from 'vitest';
import { workingDaysBetween } from '../../../domain/calendar/working-days.ts';
import { proposePhases } from '../../../domain/plan/propose-phases.ts';
import { SEED_CALENDAR as calendar } from '../../../seeds/calendar/calendar.ts';

const lengths = (start: string, end: string): number[] =>
  proposePhases(calendar, { start, end }).map(
    (phase) => workingDaysBetween(calendar, phase.start ?? '', phase.end ?? '') + 1,
  );

describe('proposed phases', () => {
  it('takes the first 20 and the last 40 working days, and leaves no gap', () => {
    expect(lengths('2026-01-01', '2026-12-31')).toEqual([20, 188, 40]);
    const [first, second, third] = proposePhases(calendar, { start: '2026-01-01', end: '2026-12-31' });
    expect([first?.start, third?.end]).toEqual(['2026-01-04', '2026-12-31']);
    expect([first?.end, second?.start, second?.end, third?.start]).toEqual([
      '2026-01-29',
      '2026-01-30',
      '2026-11-05',
      '2026-11-06',
    ]);
    expect([first, second, third].every((phase) => phase?.proposed)).toBe(true);
  });

  it.each([
    ['100 working days', '2026-01-05', '2026-06-04', [20, 57, 25]],
    ['ten', '2026-11-02', '2026-11-13', [2, 6, 2]],
    ['three', '2026-11-02', '2026-11-04', [1, 1, 1]],
    ['one', '2026-11-02', '2026-11-02', [1, 1, 1]],
  ])('shortens deployment and inspection in a period of about %s', (_, start, end, expected) => {
    const made = lengths(start, end);
    expect(made[0]).toBeLessThanOrEqual(20);
    expect(made).toEqual(expected);
  });

  it('has no dates while the period has none', () => {
    expect(proposePhases(calendar, null).map(({ kind, start }) => [kind, start])).toEqual([
      ['deployment', null],
      ['implementation', null],
      ['inspection', null],
    ]);
  });
});
