import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../domain/plan/types.ts';
import { applyReply } from '../../../domain/supervision/apply-reply.ts';
import type { Reading } from '../../../domain/supervision/reading.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import { recentOnly } from '../../../domain/supervision/filings.ts';
import {
  act,
  at,
  claim,
  codeOf,
  done,
  dutyOf,
  flat,
  isFiled,
  partOf,
  partSeed,
  reply,
  report,
  scheduled,
  stateOf,
} from './fixtures.ts';

const START = at('2026-01-05 10:00');
const fresh = scheduled(stateOf(), START);

/** 李某 and 王某 are of one unit. */
const by = (who: '李某' | '王某', state: SupervisedState, itemId: string, reading: Reading, when: Instant) =>
  applyReply(
    state,
    { itemId, partId: 'p1', receivedAt: when, reading, actor: { id: who, name: who }, via: 'test' },
    when,
  );
const li = (state: SupervisedState, itemId: string, reading: Reading, when: Instant) =>
  by('李某', state, itemId, reading, when);
const wang = (state: SupervisedState, itemId: string, reading: Reading, when: Instant) =>
  by('王某', state, itemId, reading, when);

const back = (itemId: string | null = null): Reading => ({ kind: 'withdraw', itemId, undoMinutes: 10 });
const last = (state: SupervisedState) => state.pendingEvents.at(-1);

/** A quarter's report is on record before the one that is taken back. */
const known = done(li(fresh, 'q1', report('已完成四成', 40, { blocker: '缺经费' }), at('2026-03-20 10:00')));
const T = at('2026-06-20 10:00');
const before = scheduled(known, at('2026-06-12 09:00'));
const wrong = done(li(before, 'q2', report('已完成八成', 80), T));

