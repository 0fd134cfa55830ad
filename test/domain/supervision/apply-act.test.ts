import { describe, expect, it } from 'vitest';
import type { OfficeAct } from '../../../domain/supervision/office-act.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import {
  act,
  at,
  claim,
  codeOf,
  done,
  dutyOf,
  flat,
  isFiled,
  lines,
  partOf,
  partSeed,
  reply,
  scheduled,
  stateOf,
} from './fixtures.ts';

const START = at('2026-01-05 10:00');
const NOW = at('2026-03-23 10:00');
const two = scheduled(stateOf({ parts: [partSeed('p1'), partSeed('p2', 'subordinate', 'responsible')] }), START);
const claimed = done(reply(two, claim, at('2026-03-20 10:00')));
const bothClaimed = done(reply(claimed, claim, at('2026-03-20 11:00'), { partId: 'p2' }));
const assign = (id: string, unitId: string): OfficeAct => ({
  kind: 'assign',
  parts: [{ id, unitId, role: 'responsible', relation: 'subordinate' }],
});
const back = (reason = '缺少佐证材料', partId = 'p1'): OfficeAct => ({ kind: 'return', partId, reason });
const nudge = (partId = 'p1'): OfficeAct => ({ kind: 'nudge', partId, earliestNext: at('2026-03-26 00:00') });

describe("refusals of the office's acts", () => {
  it.each<[string, SupervisedState, OfficeAct, object, string]>([
    ['accepting what nobody claimed', two, { kind: 'accept', partId: 'p1' }, {}, 'NOTHING_CLAIMED'],
    [
      'accepting a task that its lead did not claim',
      done(reply(two, claim, NOW, { partId: 'p2' })),
      { kind: 'accept', partId: null },
      {},
      'NOTHING_CLAIMED',
    ],
    ['accepting a part that is not there', claimed, { kind: 'accept', partId: 'p9' }, {}, 'PART_UNKNOWN'],
    [
      "accepting one's own claim",
      claimed,
      { kind: 'accept', partId: 'p1' },
      { actor: { id: 'person', name: '' } },
      'SELF_ACCEPT',
    ],
    [
      "accepting one's own unit's claim",
      claimed,
      { kind: 'accept', partId: 'p1' },
      { ownPartIds: ['p1'] },
      'SELF_ACCEPT',
    ],
    [
      "accepting a task whose lead's claim is one's own",
      claimed,
      { kind: 'accept', partId: null },
      { ownPartIds: ['p1'] },
      'SELF_ACCEPT',
    ],
    [
      "accepting a task with one's own claim beside the lead's",
      bothClaimed,
      { kind: 'accept', partId: null },
      { ownPartIds: ['p2'] },
      'SELF_ACCEPT',
    ],
    ["returning one's own claim", claimed, back(), { ownPartIds: ['p1'] }, 'SELF_ACCEPT'],
    ['returning without a reason', claimed, back('    '), {}, 'REASON_REQUIRED'],
    ['returning with four characters', claimed, back(' 不合格式 '), {}, 'REASON_REQUIRED'],
    ['returning what nobody claimed', two, back(), {}, 'NOTHING_CLAIMED'],
    ['returning a part that is not there', claimed, back('缺少佐证材料', 'p9'), {}, 'PART_UNKNOWN'],
    ['nudging a part that is not there', two, nudge('p9'), {}, 'PART_UNKNOWN'],
    ['nudging where nothing is owed', stateOf(), nudge(), {}, 'NOTHING_OPEN'],
    [
      'nudging an accepted part',
      done(act(claimed, { kind: 'accept', partId: 'p1' }, NOW)),
      nudge(),
      {},
      'NOTHING_OPEN',
    ],
    ['cancelling without a reason', two, { kind: 'cancel', reason: '撤' }, {}, 'REASON_REQUIRED'],
    ['any act on a closed task', { ...two, status: 'closed' }, nudge(), {}, 'TASK_CLOSED'],
    ['any act on a cancelled task', { ...two, status: 'cancelled' }, assign('p3', 'u3'), {}, 'TASK_CLOSED'],
  ])('%s', (_, state, what, by, code) => {
    expect(codeOf(act(state, what, NOW, by))).toBe(code);
  });
});

