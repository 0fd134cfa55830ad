import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignFacts } from '../../../../domain/plan/amend/align-facts.ts';
import { applyChanges } from '../../../../domain/plan/amend/apply-changes.ts';
import { matchTasks } from '../../../../domain/plan/amend/match-tasks.ts';
import { planChanges } from '../../../../domain/plan/amend/plan-changes.ts';
import { planProblems } from '../../../../domain/plan/checks.ts';
import type { PlanFacts } from '../../../../domain/plan/types.ts';
import { anyFacts } from './arbitrary-facts.ts';

/** An amendment as the desk makes it: the new version in the old one's terms, its match and its changes. */
function amend(old: PlanFacts, version: PlanFacts) {
  const now = alignFacts(old, version);
  const match = matchTasks(old.tasks, now.tasks);
  return { now, match, changes: planChanges(old, now, match) };
}

const withoutContacts = (facts: PlanFacts): PlanFacts => ({ ...facts, contacts: [] });

describe('a plan and its next version', () => {
  it('has no change against itself', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(amend(facts, facts).changes).toEqual([]);
      }),
    );
  });

  it('becomes the new version once all changes are accepted', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, (old, version) => {
        const { now, match, changes } = amend(old, version);
        const { facts } = applyChanges(old, now, match, new Set(changes.map(({ id }) => id)));
        expect(withoutContacts(facts)).toEqual(withoutContacts(now));
        expect(amend(facts, version).changes).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('stays as it was where no change is accepted', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, (old, version) => {
        const { now, match } = amend(old, version);
        expect(applyChanges(old, now, match, new Set()).facts).toEqual(old);
      }),
    );
  });

  it('is valid after any of its changes, or the problem has a name', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, fc.infiniteStream(fc.boolean()), (old, version, coin) => {
        const { now, match, changes } = amend(old, version);
        const accepted = new Set(changes.filter(() => coin.next().value).map(({ id }) => id));
        const { facts, origins } = applyChanges(old, now, match, accepted);
        expect(origins).toHaveLength(facts.tasks.length);
        for (const { message, path } of planProblems(facts)) expect(`${path}${message}`).not.toBe('');
      }),
      { numRuns: 300 },
    );
  });

  it('gives each change an id of its own, the same each time it is asked', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, (old, version) => {
        const [first, second] = [amend(old, version).changes, amend(old, version).changes];
        expect(new Set(first.map(({ id }) => id)).size).toBe(first.length);
        expect(second).toEqual(first);
      }),
    );
  });

  it('holds every task of either version once', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, (old, version) => {
        const { pairs, added, removed } = matchTasks(old.tasks, version.tasks);
        const places = (list: number[]) => list.sort((a, b) => a - b);
        expect(places([...pairs.map((one) => one.old), ...removed.map((one) => one.old)])).toEqual([
          ...old.tasks.keys(),
        ]);
        expect(places([...pairs.map((one) => one.now), ...added.map((one) => one.now)])).toEqual([
          ...version.tasks.keys(),
        ]);
      }),
    );
  });
});