describe('an answer taken back by its author', () => {
  it('brings back what stood before, and its period is owed again with rungs to come', () => {
    expect(isFiled(wrong, 'report', '2026Q2')).toBe(true);
    const outcome = done(li(wrong, 'w', back('q2'), at('2026-06-20 10:09')));
    expect(partOf(outcome)).toMatchObject({
      progress: 40,
      lastWords: '已完成四成',
      blocker: '缺经费',
      lastReportAt: at('2026-03-20 10:00'),
      lastItemId: 'q1',
    });
    expect(isFiled(outcome, 'report', '2026Q2')).toBe(false);
    expect(last(outcome)).toMatchObject({
      kind: 'replyWithdrawn',
      body: { itemId: 'q2', undoes: last(wrong)?.seq, before: 80, after: 40, reopened: ['report/2026Q2'] },
    });
    const again = scheduled(outcome, at('2026-06-20 10:09'));
    const rungs = flat(again.slots).filter(({ cycle }) => cycle === '2026Q2');
    expect(rungs.map(({ rung }) => rung)).toContain('d0');
    // Rungs of the older sequence ended with the report: the new ones are their own.
    expect(rungs.every(({ seq }) => seq === 2)).toBe(true);
  });

  it('is judged by when the withdrawal was received, to the minute', () => {
    expect(codeOf(li(wrong, 'w', back('q2'), at('2026-06-20 10:10')))).toBe('done');
    const late = applyReply(
      wrong,
      {
        itemId: 'w',
        partId: 'p1',
        receivedAt: at('2026-06-20 10:11'),
        reading: back('q2'),
        actor: { id: '李某', name: '李某' },
        via: 'test',
      },
      at('2026-06-20 10:11'),
    );
    expect(codeOf(late)).toBe('REPLY_STANDS');
    // Received in time, applied an hour later.
    const waited = applyReply(
      wrong,
      {
        itemId: 'w',
        partId: 'p1',
        receivedAt: at('2026-06-20 10:09'),
        reading: back('q2'),
        actor: { id: '李某', name: '李某' },
        via: 'test',
      },
      at('2026-06-20 11:00'),
    );
    expect(codeOf(waited)).toBe('done');
  });

  it('counts from the confirmation, not from the words that were confirmed', () => {
    const confirmed = done(
      applyReply(
        before,
        {
          itemId: 'q2',
          partId: 'p1',
          receivedAt: T,
          reading: report('已完成八成', 80),
          actor: { id: '李某', name: '李某' },
          via: 'test',
        },
        at('2026-06-20 10:30'),
      ),
    );
    expect(codeOf(li(confirmed, 'w', back('q2'), at('2026-06-20 10:38')))).toBe('done');
  });

  it('changes nothing a second time', () => {
    const once = done(li(wrong, 'w', back('q2'), at('2026-06-20 10:05')));
    expect(li(once, 'w', back('q2'), at('2026-06-20 10:05'))).toMatchObject({ outcome: 'seen' });
    expect(codeOf(li(once, 'w2', back('q2'), at('2026-06-20 10:06')))).toBe('REPLY_STANDS');
  });

  it("is refused for somebody else's answer, with whose it is", () => {
    const outcome = wang(wrong, 'w', back('q2'), at('2026-06-20 10:05'));
    expect(outcome).toMatchObject({ refused: { code: 'REPLY_NOT_YOURS', details: { name: '李某' } } });
    expect(codeOf(wang(wrong, 'w', back(), at('2026-06-20 10:05')))).toBe('REPLY_NOT_YOURS');
  });

  it('makes a late answer owed and late again, and a new one is judged by its own receipt', () => {
    const due = at('2026-06-25 17:30');
    const lateOne = done(li(before, 'q2', report('八成', 80), at('2026-06-26 09:00')));
    expect(dutyOf(lateOne, 'report', '2026Q2').late).toBe(true);
    const open = done(li(lateOne, 'w', back(), at('2026-06-26 09:05')));
    expect(dutyOf(open, 'report', '2026Q2')).toMatchObject({ dueAt: due });
    expect(dutyOf(open, 'report', '2026Q2').filedAt).toBeUndefined();
  });

  it('keeps of a whole group answering at once the newest answers, so that the state stays small', () => {
    const group = scheduled(stateOf({ parts: Array.from({ length: 30 }, (_, at) => partSeed(`p${at + 1}`)) }), START);
    let state = group;
    for (const [at, { id }] of group.parts.entries())
      state = done(reply(state, report('已完成四成', 40), T, { partId: id, itemId: `i${at}` }));
    expect(state.parts.flatMap(({ filings = [] }) => filings).map(({ itemId }) => itemId)).toEqual(
      Array.from({ length: 6 }, (_, at) => `i${at + 24}`),
    );
    expect(recentOnly(state.parts, at('2026-06-20 10:31')).some(({ filings }) => filings !== undefined)).toBe(false);
  });

  it('takes a claim back while the office has not acted on it', () => {
    const claimed = done(li(before, 'c', claim, T));
    const open = done(li(claimed, 'w', back('c'), at('2026-06-20 10:05')));
    expect(partOf(open)).toMatchObject({ completion: 'open', claimedBy: null, completionAt: null, progress: 40 });
    expect(isFiled(open, 'completion')).toBe(false);
    const returned = done(
      act(claimed, { kind: 'return', partId: 'p1', reason: '缺少佐证材料' }, at('2026-06-20 10:03')),
    );
    expect(codeOf(li(returned, 'w', back('c'), at('2026-06-20 10:05')))).toBe('REPLY_ACTED_ON');
  });

  it('brings back a duty that left the state because it was filed after its day', () => {
    const filed = scheduled(done(li(before, 'q2', report('八成', 80), at('2026-07-20 09:00'))), at('2026-07-20 09:01'));
    const open = scheduled(done(li(filed, 'w', back(), at('2026-07-20 09:05'))), at('2026-07-20 09:06'));
    expect(isFiled(open, 'report', '2026Q2')).toBe(false);
  });
});

describe('two people of one unit within ten minutes', () => {
  const both = done(wang(wrong, 'q2b', report('已完成七成', 70), at('2026-06-20 10:04')));

  it('keeps the later answer when the earlier is taken back, and the period is filed by it', () => {
    const outcome = done(li(both, 'w', back('q2'), at('2026-06-20 10:06')));
    expect(partOf(outcome)).toMatchObject({ progress: 70, lastWords: '已完成七成', lastItemId: 'q2b' });
    expect(dutyOf(outcome, 'report', '2026Q2').filedAt).toBe(at('2026-06-20 10:04'));
    // Then the later one as well: what stood before both.
    const none = done(wang(outcome, 'w2', back('q2b'), at('2026-06-20 10:08')));
    expect(partOf(none)).toMatchObject({ progress: 40, lastWords: '已完成四成', blocker: '缺经费', lastItemId: 'q1' });
    expect(isFiled(none, 'report', '2026Q2')).toBe(false);
  });

  it('goes back to the earlier answer when the later is taken back', () => {
    const outcome = done(wang(both, 'w', back('q2b'), at('2026-06-20 10:06')));
    expect(partOf(outcome)).toMatchObject({ progress: 80, lastWords: '已完成八成' });
    expect(dutyOf(outcome, 'report', '2026Q2').filedAt).toBe(T);
  });

  it('keeps what both said alike', () => {
    const same = done(wang(wrong, 'q2b', report('确为八成', 80), at('2026-06-20 10:04')));
    expect(partOf(done(li(same, 'w', back('q2'), at('2026-06-20 10:06')))).progress).toBe(80);
  });

  it('counts of two answers without figures the one that stays', () => {
    const one = done(li(before, 'a', report('有序推进'), T));
    const two = done(wang(one, 'b', report('稳步推进'), at('2026-06-20 10:04')));
    expect(partOf(two).unquantifiedRun).toBe(2);
    expect(partOf(done(li(two, 'w', back('a'), at('2026-06-20 10:06')))).unquantifiedRun).toBe(1);
  });

  it('keeps a claim that both made', () => {
    const one = done(li(before, 'a', claim, T));
    const two = done(wang(one, 'b', claim, at('2026-06-20 10:04')));
    const outcome = done(li(two, 'w', back('a'), at('2026-06-20 10:06')));
    expect(partOf(outcome)).toMatchObject({ completion: 'claimed', claimedBy: '王某' });
    expect(isFiled(outcome, 'completion')).toBe(true);
    expect(partOf(done(wang(outcome, 'w2', back('b'), at('2026-06-20 10:08')))).completion).toBe('open');
  });
});

