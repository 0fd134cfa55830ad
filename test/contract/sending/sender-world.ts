import { MockActivityEnvironment } from '@temporalio/testing';
import type { ActivityDeps } from '../../../activities/deps.ts';
import { sendDue } from '../../../activities/send-due.ts';
import type { SendTurnResult } from '../../../activities/types.ts';
import type { SendableMessage } from '../../../domain/chat/message.ts';
import type { Address, Channel, ChatPort, SendResult } from '../../../domain/chat/port.ts';
import { openWorld, type World } from '../bot/world.ts';
import { CLOCK } from '../bot/world-seed.ts';

export interface Call {
  channel: Channel;
  to: string;
  message: SendableMessage;
}

export interface PlayedPort extends ChatPort {
  /** Ends of the next calls; afterwards every call is taken. */
  ends: SendResult[];
  /** What the provider says when it is asked: by delivery. Only of a port that can be asked. */
  arrived: Map<string, Record<string, unknown>>;
}

export interface Sending {
  world: World;
  /** What the sender sends by, by channel; a test may take one away. */
  ports: Map<string, ChatPort>;
  /** One turn of the sender at the world's clock. */
  turn(): Promise<SendTurnResult>;
  account(personId: string, channel: Channel, externalId: string, team?: string): Promise<void>;
}

export interface SenderWorld extends Sending {
  calls: Call[];
  slack: PlayedPort;
  telegram: PlayedPort;
}

/** The sending activity over a database of its own; the providers are played by lists of outcomes. */
export async function openSenderWorld(): Promise<SenderWorld> {
  const calls: Call[] = [];
  const slack = played('slack', calls, true);
  const telegram = played('telegram', calls, false);
  return { ...(await openSending([slack, telegram])), calls, slack, telegram };
}

/** The sending activity over a database of its own, with these ports. */
export async function openSending(ports: ChatPort[]): Promise<Sending> {
  const world = await openWorld(() => ports);
  // At version 0 an entity has still to say what is due.
  await world.prisma.checkpoint.updateMany({ data: { version: 1 } });
  const byChannel = new Map(world.channels);
  const deps: ActivityDeps = {
    prisma: world.prisma,
    entities: {} as ActivityDeps['entities'],
    ports: byChannel,
    failpoints: async () => {},
    log: () => {},
  };
  return {
    world,
    ports: byChannel,
    turn: () =>
      new MockActivityEnvironment().run(sendDue.bind(null, deps), {
        clockId: CLOCK,
        offsetMs: 0,
        now: world.clock.now.toISOString(),
      }) as Promise<SendTurnResult>,
    async account(personId, channel, externalId, team = '') {
      await world.prisma.account.create({
        data: { id: `${channel}-${externalId}`, channel, team, externalId, personId },
      });
    },
  };
}

function played(channel: 'slack' | 'telegram', calls: Call[], canBeAsked: boolean): PlayedPort {
  const ends: SendResult[] = [];
  const arrived: PlayedPort['arrived'] = new Map();
  return {
    channel,
    ends,
    arrived,
    hasWindow: true,
    rates: ({ externalId }) => [
      { key: `${channel}/${externalId}`, perSecond: 1_000 },
      { key: channel, perSecond: 1_000 },
    ],
    async send({ externalId }: Address, message) {
      calls.push({ channel, to: externalId, message });
      return ends.shift() ?? { kind: 'sent', providerRef: { ref: message.deliveryId } };
    },
    close: async (_address, providerRef) => ({ kind: 'sent', providerRef }),
    ...(canBeAsked
      ? { reconcile: async (_: Address, { deliveryId }: SendableMessage) => arrived.get(deliveryId) ?? null }
      : {}),
  };
}
