import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../domain/supervision/reading.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import {
  act,
  at,
  claim,
  codeOf,
  done,
  dutyOf,
  isFiled,
  partOf,
  partSeed,
  phaseOf,
  reply,
  report,
  scheduled,
  stateOf,
} from './fixtures.ts';

const START = at('2026-01-05 10:00');
/** Ten working days before 25 March have begun: the first quarter's report is open. */
const OPEN_Q1 = at('2026-03-20 10:00');
const fresh = scheduled(stateOf(), START);

const lastEvent = (state: SupervisedState) => state.pendingEvents.at(-1);

describe('what a reply does to a part that is open', () => {
  it.each<[string, Reading, string, string[]]>([
    ['a receipt files the receipt alone', { kind: 'receipt' }, 'receiptGiven', ['receipt/once']],
    ['a report files the receipt and the open period', report(), 'reportFiled', ['receipt/once', 'report/2026Q1']],
    [
      'no change files the receipt and the open period',
      { kind: 'no-change' },
      'noChangeReported',
      ['receipt/once', 'report/2026Q1'],
    ],
    [
      'a claim files the completion as well',
      claim,
      'completionClaimed',
      ['receipt/once', 'report/2026Q1', 'completion/once'],
    ],
    ['a call for help files nothing', { kind: 'coordination', words: '请协调用地' }, 'coordinationAsked', []],
    ['a dispute files nothing', { kind: 'dispute', reason: '非我单位职责' }, 'dutyDisputed', []],
    ['kept words file nothing', { kind: 'kept-words', words: '收到,在办' }, 'wordsKept', []],
  ])('%s', (_, reading, event, filed) => {
    const state = done(reply(fresh, reading, OPEN_Q1));
    expect(lastEvent(state)?.kind).toBe(event);
    expect(
      partOf(state)
        .duties.filter((d) => d.filedAt !== undefined)
        .map((d) => `${d.kind}/${d.cycle}`)
        .sort(),
    ).toEqual([...filed].sort());
    // What was filed has no coming rungs, and each of those that fell away is on record.
    for (const key of filed) {
      const [duty, cycle] = key.split('/');
      expect(state.slots.filter((s) => s.duty === duty && s.cycle === cycle)).toEqual([]);
      expect(lastEvent(state)?.settled?.find((s) => s.duty === duty && s.cycle === cycle)?.outcome).toBe('withdrawn');
    }
  });

  it('keeps what a report says: figures, words, date and obstacle', () => {
    const state = done(
      reply(fresh, report('已完成六成', 60, { expectedOn: '2026-06-01', blocker: '缺经费' }), OPEN_Q1),
    );
    expect(partOf(state)).toMatchObject({
      progress: 60,
      lastWords: '已完成六成',
      expectedOn: '2026-06-01',
      blocker: '缺经费',
      unquantifiedRun: 0,
      lastReportAt: OPEN_Q1,
    });
  });

  it('counts reports without figures, and a report with figures ends the count', () => {
    const twice = done(reply(done(reply(fresh, report(), OPEN_Q1)), report(), at('2026-03-21 10:00')));
    expect(partOf(twice).unquantifiedRun).toBe(2);
    expect(partOf(done(reply(twice, report('', 10), at('2026-03-22 10:00')))).unquantifiedRun).toBe(0);
  });

  it('counts no-change replies in a row', () => {
    const twice = done(
      reply(done(reply(fresh, { kind: 'no-change' }, OPEN_Q1)), { kind: 'no-change' }, at('2026-03-21 10:00')),
    );
    expect(partOf(twice).noChangeRun).toBe(2);
    expect(partOf(done(reply(twice, report(), at('2026-03-22 10:00')))).noChangeRun).toBe(0);
  });

  it('cuts kept words without halving a character', () => {
    const words = `${'字'.repeat(199)}😀`;
    expect(partOf(done(reply(fresh, report(words), OPEN_Q1))).lastWords).toBe(`${'字'.repeat(59)}…`);
    const first = `${'字'.repeat(58)}😀${'字'.repeat(9)}`;
    expect(partOf(done(reply(fresh, report(first), OPEN_Q1))).lastWords).toBe(`${'字'.repeat(58)}…`);
    expect(partOf(done(reply(fresh, { kind: 'coordination', words }, OPEN_Q1))).blocker).toBe('字'.repeat(199));
  });
});

