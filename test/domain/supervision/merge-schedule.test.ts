import { describe, expect, it } from 'vitest';
import { mergeSchedule } from '../../../domain/supervision/merge-schedule.ts';
import type { Calendar } from '../../../domain/calendar/types.ts';
import { SEED_CALENDAR } from '../../../seeds/calendar/calendar.ts';
import {
  act,
  at,
  claim,
  done,
  dutyOf,
  flat,
  isFiled,
  lines,
  made,
  partSeed,
  reply,
  report,
  rungKeys,
  scheduled,
  stateOf,
} from './fixtures.ts';

const START = at('2026-01-05 10:00');
const OPEN_Q1 = at('2026-03-20 08:00');
const fresh = scheduled(stateOf(), START);

describe('a schedule put into a state that changed meanwhile', () => {
  it('does not ask for a receipt that was given before the first schedule was there', () => {
    const signed = done(reply(stateOf(), { kind: 'receipt' }, START));
    const merged = mergeSchedule(signed, made(stateOf(), START), START);
    expect(isFiled(merged, 'receipt')).toBe(true);
    expect(lines(merged.slots, 'receipt')).toEqual([]);
    expect(merged.pendingEvents.at(-1)?.settled?.map(({ outcome, slots }) => `${outcome} ${slots[0]?.rung}`)).toEqual([
      'withdrawn issue',
      'withdrawn o1',
      'withdrawn o3',
      'withdrawn o5',
    ]);
  });

  it('keeps a report filed that was filed meanwhile, without its rungs', () => {
    const asked = { ...fresh, scheduleSeq: 2 };
    const filed = done(reply(asked, report(), OPEN_Q1));
    const merged = mergeSchedule(filed, made(asked, OPEN_Q1), OPEN_Q1);
    expect(isFiled(merged, 'report', '2026Q1')).toBe(true);
    expect(lines(merged.slots, 'report', '2026Q1')).toEqual([]);
  });

  it('keeps a claim that was made meanwhile', () => {
    const asked = { ...fresh, scheduleSeq: 2 };
    const merged = mergeSchedule(done(reply(asked, claim, OPEN_Q1)), made(asked, OPEN_Q1), OPEN_Q1);
    expect(isFiled(merged, 'completion')).toBe(true);
    expect(lines(merged.slots, 'completion')).toEqual([]);
  });

  it('gives no slots to a part that was accepted meanwhile, nor to a task that closed', () => {
    const two = { ...scheduled(stateOf({ parts: [partSeed('p1'), partSeed('p2')] }), START), scheduleSeq: 2 };
    const schedule = made(two, OPEN_Q1);
    const accepted = done(act(done(reply(two, claim, OPEN_Q1)), { kind: 'accept', partId: 'p1' }, OPEN_Q1));
    expect(new Set(flat(mergeSchedule(accepted, schedule, OPEN_Q1).slots).map(({ partId }) => partId))).toEqual(
      new Set(['p2']),
    );
    const closed = done(act(done(reply(two, claim, OPEN_Q1)), { kind: 'accept', partId: null }, OPEN_Q1));
    expect(mergeSchedule(closed, schedule, OPEN_Q1)).toBe(closed);
  });

  it('loses no rung that came due while it was reckoned or while nothing ran', () => {
    const now = at('2026-04-20 12:00');
    const merged = scheduled({ ...fresh, scheduleSeq: 2 }, now);
    expect(rungKeys(flat(merged.slots).filter((s) => s.at <= now))).toEqual(
      rungKeys(flat(fresh.slots).filter((s) => s.at <= now)),
    );
  });

  it('asks no more of an accepted part when it is reckoned anew', () => {
    const two = scheduled(stateOf({ parts: [partSeed('p1'), partSeed('p2')] }), START);
    const accepted = done(
      act(done(reply(two, claim, at('2026-02-10 10:00'))), { kind: 'accept', partId: 'p1' }, OPEN_Q1),
    );
    expect(flat(scheduled({ ...accepted, scheduleSeq: 2 }, OPEN_Q1).slots).some(({ partId }) => partId === 'p1')).toBe(
      false,
    );
  });
});

describe('a new calendar', () => {
  /** 25 March 2026 and the two days before it become days off; Saturday the 28th is worked. */
  const changed: Calendar = {
    version: 2,
    years: SEED_CALENDAR.years.map((year) =>
      year.year === 2026
        ? {
            ...year,
            rest: [...year.rest, '2026-03-23', '2026-03-24', '2026-03-25'],
            work: [...year.work, '2026-03-28'],
          }
        : year,
    ),
  };
  const renewed = scheduled(
    { ...fresh, slots: fresh.slots.filter((s) => s.at > START), scheduleSeq: 2 },
    at('2026-03-10 10:00'),
    undefined,
    changed,
  );

  it('moves coming rungs, not past ones', () => {
    expect(renewed.calendarVersion).toBe(2);
    expect(lines(renewed.slots, 'report', '2026Q1').slice(0, 3)).toEqual([
      'd3 2026-03-17 09:15 liaison before-3',
      'd0 2026-03-20 09:15 liaison due-day',
      'o1 2026-03-27 09:15 liaison overdue-1',
    ]);
    expect(lines(renewed.slots, 'receipt')).toEqual(
      lines(
        fresh.slots.filter((s) => s.at > START),
        'receipt',
      ),
    );
  });

  it('keeps the printed day and makes red later', () => {
    expect(dutyOf(renewed, 'report', '2026Q1')).toMatchObject({
      dueOn: '2026-03-25',
      redAt: at('2026-03-26 17:30'),
      seq: 1,
    });
  });

  it('records as skipped a rung whose new instant is past', () => {
    // d3 stood on 20 March; under the new calendar it would have been the 17th.
    const now = at('2026-03-19 10:00');
    const late = scheduled(
      { ...fresh, slots: fresh.slots.filter((s) => s.at > now), scheduleSeq: 2 },
      now,
      undefined,
      changed,
    );
    expect(late.pendingEvents.at(-1)?.settled).toMatchObject([
      { outcome: 'skipped', duty: 'report', cycle: '2026Q1', slots: [{ rung: 'd3' }] },
    ]);
    expect(lines(late.slots, 'report', '2026Q1')[0]).toBe('d0 2026-03-20 09:15 liaison due-day');
  });

  it('moves a receipt that is still to be asked for off a day that is no longer worked', () => {
    const early = scheduled(stateOf({ startedAt: at('2026-03-23 00:00') }), at('2026-03-10 10:00'));
    expect(dutyOf(early, 'receipt').openFrom).toBe(at('2026-03-23 09:15'));
    const again = scheduled({ ...early, scheduleSeq: 2 }, at('2026-03-11 10:00'), undefined, changed);
    expect(lines(again.slots, 'receipt')[0]).toBe('issue 2026-03-26 10:00 liaison issue+holiday.first-day-10:00');
  });
});
