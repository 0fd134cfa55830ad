import { describe, expect, it } from 'vitest';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import {
  act,
  at,
  claim,
  done,
  flat,
  made,
  partOf,
  partSeed,
  phaseOf,
  reply,
  report,
  rungKeys,
  runUntil,
  stateOf,
} from './fixtures.ts';

const START = at('2025-01-02 10:00');
const END = at('2027-12-31');
const twoYears = phaseOf('implementation', '2025-01-02', '2026-12-31');
const task = (more: object = {}): SupervisedState =>
  stateOf({ start: '2025-01-02 10:00', phase: twoYears, dueOn: '2026-12-31', ...more });

describe('asking again and again over two years', () => {
  it.each<[string, object]>([
    ['quarterly', {}],
    ['monthly', { keyTask: true }],
    ['of a court', { keyTask: true, parts: [partSeed('p1', 'independent'), partSeed('p2')] }],
    ['due in the middle', { dueOn: '2025-10-09' }],
    ['taken over midway', { keyTask: true, phase: phaseOf('implementation', '2024-03-01', '2026-12-31') }],
  ])('gives exactly the slots of one call for all: %s', (_, more) => {
    const { issued, state } = runUntil(task(more), START, END);
    expect(rungKeys(issued)).toEqual(rungKeys(flat(made(task(more), START, Number.POSITIVE_INFINITY).slots)));
    expect(state.slots).toEqual([]);
  });

  it('owes each period once, though what was filed leaves the state', () => {
    const answered: string[] = [];
    const { state, issued } = runUntil(task({ keyTask: true }), START, END, (before, now, due) => {
      if (!due.some(({ rung, status }) => rung === 'd3' && status === 'queued')) return before;
      const after = done(reply(before, report(), now));
      answered.push(
        ...partOf(after)
          .duties.filter(({ kind, filedAt }) => kind === 'report' && filedAt === now)
          .map(({ cycle }) => cycle),
      );
      expect(partOf(after).duties.length).toBeLessThanOrEqual(6);
      return after;
    });
    expect(answered).toHaveLength(24);
    expect(new Set(answered).size).toBe(24);
    expect(issued.filter(({ duty }) => duty === 'report').map(({ rung }) => rung)).toEqual(
      Array.from({ length: 24 }, () => 'd3'),
    );
    expect(partOf(state).duties.filter(({ filedAt }) => filedAt !== undefined).length).toBeLessThanOrEqual(2);
  });

  it('owes a claimed completion no more after it has left the state, and again after a return', () => {
    let state = runUntil(
      done(reply(runUntil(task(), START, START).state, claim, at('2025-01-06 10:00'))),
      START,
      at('2026-12-01'),
    ).state;
    expect(state.slots.filter(({ duty }) => duty === 'completion')).toEqual([]);
    state = done(act(state, { kind: 'return', partId: 'p1', reason: '缺少佐证材料' }, at('2026-12-01 10:00')));
    const { issued } = runUntil(state, at('2026-12-01 10:00'), END);
    expect(issued.filter(({ duty }) => duty === 'completion').map(({ rung }) => rung)).toEqual([
      'd7',
      'd3',
      'd1',
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

  it('owes a period that came and went while nobody reckoned', () => {
    const before = runUntil(task(), START, at('2025-02-01')).state;
    const { issued } = runUntil(before, at('2025-11-10 10:00'), at('2025-11-10 10:00'));
    expect(
      issued.filter(
        ({ cycle, audience, status }) => cycle === '2025Q3' && audience === 'liaison' && status === 'queued',
      ),
    ).toHaveLength(1);
    expect(
      issued.find(({ cycle, audience, status }) => cycle === '2025Q2' && audience === 'liaison' && status === 'queued')
        ?.rung,
    ).toBe('issue');
  });
});
