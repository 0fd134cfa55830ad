import { applyPhaseChanged } from '../../../../domain/supervision/apply-phase.ts';
import { act, phaseOf, reply } from '../fixtures.ts';
import { PLAN_END } from './plan-span.ts';
import { dayIn, morningOf } from './sim.ts';
import type { Sim } from './sim-state.ts';
import { loosely, speakerOf, type Step } from './step.ts';

const anyPart = (sim: Sim, at: number): string => sim.state.parts[at % sim.state.parts.length]?.id ?? 'p1';

const by = (sim: Sim, partId: string) => ({ partId, actor: speakerOf(sim, partId) });

export const takesBack = (at: number): Step =>
  loosely('takes the last answer back', (sim) =>
    reply(sim.state, { kind: 'withdraw', itemId: null, undoMinutes: 10 }, sim.now, by(sim, anyPart(sim, at))),
  );

export const corrects = (at: number, progress: number): Step =>
  loosely(`corrects to ${progress}`, (sim) =>
    reply(
      sim.state,
      { kind: 'correction', words: '更正', progress, expectedOn: null, blocker: null, done: false },
      sim.now,
      by(sim, anyPart(sim, at)),
    ),
  );

export const reportsNoChange = (at: number): Step =>
  loosely('reports no change', (sim) =>
    reply(
      sim.state,
      { kind: 'no-change', limit: { runsAccepted: 2, question: null } },
      sim.now,
      by(sim, anyPart(sim, at)),
    ),
  );

export const reassigns = (at: number): Step =>
  loosely('gives a part to another unit', (sim) =>
    act(
      sim.state,
      {
        kind: 'reassign',
        partId: anyPart(sim, at),
        to: { unitId: `u-${sim.events.length}`, relation: 'subordinate', unit: '市乙局' },
        fromUnit: '市甲局',
        reason: '职责调整,改由该局承办',
      },
      sim.now,
    ),
  );

export const undoesDecision = (at: number): Step =>
  loosely('takes a decision back', (sim) =>
    act(sim.state, { kind: 'undo-decision', partId: anyPart(sim, at) }, sim.now),
  );

export const nudges = (at: number): Step =>
  loosely('nudges', (sim) =>
    act(sim.state, { kind: 'nudge', partId: anyPart(sim, at), earliestNext: morningOf(dayIn(sim, 3)) }, sim.now),
  );

export const decidesEscalation = (release: boolean): Step =>
  loosely(release ? 'lets the supervisor be told' : 'tells no supervisor', (sim) => {
    const id = sim.state.escalations?.[0]?.id ?? 'none';
    return act(
      sim.state,
      release
        ? { kind: 'release-escalation', id, sendFrom: sim.now }
        : { kind: 'hold-escalation', id, reason: '已电话沟通,暂不提示' },
      sim.now,
    );
  });

export const entersNextPhase: Step = loosely('enters inspection', (sim) => ({
  state: applyPhaseChanged(sim.state, phaseOf('inspection', '2027-01-04', PLAN_END, 2), sim.state.dueOn, sim.now),
  summary: '',
}));
