import type { ClaimedPrompt } from '../prisma/queries/claim-prompts.ts';
import type { InTurn } from '../prisma/wait-for-rate.ts';
import type { DigestEnd } from './send-context.ts';

export interface LaneWork {
  send(prompts: ClaimedPrompt[], inTurn: InTurn): Promise<DigestEnd>;
  /** Messages under way at once by this channel. */
  atOnce(channel: ClaimedPrompt['channel']): number;
  /** False: the turn has lasted long enough, what isn't begun waits for the next. */
  mayBegin(): boolean;
}

export interface LanesEnd {
  ends: DigestEnd[];
  /** Not begun, and still claimed. */
  left: ClaimedPrompt[];
  /** `channel|team` of a token by which nothing goes for so many ms. */
  shut: Map<string, number>;
}

export const laneOf = ({ channel, team }: ClaimedPrompt): string => `${channel}|${team}`;

/**
 * The channels side by side: a provider that hangs holds up its own only. Within one, several messages at once, so
 * that the way there and back costs none of the rate that is allowed; a person's messages one after the other. What a
 * call throws is thrown on once all others have ended: the next attempt finds nothing of this one under way.
 */
export async function sendLanes(groups: ClaimedPrompt[][], work: LaneWork): Promise<LanesEnd> {
  const end: LanesEnd = { ends: [], left: [], shut: new Map() };
  const errors: unknown[] = [];
  const lanes = Map.groupBy(groups, ([first]) => (first ? laneOf(first) : ''));
  await Promise.all([...lanes].map(([lane, own]) => sendLane(lane, own, work, end, errors)));
  if (errors.length > 0) throw errors[0];
  return end;
}

/**
 * The first goes alone, and twice as many after each that went; after any other end again one alone: a provider that
 * refuses the token, or is busy, isn't called for the rest.
 */
async function sendLane(
  lane: string,
  groups: ClaimedPrompt[][],
  work: LaneWork,
  end: LanesEnd,
  errors: unknown[],
): Promise<void> {
  const inTurn = oneAtATime();
  const running = new Set<Promise<void>>();
  let isOpen = true;
  let atOnce = 1;

  async function sendOne(prompts: ClaimedPrompt[], most: number): Promise<void> {
    const ended = await work.send(prompts, inTurn);
    end.ends.push(ended);
    atOnce = ended === 'sent' ? Math.min(2 * atOnce, most) : 1;
    if (ended === 'channel-down') isOpen = false;
    if (typeof ended !== 'object') return;
    isOpen = false;
    end.shut.set(lane, Math.max(ended.channelWaitsMs, end.shut.get(lane) ?? 0));
  }

  async function sendAll(own: ClaimedPrompt[][]): Promise<void> {
    try {
      for (const prompts of own) {
        const [first] = prompts;
        if (isOpen && work.mayBegin() && first) await sendOne(prompts, work.atOnce(first.channel));
        else end.left.push(...prompts);
      }
    } catch (error) {
      isOpen = false;
      errors.push(error);
    }
  }

  for (const own of Map.groupBy(groups, ([first]) => first?.personId).values()) {
    while (running.size >= atOnce) await Promise.race(running);
    const one = sendAll(own).finally(() => running.delete(one));
    running.add(one);
  }
  await Promise.all(running);
}

function oneAtATime(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (wait) => {
    const mine = last.then(wait);
    last = mine.catch(() => undefined);
    return mine;
  };
}
