import { describe, expect, it } from 'vitest';
import { decideIssue, supervisorsDue } from '../../../domain/supervision/decide-issue.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import { act, at, claim, codeOf, done, partSeed, reply, report, scheduled, stateOf } from './fixtures.ts';

const START = at('2026-01-05 10:00');
const signed = done(reply(scheduled(stateOf(), START), { kind: 'receipt' }, START));
/** The first quarter's report was due on 25 March 2026; 1 April is the fifth working day after it. */
const DUE = at('2026-04-01 09:15');
const ID = 'p1:report:2026Q1:1';
const held = decideIssue(signed, DUE).state;

const release = { kind: 'release-escalation', id: ID, sendFrom: at('2026-04-01 12:00') } as const;
const drop = { kind: 'hold-escalation', id: ID, reason: '该单位正在办理移交' } as const;
const lastEvent = (state: SupervisedState) => state.pendingEvents.at(-1);

describe('a rung for the supervisor', () => {
  it('is held in the state when it comes due, and nothing more comes of it by itself', () => {
    expect(decideIssue(signed, at('2026-04-01 09:14')).state.escalations).toBeUndefined();
    expect(held.escalations).toEqual([
      { id: ID, partId: 'p1', duty: 'report', cycle: '2026Q1', seq: 1, rung: 'o5', status: 'held', since: DUE },
    ]);
    expect(decideIssue(held, at('2026-12-30')).state.escalations).toContainEqual(held.escalations?.[0]);
  });

  it('is skipped where the unit has named nobody of that rank', () => {
    expect(supervisorsDue(signed, at('2026-03-31'))).toEqual([]);
    expect(supervisorsDue(signed, DUE)).toEqual(['u-p1']);
    const turn = decideIssue(signed, DUE, ['u-p1']);
    expect(turn.issued.find(({ rung }) => rung === 'o5')).toMatchObject({ status: 'skipped', reason: 'no-rank' });
    expect(turn.state.escalations).toBeUndefined();
  });

  it('is withdrawn where the report came in time for the same moment', () => {
    const filed = { ...done(reply(signed, report(), at('2026-03-31 17:00'))), slots: signed.slots };
    const turn = decideIssue(filed, DUE);
    expect(turn.issued.find(({ rung }) => rung === 'o5')).toMatchObject({ status: 'withdrawn' });
    expect(turn.state.escalations).toBeUndefined();
  });

  it('does not keep the draft circular from being made after an outage', () => {
    const late = decideIssue(signed, at('2026-05-06 12:00')).issued.filter(({ audience }) => audience === 'office');
    expect(late.map(({ rung, status }) => `${rung} ${status}`)).toEqual(['o10 office', 'office office']);
  });
});

describe("the office's word on a held rung", () => {
  it('releases it from the instant that the desk reckoned', () => {
    const released = done(act(held, release, at('2026-04-01 10:00')));
    expect(released.escalations).toBeUndefined();
    expect(lastEvent(released)).toMatchObject({
      kind: 'escalationReleased',
      actor: { name: '协调员' },
      body: { partId: 'p1', duty: 'report', cycle: '2026Q1', rung: 'o5', heldSince: DUE },
      released: [{ partId: 'p1', duty: 'report', cycle: '2026Q1', seq: 1, rung: 'o5', sendFrom: release.sendFrom }],
    });
  });

  it('drops it with a reason, and only it', () => {
    const dropped = done(act(held, drop, at('2026-04-01 10:00')));
    expect(dropped.escalations).toBeUndefined();
    expect(dropped.slots).toEqual(held.slots);
    expect(lastEvent(dropped)?.settled).toEqual([
      {
        outcome: 'withdrawn',
        reason: '办公室核定不提示:该单位正在办理移交',
        partId: 'p1',
        duty: 'report',
        cycle: '2026Q1',
        rung: 'o5',
        slots: [],
      },
    ]);
  });

  it.each(['', '忙', ' 不 必 ', '不提示了'])('wants more of a reason than %j', (reason) => {
    expect(codeOf(act(held, { ...drop, reason }, DUE))).toBe('REASON_REQUIRED');
  });

  it('comes too late once the report is in, and says so', () => {
    const answered = done(reply(held, report(), at('2026-04-01 10:00')));
    expect(answered.escalations).toBeUndefined();
    expect(lastEvent(answered)?.settled).toContainEqual(
      expect.objectContaining({ outcome: 'withdrawn', reason: '已报送', duty: 'report', cycle: '2026Q1' }),
    );
    expect(codeOf(act(answered, release, at('2026-04-01 10:01')))).toBe('ESCALATION_ANSWERED');
    expect(codeOf(act(answered, drop, at('2026-04-01 10:01')))).toBe('ESCALATION_ANSWERED');
  });

  it('counts once: of two who press, the second is told; the same press again changes nothing', () => {
    const released = done(act(held, release, DUE, { actId: 'press' }));
    expect(done(act(released, release, DUE, { actId: 'press' }))).toBe(released);
    expect(codeOf(act(released, release, DUE))).toBe('ESCALATION_SETTLED');
    expect(codeOf(act(released, drop, DUE))).toBe('ESCALATION_SETTLED');
  });

  it('is not asked for about what was never held', () => {
    expect(codeOf(act(held, { ...release, id: 'p9:report:2026Q1:1' }, DUE))).toBe('ESCALATION_ANSWERED');
    expect(codeOf(act(signed, release, DUE))).toBe('ESCALATION_SETTLED');
  });

  it('is refused on a task that is closed or cancelled', () => {
    const cancelled = done(act(held, { kind: 'cancel', reason: '方案调整取消' }, DUE));
    expect(cancelled.escalations).toBeUndefined();
    expect(codeOf(act(cancelled, release, DUE))).toBe('TASK_CLOSED');
  });
});

describe('a held rung ends', () => {
  it('with its part alone: the other unit of the task stays held', () => {
    const two = scheduled(stateOf({ parts: [partSeed('p1'), partSeed('p2')] }), START);
    const both = decideIssue(two, DUE).state;
    const one = done(reply(both, report(), at('2026-04-01 10:00'), { partId: 'p2' }));
    expect(one.escalations?.map(({ partId }) => partId)).toEqual(['p1']);
  });

  it('with a claim of completion, by which the report counts as filed', () => {
    expect(done(reply(held, claim, at('2026-04-01 10:00'))).escalations).toBeUndefined();
  });

  it('not with words that file nothing', () => {
    const asked = done(reply(held, { kind: 'coordination', words: '请协调数据口径' }, at('2026-04-01 10:00')));
    expect(asked.escalations).toEqual(held.escalations);
  });

  it('with another deadline of its duty, on record', () => {
    const parts = held.parts.map((part) => ({
      ...part,
      deadlineSeq: 2,
      duties: part.duties.map((duty) => ({ ...duty, dueOn: '2026-03-20' })),
    }));
    const moved = { ...held, parts, scheduleSeq: held.scheduleSeq + 1 };
    const merged = scheduled(moved, at('2026-04-01 11:00'));
    expect(merged.escalations).toBeUndefined();
    expect(lastEvent(merged)?.settled).toContainEqual({
      outcome: 'withdrawn',
      reason: '时限已调整',
      partId: 'p1',
      duty: 'report',
      cycle: '2026Q1',
      rung: 'o5',
      slots: [],
    });
  });

  it('not with a schedule that leaves its deadline as it is', () => {
    const again = scheduled({ ...held, scheduleSeq: held.scheduleSeq + 1 }, at('2026-04-01 11:00'));
    expect(again.escalations).toEqual(held.escalations);
  });
});