const correction = (words: string, progress: number | null = null): Reading => ({
  kind: 'correction',
  words,
  progress,
  expectedOn: null,
  blocker: null,
  done: false,
});

describe('a correction', () => {
  it('is a new version of the report; what it does not say stays, and the first receipt judges', () => {
    const filed = done(li(before, 'q2', report('已完成八成', 80, { blocker: '缺人' }), at('2026-06-25 17:20')));
    const state = done(li(filed, 'k', correction('应为六成', 60), at('2026-06-25 17:40')));
    expect(partOf(state)).toMatchObject({ progress: 60, lastWords: '应为六成', blocker: '缺人' });
    expect(dutyOf(state, 'report', '2026Q2')).toMatchObject({ filedAt: at('2026-06-25 17:20'), late: false });
    expect(last(state)).toMatchObject({
      kind: 'reportCorrected',
      body: { version: 2, corrects: 'q2', before: 80, after: 60, wordsBefore: '已完成八成' },
    });
    const third = done(li(state, 'k2', correction('应为五成', 50), at('2026-07-01 09:00')));
    expect(last(third)?.body).toMatchObject({ version: 3, corrects: 'k' });
  });

  it("of somebody else's report is recorded as theirs, with whose it was", () => {
    const state = done(wang(wrong, 'k', correction('应为六成', 60), at('2026-06-21 10:00')));
    expect(last(state)).toMatchObject({ actor: { id: '王某' }, body: { originalBy: '李某', version: 2 } });
  });

  it('counts in no run and files no period that opened since', () => {
    const vague = done(li(before, 'q2', report('有序推进'), T));
    expect(partOf(done(li(vague, 'k', correction('稳步推进'), at('2026-06-21 10:00')))).unquantifiedRun).toBe(1);
    const autumn = scheduled(wrong, at('2026-09-12 09:00'));
    const outcome = li(autumn, 'k', correction('六成', 60), at('2026-09-15 10:00'));
    expect(isFiled(done(outcome), 'report', '2026Q3')).toBe(false);
    expect(outcome).toMatchObject({ summary: '已更正(第2版),进度80%→60%,本期进展仍待报送' });
  });

  it('without a report on record, or after it was taken back, is the report', () => {
    const first = done(li(fresh, 'k', correction('六成', 60), at('2026-03-20 10:00')));
    expect(last(first)?.kind).toBe('reportFiled');
    expect(isFiled(first, 'report', '2026Q1')).toBe(true);
    const open = done(li(wrong, 'w', back(), at('2026-06-20 10:05')));
    const again = done(li(open, 'k', correction('六成', 60), at('2026-06-20 10:07')));
    expect(last(again)?.kind).toBe('reportFiled');
    expect(isFiled(again, 'report', '2026Q2')).toBe(true);
    expect(last(done(li(again, 'k2', correction('五成', 50), at('2026-06-20 10:09'))))).toMatchObject({
      kind: 'reportCorrected',
      body: { version: 2 },
    });
  });

  it('can be taken back itself: the version before stands again', () => {
    const state = done(li(wrong, 'k', correction('应为六成', 60), at('2026-06-20 10:05')));
    const undone = done(li(state, 'w', back(), at('2026-06-20 10:07')));
    expect(partOf(undone)).toMatchObject({ progress: 80, lastItemId: 'q2', standing: { version: 1 } });
    expect(isFiled(undone, 'report', '2026Q2')).toBe(true);
    expect(last(done(li(undone, 'k2', correction('五成', 50), at('2026-06-20 10:09'))))?.kind).toBe('reportCorrected');
  });

  it('that was received before the newest report overwrites nothing', () => {
    expect(li(wrong, 'k', correction('五成', 50), at('2026-06-20 09:00'))).toMatchObject({ outcome: 'older' });
  });
});
