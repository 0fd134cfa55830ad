import type { Instant, LocalDate } from '../plan/types.ts';
import { clearAll } from './apply-act.ts';
import { withEvent } from './pending.ts';
import type { PhaseWindow, SupervisedState } from './types.ts';

const SYSTEM = { id: 'system', name: '系统' };

/** The plan has moved on. A repeated or older word (same or lower epoch) changes nothing. */
export function applyPhaseChanged(state: SupervisedState, phase: PhaseWindow, dueOn: LocalDate | null, now: Instant): SupervisedState {
  if (state.status === 'closed' || state.status === 'cancelled') return state;
  if (state.phase && phase.epoch <= state.phase.epoch) return state;
  return withEvent(
    { ...state, status: 'open', phase, dueOn, scheduleSeq: state.scheduleSeq + 1 },
    { kind: 'phaseChanged', actor: SYSTEM, via: 'system', at: now, body: { from: state.phase?.kind ?? null, to: phase.kind, epoch: phase.epoch } },
  );
}

/** A phase's own end: its open duties end with it, on record. */
export function applyPhaseClosed(state: SupervisedState, reason: string, now: Instant): SupervisedState {
  if (state.status === 'closed') return state;
  const open = state.parts.filter((part) => part.completion === 'open' || part.completion === 'returned').map(({ id }) => id);
  const cleared = clearAll(state, '阶段结束');
  return withEvent(
    { ...cleared.state, status: 'closed' },
    { kind: 'phaseClosed', actor: SYSTEM, via: 'system', at: now, body: { reason, open }, settled: cleared.settled },
  );
}
