import { describe, expect, it } from 'vitest';
import { initialPlanState, startOf } from '../../../domain/supervision/initial-states.ts';
import { DEFAULT_POLICY } from '../../../domain/plan/policy.ts';
import { redate } from '../../../domain/plan/redate.ts';
import { schedule } from '../../../domain/supervision/schedule.ts';
import { SEED_CALENDAR } from '../../../seeds/calendar/calendar.ts';
import { plan, task } from '../plan/fixtures.ts';
import { at, lines, made, partOf, partSeed, phaseOf, reckoning, scheduled, stateOf } from './fixtures.ts';

const START = at('2026-01-05 10:00');
const whole = (state = stateOf(), now = START) => made(state, now, Number.POSITIVE_INFINITY);

describe('the ladders', () => {
  it('of a completion: 7, 3, 1, 0 working days before; +1, +3, +5, +10; four Mondays; the office', () => {
    expect(lines(whole(stateOf({ dueOn: '2026-06-30' })).slots, 'completion')).toEqual([
      'd7 2026-06-18 09:15 liaison before-7',
      'd3 2026-06-25 09:15 liaison before-3',
      'd1 2026-06-29 09:15 liaison before-1',
      'd0 2026-06-30 09:15 liaison due-day',
      'o1 2026-07-01 09:15 liaison overdue-1',
      'o3 2026-07-03 09:15 section-head overdue-3',
      'w1 2026-07-06 09:15 liaison monday-1',
      'o5 2026-07-07 09:15 supervisor overdue-5',
      'w2 2026-07-13 09:15 liaison monday-2',
      'o10 2026-07-14 09:15 office overdue-10',
      'w3 2026-07-20 09:15 liaison monday-3',
      'w4 2026-07-27 09:15 liaison monday-4',
      'office 2026-07-28 09:15 office office-list',
    ]);
  });

  it('of a report: 3 and 0 working days before, then as any other', () => {
    expect(lines(whole().slots, 'report', '2026Q2').map((line) => line.split(' ')[0])).toEqual([
      'd3',
      'd0',
      'o1',
      'o3',
      'o5',
      'w1',
      'o10',
      'w2',
      'w3',
      'w4',
      'office',
    ]);
  });

  it('of a receipt: at once; +1 liaison, +3 section head, +5 the office', () => {
    expect(lines(whole().slots, 'receipt')).toEqual([
      'issue 2026-01-05 10:00 liaison issue',
      'o1 2026-01-09 09:15 liaison overdue-1',
      'o3 2026-01-13 09:15 section-head overdue-3',
      'o5 2026-01-15 09:15 office overdue-5',
    ]);
  });

  it('of a receipt asked for outside the windows: with the next digest', () => {
    const [first] = lines(whole(stateOf({ start: '2026-01-09 18:00' }), at('2026-01-09 18:00')).slots, 'receipt');
    expect(first).toBe('issue 2026-01-12 09:15 liaison issue');
  });

  it.each([['independent'], ['institution']] as const)(
    'of an %s unit: nothing above the liaison, then the office calls',
    (relation) => {
      const { slots } = whole(stateOf({ parts: [partSeed('p1', relation)], dueOn: '2026-06-30' }));
      expect(new Set(slots.map(({ audience }) => audience))).toEqual(new Set(['liaison', 'office']));
      expect(lines(slots, 'completion').slice(4)).toEqual([
        'o1 2026-07-01 09:15 liaison overdue-1',
        'o3 2026-07-03 09:15 office overdue-3+not-subordinate',
      ]);
      expect(lines(slots, 'receipt').at(-1)).toBe('o3 2026-01-13 09:15 office overdue-3+not-subordinate');
    },
  );

  it("puts the supervisor's rung off on the eve of a long holiday, not the circular's draft", () => {
    const held = (dueOn: string): string[] =>
      lines(whole(stateOf({ dueOn })).slots, 'completion').filter((line) => /^o(5|10) /.test(line));
    expect(held('2026-04-23')).toEqual([
      'o5 2026-05-06 10:00 supervisor overdue-5+escalation.eve-of-holiday',
      'o10 2026-05-11 09:15 office overdue-10',
    ]);
    expect(held('2026-04-16')[1]).toBe('o10 2026-04-30 09:15 office overdue-10');
  });

  it("of a phase's own duty ends below the supervisor: the office doesn't circulate against itself", () => {
    const own = stateOf({ kind: 'phase', parts: [{ ...partSeed('p1'), title: '印发方案' }], dueOn: '2026-06-30' });
    expect(lines(whole(own).slots, 'completion').map((line) => line.split(' ')[0])).toEqual(
      'd7 d3 d1 d0 o1 o3 w1 w2 w3 w4 office'.split(' '),
    );
  });

  it('sends nothing by itself from the supervisor up, whatever the setting says', () => {
    const { values } = DEFAULT_POLICY;
    const policy = { ...DEFAULT_POLICY, values: { ...values, slotsOverdueWorkingDays: [1, 3, 5, 10] } };
    const state = stateOf({ dueOn: '2026-06-30' });
    const { slots } = schedule(state, { ...reckoning(START), policy }, Number.POSITIVE_INFINITY);
    expect(lines(slots, 'completion').filter((line) => /^o(5|10) /.test(line))).toEqual([
      'o5 2026-07-07 09:15 supervisor overdue-5',
      'o10 2026-07-14 09:15 office overdue-10',
    ]);
  });

  it('puts an escalation off on the eve of a long holiday, and the Mondays after it', () => {
    // 30 April 2026 is the eve of five days; due on the 27th, so +3 falls on it.
    const rungs = lines(whole(stateOf({ dueOn: '2026-04-27' })).slots, 'completion');
    expect(rungs.slice(5, 8)).toEqual([
      'o3 2026-05-06 10:00 section-head overdue-3+escalation.eve-of-holiday',
      'o5 2026-05-07 09:15 supervisor overdue-5',
      'w1 2026-05-11 09:15 liaison monday-1',
    ]);
  });

  it('counts back over a make-up Saturday and says so', () => {
    // 9 May 2026 is worked.
    expect(lines(whole(stateOf({ dueOn: '2026-05-11' })).slots, 'completion').slice(0, 4)).toEqual([
      'd7 2026-04-28 09:15 liaison before-7',
      'd3 2026-05-07 09:15 liaison before-3',
      'd1 2026-05-09 09:15 liaison before-1+makeup',
      'd0 2026-05-11 09:15 liaison due-day',
    ]);
  });

  it('counts from the last working day before a printed rest day, and red from the next one', () => {
    // Sunday 31 May 2026.
    expect(lines(whole(stateOf({ dueOn: '2026-05-31' })).slots, 'completion').slice(3, 5)).toEqual([
      'd0 2026-05-29 09:15 liaison due-day',
      'o1 2026-06-02 09:15 liaison overdue-1',
    ]);
  });

  it("goes over a year's end and marks what the unpublished year decides", () => {
    const slots = whole(stateOf({ dueOn: '2026-12-31' })).slots.filter(({ duty }) => duty === 'completion');
    expect(slots.map(({ rung, provisional }) => `${rung}${provisional ? ' provisional' : ''}`)).toEqual([
      'd7',
      'd3',
      'd1',
      'd0',
      'o1 provisional',
      'o3 provisional',
      'o5 provisional',
      'w1 provisional',
      'o10 provisional',
      'w2 provisional',
      'w3 provisional',
      'w4 provisional',
      'office provisional',
    ]);
  });
});

