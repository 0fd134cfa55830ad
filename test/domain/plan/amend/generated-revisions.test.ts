import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignFacts } from '../../../../domain/plan/amend/align-facts.ts';
import { applyChanges } from '../../../../domain/plan/amend/apply-changes.ts';
import { matchTasks } from '../../../../domain/plan/amend/match-tasks.ts';
import { planChanges } from '../../../../domain/plan/amend/plan-changes.ts';
import type { PlanFacts } from '../../../../domain/plan/types.ts';
import { anyRevision, readRevision } from './amended-print.ts';

const NUM_RUNS = 60;

function amend(old: PlanFacts, version: PlanFacts) {
  const now = alignFacts(old, version);
  const match = matchTasks(old.tasks, now.tasks);
  const changes = planChanges(old, now, match);
  const apply = (ids: Iterable<string>): PlanFacts => applyChanges(old, now, match, new Set(ids)).facts;
  return { now, changes, ids: changes.map(({ id }) => id), apply };
}

/** Which tasks are 重点 is the office's to say: a text that says nothing says no. */
const keyed = (facts: PlanFacts): PlanFacts => ({
  ...facts,
  tasks: facts.tasks.map((task) => ({ ...task, key: task.key ?? false })),
});

describe('a fictional plan, revised by its authors, printed and read again', () => {
  it('has no change against the same print', () => {
    let read = 0;
    fc.assert(
      fc.property(anyRevision, (revision) => {
        const both = readRevision(revision);
        if (!both) return;
        read += 1;
        expect(amend(both.old, both.old).ids).toEqual([]);
        expect(amend(both.version, structuredClone(both.version)).ids).toEqual([]);
      }),
      { numRuns: NUM_RUNS },
    );
    expect(read).toBeGreaterThan(NUM_RUNS / 2);
  }, 60_000);

  it('is the new reading once all changes are accepted, in any order, and then has no change left', () => {
    fc.assert(
      fc.property(anyRevision, fc.infiniteStream(fc.nat(9_999)), (revision, dice) => {
        const both = readRevision(revision);
        if (!both) return;
        const { now, ids, apply } = amend(both.old, both.version);
        expect(new Set(ids).size).toBe(ids.length);
        const whole = apply(ids);
        expect(keyed(whole)).toEqual(keyed({ ...now, contacts: [] }));
        // One by one, each once and some again: nothing is applied twice.
        const order = ids.toSorted(() => (dice.next().value % 2 === 0 ? 1 : -1));
        const accepted = order.reduce<string[]>(
          (so, id) => [...so, id, ...(dice.next().value % 3 === 0 ? [id] : [])],
          [],
        );
        expect(apply(accepted)).toEqual(whole);
        expect(amend(whole, both.version).ids).toEqual([]);
      }),
      { numRuns: NUM_RUNS },
    );
  }, 60_000);

  it('keeps every task of either version in one place, whichever changes are accepted', () => {
    fc.assert(
      fc.property(anyRevision, fc.infiniteStream(fc.boolean()), (revision, coin) => {
        const both = readRevision(revision);
        if (!both) return;
        const { now, changes, apply } = amend(both.old, both.version);
        const accepted = changes.filter(() => coin.next().value);
        const kinds = (kind: string[]): number => accepted.filter((change) => kind.includes(change.kind)).length;
        const gone = kinds(['task-removed', 'task-merged']);
        const come = kinds(['task-added', 'task-split']);
        expect(apply(accepted.map(({ id }) => id)).tasks).toHaveLength(both.old.tasks.length - gone + come);
        expect(apply(changes.map(({ id }) => id)).tasks).toHaveLength(now.tasks.length);
      }),
      { numRuns: NUM_RUNS },
    );
  }, 60_000);
});
