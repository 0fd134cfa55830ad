import { randomUUID } from 'node:crypto';
import type { ChatPort, Channel } from '../../../domain/chat/port.ts';
import { healthOf } from '../../../bot/health-of.ts';
import { actorOf } from '../../../bot/desk/actor-of.ts';
import { createWebPort } from '../../../bot/web-inbox/adapter.ts';
import { runCommandLine } from '../../../cli/run.ts';
import type { CommandSession } from '../../../cli/open-session.ts';
import type { WebDeps } from '../../../web/server/deps.ts';
import { createWebApp } from '../../../web/server/app.ts';
import { memoryStore } from '../../support/memory-store.ts';
import { openSession, SESSION_COOKIE } from '../../../web/server/session.ts';
import { incoming, said, type Said } from '../bot/acts.ts';
import { openWorld, type World } from '../bot/world.ts';

export const WAYS = ['page', 'cli', 'slack', 'telegram'] as const;
export type Way = (typeof WAYS)[number];

/** How something ended for the person: the sentence, and the refusal's code where it was one. */
export interface Ended {
  code: string | null;
  text: string;
}

const OK = { state: 'ok' } as const;

/** Takes everything, shows nothing. */
const quietPort = (channel: Channel): ChatPort => ({
  channel,
  hasWindow: true,
  rates: () => [],
  send: async () => ({ kind: 'sent', providerRef: {} }),
  close: async () => ({ kind: 'sent', providerRef: {} }),
});

/** One database under all four ways; the workflows are played by the domain's own rules. */
export async function openWays() {
  const world = await openWorld(() => [createWebPort(), quietPort('slack'), quietPort('telegram')]);
  const { prisma, desk } = world;
  const deps: WebDeps = {
    desk,
    inbox: world.inbox,
    store: memoryStore(),
    listeners: [],
    health: async () => healthOf({ temporal: OK, database: OK, channels: OK, worker: OK, demo: OK }),
    temporalUi: null,
    pageFolder: import.meta.dirname,
    realNow: () => world.clock.now,
  };
  const app = createWebApp(deps);
  const tokens = new Map<string, string>();
  const tokenOf = async (personId: string): Promise<string> => {
    const known = tokens.get(personId) ?? (await openSession(prisma, personId, world.clock.now));
    tokens.set(personId, known);
    return known;
  };

  async function post(personId: string, path: string, body: unknown): Promise<Ended> {
    const response = await app.request(`/api${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {
        'content-type': 'application/json',
        'x-duban': '1',
        cookie: `${SESSION_COOKIE}=${await tokenOf(personId)}`,
      },
    });
    const answered = (await response.json()) as { summary?: string; error?: { code: string; message: string } };
    return answered.error
      ? { code: answered.error.code, text: answered.error.message }
      : { code: null, text: answered.summary ?? '' };
  }

  async function cli(personId: string, argv: string[]): Promise<Ended> {
    let out = '';
    let err = '';
    const office = { ...world, realNow: () => world.clock.now, clock: desk.clock };
    const session = {
      office,
      http: '',
      chat: { slack: null, telegram: null },
      actor: () => actorOf(prisma, personId, 'cli'),
      close: async () => undefined,
    } as unknown as CommandSession;
    await runCommandLine(
      [...argv, '--as', personId, '--json'],
      { out: (text) => void (out += text), err: (text) => void (err += text) },
      async () => session,
    );
    if (err === '') return { code: null, text: out };
    const { error } = JSON.parse(err) as { error: { code: string; message: string } };
    return { code: error.code, text: error.message };
  }

  /** The answer whose buttons are pressed next, and the card that a unit was sent. */
  async function talk(way: Way, personId: string, lines: string[], last: () => Promise<void>): Promise<Ended> {
    const channel = way === 'page' ? 'web' : (way as Channel);
    let newest: Said | null = null;
    for (const [at, line] of lines.entries()) {
      if (at === lines.length - 1) await last();
      const label = /^〔(.+)〕$/.exec(line)?.[1];
      newest =
        way === 'page'
          ? await throughPage(personId, label === undefined ? line : await buttonOf(newest, personId, label), label)
          : await throughChat(
              channel,
              personId,
              label === undefined ? line : await buttonOf(newest, personId, label),
              label,
            );
    }
    const { row, text } = newest as Said;
    return { code: row.outcome === 'refused' ? row.error : null, text };
  }

  async function buttonOf(newest: Said | null, personId: string, label: string): Promise<string> {
    const shown = newest?.buttons[label];
    if (shown !== undefined) return shown;
    const rows = await prisma.delivery.findMany({ where: { personId }, orderBy: { createdAt: 'desc' } });
    const labels = rows.flatMap(
      ({ message }) => (message as { buttons?: { id: string; label: string }[] }).buttons ?? [],
    );
    const found = labels.find((one) => one.label === label);
    if (!found) throw new Error(`no 〔${label}〕 among ${[...new Set(labels.map((one) => one.label))].join('、')}`);
    return found.id;
  }

  async function throughPage(personId: string, content: string, label: string | undefined): Promise<Said> {
    const clientId = randomUUID();
    const answered =
      label === undefined
        ? await post(personId, '/inbox/text', { text: content, clientId })
        : await post(personId, '/inbox/button', { buttonId: content, clientId });
    if (answered.code !== null) throw new Error(answered.text);
    await world.dispatch.drain();
    const row = await prisma.inbox.findFirstOrThrow({ where: { dedupeKey: `web/${personId}/${clientId}` } });
    return said(world, row.id);
  }

  async function throughChat(
    channel: Channel,
    personId: string,
    content: string,
    label: string | undefined,
  ): Promise<Said> {
    const message =
      label !== undefined
        ? ({ kind: 'button', payload: { buttonId: content } } as const)
        : content.startsWith('/')
          ? ({ kind: 'command', text: content } as const)
          : ({ kind: 'text', text: content } as const);
    const { inboxId } = await world.inbox.receive({
      ...incoming(personId, channel, message),
      receivedAt: world.clock.now.toISOString(),
    });
    await world.dispatch.drain();
    return said(world, inboxId);
  }

  return { world, post, cli, talk };
}

export type Ways = Awaited<ReturnType<typeof openWays>>;
export type { World };
