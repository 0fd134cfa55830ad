import { describe, expect, it } from 'vitest';
import { dueInstants } from '../../../domain/calendar/due.ts';
import { DEFAULT_POLICY as policy, type Policy } from '../../../domain/plan/policy.ts';
import { SEED_CALENDAR as calendar } from '../../../seeds/calendar/calendar.ts';

const forward: Policy = { ...policy, values: { ...policy.values, restDayDue: 'forward' } };
const at = (date: string): string => `${date}T09:30:00.000Z`;

describe('when a printed date falls due', () => {
  it.each([
    ['a working day', '2026-11-30', '2026-11-30', '2026-11-30', '2026-11-30', 'due.day', false, false],
    ['a Sunday', '2026-11-22', '2026-11-22', '2026-11-23', '2026-11-20', 'due.rest-day', true, false],
    ['a day in a long holiday', '2026-10-03', '2026-10-03', '2026-10-08', '2026-09-30', 'due.rest-day', true, false],
    ['a make-up Saturday', '2026-10-10', '2026-10-10', '2026-10-10', '2026-10-10', 'due.day', false, false],
    ['a month', '2026-11', '2026-11-30', '2026-11-30', '2026-11-30', 'due.month-end', false, false],
    ['a month ending on a rest day', '2027-07', '2027-07-30', '2027-07-30', '2027-07-30', 'due.month-end', false, true],
    [
      'a month ending on a make-up day',
      '2026-02',
      '2026-02-28',
      '2026-02-28',
      '2026-02-28',
      'due.month-end',
      false,
      false,
    ],
    ['a year', '2026', '2026-12-31', '2026-12-31', '2026-12-31', 'due.year-end', false, false],
    ['a year ending on a Sunday', '2028', '2028-12-29', '2028-12-29', '2028-12-29', 'due.year-end', false, true],
    [
      'a rest day before an unpublished year',
      '2026-12-31',
      '2026-12-31',
      '2026-12-31',
      '2026-12-31',
      'due.day',
      false,
      false,
    ],
  ])('%s (%s) is due on %s, red from %s', (_, printed, dueOn, redOn, countFrom, rule, moved, provisional) => {
    expect(dueInstants(calendar, policy, printed)).toEqual({
      dueOn,
      dueAt: at(dueOn),
      redAt: at(redOn),
      countFrom,
      moved,
      provisional,
      rule,
    });
  });

  it('moves a rest day forward to the last working day before it where the office chose 前移', () => {
    expect(dueInstants(calendar, forward, '2026-10-03')).toEqual({
      dueOn: '2026-09-30',
      dueAt: at('2026-09-30'),
      redAt: at('2026-09-30'),
      countFrom: '2026-09-30',
      moved: true,
      provisional: false,
      rule: 'due.rest-day-forward',
    });
    expect(dueInstants(calendar, forward, '2026-11-30').moved).toBe(false);
  });

  it('reckons in the zone of the policy', () => {
    const elsewhere: Policy = { ...policy, values: { ...policy.values, zone: 'America/New_York' } };
    expect(dueInstants(calendar, elsewhere, '2026-11-30').dueAt).toBe('2026-11-30T22:30:00.000Z');
  });
});
