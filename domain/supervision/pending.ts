import type { EntityState, PendingEvent } from './types.ts';

/** State with one more event to be put on record; its place in the chain is taken at once. */
export function withEvent<S extends EntityState>(state: S, event: Omit<PendingEvent, 'seq'>): S {
  const seq = state.eventSeq + 1;
  return { ...state, eventSeq: seq, pendingEvents: [...state.pendingEvents, { ...event, seq }] };
}
