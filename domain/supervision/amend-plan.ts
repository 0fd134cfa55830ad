import type { Instant } from '../plan/types.ts';
import { refusal, type Refusal } from '../refusals.ts';
import { withEvent, withSeen } from './pending.ts';
import type { Actor, PhaseWindow, PlanState } from './types.ts';

export interface PlanAmendAsk {
  actId: string;
  actor: Actor;
  via: string;
  amendmentId: string;
  changeId: string;
  title: string;
  windows: Omit<PhaseWindow, 'epoch'>[];
}

/** Other windows for a plan's phases. Which phases there are is settled at the start: their order holds the gates. */
export function applyPlanAmended(
  state: PlanState,
  ask: PlanAmendAsk,
  now: Instant,
): { state: PlanState; summary: string } | { refused: Refusal } {
  if (state.seenItems.includes(ask.actId)) return { state, summary: '此前已办理。' };
  if (state.status === 'closed') return { refused: refusal('PLAN_NOT_READY', { status: '已结束' }) };
  const same =
    ask.windows.length === state.phases.length && state.phases.every(({ kind }, at) => ask.windows[at]?.kind === kind);
  if (!same) return { refused: refusal('AMEND_PHASES') };
  const phases = state.phases.map((phase, at): PhaseWindow => ({ ...phase, ...ask.windows[at] }));
  const { amendmentId, changeId, title, windows } = ask;
  return {
    state: withEvent(
      { ...withSeen(state, ask.actId), title, phases },
      {
        kind: 'planAmended',
        actor: ask.actor,
        via: ask.via,
        at: now,
        body: { amendmentId, changeId, title, phases: windows },
      },
    ),
    summary: '已按修订调整',
  };
}
