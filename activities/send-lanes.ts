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
}

export interface Lanes {
  /** Messages of persons of whom none is under way; in the order in which they are to go. */
  add(groups: ClaimedPrompt[][]): void;
  /** Resolves once no more persons than this wait to be begun. */
  waitingAtMost(persons: number): Promise<void>;
  /** Resolves once nothing is under way; throws what a message threw, then too: the next attempt finds none of this one. */
  end(): Promise<LanesEnd>;
  /** `channel|team` of a token by which nothing goes for so many ms. */
  readonly shut: ReadonlyMap<string, number>;
}

interface Lane {
  key: string;
  /** Each person's messages, one after the other. */
  persons: ClaimedPrompt[][][];
  running: number;
  atOnce: number;
  isOpen: boolean;
  inTurn: InTurn;
}

export const laneOf = ({ channel, team }: ClaimedPrompt): string => `${channel}|${team}`;

/**
 * The channels side by side: a provider that hangs holds up its own only. Within one, several messages at once, so
 * that the way there and back costs none of the rate that is allowed; a person's messages one after the other. The
 * first goes alone, and twice as many after each that went; after any other end again one alone: a provider that
 * refuses the token, or is busy, isn't called for the rest.
 */
export function openLanes(work: LaneWork): Lanes {
  const lanes = new Map<string, Lane>();
  const end: LanesEnd = { ends: [], left: [] };
  const shut = new Map<string, number>();
  const errors: unknown[] = [];
  const listeners: (() => void)[] = [];

  async function sendOne(lane: Lane, prompts: ClaimedPrompt[], most: number): Promise<void> {
    const ended = await work.send(prompts, lane.inTurn);
    end.ends.push(ended);
    lane.atOnce = ended === 'sent' ? Math.min(2 * lane.atOnce, most) : 1;
    if (ended === 'channel-down') lane.isOpen = false;
    if (typeof ended !== 'object') return;
    lane.isOpen = false;
    shut.set(lane.key, Math.max(ended.channelWaitsMs, shut.get(lane.key) ?? 0));
  }

  async function sendAll(lane: Lane, own: ClaimedPrompt[][]): Promise<void> {
    try {
      for (const prompts of own) {
        const [first] = prompts;
        if (lane.isOpen && errors.length === 0 && work.mayBegin() && first)
          await sendOne(lane, prompts, work.atOnce(first.channel));
        else end.left.push(...prompts);
      }
    } catch (error) {
      errors.push(error);
    }
    lane.running -= 1;
    pump(lane);
    for (const listener of listeners.splice(0)) listener();
  }

  function pump(lane: Lane): void {
    while (lane.running < lane.atOnce) {
      const own = lane.persons.shift();
      if (!own) return;
      lane.running += 1;
      void sendAll(lane, own);
    }
  }

  async function until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await new Promise<void>((go) => void listeners.push(go));
  }

  const all = (): Lane[] => [...lanes.values()];
  return {
    shut,
    add(groups) {
      for (const [key, own] of Map.groupBy(groups, ([first]) => (first ? laneOf(first) : ''))) {
        const lane = lanes.get(key) ?? { key, persons: [], running: 0, atOnce: 1, isOpen: true, inTurn: oneAtATime() };
        lanes.set(key, lane);
        lane.persons.push(...Map.groupBy(own, ([first]) => first?.personId).values());
        pump(lane);
      }
    },
    waitingAtMost: (persons) => until(() => all().reduce((sum, lane) => sum + lane.persons.length, 0) <= persons),
    async end() {
      await until(() => all().every(({ running, persons }) => running === 0 && persons.length === 0));
      if (errors.length > 0) throw errors[0];
      return end;
    },
  };
}

function oneAtATime(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (wait) => {
    const mine = last.then(wait);
    last = mine.catch(() => undefined);
    return mine;
  };
}