describe("a receipt's deadline", () => {
  it.each<[string, string, string]>([
    ['three working days', '2026-01-16', '2026-01-08'],
    ['two in a phase of nine working days', '2026-01-15', '2026-01-07'],
  ])('%s', (_, end, dueOn) => {
    const state = scheduled(stateOf({ phase: phaseOf('deployment', '2026-01-05', end) }), START);
    expect(partOf(state).duties[0]).toMatchObject({ kind: 'receipt', dueOn });
  });
});

describe('a duty that begins late', () => {
  it('sends one message, never the missed rungs', () => {
    const now = at('2026-06-30 10:00');
    const { slots, skipped } = made(stateOf({ dueOn: '2026-06-30', start: '2026-06-30 10:00' }), now);
    expect(lines(slots, 'completion').slice(0, 2)).toEqual([
      'issue 2026-06-30 10:00 liaison issued-late',
      'o1 2026-07-01 09:15 liaison overdue-1',
    ]);
    expect(lines(skipped.filter(({ duty }) => duty === 'completion')).map((line) => line.split(' ')[0])).toEqual([
      'd7',
      'd3',
      'd1',
      'd0',
    ]);
  });

  it('sends none where a rung before its day is still to come', () => {
    const { slots } = made(stateOf({ dueOn: '2026-06-30', start: '2026-06-26 10:00' }), at('2026-06-26 10:00'));
    expect(lines(slots, 'completion')[0]).toBe('d1 2026-06-29 09:15 liaison before-1');
  });

  it('waits for a window, and the message stays when the slots are reckoned anew before it', () => {
    const now = at('2026-06-30 18:00');
    const state = scheduled(stateOf({ dueOn: '2026-06-30', start: '2026-06-29 10:00' }), now);
    expect(lines(state.slots, 'completion').slice(0, 2)).toEqual([
      'issue 2026-07-01 09:15 liaison issued-late',
      'o1 2026-07-01 09:15 liaison overdue-1',
    ]);
    const again = scheduled({ ...state, scheduleSeq: 2 }, at('2026-06-30 18:05'));
    expect(again.slots.filter(({ rule }) => rule === 'issued-late')).toHaveLength(1);
  });
});

