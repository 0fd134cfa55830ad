import { randomUUID } from 'node:crypto';
import { OpenAPIHono } from '@hono/zod-openapi';
import { createChannels } from '../../bot/channels.ts';
import { createDeskUpdates } from '../../bot/desk-updates.ts';
import { createDispatch, type Dispatch } from '../../bot/dispatch.ts';
import { createEntityUpdates, type EntityUpdates } from '../../bot/entity-updates.ts';
import { noFailpoints } from '../../bot/failpoints.ts';
import { createInbox } from '../../bot/inbox.ts';
import { createSlackListener } from '../../bot/slack/listener.ts';
import type { ChatPort } from '../../domain/chat/port.ts';
import { freePort } from '../../setup/free-port.ts';
import { CLOCK, PLAN } from '../../test/chaos/plan-facts.ts';
import { buttonBody } from '../../test/fakes/slack/bodies.ts';
import { post } from '../../test/fakes/slack/deliver-http.ts';
import { startFakeSlack } from '../../test/fakes/slack/server.ts';
import type { SlackUser } from '../../test/fakes/slack/workspace.ts';
import { addChatRoutes } from '../../web/server/chat-routes.ts';
import { listen } from '../../web/server/listen.ts';
import { bareUpdate, ownParts, reportOnce, type OwnPart } from './own-parts.ts';
import { startBenchWorld, type BenchWorld } from './start-world.ts';

/** A card in front of its person, with the button 较上次无变化. */
export interface Card extends OwnPart {
  buttonId: string;
}

export interface ReplyPath extends BenchWorld {
  dispatch: Dispatch;
  /** Puts so many cards on record, over all parts in turn. */
  cards(count: number): Promise<Card[]>;
  /** A signed post of the press; resolves with the answer, 200 after the commit. */
  press(card: Card): Promise<void>;
  /** The same answer, straight to its workflow. */
  bareUpdate(index: number): Promise<void>;
  /** Called with the button of each answer once its workflow has it on record. */
  onApplied(heard: (entityId: string, partId: string) => void): void;
  applied(): Promise<number>;
}

const SIGNING_SECRET = 'a-signing-secret-for-benches';
const LIMIT = { runsAccepted: 2, question: null };

/** The product's way in and its dispatcher in this process; answers go to a provider that takes them at once. */
export async function openReplyPath(): Promise<ReplyPath> {
  const slack = await startFakeSlack();
  const { workspace } = slack;
  const users = new Map<string, SlackUser>();
  const world = await startBenchWorld({
    bind(personId, index) {
      const user = workspace.addUser(`U0P${String(index).padStart(6, '0')}`, personId);
      users.set(personId, user);
      return { channel: 'slack', team: workspace.team, externalId: user.id };
    },
  });
  const { prisma, client, clock, entities } = world;
  let heard: (entityId: string, partId: string) => void = () => undefined;
  const log = () => undefined;
  const noDemo = () => Promise.reject(new Error('no demo here'));
  const updates = createEntityUpdates(client, prisma);
  const dispatch = createDispatch({
    prisma,
    clock,
    desk: {
      prisma,
      clock,
      entities,
      updates: createDeskUpdates(client, prisma),
      demo: { step: noDemo, reset: noDemo, remove: noDemo },
      log,
    },
    failpoints: noFailpoints,
    updates: told(updates, (entityId, partId) => heard(entityId, partId)),
    channels: createChannels([takesAll]),
    log,
    kickSender: entities.kickSender,
  });
  const inbox = createInbox({ prisma, clock, failpoints: noFailpoints, kick: dispatch.kick });
  const listener = createSlackListener({
    inbox,
    log,
    realNow: () => new Date(),
    token: workspace.token,
    apiUrl: slack.apiUrl,
    signingSecret: SIGNING_SECRET,
  });
  await listener.start();
  const app = new OpenAPIHono();
  addChatRoutes(app, [listener]);
  const port = await freePort();
  const server = await listen(app, port);
  const target = { url: `http://127.0.0.1:${port}/slack/events`, signingSecret: SIGNING_SECRET };
  const parts = await ownParts(world);
  await reportOnce(world, parts, 10);
  let next = 0;

  return {
    ...world,
    dispatch,
    async cards(count) {
      const cards = Array.from({ length: count }, (): Card => {
        const part = parts[next++ % parts.length] as OwnPart;
        return { ...part, buttonId: randomUUID() };
      });
      await putCards(world, cards);
      return cards;
    },
    async press({ personId, buttonId }) {
      const user = users.get(personId) as SlackUser;
      const message = { channel: user.dm, ts: workspace.newTs(), user: workspace.botUser, text: '', blocks: [] };
      const body = buttonBody(
        workspace,
        {
          user,
          actionId: buttonId,
          value: buttonId,
          message: { ...message, bot: true, metadata: null, threadTs: null, edited: null },
        },
        { team: workspace.team },
      );
      const status = await post(target, { type: 'interactive', body });
      if (status !== 200) throw new Error(`the press was answered with ${status}`);
    },
    bareUpdate: (index) =>
      bareUpdate(world, parts[index % parts.length] as OwnPart, { kind: 'no-change', limit: LIMIT }),
    onApplied: (listening) => void (heard = listening),
    applied: () => prisma.inboxItem.count({ where: { outcome: 'recorded' } }),
    async stop() {
      await dispatch.stop();
      await listener.stop();
      await server.close();
      await world.stop();
      await slack.close();
    },
  };
}

const told = (updates: EntityUpdates, heard: (entityId: string, partId: string) => void): EntityUpdates => ({
  async recordReply(entityId, message) {
    const recorded = await updates.recordReply(entityId, message);
    heard(entityId, message.partId);
    return recorded;
  },
});

/** What a provider does with the answer is no part of the path. */
const takesAll: ChatPort = {
  channel: 'slack',
  hasWindow: true,
  rates: () => [],
  send: async (_, { deliveryId }) => ({ kind: 'sent', providerRef: { channel: 'D', ts: deliveryId } }),
  close: async (_, providerRef) => ({ kind: 'sent', providerRef }),
};

async function putCards({ prisma }: BenchWorld, cards: Card[]): Promise<void> {
  const message = {
    klass: 'digest',
    heading: '【进展报送】',
    lines: ['请报进度。'],
    signature: '虚构市办',
    buttons: [],
  };
  const deliveries = cards.map((card) => ({ ...card, id: randomUUID() }));
  await prisma.delivery.createMany({
    data: deliveries.map(({ id, personId }) => ({
      id,
      planId: PLAN,
      clockId: CLOCK,
      personId,
      channel: 'slack',
      klass: 'digest',
      status: 'sent',
      message,
      planAt: new Date(),
    })),
  });
  await prisma.action.createMany({
    data: deliveries.map(({ id, personId, buttonId, entityId, partId }) => ({
      id: buttonId,
      deliveryId: id,
      personId,
      act: { kind: 'no-change', entityId, partId, duty: 'report', cycle: 'bench' },
    })),
  });
}
