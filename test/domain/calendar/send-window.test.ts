import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOn, nextDigest, secondDigestOn } from '../../../domain/calendar/digest.ts';
import { escalationAllowed } from '../../../domain/calendar/escalation-window.ts';
import { instantAt, localOf } from '../../../domain/calendar/local-time.ts';
import { isInWindow, nextWindow } from '../../../domain/calendar/send-window.ts';
import { isWorkday } from '../../../domain/calendar/working-days.ts';
import { DEFAULT_POLICY as policy, type Policy } from '../../../domain/plan/policy.ts';
import { SEED_CALENDAR as calendar } from '../../../seeds/calendar/calendar.ts';

const zone = policy.values.zone;
const local = (text: string): string => instantAt(text.slice(0, 10), text.slice(11), zone);
const shown = (instant: string): string => {
  const { date, time } = localOf(instant, zone);
  return `${date} ${time}`;
};
const anyInstant = fc
  .integer({ min: 0, max: 365 * 24 * 60 * 9 })
  .map((minutes) => new Date(Date.UTC(2025, 0, 1) + minutes * 60_000).toISOString());

describe('send windows', () => {
  it.each([
    ['2026-11-23 09:00', true, 'window.open', '2026-11-23 09:00'],
    ['2026-11-23 11:29', true, 'window.open', '2026-11-23 11:29'],
    ['2026-11-23 11:30', false, 'window.closed', '2026-11-23 14:30'],
    ['2026-11-23 08:59', false, 'window.closed', '2026-11-23 09:00'],
    ['2026-11-23 17:00', false, 'window.closed', '2026-11-24 09:00'],
    ['2026-11-22 10:00', false, 'window.rest-day', '2026-11-23 09:00'],
    ['2026-10-10 09:30', true, 'window.open', '2026-10-10 09:30'],
    ['2026-10-08 09:00', false, 'holiday.first-day-10:00', '2026-10-08 10:00'],
    ['2026-10-08 10:00', true, 'window.open', '2026-10-08 10:00'],
    ['2026-10-03 12:00', false, 'window.rest-day', '2026-10-08 10:00'],
    ['2026-02-14 17:30', false, 'window.closed', '2026-02-24 10:00'],
  ])('at %s open is %s (%s), next is %s', (when, open, rule, next) => {
    expect(isInWindow(calendar, policy, local(when))).toEqual({ open, rule });
    expect(shown(nextWindow(calendar, policy, local(when)).at)).toBe(next);
  });

  it('names the holiday as the reason where it put the opening off', () => {
    expect(nextWindow(calendar, policy, local('2026-10-03 12:00')).rule).toBe('holiday.first-day-10:00');
    expect(nextWindow(calendar, policy, local('2026-11-23 12:00')).rule).toBe('window.closed');
  });

  it('goes to the next day where a holiday leaves the first without a window', () => {
    const late: Policy = { ...policy, values: { ...policy.values, afterHolidayFrom: '18:00' } };
    expect(shown(nextWindow(calendar, late, local('2026-10-03 12:00')).at)).toBe('2026-10-09 09:00');
  });

  it('never opens at night, on a rest day or in the past', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const { at } = nextWindow(calendar, policy, instant);
        const { date, time } = localOf(at, zone);
        expect(at >= instant).toBe(true);
        expect(isWorkday(calendar, date)).toBe(true);
        expect((time >= '09:00' && time < '11:30') || (time >= '14:30' && time < '17:00')).toBe(true);
        expect(isInWindow(calendar, policy, at).open).toBe(true);
        expect(nextWindow(calendar, policy, at).at).toBe(at);
      }),
      { numRuns: 300 },
    );
  });
});

describe('digests', () => {
  it('go out at 09:15, at 10:00 after a long holiday, and not on a rest day', () => {
    expect(digestOn(calendar, policy, '2026-11-23')).toEqual({
      at: local('2026-11-23 09:15'),
      second: false,
      rule: 'digest.first',
    });
    expect(digestOn(calendar, policy, '2026-10-08')).toEqual({
      at: local('2026-10-08 10:00'),
      second: false,
      rule: 'holiday.first-day-10:00',
    });
    expect(digestOn(calendar, policy, '2026-11-22')).toBeNull();
    expect(secondDigestOn(calendar, policy, '2026-11-22')).toBeNull();
  });

  it.each([
    ['2026-11-23 09:15', false, '2026-11-23 09:15'],
    ['2026-11-23 09:16', false, '2026-11-24 09:15'],
    ['2026-11-23 09:16', true, '2026-11-23 15:00'],
    ['2026-11-23 15:01', true, '2026-11-24 09:15'],
    ['2026-11-21 09:00', true, '2026-11-23 09:15'],
  ])('after %s (due today: %s) the next is %s', (when, dueToday, next) => {
    expect(shown(nextDigest(calendar, policy, local(when), dueToday).at)).toBe(next);
  });
});

describe('escalation', () => {
  it.each([
    ['2026-11-20 10:00', true, 'window.open', '2026-11-20 10:00'],
    ['2026-11-20 15:00', false, 'escalation.friday-afternoon', '2026-11-23 09:00'],
    ['2026-11-20 12:30', false, 'escalation.friday-afternoon', '2026-11-23 09:00'],
    ['2026-11-20 11:45', false, 'escalation.friday-afternoon', '2026-11-23 09:00'],
    ['2026-09-30 09:30', false, 'escalation.eve-of-holiday', '2026-10-08 10:00'],
    ['2026-09-29 20:00', false, 'escalation.eve-of-holiday', '2026-10-08 10:00'],
    ['2026-11-24 08:00', false, 'window.closed', '2026-11-24 09:00'],
    ['2026-02-13 15:00', false, 'escalation.friday-afternoon', '2026-02-24 10:00'],
    ['2026-10-09 15:00', false, 'escalation.friday-afternoon', '2026-10-10 09:00'],
  ])('at %s is allowed: %s (%s), next %s', (when, allowed, rule, next) => {
    const answer = escalationAllowed(calendar, policy, local(when));
    expect({ allowed: answer.allowed, rule: answer.rule, at: shown(answer.at) }).toEqual({ allowed, rule, at: next });
  });

  it('is allowed at the instant that it names', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const { at } = escalationAllowed(calendar, policy, instant);
        expect(escalationAllowed(calendar, policy, at)).toEqual({ allowed: true, rule: 'window.open', at });
      }),
      { numRuns: 200 },
    );
  });
});

it('gives a reason for every value of the policy, and stays plain JSON', () => {
  expect(Object.keys(policy.reasons).sort()).toEqual(Object.keys(policy.values).sort());
  expect(JSON.parse(JSON.stringify(policy))).toEqual(policy);
});
