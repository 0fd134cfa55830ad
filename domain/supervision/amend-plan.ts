import type { Instant } from '../plan/types.ts';
import { refusal, type Refusal } from '../refusals.ts';
import { withEvent } from './pending.ts';
import { hasSeen, withSeen } from './seen-items.ts';
import { phaseSetRefusal } from './phase-set-refusal.ts';
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

/**
 * Another title, other windows, and other phases behind the one that runs: their order holds the gates, so
 * what has begun stays. `samePhases`: which phases there are was settled at the start (see its patch).
 */
export function applyPlanAmended(
  state: PlanState,
  ask: PlanAmendAsk,
  now: Instant,
  { samePhases = false }: { samePhases?: boolean } = {},
): { state: PlanState; summary: string } | { refused: Refusal } {
  if (hasSeen(state, ask.actId)) return { state, summary: '此前已办理。' };
  if (state.status === 'closed') return { refused: refusal('PLAN_NOT_READY', { status: '已结束' }) };
  const kinds = (list: readonly { kind: string }[]): string => list.map(({ kind }) => kind).join();
  if (samePhases && kinds(state.phases) !== kinds(ask.windows)) return { refused: refusal('AMEND_PHASES') };
  const refused = phaseSetRefusal(state, ask.windows);
  if (refused) return { refused };
  const phases = ask.windows.map((window): PhaseWindow => {
    const known = state.phases.find(({ kind }) => kind === window.kind);
    return { epoch: 0, ...known, ...window };
  });
  const { amendmentId, changeId, title, windows } = ask;
  return {
    state: withEvent(
      { ...withSeen(state, ask.actId), title, phases },
      {
        kind: 'planAmended',
        actor: ask.actor,
        via: ask.via,
        at: now,
        body: { amendmentId, changeId, title, phases: windows, before: state.phases.map(({ kind }) => kind) },
      },
    ),
    summary: '已按修订调整',
  };
}
