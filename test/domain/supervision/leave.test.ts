import { describe, expect, test } from 'vitest';
import { checkLeave, type KnownLeave, type LeaveAsk, type LeaveFacts } from '../../../domain/supervision/leave.ts';
import { at } from './fixtures.ts';

const person = { id: 'p', name: '王某' };
const standIn = { id: 's', name: '李某' };
const now = at('2026-11-23 10:00');
const facts: LeaveFacts = {
  today: '2026-11-23',
  now,
  zone: 'Asia/Shanghai',
  sharesUnit: true,
  isReached: true,
  known: [],
};
const known = (personId: string, standInId: string, from: string, until: string): KnownLeave => ({
  personId,
  standInId,
  person: '赵某',
  from: at(from),
  until: at(until),
  lastDay: '2026-11-27',
});
const check = (ask: Partial<LeaveAsk> = {}, more: Partial<LeaveFacts> = {}) => {
  const made = checkLeave({ from: '2026-11-23', until: '2026-11-30', person, standIn, ...ask }, { ...facts, ...more });
  return 'refused' in made ? made.refused.code : made;
};

describe('a leave', () => {
  test('that begins today holds from this instant to the end of its last day', () => {
    expect(check()).toEqual({ from: now, until: at('2026-12-01 00:00') });
  });

  test('that began before is registered from now on, one to come from its first day', () => {
    expect(check({ from: '2026-11-01' })).toMatchObject({ from: now });
    expect(check({ from: '2026-11-26' })).toMatchObject({ from: at('2026-11-26 00:00') });
  });

  test('of the last day of today is one', () => {
    expect(check({ until: '2026-11-23' })).toEqual({ from: now, until: at('2026-11-24 00:00') });
  });

  test.each([
    ['over yesterday', { until: '2026-11-22' }, {}, 'LEAVE_PAST'],
    ['of a start after its end', { from: '2026-12-02' }, {}, 'LEAVE_ORDER'],
    ['of half a year', { until: '2027-05-22' }, {}, 'LEAVE_TOO_LONG'],
    ['with oneself', { standIn: person }, {}, 'STAND_IN_OTHER_UNIT'],
    ['with somebody of another unit', {}, { sharesUnit: false }, 'STAND_IN_OTHER_UNIT'],
    ['with somebody whom nothing reaches', {}, { isReached: false }, 'STAND_IN_UNBOUND'],
    [
      'with somebody who is away on a day of it',
      {},
      { known: [known('s', 'x', '2026-11-30 00:00', '2026-12-05 00:00')] },
      'STAND_IN_AWAY',
    ],
    [
      'of somebody who stands in meanwhile',
      {},
      { known: [known('x', 'p', '2026-11-20 00:00', '2026-11-28 00:00')] },
      'LEAVE_STANDS_IN',
    ],
  ])('%s is refused', (_, ask, more, code) => {
    expect(check(ask, more)).toBe(code);
  });

  test('is not hindered by what ends before it begins', () => {
    const before = [
      known('s', 'x', '2026-11-10 00:00', '2026-11-23 10:00'),
      known('x', 'p', '2026-12-01 00:00', '2026-12-05 00:00'),
    ];
    expect(check({}, { known: before })).toMatchObject({ until: at('2026-12-01 00:00') });
  });
});
