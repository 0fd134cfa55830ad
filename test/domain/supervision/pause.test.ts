import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../../domain/plan/policy.ts';
import type { Instant, LocalDate } from '../../../domain/plan/types.ts';
import { nextInstant } from '../../../domain/supervision/decide-issue.ts';
import { mergeSchedule } from '../../../domain/supervision/merge-schedule.ts';
import { partLight } from '../../../domain/supervision/part-light.ts';
import { pauseTerms, resumedParts } from '../../../domain/supervision/pause.ts';
import { resumeWhenDue } from '../../../domain/supervision/pause-task.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import { SEED_CALENDAR } from '../../../seeds/calendar/calendar.ts';
import {
  act,
  at,
  codeOf,
  done,
  dutyOf,
  flat,
  made,
  partOf,
  partSeed,
  reckoning,
  reply,
  report,
  scheduled,
  stateOf,
} from './fixtures.ts';

const START = at('2026-01-05 10:00');
const PLAN_END = '2026-12-31';

/** Due on Friday 30 October 2026; the receipt and all periods so far are in. */
const base = scheduled(
  done(
    reply(
      scheduled(
        stateOf({ dueOn: '2026-10-30', parts: [partSeed('p1'), partSeed('p2', 'subordinate', 'responsible')] }),
        START,
      ),
      report('已推进', 50),
      at('2026-09-21 10:00'),
    ),
  ),
  at('2026-09-21 10:00'),
);

const pause = (state: SupervisedState, until: LocalDate, now: Instant, reason = '等待上级批复后再办') =>
  act(state, { kind: 'pause', until, reason, terms: pauseTerms(state, until, PLAN_END, reckoning(now)) }, now);

const NOW = at('2026-10-19 10:00');
/** Until Monday 16 November: nine working days were left on 19 October. */
const paused = done(pause(base, '2026-11-16', NOW));
const RESUMED_AT = at('2026-11-16 00:00');

describe('a task that is put off', () => {
  it('has nothing that fires, and every rung that was coming is on record', () => {
    expect(paused.slots).toEqual([]);
    expect(nextInstant(paused)).toBe(RESUMED_AT);
    const settled = paused.pendingEvents.at(-1)?.settled ?? [];
    expect(settled.flatMap(({ slots }) => slots).length).toBe(flat(base.slots).length);
    expect(settled.every(({ outcome, reason }) => outcome === 'withdrawn' && reason === '暂缓至2026年11月16日')).toBe(
      true,
    );
  });

  it('takes no schedule that was reckoned while it was put off', () => {
    expect(mergeSchedule(paused, made(base, NOW), NOW)).toBe(paused);
  });

  it('shows why, until which day', () => {
    const verdict = partLight(paused, partOf(paused), {
      calendar: SEED_CALENDAR,
      policy: DEFAULT_POLICY,
      now: at('2026-11-02 10:00'),
    });
    expect(verdict).toMatchObject({
      light: 'grey',
      reason: 'paused',
      zh: '暂缓至2026年11月16日:等待上级批复后再办。',
      en: 'Put off until 16 Nov 2026: 等待上级批复后再办.',
    });
  });

  it.each<[string, LocalDate, string, string]>([
    ['today', '2026-10-19', '等待上级批复', 'PAUSE_DATE'],
    ['a rest day', '2026-11-15', '等待上级批复', 'PAUSE_DATE'],
    ['a day beyond the plan', '2027-01-04', '等待上级批复', 'PAUSE_DATE'],
    ['without a reason', '2026-11-16', '', 'REASON_REQUIRED'],
  ])('is not put off to %s', (_, until, reason, code) => {
    expect(codeOf(pause(base, until, NOW, reason))).toBe(code);
  });

  it('is not put off twice, not nudged, and no extension of it is asked for', () => {
    expect(codeOf(pause(paused, '2026-12-01', NOW))).toBe('TASK_PAUSED');
    expect(codeOf(act(paused, { kind: 'nudge', partId: 'p1', earliestNext: NOW }, NOW))).toBe('TASK_PAUSED');
    expect(codeOf(act(base, { kind: 'resume', reason: '已获批复,可以办理', parts: [] }, NOW))).toBe('NOT_PAUSED');
  });

  it('takes answers all the same', () => {
    expect(partOf(done(reply(paused, report('已完成七成', 70), at('2026-10-26 10:00')))).progress).toBe(70);
  });
});

