import type { Command } from 'fast-check';
import { expect } from 'vitest';
import type { OfficeAct } from '../../../../domain/supervision/office-act.ts';
import type { Reading } from '../../../../domain/supervision/reading.ts';
import type { Actor } from '../../../../domain/supervision/types.ts';
import { act, codeOf, reply } from '../fixtures.ts';
import { isOver, rulesOf, type PartRules, type Rules } from './rules.ts';
import { expectSound, settle } from './sim.ts';
import type { Sim } from './sim-state.ts';

export type Step = Command<Rules, Sim>;

/** The state tells the same as the model, and everything that always holds still does. */
function agree(rules: Rules, sim: Sim): void {
  settle(sim);
  expect(rulesOf(sim.state)).toEqual(rules);
  expectSound(sim);
}

export const step = (name: string, run: (rules: Rules, sim: Sim) => void): Step => ({
  check: () => true,
  run: (rules, sim) => {
    run(rules, sim);
    agree(rules, sim);
  },
  toString: () => name,
});

/** One after the other: what hardly comes together by chance. */
export const inARow = (...several: Step[]): Step => ({
  check: () => true,
  run: (rules, sim) => {
    for (const one of several) one.run(rules, sim);
  },
  toString: () => several.map(String).join(', then '),
});

/** Whoever answers for a part at this moment. */
export const speakerOf = ({ speakers }: Sim, partId: string): Actor => {
  const id = speakers.get(partId) ?? 'person';
  return { id, name: `联络员${id}` };
};

let items = 0;

/** Of an answer that nobody has given before. */
export const nextItem = (): string => `item-${(items += 1)}`;

/** An answer of one person of the part's unit; the same again is known and changes nothing. */
export function answers(
  name: string,
  partId: string,
  reading: (sim: Sim) => Reading,
  expected: (part: PartRules, rules: Rules, sim: Sim) => string | ((part: PartRules) => void),
): Step {
  return step(`${partId} ${name}`, (rules, sim) => {
    const known = rules.parts[partId];
    // Given to another unit.
    if (!known) return;
    const verdict = isOver(rules) || known.accepted ? 'TASK_CLOSED' : expected(known, rules, sim);
    const itemId = nextItem();
    const actor = speakerOf(sim, partId);
    const outcome = reply(sim.state, reading(sim), sim.now, { partId, itemId, actor });
    expect(codeOf(outcome), name).toBe(typeof verdict === 'string' ? verdict : 'done');
    if (typeof verdict === 'string' || 'refused' in outcome) return;
    verdict(known);
    sim.state = outcome.state;
    const again = reply(sim.state, reading(sim), sim.now, { partId, itemId, actor });
    // A part that was accepted, or a task that is over, says so even to the same row; here neither can be yet.
    expect('outcome' in again && again.outcome).toBe('seen');
  });
}

export function office(
  name: string,
  partId: string | null,
  what: (sim: Sim) => OfficeAct,
  expected: (rules: Rules, sim: Sim) => string | ((rules: Rules) => void),
): Step {
  return step(`office ${name}`, (rules, sim) => {
    if (partId !== null && !rules.parts[partId]) return;
    const verdict = isOver(rules) ? 'TASK_CLOSED' : expected(rules, sim);
    const outcome = act(sim.state, what(sim), sim.now);
    expect(codeOf(outcome), name).toBe(typeof verdict === 'string' ? verdict : 'done');
    if (typeof verdict === 'string' || 'refused' in outcome) return;
    verdict(rules);
    sim.state = outcome.state;
  });
}

/** What the model leaves out: it may be refused, and what holds always must hold after it; the model learns its effect. */
export const loosely = (name: string, run: (sim: Sim) => Parameters<typeof codeOf>[0]): Step => ({
  check: () => true,
  run: (rules, sim) => {
    const outcome = run(sim);
    if (!('refused' in outcome)) sim.state = outcome.state;
    settle(sim);
    Object.assign(rules, rulesOf(sim.state));
    expectSound(sim);
  },
  toString: () => name,
});
