import { allHandlersFinished, continueAsNew, patched, setHandler } from '@temporalio/workflow';
import { applyPlanAmended } from '../domain/supervision/amend-plan.ts';
import { applyAdvance, applyAdvanced, applyStarted, applyUndo } from '../domain/supervision/apply-plan.ts';
import { withEvent } from '../domain/supervision/pending.ts';
import type { PlanState } from '../domain/supervision/types.ts';
import { dossier, openPhase } from './activities.ts';
import { createEntity, type Entity } from './entity.ts';
import { advance, amendPlan, undoAdvance, type EntityInput } from './messages.ts';

/** Holds the order of a plan's phases and which one is current; moves on by a coordinator's word alone. */
export async function planWorkflow({ state }: EntityInput<PlanState>): Promise<void> {
  // A phase that nobody has been told of yet is due at once: the watchdog and the stepper read it.
  const plan: Entity<PlanState> = createEntity(
    state,
    ({ advancing, told }) => advancing?.undoUntil ?? (told ? null : plan.now()),
  );

  setHandler(advance, async (message) => {
    plan.learnClock(message.offsetMs);
    const facts = await dossier({ planId: plan.state.planId, now: plan.now() });
    const advanced = applyAdvance(plan.state, message, facts, plan.now());
    if ('refused' in advanced) return plan.refused(message, 'advance', advanced.refused);
    plan.state = advanced.state;
    await plan.recorded();
    return { summary: advanced.summary };
  });

  setHandler(undoAdvance, async (message) => {
    plan.learnClock(message.offsetMs);
    const undone = applyUndo(plan.state, message, plan.now());
    if ('refused' in undone) return plan.refused(message, 'undo', undone.refused);
    plan.state = undone.state;
    await plan.recorded();
    return { summary: undone.summary };
  });

  setHandler(amendPlan, async (message) => {
    plan.learnClock(message.offsetMs);
    // Remove with `samePhases` once no plan runs that began before 2026-12 and has not continued as new since.
    const samePhases = !patched('2026-11-24-other-phases');
    const amended = applyPlanAmended(plan.state, message, plan.now(), { samePhases });
    if ('refused' in amended) return plan.refused(message, 'amend', amended.refused);
    plan.state = amended.state;
    await plan.recorded();
    return { summary: amended.summary };
  });

  for (;;) {
    if (plan.isStale()) return;
    plan.state = applyAdvanced(applyStarted(plan.state, plan.now()), plan.now());
    if (plan.state.pendingEvents.length > 0) {
      // On record before anybody is told of it.
      await plan.flushPending();
    } else if (!plan.state.told) {
      await tell(plan);
    } else if (plan.state.status === 'closed' && allHandlersFinished()) {
      return;
    } else if (plan.mayContinueAsNew()) {
      await continueAsNew<typeof planWorkflow>({ state: plan.state });
    } else {
      await plan.wait(
        plan.state.advancing?.undoUntil ?? null,
        () => plan.state.status === 'closed' && allHandlersFinished(),
      );
    }
  }
}

/** Opens the current phase: its own workflow, and every task's. Repeated after a crash, each by its id or epoch. */
async function tell(plan: Entity<PlanState>): Promise<void> {
  const { planId, clockId, offsetMs, phases, current, epoch } = plan.state;
  const phase = phases[current];
  const before = phases[current - 1];
  await openPhase({
    planId,
    clockId,
    offsetMs,
    now: plan.now(),
    phase: phase ? { ...phase, epoch } : null,
    closes: before ? { kind: before.kind, epoch: epoch - 1 } : null,
  });
  plan.state = withEvent(
    { ...plan.state, told: true },
    {
      kind: 'entitiesTold',
      actor: { id: 'system', name: '系统' },
      via: 'system',
      at: plan.now(),
      body: { phase: phase?.kind ?? null, epoch },
    },
  );
  await plan.flushPending();
  if (epoch > 1) plan.askContinueAsNew();
}
