import type { Calendar } from '../domain/calendar/types.ts';
import type { Instant } from '../domain/plan/types.ts';
import type { PlanToSend } from '../prisma/queries/plans-to-send.ts';

/** What is the same for all messages of one turn of the sender. */
export interface SendContext {
  clockId: string;
  now: Instant;
  leaseToken: string;
  calendar: Calendar;
  plans: Map<string, PlanToSend>;
}

/**
 * `another-way`: back in the queue for another address, to be claimed again at once; `channel-down`: for another
 * channel. `channelWaitsMs`: nothing more goes by this token before then.
 */
export type DigestEnd = 'sent' | 'waits' | 'another-way' | 'channel-down' | { channelWaitsMs: number };

/** How long after a send of unknown end the provider is asked again. */
const ASK_AGAIN_MS = 30_000;

export const inAWhile = (now: Instant): Instant => new Date(Date.parse(now) + ASK_AGAIN_MS).toISOString();