describe('a completion', () => {
  it('is accepted part by part, and the last one closes the task', () => {
    const first = done(act(bothClaimed, { kind: 'accept', partId: 'p1' }, NOW));
    expect([first.status, partOf(first).completion]).toEqual(['open', 'accepted']);
    expect(flat(first.slots).some(({ partId }) => partId === 'p1')).toBe(false);
    const second = done(act(first, { kind: 'accept', partId: 'p2' }, NOW));
    expect(second).toMatchObject({ status: 'closed', slots: [] });
  });

  it('of the lead, accepted for the whole task, ends the other parts with all their rungs on record', () => {
    const state = done(act(claimed, { kind: 'accept', partId: null }, NOW));
    expect(state).toMatchObject({ status: 'closed', slots: [], scheduleUntil: null });
    const settled = state.pendingEvents.at(-1)?.settled ?? [];
    expect(settled.flatMap(({ slots }) => slots)).toHaveLength(flat(claimed.slots).length);
  });

  it('is owed again after a return, by its old day and with new rungs, and may be claimed again', () => {
    const returned = scheduled(done(act(claimed, back(), NOW)), NOW);
    expect(partOf(returned)).toMatchObject({
      completion: 'returned',
      returnedWith: '缺少佐证材料',
      claimedBy: null,
      deadlineSeq: 2,
    });
    expect(dutyOf(returned, 'completion')).toMatchObject({ seq: 2, dueOn: '2026-12-31' });
    expect(isFiled(returned, 'completion')).toBe(false);
    expect(
      lines(
        flat(returned.slots).filter(({ partId }) => partId === 'p1'),
        'completion',
      )
        .slice(0, 4)
        .map((line) => line.split(' ')[0]),
    ).toEqual(['d7', 'd3', 'd1', 'd0']);
    const again = done(reply(returned, claim, at('2026-04-01 10:00')));
    expect(partOf(again)).toMatchObject({ completion: 'claimed', returnedWith: null });
    expect(codeOf(act(again, { kind: 'accept', partId: 'p1' }, NOW))).toBe('done');
  });

  it("returned leaves the reports' deadlines as they were: no rung of theirs is sent twice", () => {
    // Claimed before the first quarter's report opens: that report is still owed.
    const early = done(reply(two, claim, at('2026-02-10 10:00')));
    const returned = scheduled(done(act(early, back(), NOW)), NOW);
    expect(dutyOf(returned, 'report', '2026Q1').seq).toBe(1);
    const event = returned.pendingEvents.at(-1);
    expect(event?.kind).toBe('scheduled');
    expect((event?.settled ?? []).filter(({ duty }) => duty === 'report')).toEqual([]);
    expect(returned.slots.filter(({ duty, parts }) => duty === 'report' && parts.length !== 2)).toEqual([]);
  });

  it('claimed again while the return is being scheduled is not asked for', () => {
    const returned = done(act(claimed, back(), NOW));
    const again = scheduled(done(reply(returned, claim, NOW)), NOW);
    expect(isFiled(again, 'completion')).toBe(true);
    expect(flat(again.slots).filter(({ partId, duty }) => partId === 'p1' && duty === 'completion')).toEqual([]);
  });

  it('returned past its day is asked for once more at once', () => {
    const late = done(reply(two, claim, at('2027-01-04 10:00')));
    const returned = scheduled(done(act(late, back(), at('2027-01-08 10:00'))), at('2027-01-08 10:00'));
    const own = flat(returned.slots).filter(({ partId, duty }) => partId === 'p1' && duty === 'completion');
    expect(lines(own)[0]).toBe('issue 2027-01-08 10:00 liaison issued-late');
  });
});

