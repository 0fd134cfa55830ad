import { claimPrompts, type ClaimedPrompt } from '../prisma/queries/claim-prompts.ts';
import { begunPersons, duePersons, type DuePersons, type QueuePlace } from '../prisma/queries/due-persons.ts';
import type { SendableNow } from '../prisma/queries/sendable.ts';
import type { ActivityDeps } from './deps.ts';
import type { SendContext } from './send-context.ts';
import { sendDigest } from './send-digest.ts';
import { laneOf, openLanes } from './send-lanes.ts';
import { putBack } from './settle-prompts.ts';

/** Persons claimed at once: two seconds of what Telegram takes, far within the lease. */
const PERSONS_AT_ONCE = 60;
/** Messages under way at once by a provider with limits; the others are rows of ours. */
const CALLS_AT_ONCE = 8;
/** Persons who still wait as the next are claimed: half a second of what Telegram takes. */
const PERSONS_WAITING = 15;
/** A turn begins nothing after this long (real time): a worker that is to stop has ended it before its grace is over. */
const TURN_MS = 8_000;

export interface BatchesEnd {
  deliveries: number;
  prompts: number;
  more: boolean;
  /** Until the first of the channels that a provider has shut is open again; null: none is. */
  shutMs: number | null;
}

/** Claims and sends, some persons at a time, until nothing is left that may go now or the turn has lasted long enough. */
export async function sendBatches(
  deps: ActivityDeps,
  context: SendContext,
  at: SendableNow,
  ownTokenPrefix: string,
): Promise<BatchesEnd> {
  const until = Date.now() + TURN_MS;
  const mayBegin = (): boolean => Date.now() < until;
  const lanes = openLanes({
    send: (own, inTurn) => sendDigest(deps, context, own, inTurn),
    atOnce: (channel) => (deps.ports.get(channel)?.hasWindow ? CALLS_AT_ONCE : 1),
    mayBegin,
  });
  const seen = new Set<string>();
  let prompts = 0;

  /** What comes due meanwhile for somebody whose message may be under way is left to the next turn. */
  async function claim(persons: string[]): Promise<void> {
    const fresh = persons.filter((person) => !seen.has(person));
    for (const person of fresh) seen.add(person);
    const { leaseToken } = context;
    const shut = [...lanes.shut.keys()];
    const claimed = await claimPrompts(deps.prisma, { ...at, shut, leaseToken, ownTokenPrefix, persons: fresh });
    prompts += claimed.length;
    lanes.add(byPerson(claimed));
  }

  let place: QueuePlace | null = null;
  try {
    // What an earlier attempt had begun comes first: left behind, it would wait for the end of its lease.
    await claim(await begunPersons(deps.prisma, at, ownTokenPrefix));
    do {
      const asked = { ...at, shut: [...lanes.shut.keys()] };
      const due: DuePersons = await duePersons(deps.prisma, asked, { persons: PERSONS_AT_ONCE, from: place });
      await claim(due.persons);
      place = due.next;
      // The next are claimed while the last of these are still under way: no provider waits for us.
      if (place !== null) await lanes.waitingAtMost(PERSONS_WAITING);
    } while (place !== null && mayBegin());
  } finally {
    await lanes.end();
  }
  const { ends, left } = await lanes.end();
  if (left.length > 0) await putBack(deps, context, left, null);
  const isLeft = left.some((prompt) => !lanes.shut.has(laneOf(prompt)));
  return {
    deliveries: ends.filter((end) => end === 'sent').length,
    prompts,
    more: place !== null || isLeft || ends.some((end) => end === 'another-way' || end === 'channel-down'),
    shutMs: lanes.shut.size === 0 ? null : Math.min(...lanes.shut.values()),
  };
}

/**
 * One digest a person, plan and channel: a plan signs its own messages. What an earlier try put into a message goes with
 * that message again, and apart from what came due since: the stored text says nothing of it.
 */
function byPerson(claimed: ClaimedPrompt[]): ClaimedPrompt[][] {
  return [
    ...Map.groupBy(claimed, (prompt) =>
      [prompt.personId, prompt.planId, laneOf(prompt), prompt.deliveryId ?? ''].join('|'),
    ).values(),
  ];
}
