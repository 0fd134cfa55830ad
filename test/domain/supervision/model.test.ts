import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, partSeed, phaseOf, stateOf } from './fixtures.ts';
import { steps } from './model/commands.ts';
import { newRules } from './model/rules.ts';
import { expectSound, passUntil, settle, type Sim } from './model/sim.ts';

const START = at('2026-03-02 10:00');
const AFTER_ALL = at('2028-01-03 10:00');

function newSim(): Sim {
  const state = stateOf({
    start: '2026-03-02 10:00',
    dueOn: '2026-09-30',
    phase: phaseOf('implementation', '2026-03-02', '2026-12-31'),
    parts: [partSeed('p1'), partSeed('p2', 'subordinate', 'responsible')],
  });
  return { state, now: START, seen: new Set(), outcomes: new Map(), events: [] };
}

describe('units and office in any order, beside a simple model of the rules', () => {
  it('agree with the model at every step, and every rung ends once', () => {
    fc.assert(
      fc.property(fc.commands(steps, { maxCommands: 40 }), (commands) => {
        const sim = newSim();
        settle(sim);
        fc.modelRun(() => ({ model: newRules(['p1', 'p2']), real: sim }), commands);
        passUntil(sim, AFTER_ALL);
        expectSound(sim);
        // A year after the phase nothing is left to say; rungs that were past from the start were never in the state.
        expect(sim.state.slots).toEqual([]);
        expect(sim.outcomes.size).toBeGreaterThanOrEqual(sim.seen.size);
      }),
      { numRuns: 100 },
    );
  });
});
