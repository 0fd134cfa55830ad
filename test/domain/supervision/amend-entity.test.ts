import { describe, expect, it } from 'vitest';
import type { EntityAmendment } from '../../../domain/supervision/amend-entity.ts';
import type { Part, SupervisedState } from '../../../domain/supervision/types.ts';
import { act, at, flat, partSeed, phaseOf, reply, scheduled, stateOf } from './fixtures.ts';

const NOW = at('2026-07-06 10:00');
const two = scheduled(stateOf({ parts: [partSeed('p1'), partSeed('p2', 'subordinate', 'responsible')] }), NOW);

const amended = (state: SupervisedState, amendment: Partial<EntityAmendment>, actId = 'am/1'): SupervisedState => {
  const done = act(state, { kind: 'amend', amendment: { amendmentId: 'am', changeId: '1', ...amendment } }, NOW, {
    actId,
  });
  if ('refused' in done) throw new Error(done.refused.code);
  return done.state;
};
const again = (state: SupervisedState): SupervisedState => scheduled(state, NOW);
const part = (state: SupervisedState, id: string): Part => state.parts.find((one) => one.id === id)!;
const lastEvent = ({ pendingEvents }: SupervisedState) => pendingEvents.at(-1)!;
const settledOf = (state: SupervisedState) => lastEvent(state).settled ?? [];

describe('an accepted change of the plan in one task', () => {
  it('is carried once, however often it is told', () => {
    const once = amended(two, { title: '新名称' });
    expect(amended(once, { title: '新名称' })).toEqual(once);
  });

  it('renames without a new schedule', () => {
    const after = amended(two, { title: '新名称', no: '9' });
    expect(after).toMatchObject({ title: '新名称', no: '9', scheduleSeq: two.scheduleSeq, slots: two.slots });
  });

  it('makes another due day another deadline, and ends the rungs of the old one', () => {
    const after = again(amended(two, { dueOn: '2026-09-30' }));
    expect(part(after, 'p1')).toMatchObject({ deadlineSeq: 2 });
    const completion = after.slots.filter(({ duty }) => duty === 'completion');
    expect(new Set(completion.map(({ dueOn }) => dueOn))).toEqual(new Set(['2026-09-30']));
    expect(
      settledOf(amended(two, { dueOn: '2026-09-30' })).map(({ partId, duty, outcome }) => [partId, duty, outcome]),
    ).toEqual([
      ['p1', 'completion', 'withdrawn'],
      ['p2', 'completion', 'withdrawn'],
    ]);
  });

  it('sends one message, never the missed rungs, for a due day that is near', () => {
    const before = amended(two, { dueOn: '2026-07-06' });
    const after = again(before);
    const coming = after.slots.filter(({ duty, at: instant }) => duty === 'completion' && instant <= NOW);
    expect(coming.map(({ rule }) => rule.startsWith('issued-late') || rule.startsWith('before-0'))).toEqual(
      coming.map(() => true),
    );
    const skipped = after.pendingEvents
      .flatMap(({ settled = [] }) => settled)
      .filter(({ outcome }) => outcome === 'skipped');
    expect(skipped.every(({ slots }) => slots.every(({ rule }) => rule !== ''))).toBe(true);
    expect(skipped.length).toBeGreaterThan(0);
  });

  it('withdraws a part with its rungs and keeps it for an answer on its way', () => {
    const after = amended(two, { partsOut: [{ unitId: 'u-p2' }] });
    expect(after.parts.map(({ id }) => id)).toEqual(['p1']);
    expect(after.formerParts).toMatchObject([{ id: 'p2', duties: [], withdrawnAt: NOW }]);
    expect(flat(after.slots).some(({ partId }) => partId === 'p2')).toBe(false);
    expect(settledOf(after)).toMatchObject([{ partId: 'p2', outcome: 'withdrawn', reason: '方案修订,不再承担' }]);

    const answered = reply(after, { kind: 'kept-words', words: '已办' }, NOW, { partId: 'p2', itemId: 'i1' });
    if ('refused' in answered) throw new Error(answered.refused.code);
    expect(answered.outcome).toBe('recorded');
    expect(lastEvent(answered.state)).toMatchObject({ kind: 'replyToFormerPart', inboxItemId: 'i1' });
    expect(answered.state.parts).toEqual(after.parts);
  });

  it('keeps what was accepted, and closes a task of which nothing else is left', () => {
    const done = {
      ...two,
      parts: two.parts.map((one) => (one.id === 'p1' ? { ...one, completion: 'accepted' as const } : one)),
    };
    const after = amended(done, { partsOut: [{ unitId: 'u-p1' }, { unitId: 'u-p2' }] });
    expect(after.parts.map(({ id }) => id)).toEqual(['p1']);
    expect(after.status).toBe('closed');
  });

  it('gives a unit that comes back a part of its own, never an old id', () => {
    const out = amended(two, { partsOut: [{ unitId: 'u-p2' }] });
    const back = again(amended(out, { partsIn: [{ ...partSeed('p2'), role: 'responsible' }] }, 'am/2'));
    expect(back.parts.map(({ id, unitId }) => [id, unitId])).toEqual([
      ['p1', 'u-p1'],
      ['p3', 'u-p2'],
    ]);
    expect(part(back, 'p3').duties.map(({ kind }) => kind)).toContain('completion');
  });

  it('changes who leads without a word about deadlines', () => {
    const after = amended(two, { roles: [{ unitId: 'u-p2', role: 'lead', assumedLead: false }] });
    expect(part(after, 'p2').role).toBe('lead');
    expect(after.scheduleSeq).toBe(two.scheduleSeq);
  });

  it('lays the reports of a moved phase anew, under another sequence', () => {
    const window = { kind: 'implementation' as const, name: '实施', start: '2026-01-05', end: '2026-10-31' };
    const before = amended(two, { window, dueOn: '2026-10-30' });
    expect(before.phase).toEqual({ ...phaseOf('implementation', '2026-01-05', '2026-10-31'), name: '实施' });
    const after = again(before);
    const ends = part(after, 'p1').duties.filter(({ kind }) => kind !== 'receipt');
    expect(ends.every(({ dueOn }) => dueOn <= '2026-10-31')).toBe(true);
    expect(part(after, 'p1').deadlineSeq).toBeGreaterThan(part(two, 'p1').deadlineSeq);
  });

  it('owes nothing of an optional task, and again once it is no longer so', () => {
    const optional = again(amended(two, { optional: true }));
    expect(optional.parts.flatMap(({ duties }) => duties.filter(({ filedAt }) => filedAt === undefined))).toEqual([]);
    expect(optional.slots).toEqual([]);
    const owed = again(amended(optional, { optional: false }, 'am/2'));
    expect(part(owed, 'p1').duties.length).toBeGreaterThan(0);
  });

  it('cancels a task that the plan has no more, with the one that took it up', () => {
    const after = amended(two, { cancel: { reason: '并入第1项', mergedInto: 't9' } });
    expect(after).toMatchObject({ status: 'cancelled', slots: [] });
    expect(lastEvent(after)).toMatchObject({
      kind: 'taskCancelled',
      body: { reason: '并入第1项', mergedInto: 't9', changeId: '1' },
    });
    expect(settledOf(after).map(({ outcome }) => outcome)).toEqual(['withdrawn', 'withdrawn']);
  });
});
