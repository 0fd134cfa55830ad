import { expect, test } from 'vitest';
import { unsigned } from '../../../domain/supervision/unsigned.ts';
import { DEFAULT_ZONE } from '../../../domain/plan/policy.ts';
import { SEED_CALENDAR } from '../../../seeds/calendar/calendar.ts';
import { at, done, partSeed, reply, scheduled, stateOf } from './fixtures.ts';

const state = scheduled(
  stateOf({ start: '2026-03-02 10:00', parts: [partSeed('p1'), partSeed('p2', 'subordinate', 'responsible')] }),
  at('2026-03-02 10:00'),
);
const listed = (of: typeof state, now: string) =>
  unsigned([of], { calendar: SEED_CALENDAR, zone: DEFAULT_ZONE, now: at(now) });

test('counts working days since it was asked, and none overdue before red begins', () => {
  expect(listed(state, '2026-03-05 10:00')).toMatchObject([
    {
      partId: 'p1',
      unitId: 'u-p1',
      askedOn: '2026-03-02',
      waitingWorkingDays: 3,
      overdueWorkingDays: 0,
      disputed: false,
    },
    { partId: 'p2' },
  ]);
});

test('counts the overdue days from the first one on, not over a weekend', () => {
  const days = ['2026-03-05 17:31', '2026-03-06 10:00', '2026-03-08 10:00', '2026-03-09 10:00'].map(
    (now) => listed(state, now)[0]?.overdueWorkingDays,
  );
  expect(days).toEqual([1, 1, 1, 2]);
});

test('leaves out what is signed, marks what is disputed, and asks nobody of a task that is over', () => {
  const signed = done(reply(state, { kind: 'receipt' }, at('2026-03-03 10:00'), { partId: 'p2' }));
  const disputed = done(reply(signed, { kind: 'dispute', reason: '此项职责不属我局' }, at('2026-03-03 10:00')));
  expect(listed(disputed, '2026-03-05 10:00')).toMatchObject([{ partId: 'p1', disputed: true }]);
  expect(listed({ ...state, status: 'cancelled' }, '2026-03-05 10:00')).toEqual([]);
  expect(listed(state, '2026-03-02 09:59')).toEqual([]);
});
