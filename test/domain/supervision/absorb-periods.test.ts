import { beforeAll, describe, expect, it } from 'vitest';
import { ABSORBED, absorbPeriods } from '../../../domain/supervision/absorb-periods.ts';
import type { IssuedRung } from '../../../domain/supervision/decide-issue.ts';
import type { PendingEvent, SupervisedState } from '../../../domain/supervision/types.ts';
import { act, at, codeOf, done, flat, partOf, phaseOf, reply, report, runUntil, stateOf } from './fixtures.ts';

const START = at('2026-01-05 10:00');
const NOW = at('2026-09-01 10:00');

const task = (): SupervisedState =>
  stateOf({ keyTask: true, dueOn: '2026-12-31', phase: phaseOf('implementation', '2026-01-05', '2026-12-31') });

describe('a unit that has not reported for eight months', () => {
  let state: SupervisedState;
  let issued: IssuedRung[];
  const events: PendingEvent[] = [];

  beforeAll(() => {
    ({ state, issued } = runUntil(task(), START, NOW, (one) => {
      events.push(...one.pendingEvents);
      return one;
    }));
    const absorbed = absorbPeriods(state, NOW);
    events.push(...absorbed.pendingEvents);
    state = { ...absorbed, pendingEvents: [] };
  });
  const reports = (one: SupervisedState) =>
    partOf(one)
      .duties.filter(({ kind }) => kind === 'report')
      .map(({ cycle, also = [] }) => [cycle, ...also]);

  it('owes the newest three periods each by itself, and the older ones as one', () => {
    expect(reports(state)).toEqual([
      ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'],
      ['2026-06'],
      ['2026-07'],
      ['2026-08'],
      ['2026-09'],
    ]);
  });

  it('has each rung of each period issued once; only the held ones of later absorbed periods end unsent', () => {
    const rungs = issued.filter(({ duty, cycle }) => duty === 'report' && cycle <= '2026-05');
    expect(new Set(rungs.map(({ cycle, rung }) => `${cycle} ${rung}`)).size).toBe(rungs.length);
    expect(Map.groupBy(rungs, ({ cycle }) => cycle).size).toBe(5);
    expect(new Set([...Map.groupBy(rungs, ({ cycle }) => cycle).values()].map((all) => all.length))).toEqual(
      new Set([rungs.length / 5]),
    );
    const absorbed = events.filter(({ kind }) => kind === 'periodsAbsorbed');
    const ended = absorbed.flatMap(({ settled = [] }) => settled);
    expect(ended.map(({ cycle }) => cycle)).toEqual(['2026-02', '2026-03', '2026-04', '2026-05']);
    expect(
      ended.every(({ outcome, reason, slots }) => outcome === 'withdrawn' && reason === ABSORBED && !slots[0]),
    ).toBe(true);
    expect(state.escalations?.map(({ cycle }) => cycle)).toEqual(['2026-01', '2026-06', '2026-07', '2026-08']);
    expect(absorbed.at(-1)?.body).toEqual({ parts: [{ partId: 'p1', cycles: reports(state)[0] }] });
  });

  it('has the supervisor told by the oldest one’s word', () => {
    const [first] = state.escalations ?? [];
    const release = { kind: 'release-escalation', id: first?.id ?? '', sendFrom: NOW } as const;
    expect(codeOf(act(state, release, NOW))).toBe('done');
  });

  it('files all periods with one report, late since the oldest', () => {
    const answered = reply(state, report('一至八月已完成六成', 60), NOW);
    const filed = done(answered);
    expect(filed.pendingEvents.at(-1)?.body).toMatchObject({
      filed: expect.arrayContaining(
        ['01', '02', '03', '04', '05', '06', '07', '08'].map((month) => `report/2026-${month}`),
      ) as unknown,
      late: true,
    });
    expect(partOf(filed)).toMatchObject({ recovering: true });
    expect(filed.escalations).toBeUndefined();
  });

  it('owes them all again where that report is taken back', () => {
    const filed = done(reply(state, report('填错了', 60), NOW, { itemId: 'wrong' }));
    const back = done(reply(filed, { kind: 'withdraw', itemId: 'wrong', undoMinutes: 10 }, at('2026-09-01 10:05')));
    expect(reports(back)).toEqual(reports(state));
    expect(partOf(back).duties.every(({ filedAt }) => filedAt === undefined)).toBe(true);
  });

  it('changes nothing a second time, nor while rungs of the older periods are to come', () => {
    expect(absorbPeriods(state, NOW)).toBe(state);
    const early = runUntil(task(), START, at('2026-05-20')).state;
    const late = early.slots.filter(({ cycle }) => cycle <= '2026-02');
    expect(flat(late)).toEqual([]);
    expect(reports(early).every((periods) => periods.length <= 2)).toBe(true);
  });
});
