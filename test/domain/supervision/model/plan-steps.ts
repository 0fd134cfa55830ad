import fc, { type Command } from 'fast-check';
import { expect } from 'vitest';
import { applyAdvance, applyAdvanced, applyUndo } from '../../../../domain/supervision/apply-plan.ts';
import type { Instant } from '../../../../domain/plan/types.ts';
import type { PlanState } from '../../../../domain/supervision/types.ts';

/** What the rules of policy.md "Undo" say of a plan: its phase, and until when a transition may be taken back. */
export interface PlanRules {
  current: number;
  advancingUntil: Instant | null;
  closed: boolean;
  events: number;
}

/** The plan as its workflow would have it. */
export interface PlanSim {
  state: PlanState;
  now: Instant;
  /** Kinds of what is on record, in order. */
  events: string[];
  acts: number;
}

type PlanStep = Command<PlanRules, PlanSim>;

const ACTOR = { id: 'office', name: '协调员' };
const MINUTE = 60_000;
const later = (now: Instant, minutes: number): Instant => new Date(Date.parse(now) + minutes * MINUTE).toISOString();

/** Flushed and compared: nobody is told of a phase before its undo time is over. */
function agree(rules: PlanRules, sim: PlanSim): void {
  sim.events.push(...sim.state.pendingEvents.map(({ kind }) => kind));
  sim.state = { ...sim.state, pendingEvents: [] };
  const { current, advancing, status, told, eventSeq } = sim.state;
  expect({ current, advancingUntil: advancing?.undoUntil ?? null, closed: status === 'closed' }).toEqual({
    current: rules.current,
    advancingUntil: rules.advancingUntil,
    closed: rules.closed,
  });
  expect(sim.events).toHaveLength(rules.events);
  expect(eventSeq).toBe(sim.events.length);
  if (advancing) expect(told, 'entities are told of a phase that may be taken back').toBe(true);
}

const step = (name: string, run: (rules: PlanRules, sim: PlanSim) => void): PlanStep => ({
  check: () => true,
  run: (rules, sim) => {
    run(rules, sim);
    agree(rules, sim);
  },
  toString: () => name,
});

/** Does the act twice, as after a crash between it and its answer; the second time changes nothing. */
function twice(
  sim: PlanSim,
  verdict: string,
  act: (state: PlanState, actId: string) => ReturnType<typeof applyAdvance>,
): boolean {
  const actId = `act-${(sim.acts += 1)}`;
  const made = act(sim.state, actId);
  expect('refused' in made ? made.refused.code : 'done').toBe(verdict);
  if ('refused' in made) return false;
  const again = act(made.state, actId);
  expect('refused' in again ? again.refused.code : again.state).toEqual(made.state);
  sim.state = made.state;
  return true;
}

const advances = (gaps: number, reason: string | null): PlanStep =>
  step(`advances with ${gaps} gaps`, (rules, sim) => {
    const dossier = { hash: 'h', gaps: Array.from({ length: gaps }, (_, n) => `缺口${n}`) };
    const verdict = rules.advancingUntil
      ? 'ALREADY_ADVANCING'
      : rules.closed
        ? 'PHASE_LAST'
        : gaps > 0 && (reason ?? '').length < 5
          ? 'OVERRIDE_REASON_REQUIRED'
          : 'done';
    const ask = { actor: ACTOR, via: 'test', dossierHash: 'h', overrideReason: reason };
    if (!twice(sim, verdict, (state, actId) => applyAdvance(state, { ...ask, actId }, dossier, sim.now))) return;
    rules.advancingUntil = later(sim.now, sim.state.undoWindowMs / MINUTE);
    rules.events += 1;
  });

const undoes = step('undoes', (rules, sim) => {
  const verdict = rules.advancingUntil !== null && sim.now < rules.advancingUntil ? 'done' : 'NOTHING_TO_UNDO';
  if (!twice(sim, verdict, (state, actId) => applyUndo(state, { actId, actor: ACTOR, via: 'test' }, sim.now))) return;
  rules.advancingUntil = null;
  rules.events += 1;
});

/** The workflow's loop wakes at the end of the undo time, and tells its entities. */
const waits = (minutes: number): PlanStep =>
  step(`${minutes} minutes pass`, (rules, sim) => {
    sim.now = later(sim.now, minutes);
    sim.state = applyAdvanced(sim.state, sim.now);
    expect(applyAdvanced(sim.state, sim.now)).toEqual(sim.state);
    if (rules.advancingUntil === null || sim.now < rules.advancingUntil) return;
    rules.advancingUntil = null;
    rules.current += 1;
    rules.closed = rules.current >= sim.state.phases.length;
    rules.events += 1;
    expect(sim.state.told).toBe(false);
    sim.state = { ...sim.state, told: true };
  });

/** A crash, or a run that continues as new: what is not in the state is forgotten. */
const restarts = step('restarts', (_, sim) => {
  sim.state = JSON.parse(JSON.stringify(sim.state));
});

export const planSteps: fc.Arbitrary<PlanStep>[] = [
  fc.tuple(fc.nat(2), fc.constantFrom(null, '急', '经领导小组同意')).map(([gaps, reason]) => advances(gaps, reason)),
  fc.constant(undoes),
  fc.integer({ min: 1, max: 60 }).map(waits),
  fc.constant(restarts),
];