describe('when it goes on', () => {
  it('by itself on the day that was said: every part has the working days that it had left', () => {
    expect(resumeWhenDue(paused, at('2026-11-15 23:59'))).toBe(paused);
    const resumed = scheduled(resumeWhenDue(paused, RESUMED_AT), RESUMED_AT);
    expect(resumed.paused).toBeUndefined();
    for (const id of ['p1', 'p2'])
      expect(dutyOf(resumed, 'completion', 'once', id)).toMatchObject({ dueOn: '2026-11-27', seq: 2 });
    expect(resumed.pendingEvents.some(({ kind }) => kind === 'taskResumed')).toBe(true);
  });

  it('fires no rung that is past, and what comes has a new sequence', () => {
    const resumed = scheduled(resumeWhenDue(paused, RESUMED_AT), RESUMED_AT);
    const coming = flat(resumed.slots);
    expect(coming.length).toBeGreaterThan(0);
    expect(coming.every(({ at: when, seq }) => when >= RESUMED_AT && seq === 2)).toBe(true);
  });

  it("a period that fell due in between is nobody's debt, the next one is", () => {
    const long = done(pause(scheduled(stateOf({ dueOn: '2026-12-30' }), START), '2026-04-07', at('2026-03-02 10:00')));
    const resumed = scheduled(resumeWhenDue(long, at('2026-04-07 00:00')), at('2026-04-07 00:00'), 200);
    const cycles = partOf(resumed)
      .duties.filter(({ kind }) => kind === 'report')
      .map(({ cycle }) => cycle);
    expect(cycles).not.toContain('2026Q1');
    expect(cycles).toContain('2026Q2');
  });

  it("earlier by a person's word: the days count from then", () => {
    const now = at('2026-11-02 10:00');
    const parts = resumedParts(paused.paused!, reckoning(now));
    const resumed = scheduled(done(act(paused, { kind: 'resume', reason: '已获批复,可以办理', parts }, now)), now);
    expect(dutyOf(resumed, 'completion').dueOn).toBe('2026-11-13');
  });

  it('what was late stays late, and is reminded of under the new sequence', () => {
    const late = scheduled(stateOf({ dueOn: '2026-03-20' }), START);
    const overdue = { ...late, slots: late.slots.filter(({ at: when }) => when > at('2026-03-26 10:00')) };
    const resumed = scheduled(
      resumeWhenDue(done(pause(overdue, '2026-03-30', at('2026-03-26 10:00'))), at('2026-03-30 00:00')),
      at('2026-03-30 00:00'),
    );
    expect(dutyOf(resumed, 'completion')).toMatchObject({ dueOn: '2026-03-20', seq: 2 });
    expect(
      partLight(resumed, partOf(resumed), {
        calendar: SEED_CALENDAR,
        policy: DEFAULT_POLICY,
        now: at('2026-03-30 10:00'),
      }).light,
    ).toBe('red');
    expect(flat(resumed.slots).some(({ duty, seq }) => duty === 'completion' && seq === 2)).toBe(true);
  });

  it('a new due day of the plan meanwhile holds', () => {
    const amendment = { amendmentId: 'a', changeId: 'c', dueOn: '2026-12-18' };
    const amended = done(act(paused, { kind: 'amend', amendment }, NOW));
    expect(dutyOf(scheduled(resumeWhenDue(amended, RESUMED_AT), RESUMED_AT), 'completion').dueOn).toBe('2026-12-18');
  });
});
