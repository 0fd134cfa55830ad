import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../domain/plan/types.ts';
import type { Reading } from '../../../domain/supervision/reading.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import { at, claim, codeOf, done, isFiled, partOf, reply, report, scheduled, stateOf } from './fixtures.ts';

const same = (reason?: string): Reading => ({
  kind: 'no-change',
  limit: { runsAccepted: 2, question: null },
  ...(reason === undefined ? {} : { reason }),
});
/** Each day is within the ten working days before its quarter's 25th. */
const DAYS = ['2026-03-20', '2026-06-22', '2026-09-22', '2026-12-22'].map((day) => at(`${day} 10:00`)) as [
  Instant,
  Instant,
  Instant,
  Instant,
];
const fresh = scheduled(stateOf(), at('2026-01-05 10:00'));
const in2 = (state: SupervisedState, now: Instant) => scheduled({ ...state, scheduleSeq: state.scheduleSeq + 1 }, now);
const first = done(reply(fresh, report('完成立项', 30), DAYS[0]));
const second = done(reply(in2(first, DAYS[1]), same(), DAYS[1]));
const third = done(reply(in2(second, DAYS[2]), same(), DAYS[2]));
const fourth = in2(third, DAYS[3]);

describe('较上次无变化', () => {
  it('passes for two periods running', () => {
    expect(partOf(third).noChangeRun).toBe(2);
    expect(isFiled(third, 'report', '2026Q3')).toBe(true);
  });

  it('is answered the third time by one question from the last report, and files nothing', () => {
    expect(reply(fourth, same(), DAYS[3])).toMatchObject({
      refused: {
        code: 'NO_CHANGE_ASKED',
        message:
          '已连续2期报送“较上次无变化”,本期请补充一项:目前完成百分之几(上次登记30%)?请填报数字,或说明无变化的理由(不少于5个字)。本期尚未登记。',
      },
    });
    expect(isFiled(fourth, 'report', '2026Q4')).toBe(false);
  });

  it('asks about the obstacle where one was told', () => {
    const blocked = done(reply(fresh, report('在办', 30, { blocker: '用地指标未批' }), DAYS[0]));
    const state = { ...blocked, parts: blocked.parts.map((part) => ({ ...part, noChangeRun: 2 })) };
    expect(reply(in2(state, DAYS[1]), same(), DAYS[1])).toMatchObject({
      refused: { details: { question: '“用地指标未批”现解决到哪一步?' } },
    });
  });

  it('files the period with a reason of five characters or more, and asks again in the next', () => {
    expect(codeOf(reply(fourth, same('没变'), DAYS[3]))).toBe('REASON_REQUIRED');
    const state = done(reply(fourth, same('财政评审未完成'), DAYS[3]));
    expect(isFiled(state, 'report', '2026Q4')).toBe(true);
    expect(partOf(state).noChangeRun).toBe(3);
    expect(state.pendingEvents.at(-1)).toMatchObject({ kind: 'noChangeReported', body: { reason: '财政评审未完成' } });
  });

  it('files the period with the figure that was asked for, and the count begins anew', () => {
    const state = done(reply(fourth, report('完成初稿', 60), DAYS[3]));
    expect(isFiled(state, 'report', '2026Q4')).toBe(true);
    expect(partOf(state).noChangeRun).toBe(0);
  });

  it('counts periods, not presses', () => {
    const again = done(reply(second, same(), at('2026-06-22 11:00')));
    expect(partOf(again).noChangeRun).toBe(1);
  });

  it('is nothing to say of a part that never reported, or has claimed', () => {
    expect(codeOf(reply(fresh, same(), DAYS[0]))).toBe('NO_CHANGE_FIRST');
    expect(codeOf(reply(done(reply(first, claim, DAYS[1])), same(), DAYS[1]))).toBe('NO_CHANGE_CLAIMED');
  });

  it('passes always where the limit was not kept yet', () => {
    expect(codeOf(reply(fourth, { kind: 'no-change' }, DAYS[3]))).toBe('done');
  });
});
