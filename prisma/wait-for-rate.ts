import { setTimeout as realPause } from 'node:timers/promises';
import type { Rate, SendResult } from '../domain/chat/port.ts';
import type { Db } from './client.ts';
import { deferRate } from './queries/defer-rate.ts';
import { keepDistance } from './queries/keep-distance.ts';
import { takeRate } from './queries/take-rate.ts';

export interface RateWait {
  /** A longer wait isn't waited out. */
  maxWaitMs: number;
  /** Real time where absent. */
  pause?: ((ms: number) => Promise<void>) | undefined;
  /** One after the other among those who ask in one process; at once where absent. */
  inTurn?: InTurn | undefined;
}

export type InTurn = <T>(wait: () => Promise<T>) => Promise<T>;

/** `waitMs` 0: the call may go now. More: so many ms it would have to wait. `shared`: everything sent with this token would. */
export interface RateVerdict {
  waitMs: number;
  shared: boolean;
}

/**
 * Takes a place under each of these limits and waits for it, unless that is longer than `maxWaitMs`.
 *
 * The address comes first, and is waited for, before a place is taken in what others share: one that was taken and
 * not used in time would go with the next second's. Whoever waits for the shared ones waits alone, in turn; an answer
 * that another process sends finds at most one digest before it.
 */
export async function waitForRate(
  db: Db,
  rates: readonly Rate[],
  { maxWaitMs, pause = realPause, inTurn = (wait) => wait() }: RateWait,
): Promise<RateVerdict> {
  const [own, shared] = rates.length > 1 ? [rates.slice(0, 1), rates.slice(1)] : [[], rates];
  const waitMs = await passAll(db, own, maxWaitMs, pause);
  if (waitMs > 0) return { waitMs, shared: false };
  return { waitMs: await inTurn(() => passShared(db, own, shared, maxWaitMs, pause)), shared: true };
}

function passShared(
  db: Db,
  own: readonly Rate[],
  shared: readonly Rate[],
  maxWaitMs: number,
  pause: (ms: number) => Promise<void>,
): Promise<number> {
  // The address's next message is counted from this one, not from when this one might have gone; said while it waits,
  // since whatever comes between a place and its call makes the calls uneven.
  return passAll(db, shared, maxWaitMs, async (ms) => {
    await Promise.all([pause(ms), keepDistance(db, own, ms)]);
  });
}

async function passAll(
  db: Db,
  rates: readonly Rate[],
  maxWaitMs: number,
  pause: (ms: number) => Promise<void>,
): Promise<number> {
  for (const rate of rates) {
    const waitMs = await takeRate(db, rate, maxWaitMs);
    if (waitMs > maxWaitMs) return waitMs;
    if (waitMs > 0) await pause(waitMs);
  }
  return 0;
}

/** A 429 moves its own bucket only: the one that is named, or the address's (the first), or the token's (the last). */
export async function deferRates(
  db: Db,
  rates: readonly Rate[],
  { scope, bucket, retryAfterMs }: Extract<SendResult, { kind: 'later' }>,
): Promise<void> {
  const rate =
    rates.find(({ key }) => key === bucket) ?? (scope === 'address' && bucket === undefined ? rates[0] : rates.at(-1));
  if (rate) await deferRate(db, rate, retryAfterMs);
}
