import { continueAsNew, setHandler } from '@temporalio/workflow';
import { applyPhaseClosed } from '../domain/supervision/apply-phase.ts';
import type { SupervisedState } from '../domain/supervision/types.ts';
import { phaseClosed, type EntityInput } from './messages.ts';
import { createSupervised, runSupervised } from './supervised.ts';

/** One phase of one plan: its own one-off duties and their deadline. Tasks are not its children. */
export async function phaseWorkflow({ state }: EntityInput<SupervisedState>): Promise<void> {
  const phase = createSupervised(state);

  setHandler(phaseClosed, ({ offsetMs, reason }) => {
    phase.learnClock(offsetMs);
    phase.state = applyPhaseClosed(phase.state, reason, phase.now());
  });

  if ((await runSupervised(phase)) === 'continue-as-new') {
    await continueAsNew<typeof phaseWorkflow>({ state: phase.state });
  }
}
