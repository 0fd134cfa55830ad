import type { Instant } from '../plan/types.ts';
import { withEvent } from './pending.ts';
import type { Reading } from './reading.ts';
import type { Actor, SettledRungs, SupervisedState } from './types.ts';

export interface Reply {
  itemId: string;
  partId: string;
  receivedAt: Instant;
  reading: Reading;
  actor: Actor;
  via: string;
}

/** State with the Event of one reply, and the rungs that it ended. */
export function record(
  state: SupervisedState,
  reply: Reply,
  now: Instant,
  kind: string,
  body: Record<string, unknown>,
  settled: SettledRungs[],
): SupervisedState {
  return withEvent(state, {
    kind,
    actor: reply.actor,
    via: reply.via,
    at: now,
    receivedAt: reply.receivedAt,
    inboxItemId: reply.itemId,
    body: { partId: reply.partId, ...body, ...sharedFrom(reply.reading) },
    ...(settled.length > 0 ? { settled } : {}),
  });
}

/** An answer given for another plan's task that is one with this: its item stands in that task's story. */
const sharedFrom = (reading: Reading): { sharedFrom?: string } =>
  'sharedFrom' in reading && reading.sharedFrom !== undefined ? { sharedFrom: reading.sharedFrom } : {};
