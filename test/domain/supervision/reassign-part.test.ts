import { describe, expect, test } from 'vitest';
import type { MoveTo } from '../../../domain/supervision/move-part.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import {
  act,
  at,
  claim,
  codeOf,
  done,
  flat,
  partOf,
  partSeed,
  reply,
  report,
  runUntil,
  scheduled,
  stateOf,
} from './fixtures.ts';

const to: MoveTo = { unitId: 'u-new', relation: 'subordinate', unit: '市公安局' };
const REASON = '职责已划转该局';
const start = at('2026-03-02 10:00');
const now = at('2026-03-04 10:00');
const dispute = { kind: 'dispute' as const, reason: '此项职责不属我局' };
const two = (): SupervisedState =>
  scheduled(
    stateOf({ start: '2026-03-02 10:00', parts: [partSeed('p1'), partSeed('p2', 'subordinate', 'responsible')] }),
    start,
  );
const move = (state: SupervisedState, partId = 'p1', more: object = {}) =>
  act(state, { kind: 'reassign', partId, to, fromUnit: '市科技局', reason: REASON, ...more }, now);
const decide = (state: SupervisedState, uphold: boolean, more: object = {}) =>
  act(
    state,
    { kind: 'decide-dispute', partId: 'p1', unit: '市科技局', uphold, to: null, reason: REASON, ...more },
    now,
  );
const kinds = (state: SupervisedState): string[] => state.pendingEvents.map(({ kind }) => kind);
const last = (state: SupervisedState) => state.pendingEvents.at(-1);

describe('a dispute', () => {
  test('without its reason is refused and changes nothing', () => {
    expect(codeOf(reply(two(), { kind: 'dispute', reason: ' 不是 ' }, now))).toBe('REASON_REQUIRED');
  });

  test('waits in the part for the office, the later reason in the place of the first', () => {
    const first = done(reply(two(), dispute, now));
    const second = done(reply(first, { ...dispute, reason: '应由市公安局牵头办理' }, at('2026-03-04 11:00')));
    expect(partOf(second).dispute).toEqual({
      at: at('2026-03-04 11:00'),
      by: '某联络员',
      reason: '应由市公安局牵头办理',
    });
    expect(last(second)?.body).toMatchObject({ again: true });
  });

  test('that is not upheld leaves the receipt owed by its old day', () => {
    const disputed = done(reply(two(), dispute, now));
    const kept = done(decide(disputed, false));
    expect(partOf(kept).dispute).toBeUndefined();
    expect(partOf(kept).duties).toEqual(partOf(disputed).duties);
    expect(flat(kept.slots)).toEqual(flat(disputed.slots));
    expect(last(kept)).toMatchObject({ kind: 'disputeDecided', body: { uphold: false, dispute: { by: '某联络员' } } });
  });

  test.each([
    ['twice', (s: SupervisedState) => decide(done(decide(s, false)), false), 'NO_DISPUTE'],
    ['without a reason', (s: SupervisedState) => decide(s, false, { reason: '不行' }), 'REASON_REQUIRED'],
    ['of a lead for nobody', (s: SupervisedState) => decide(s, true), 'DISPUTE_NEEDS_UNIT'],
    ['of a part that is gone', (s: SupervisedState) => decide(done(move(s)), true), 'PART_UNKNOWN'],
  ])('decided %s is refused', (_, decided, code) => {
    expect(codeOf(decided(done(reply(two(), dispute, now))))).toBe(code);
  });

  test('upheld with a unit moves the part, and says both', () => {
    const disputed = done(reply(two(), dispute, now));
    for (const moved of [done(decide(disputed, true, { to })), done(move(disputed))]) {
      expect(kinds(moved).slice(-2)).toEqual(['disputeDecided', 'partReassigned']);
      expect(moved.parts.map(({ unitId }) => unitId)).toEqual(['u-new', 'u-p2']);
      expect(moved.parts[0]?.dispute).toBeUndefined();
    }
  });

  test('of a responsible unit may be upheld with nobody in its place', () => {
    const disputed = done(reply(two(), dispute, now, { partId: 'p2' }));
    const freed = done(decide(disputed, true, { partId: 'p2' }));
    expect(freed.parts.map(({ id }) => id)).toEqual(['p1']);
    expect(freed.formerParts?.[0]).toMatchObject({ id: 'p2', left: { to: null, reason: REASON } });
    expect(flat(freed.slots).map(({ partId }) => partId)).not.toContain('p2');
  });
});

