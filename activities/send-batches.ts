import { claimPrompts, type ClaimedPrompt } from '../prisma/queries/claim-prompts.ts';
import { begunPersons, duePersons, type DuePersons, type QueuePlace } from '../prisma/queries/due-persons.ts';
import type { SendableNow } from '../prisma/queries/sendable.ts';
import type { ActivityDeps } from './deps.ts';
import type { DigestEnd, SendContext } from './send-context.ts';
import { sendDigest } from './send-digest.ts';
import { laneOf, sendLanes } from './send-lanes.ts';
import { putBack } from './settle-prompts.ts';

/** Persons claimed at once: two seconds of what Telegram takes, far within the lease. */
const PERSONS_AT_ONCE = 60;
/** Messages under way at once by a provider with limits; the others are rows of ours. */
const CALLS_AT_ONCE = 8;
/** A turn begins nothing after this long (real time): a worker that is to stop has ended it before its grace is over. */
const TURN_MS = 5_000;

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
  const ends: DigestEnd[] = [];
  const shut = new Map<string, number>();
  let prompts = 0;
  let isLeft = false;

  async function round(persons: string[]): Promise<void> {
    const claim = { ...at, shut: [...shut.keys()], leaseToken: context.leaseToken, ownTokenPrefix, persons };
    const claimed = await claimPrompts(deps.prisma, claim);
    const done = await sendLanes(byPerson(claimed), {
      send: (own, inTurn) => sendDigest(deps, context, own, inTurn),
      atOnce: (channel) => (deps.ports.get(channel)?.hasWindow ? CALLS_AT_ONCE : 1),
      mayBegin,
    });
    for (const [lane, ms] of done.shut) shut.set(lane, ms);
    if (done.left.length > 0) await putBack(deps, context, done.left, null);
    isLeft ||= done.left.some((prompt) => !shut.has(laneOf(prompt)));
    prompts += claimed.length;
    ends.push(...done.ends);
  }

  // What an earlier attempt had begun comes first: left behind, it would wait for the end of its lease.
  await round(await begunPersons(deps.prisma, at, ownTokenPrefix));
  let place: QueuePlace | null = null;
  do {
    const due: DuePersons = await duePersons(
      deps.prisma,
      { ...at, shut: [...shut.keys()] },
      { persons: PERSONS_AT_ONCE, from: place },
    );
    await round(due.persons);
    place = due.next;
  } while (place !== null && !isLeft && mayBegin());
  return {
    deliveries: ends.filter((end) => end === 'sent').length,
    prompts,
    more: place !== null || isLeft || ends.some((end) => end === 'another-way' || end === 'channel-down'),
    shutMs: shut.size === 0 ? null : Math.min(...shut.values()),
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
