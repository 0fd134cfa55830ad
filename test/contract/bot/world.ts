import { announce } from '../../../activities/announce.ts';
import { createChannels, type Channels } from '../../../bot/channels.ts';
import { createDispatch, type Dispatch, type DispatchDeps } from '../../../bot/dispatch.ts';
import { UnavailableError, type EntityUpdates } from '../../../bot/entity-updates.ts';
import type { BotFailpoint } from '../../../bot/failpoints.ts';
import { createInbox, type Inbox } from '../../../bot/inbox.ts';
import { createWebPort } from '../../../bot/web-inbox/adapter.ts';
import type { DeskDeps } from '../../../bot/desk/deps.ts';
import type { ChatPort } from '../../../domain/chat/port.ts';
import { RefusedError } from '../../../domain/refusals.ts';
import { applyReply } from '../../../domain/supervision/apply-reply.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import { openPrisma, type Prisma, type PrismaClient } from '../../../prisma/client.ts';
import type { RecordReply } from '../../../workflows/messages.ts';
import { freshDatabase } from '../../support/database.ts';
import { chained, playedDesk, type Chained, type DeskAsked } from './played-desk.ts';
import { NOW, seedWorld } from './world-seed.ts';

export interface World {
  prisma: PrismaClient;
  channels: Channels;
  inbox: Inbox;
  dispatch: Dispatch;
  clock: { now: Date };
  /** Every Update that reached a workflow. */
  updates: RecordReply[];
  /** Every act of the office that reached a workflow. */
  deskAsked: DeskAsked[];
  /** Every Event that the workflows made of both, and the desk that asks them. */
  events: Chained[];
  desk: DeskDeps;
  /** Throws at this failpoint while set. */
  failAt: { point: BotFailpoint | null };
  /** Temporal is down while true. */
  down: { value: boolean };
  newInbox(): { inbox: Inbox; dispatch: Dispatch };
  close(): Promise<void>;
}

/** The bot over a database of its own; the workflows are played by the domain's own rules. */
export async function openWorld(
  ports: (prisma: PrismaClient) => ChatPort[] | Promise<ChatPort[]> = () => [createWebPort()],
  more: Pick<DispatchDeps, 'rowDone'> = {},
): Promise<World> {
  const database = await freshDatabase();
  const prisma = openPrisma({ databaseUrl: database.url, max: 8, onLost: () => undefined });
  const clock = { now: NOW };
  const failAt: World['failAt'] = { point: null };
  const down = { value: false };
  const updates: RecordReply[] = [];
  const deskAsked: DeskAsked[] = [];
  const events: Chained[] = [];
  await seedWorld(prisma);
  const channels = createChannels(await ports(prisma));
  const planClock = { now: async () => clock.now, offsetMs: async () => 0 };
  const failpoints = async (at: BotFailpoint): Promise<void> => {
    if (at === failAt.point) throw new Error(`failed at ${at}`);
  };
  const desk = playedDesk(prisma, planClock, { asked: deskAsked, events, isDown: () => down.value });
  const make = (): { inbox: Inbox; dispatch: Dispatch } => {
    const dispatch = createDispatch({
      ...more,
      prisma,
      clock: planClock,
      channels,
      failpoints,
      updates: played(prisma, updates, down, clock, events),
      desk,
      kickSender: async () => undefined,
      pageUrl: 'https://duban.test',
      log: () => undefined,
    });
    return { dispatch, inbox: createInbox({ prisma, clock: planClock, failpoints, kick: () => undefined }) };
  };
  const { inbox, dispatch } = make();
  return {
    prisma,
    channels,
    inbox,
    dispatch,
    clock,
    updates,
    deskAsked,
    events,
    desk,
    failAt,
    down,
    newInbox: make,
    async close() {
      await dispatch.stop();
      await prisma.$disconnect();
      await database.drop();
    },
  };
}

function played(
  prisma: PrismaClient,
  seen: RecordReply[],
  down: { value: boolean },
  clock: { now: Date },
  events: Chained[],
): EntityUpdates {
  return {
    async recordReply(entityId, message) {
      if (down.value) throw new UnavailableError('Temporal is down');
      seen.push(message);
      const row = await prisma.checkpoint.findUniqueOrThrow({ where: { entityId } });
      const applied = applyReply(row.state as unknown as SupervisedState, message, clock.now.toISOString());
      if ('refused' in applied) throw new RefusedError(applied.refused.code, applied.refused.details);
      const { state, outcome, summary } = applied;
      events.push(...chained(state));
      for (const event of state.pendingEvents) await prisma.$transaction((tx) => announce(tx, state, event));
      await prisma.checkpoint.update({
        where: { entityId },
        data: { state: { ...state, pendingEvents: [] } as unknown as Prisma.InputJsonValue, version: { increment: 1 } },
      });
      return { outcome, summary };
    },
  };
}