describe('a part that has claimed, was returned or accepted', () => {
  const claimed = done(reply(fresh, claim, OPEN_Q1));
  const returned = scheduled(
    done(act(claimed, { kind: 'return', partId: 'p1', reason: '缺少佐证材料' }, at('2026-03-23 10:00'))),
    at('2026-03-23 10:00'),
  );
  const two = scheduled(stateOf({ parts: [partSeed('p1'), partSeed('p2')] }), START);
  const accepted = done(
    act(done(reply(two, claim, OPEN_Q1)), { kind: 'accept', partId: 'p1' }, at('2026-03-23 10:00')),
  );
  const readings: Reading[] = [
    { kind: 'receipt' },
    report('八成', 80),
    { kind: 'no-change' },
    claim,
    { kind: 'coordination', words: '求助' },
    { kind: 'dispute', reason: '非我单位职责' },
    { kind: 'kept-words', words: '话' },
  ];
  const later = at('2026-03-24 10:00');

  it.each<[string, Reading, string]>(
    readings.map((reading, i) => [
      reading.kind,
      reading,
      [
        'receiptRepeated',
        'reportFiled',
        'noChangeReported',
        'claimRepeated',
        'coordinationAsked',
        'dutyDisputed',
        'wordsKept',
      ][i] as string,
    ]),
  )('%s after a claim leaves the claim as it is', (_, reading, event) => {
    const state = done(reply(claimed, reading, later));
    expect(lastEvent(state)?.kind).toBe(event);
    expect(partOf(state)).toMatchObject({ completion: 'claimed', claimedBy: 'person', completionAt: OPEN_Q1 });
  });

  it.each<[string, Reading, string]>(
    readings.map((reading) => [reading.kind, reading, reading.kind === 'claim-completion' ? 'claimed' : 'returned']),
  )('%s after a return', (_, reading, completion) => {
    const state = done(reply(returned, reading, later));
    expect(partOf(state).completion).toBe(completion);
    expect(isFiled(state, 'completion')).toBe(completion === 'claimed');
  });

  it.each<[string, Reading]>(readings.map((reading) => [reading.kind, reading]))(
    '%s after acceptance is refused',
    (_, reading) => {
      expect(codeOf(reply(accepted, reading, later))).toBe('TASK_CLOSED');
      expect(codeOf(reply(accepted, reading, later, { partId: 'p2' }))).toBe('done');
    },
  );
});

describe('refusals of a reply', () => {
  it.each<[string, SupervisedState, string, string]>([
    ['a closed task', { ...fresh, status: 'closed' }, 'p1', 'TASK_CLOSED'],
    ['a cancelled task', { ...fresh, status: 'cancelled' }, 'p1', 'TASK_CLOSED'],
    ['a task whose phase has not begun', { ...fresh, status: 'waiting' }, 'p1', 'PHASE_NOT_OPEN'],
    ['a part that is not there', fresh, 'p9', 'PART_UNKNOWN'],
    ['an empty part', fresh, '', 'PART_UNKNOWN'],
  ])('%s', (_, state, partId, code) => {
    expect(codeOf(reply(state, report(), OPEN_Q1, { partId }))).toBe(code);
  });
});

describe('order and repetition', () => {
  it('counts one item once, however often it comes', () => {
    const once = done(reply(fresh, { kind: 'no-change' }, OPEN_Q1, { itemId: 'i' }));
    const again = reply(once, { kind: 'no-change' }, OPEN_Q1, { itemId: 'i' });
    expect(again).toMatchObject({ outcome: 'seen' });
    expect(done(again)).toBe(once);
  });

  it('forgets all but the last 200 items', () => {
    let state = fresh;
    for (let n = 0; n < 230; n += 1)
      state = done(reply(state, { kind: 'kept-words', words: '' }, OPEN_Q1, { itemId: `n${n}` }));
    expect(state.seenItems).toHaveLength(200);
    expect(state.seenItems.at(-1)).toBe('n229');
  });

  it('keeps the newer figures when an older report is applied after it', () => {
    const newer = done(reply(fresh, report('新', 80), at('2026-03-20 11:00')));
    const outcome = reply(newer, report('旧', 30), at('2026-03-20 10:00'));
    expect(outcome).toMatchObject({ outcome: 'older' });
    expect(partOf(done(outcome))).toMatchObject({
      progress: 80,
      lastWords: '新',
      lastReceivedAt: at('2026-03-20 11:00'),
      lastReportAt: at('2026-03-20 11:00'),
    });
  });

  it('files what was owed when an older report was received, though newer words came first', () => {
    const newer = done(reply(fresh, { kind: 'coordination', words: '请协调' }, at('2026-03-20 11:00')));
    const state = done(reply(newer, report('旧', 30), at('2026-03-20 10:00')));
    expect(isFiled(state, 'report', '2026Q1')).toBe(true);
    expect(partOf(state)).toMatchObject({ blocker: '请协调', receiptAt: at('2026-03-20 10:00') });
  });

  it.each<[string, Reading]>([
    ['a receipt', { kind: 'receipt' }],
    ['kept words', { kind: 'kept-words', words: '收到' }],
    ['a dispute', { kind: 'dispute', reason: '非我单位职责' }],
  ])('%s pressed while a typed report awaits its card does not make the report old', (_, between) => {
    const state = done(reply(fresh, between, at('2026-03-20 10:02')));
    const outcome = reply(state, report('六成', 60), at('2026-03-20 10:00'), { now: at('2026-03-20 10:05') });
    expect(outcome).toMatchObject({ outcome: 'recorded' });
    expect(partOf(done(outcome)).progress).toBe(60);
  });

  it('judges late by the earlier receipt, whichever is applied first', () => {
    const inTime = at('2026-03-25 17:20');
    const late = at('2026-03-25 17:40');
    const first = done(reply(done(reply(fresh, report('甲'), inTime)), report('乙'), late));
    const second = done(reply(done(reply(fresh, report('乙'), late)), report('甲'), inTime));
    for (const state of [first, second])
      expect(dutyOf(state, 'report', '2026Q1')).toMatchObject({ filedAt: inTime, late: false });
  });
});

