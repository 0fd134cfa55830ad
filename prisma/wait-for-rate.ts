import type { Rate, SendResult } from '../domain/chat/port.ts';
import type { Db } from './client.ts';
import { deferRate } from './queries/defer-rate.ts';
import { takeRate } from './queries/take-rate.ts';

/**
 * Takes a place in each of these buckets and says how many ms to wait for it. Above `maxWaitMs` no place was
 * taken. The address comes first: a place of the whole token is not taken for a message that its chat won't
 * have yet.
 */
export async function waitForRate(db: Db, rates: readonly Rate[], maxWaitMs: number): Promise<number> {
  let waitMs = 0;
  for (const rate of rates) {
    waitMs = Math.max(waitMs, await takeRate(db, rate, maxWaitMs));
    if (waitMs > maxWaitMs) return waitMs;
  }
  return waitMs;
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
