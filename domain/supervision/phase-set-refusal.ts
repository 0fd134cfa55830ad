import { refusal, type Refusal } from '../refusals.ts';
import type { PhaseWindow, PlanState } from './types.ts';

/**
 * May a running plan have these phases? One that has begun stays, none is laid before it, and while a
 * transition can be undone (it goes by place) none comes or goes. null: it may; dates may always be others.
 */
export function phaseSetRefusal(
  { phases, current, firstPhase, advancing }: PlanState,
  windows: readonly Pick<PhaseWindow, 'kind' | 'name'>[],
): Refusal | null {
  // Before its first turn a plan stands in the phase that it begins with.
  const begun = phases.slice(0, (current < 0 ? firstPhase : current) + 1);
  const gone = begun.find(({ kind }) => !windows.some((window) => window.kind === kind));
  if (gone) return refusal('PHASE_BEGUN', { phase: gone.name });
  const past = windows.slice(0, begun.length).find(({ kind }, at) => begun[at]?.kind !== kind);
  if (past) return refusal('PHASE_PAST', { phase: past.name });
  const isSame = windows.length === phases.length && phases.every(({ kind }, at) => windows[at]?.kind === kind);
  return isSame || advancing === null ? null : refusal('ALREADY_ADVANCING', { until: advancing.undoUntil });
}
