import { continueAsNew, setHandler } from '@temporalio/workflow';
import { applyPhaseChanged } from '../domain/supervision/apply-phase.ts';
import type { SupervisedState } from '../domain/supervision/types.ts';
import { phaseChanged, type EntityInput } from './messages.ts';
import { createSupervised, runSupervised } from './supervised.ts';

/** One task, for as long as it is open: it outlives its phase and is nobody's child. */
export async function taskWorkflow({ state }: EntityInput<SupervisedState>): Promise<void> {
  const task = createSupervised(state);

  setHandler(phaseChanged, ({ offsetMs, phase, dueOn }) => {
    task.learnClock(offsetMs);
    const before = task.state;
    task.state = applyPhaseChanged(before, phase, dueOn, task.now());
    // A phase is a natural end of a run: patches retire here.
    if (task.state !== before) task.askContinueAsNew();
  });

  if ((await runSupervised(task)) === 'continue-as-new') {
    await continueAsNew<typeof taskWorkflow>({ state: task.state });
  }
}