describe('a reassigned part', () => {
  test('keeps its place and role, is asked afresh, and none of its old rungs is left', () => {
    const reported = done(reply(two(), report('已完成一半', 50), now));
    const moved = done(move(reported));
    const [fresh] = moved.parts;
    expect(fresh).toMatchObject({
      id: 'p3',
      unitId: 'u-new',
      role: 'lead',
      movedFrom: 'p1',
      receiptAt: null,
      progress: null,
    });
    expect(moved.formerParts).toMatchObject([{ id: 'p1', progress: 50, withdrawnAt: now, left: { to: '市公安局' } }]);
    expect(last(moved)).toMatchObject({
      kind: 'partReassigned',
      body: { partId: 'p1', newPartId: 'p3', before: { progress: 50, lastWords: '已完成一半' } },
      settled: [{ partId: 'p1', outcome: 'withdrawn', reason: '已改由市公安局承办' }],
    });
    const asked = runUntil(moved, now, at('2026-03-10 18:00')).issued;
    expect(asked.filter(({ partId }) => partId === 'p1')).toEqual([]);
    expect(asked.find(({ partId }) => partId === 'p3')).toMatchObject({
      duty: 'receipt',
      rung: 'issue',
      status: 'queued',
    });
  });

  test('counts nothing of what its old unit says after', () => {
    const moved = done(move(two()));
    const late = reply(moved, report('已完成八成', 80), at('2026-03-04 10:05'));
    const after = done(late);
    expect(after.parts).toEqual(moved.parts);
    expect(last(after)).toMatchObject({ kind: 'replyToFormerPart', body: { partId: 'p1', reading: { progress: 80 } } });
    expect(done(reply(after, { kind: 'receipt' }, at('2026-03-04 10:06'), { partId: 'p3' })).parts[0]).toMatchObject({
      receiptAt: at('2026-03-04 10:06'),
    });
  });

  test('goes back to its first unit under a third id', () => {
    const moved = done(move(two()));
    const back = done(
      act(
        moved,
        {
          kind: 'reassign',
          partId: 'p3',
          to: { ...to, unitId: 'u-p1', unit: '市科技局' },
          fromUnit: '市公安局',
          reason: REASON,
        },
        now,
      ),
    );
    expect(back.parts.map(({ id, unitId }) => [id, unitId])).toEqual([
      ['p4', 'u-p1'],
      ['p2', 'u-p2'],
    ]);
    expect(back.formerParts?.map(({ id }) => id)).toEqual(['p1', 'p3']);
  });

  test.each<[string, (s: SupervisedState) => ReturnType<typeof act>, string]>([
    ['to a unit with a share of its own', (s) => move(s, 'p1', { to: { ...to, unitId: 'u-p2' } }), 'PART_HELD'],
    ['to its own unit', (s) => move(s, 'p1', { to: { ...to, unitId: 'u-p1' } }), 'PART_HELD'],
    ['with four characters for a reason', (s) => move(s, 'p1', { reason: ' 职责划转 ' }), 'REASON_REQUIRED'],
    ['while its claim waits', (s) => move(done(reply(s, claim, now))), 'PART_CLAIMED'],
    ['a second time', (s) => move(done(move(s))), 'PART_UNKNOWN'],
    [
      'once accepted',
      (s) => move(done(act(done(reply(s, claim, now)), { kind: 'accept', partId: 'p1' }, now))),
      'TASK_CLOSED',
    ],
  ])('%s is refused', (_, moved, code) => {
    expect(codeOf(moved(two()))).toBe(code);
  });

  test('by the same act again changes nothing', () => {
    const once = done(
      act(two(), { kind: 'reassign', partId: 'p1', to, fromUnit: '', reason: REASON }, now, { actId: 'a' }),
    );
    expect(
      done(act(once, { kind: 'reassign', partId: 'p1', to, fromUnit: '', reason: REASON }, now, { actId: 'a' })),
    ).toBe(once);
  });
});

describe('a part of a unit that merges into another', () => {
  const merge = (state: SupervisedState, unitId: string) =>
    act(
      state,
      {
        kind: 'reassign',
        partId: 'p1',
        to: { ...to, unitId },
        fromUnit: '市科技局',
        reason: '机构改革',
        succession: true,
      },
      now,
    );

  test('is refused a reason of four characters like any other', () => {
    expect(codeOf(merge(two(), 'u-new'))).toBe('REASON_REQUIRED');
  });

  test('takes along what was said and claimed', () => {
    const claimed = done(reply(two(), claim, now));
    const moved = done(
      act(claimed, { kind: 'reassign', partId: 'p1', to, fromUnit: '', reason: '机构改革合并', succession: true }, now),
    );
    expect(moved.parts[0]).toMatchObject({
      completion: 'claimed',
      progress: 100,
      claimedBy: 'person',
      receiptAt: null,
    });
  });

  test('joins the share that the other has, which leads from then on', () => {
    const reported = done(reply(two(), report('已完成一半', 50), now));
    const merged = done(
      act(
        reported,
        {
          kind: 'reassign',
          partId: 'p1',
          to: { ...to, unitId: 'u-p2', unit: '市城管局' },
          fromUnit: '',
          reason: '机构改革合并',
          succession: true,
        },
        now,
      ),
    );
    expect(merged.parts).toMatchObject([{ id: 'p2', role: 'lead', progress: null }]);
    expect(last(merged)).toMatchObject({
      kind: 'partMerged',
      body: { newPartId: 'p2', before: { lastWords: '已完成一半' } },
    });
    expect(merged.formerParts).toMatchObject([{ id: 'p1', lastWords: '已完成一半' }]);
  });
});