describe('在途接管', () => {
  const facts = plan({
    issuedOn: '2025-11-03',
    period: { start: '2025-11', end: '2026-12' },
    phases: [
      { name: '部署', kind: 'deployment', start: '2025-11', end: '2025-11', duties: [] },
      { name: '实施', kind: 'implementation', start: '2025-12', end: '2026-12', duties: [] },
    ],
    tasks: [task('任务一')],
  });
  const dates = redate(facts, 'takeover', { today: '2026-06-23', calendar: SEED_CALENDAR });
  const now = at('2026-06-23 10:00');
  const startedAt = startOf(dates, now, DEFAULT_POLICY.values.zone);
  const taken = scheduled(
    stateOf({
      start: '2026-06-23 10:00',
      phase: phaseOf('implementation', '2025-12-01', '2026-12-31'),
      startedAt,
      dueOn: '2026-12-31',
    }),
    now,
  );

  it('begins with the phase that runs on that day', () => {
    const seed = {
      planId: 'p',
      entityId: 'plan/p',
      clockId: 'c',
      offsetMs: 0,
      title: '',
      dates,
      policy: DEFAULT_POLICY,
    };
    expect(initialPlanState(seed)).toMatchObject({ firstPhase: 1, current: -1 });
    expect(startedAt).toBe(now);
  });

  it('owes no period that ended before', () => {
    expect(partOf(taken).duties.map(({ kind, cycle }) => `${kind}/${cycle}`)).toEqual([
      'receipt/once',
      'report/2026Q2',
      'report/2026Q3',
      'completion/once',
    ]);
  });

  it('records the rungs that were past before as 启用前已过, and sends none', () => {
    const settled = taken.pendingEvents[0]?.settled ?? [];
    expect(
      settled.map(({ outcome, reason, cycle, slots }) => `${outcome} ${reason} ${cycle} ${slots[0]?.rung}`),
    ).toEqual([
      'skipped 启用前已过 2025Q4 d3',
      'skipped 启用前已过 2025Q4 d0',
      'skipped 启用前已过 2026Q1 d3',
      'skipped 启用前已过 2026Q1 d0',
      'skipped 启用前已过 2026Q2 d3',
    ]);
    expect(taken.slots.every((slot) => slot.at >= now)).toBe(true);
  });

  it('sends nothing before the day on which it takes over', () => {
    const early = at('2026-06-15 10:00');
    const { slots, skipped } = made(stateOf({ startedAt: at('2026-06-23 00:00'), dueOn: '2026-06-26' }), early);
    expect(slots.every((slot) => slot.at >= at('2026-06-23 00:00'))).toBe(true);
    expect(lines(skipped.filter(({ duty }) => duty === 'completion'))).toEqual([
      'd7 2026-06-16 09:15 liaison before-7',
    ]);
  });
});