describe('an issue', () => {
  const told = (blocker: string | null) => report('已推进', null, { blocker });

  it('is as old as its first telling, whatever is reported after it', () => {
    const first = done(reply(fresh, { kind: 'coordination', words: '请协调' }, at('2026-02-02 10:00')));
    const again = done(reply(first, told('部门会签未完成'), at('2026-02-10 10:00')));
    const same = done(reply(again, { kind: 'no-change' }, OPEN_Q1));
    expect(partOf(same)).toMatchObject({ blocker: '部门会签未完成', blockerSince: at('2026-02-02 10:00') });
  });

  it('ends with a report that has none, and is young when it comes back', () => {
    const first = done(reply(fresh, told('部门会签未完成'), at('2026-02-02 10:00')));
    const ended = done(reply(first, told(null), at('2026-02-10 10:00')));
    expect(partOf(ended).blockerSince).toBeUndefined();
    expect(partOf(done(reply(ended, told('经费'), OPEN_Q1))).blockerSince).toBe(OPEN_Q1);
  });
});

describe('late and open periods', () => {
  it.each<[string, string, boolean]>([
    ['a minute before', '2026-03-25 17:29', false],
    ['at the due instant', '2026-03-25 17:30', false],
    ['a minute after', '2026-03-25 17:31', true],
  ])('%s is judged by receipt, however late it is applied', (_, received, late) => {
    const signed = done(reply(fresh, { kind: 'receipt' }, at('2026-01-06 10:00')));
    const state = done(reply(signed, report(), at(received), { now: at('2026-04-20 10:00') }));
    expect(dutyOf(state, 'report', '2026Q1').late).toBe(late);
    expect(partOf(state).recovering).toBe(late);
    expect(lastEvent(state)).toMatchObject({ at: at('2026-04-20 10:00'), receivedAt: at(received) });
  });

  it('counts a report on a printed rest day, and until the end of the next working day, as in time', () => {
    // 25 April 2026 is a Saturday: red begins on Monday at 17:30.
    const key = scheduled(stateOf({ keyTask: true }), at('2026-03-26 10:00'));
    expect(dutyOf(done(reply(key, report(), at('2026-04-27 17:00'))), 'report', '2026-04').late).toBe(false);
    expect(dutyOf(done(reply(key, report(), at('2026-04-27 17:31'))), 'report', '2026-04').late).toBe(true);
  });

  it('does not file a period that was not open yet: the report only informs', () => {
    const state = done(reply(fresh, report('早', 20), at('2026-02-10 10:00')));
    expect(isFiled(state, 'report', '2026Q1')).toBe(false);
    expect(partOf(state).progress).toBe(20);
  });

  it('files a period from ten working days before its due day', () => {
    const opens = dutyOf(fresh, 'report', '2026Q1').openFrom;
    expect(opens).toBe(at('2026-03-11 00:00'));
    expect(isFiled(done(reply(fresh, report(), at('2026-03-10 23:59'))), 'report', '2026Q1')).toBe(false);
    expect(isFiled(done(reply(fresh, report(), opens)), 'report', '2026Q1')).toBe(true);
  });

  it("files every period that is open: last quarter's too", () => {
    const both = scheduled({ ...fresh, scheduleSeq: 2 }, at('2026-06-20 10:00'));
    const state = done(reply(both, report(), at('2026-06-20 11:00')));
    expect([isFiled(state, 'report', '2026Q1'), isFiled(state, 'report', '2026Q2')]).toEqual([true, true]);
    expect([dutyOf(state, 'report', '2026Q1').late, dutyOf(state, 'report', '2026Q2').late]).toEqual([true, false]);
  });

  it("files the office's own duty of a phase by a claim", () => {
    const phase = scheduled(
      stateOf({
        kind: 'phase',
        parts: [{ ...partSeed('p1'), title: '印发方案' }],
        phase: phaseOf('deployment', '2026-01-05', '2026-01-30'),
        dueOn: '2026-01-30',
      }),
      START,
    );
    expect(isFiled(done(reply(phase, claim, at('2026-01-20 10:00'))), 'completion')).toBe(true);
  });
});
