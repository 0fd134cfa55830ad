import type { Instant, LocalDate } from '../plan/types.ts';
import { withEvent } from './pending.ts';
import { withoutRequest } from './part-request.ts';
import { clearAll, replacePart, settleSlots } from './settle.ts';
import type { Part, PhaseWindow, SettledRungs, SupervisedState } from './types.ts';

const SYSTEM = { id: 'system', name: '系统' };

/** The plan has moved on. A repeated or older word (same or lower epoch) changes nothing. */
export function applyPhaseChanged(
  state: SupervisedState,
  phase: PhaseWindow,
  dueOn: LocalDate | null,
  now: Instant,
): SupervisedState {
  if (state.status === 'closed' || state.status === 'cancelled') return state;
  if (state.phase && phase.epoch <= state.phase.epoch) return state;
  const moved = dueOn === state.dueOn ? { state, settled: [] } : completionMoved(state);
  return withEvent(
    { ...moved.state, status: 'open', phase, dueOn, scheduleSeq: state.scheduleSeq + 1 },
    {
      kind: 'phaseChanged',
      actor: SYSTEM,
      via: 'system',
      at: now,
      body: { from: state.phase?.kind ?? null, to: phase.kind, epoch: phase.epoch },
      ...(moved.settled.length > 0 ? { settled: moved.settled } : {}),
    },
  );
}

/** Another due day is another deadline: its rungs are new ones, and what was queued for the old day is withdrawn. */
export function completionMoved(state: SupervisedState): { state: SupervisedState; settled: SettledRungs[] } {
  // Days that a pause had kept were of the old one.
  let next = state.paused ? { ...state, paused: { ...state.paused, parts: [] } } : state;
  const settled: SettledRungs[] = [];
  for (const part of state.parts) {
    if (part.completion === 'accepted') continue;
    next = replacePart(next, part.id, withPlansDay);
    if (!part.duties.some(({ kind }) => kind === 'completion')) continue;
    const cleared = settleSlots(next, { partId: part.id, duty: 'completion' }, 'withdrawn', '时限已调整');
    next = replacePart(cleared.state, part.id, (p) => ({ ...p, deadlineSeq: p.deadlineSeq + 1 }));
    settled.push(cleared.settled);
  }
  return { state: next, settled };
}

/** The plan's new day holds for all: an own one ends with it, and so does what was asked about the old one. */
function withPlansDay(part: Part): Part {
  const after = part.request?.extension ? withoutRequest(part) : { ...part };
  delete after.dueOn;
  delete after.decided;
  return after;
}

/** A phase's own end: its open duties end with it, on record. */
export function applyPhaseClosed(state: SupervisedState, reason: string, now: Instant): SupervisedState {
  if (state.status === 'closed' || state.status === 'cancelled') return state;
  const open = state.parts
    .filter((part) => part.completion === 'open' || part.completion === 'returned')
    .map(({ id }) => id);
  const cleared = clearAll(state, '阶段结束');
  return withEvent(
    { ...cleared.state, status: 'closed' },
    { kind: 'phaseClosed', actor: SYSTEM, via: 'system', at: now, body: { reason, open }, settled: cleared.settled },
  );
}