describe('a nudge', () => {
  it('goes at once, about what is due first, once in some working days', () => {
    const nudged = done(act(two, nudge(), NOW));
    expect(lines(nudged.slots)[0]).toBe('nudge-1 2026-03-23 10:00 liaison nudge');
    expect(codeOf(act(nudged, nudge(), at('2026-03-25 23:59')))).toBe('NUDGE_TOO_SOON');
    expect(codeOf(act(nudged, nudge('p2'), NOW))).toBe('done');
    const again = done(
      act(nudged, { kind: 'nudge', partId: 'p1', earliestNext: at('2026-03-31 00:00') }, at('2026-03-26 00:00')),
    );
    expect(again.slots.map(({ rung }) => rung)).toContain('nudge-2');
  });

  it('stays when the slots are reckoned anew', () => {
    const nudged = done(act(two, nudge(), NOW));
    expect(scheduled({ ...nudged, scheduleSeq: 2 }, NOW).slots[0]?.rung).toBe('nudge-1');
  });
});

describe('an assignment', () => {
  it('adds a part, which owes nothing of the periods before it', () => {
    const state = scheduled(done(act(two, assign('p3', 'u3'), at('2026-07-06 10:00'))), at('2026-07-06 10:00'));
    expect(partOf(state, 'p3').duties.map(({ kind, cycle }) => `${kind}/${cycle}`)).toEqual([
      'receipt/once',
      'report/2026Q3',
      'completion/once',
    ]);
    expect(dutyOf(state, 'receipt', 'once', 'p3').openFrom).toBe(at('2026-07-06 10:00'));
    expect(dutyOf(state, 'receipt', 'once', 'p1').openFrom).toBe(START);
  });

  it('of a unit that has a part changes nothing', () => {
    const state = done(act(two, assign('p3', 'u-p1'), NOW));
    expect([state.parts, state.scheduleSeq]).toEqual([two.parts, two.scheduleSeq]);
  });

  it('names a unit once, and never gives an id twice', () => {
    const seed = { id: 'p1', role: 'responsible' as const, relation: 'subordinate' as const };
    const state = done(
      act(
        two,
        {
          kind: 'assign',
          parts: [
            { ...seed, unitId: 'u3' },
            { ...seed, unitId: 'u3' },
            { ...seed, unitId: 'u4' },
          ],
        },
        NOW,
      ),
    );
    expect(state.parts.map(({ id, unitId }) => `${id}/${unitId}`)).toEqual(['p1/u-p1', 'p2/u-p2', 'p3/u3', 'p4/u4']);
  });
});

describe('other acts', () => {
  it('one act counts once', () => {
    const nudged = done(act(two, nudge(), NOW, { actId: 'a' }));
    expect(done(act(nudged, nudge(), NOW, { actId: 'a' }))).toBe(nudged);
  });

  it('an optional task owes nothing until it is chosen, and then nothing of the past', () => {
    const optional = scheduled(stateOf({ optional: true }), START);
    expect([optional.slots, partOf(optional).duties]).toEqual([[], []]);
    const chosen = scheduled(done(act(optional, { kind: 'opt-in' }, at('2026-07-06 10:00'))), at('2026-07-06 10:00'));
    expect(partOf(chosen).duties.map(({ kind, cycle }) => `${kind}/${cycle}`)).toEqual([
      'receipt/once',
      'report/2026Q3',
      'completion/once',
    ]);
  });

  it('a cancelled task has no rung left, and each is on record', () => {
    const state = done(act(two, { kind: 'cancel', reason: '任务已经合并' }, NOW));
    expect(state).toMatchObject({ status: 'cancelled', slots: [] });
    expect(state.pendingEvents.at(-1)?.settled?.flatMap(({ slots }) => slots)).toHaveLength(flat(two.slots).length);
  });
});
