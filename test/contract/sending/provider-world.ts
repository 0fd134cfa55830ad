import { createSlackPort } from '../../../bot/slack/port.ts';
import { createTelegramPort } from '../../../bot/telegram/port.ts';
import { startFakeSlack, type FakeSlack } from '../../fakes/slack/server.ts';
import { startFakeTelegram, type FakeTelegram } from '../../fakes/telegram/server.ts';
import { openSending, type Sending } from './sender-world.ts';

/** The sending activity with the product's own ports in front of both fakes. */
export interface ProviderWorld extends Sending {
  slack: FakeSlack;
  telegram: FakeTelegram;
  onSlack(personId: string, user: string): Promise<void>;
  onTelegram(personId: string, chat: number): Promise<void>;
  /** The plan's clock moves on; the providers' limits, which are real time, don't. */
  pass(ms: number): void;
  /** The providers' limits have run out. */
  limitsOver(): Promise<void>;
  prompt(id: string): Promise<{ status: string; reason: string | null; notBefore: Date | null }>;
  /** Who got how many messages on Slack. */
  takenBySlack(): Record<string, number>;
  takenByTelegram(): Record<string, number>;
  close(): Promise<void>;
}

/** Short, so that a lost answer is soon known as lost. */
const TIMEOUT_MS = 500;
/** Monday 14:40 in Shanghai, inside the send window. */
const AFTERNOON = new Date('2026-11-23T06:40:00.000Z');

export async function openProviderWorld(): Promise<ProviderWorld> {
  const slack = await startFakeSlack();
  const telegram = await startFakeTelegram();
  const { token, team } = slack.workspace;
  let later = 0;
  const sending = await openSending([
    createSlackPort({ token, apiUrl: slack.apiUrl, timeoutMs: TIMEOUT_MS }),
    createTelegramPort({
      token: telegram.token,
      apiRoot: telegram.apiRoot,
      timeoutMs: TIMEOUT_MS,
      now: () => Date.now() + later,
    }),
  ]);
  const { world } = sending;
  world.clock.now = AFTERNOON;
  return {
    ...sending,
    slack,
    telegram,
    async onSlack(personId, user) {
      slack.workspace.addUser(user);
      await sending.account(personId, 'slack', user, team);
    },
    async onTelegram(personId, chat) {
      telegram.people.person(chat);
      await sending.account(personId, 'telegram', String(chat));
    },
    pass: (ms) => void (world.clock.now = new Date(world.clock.now.getTime() + ms)),
    async limitsOver() {
      later += 24 * 60 * 60_000;
      await world.prisma.rateBucket.deleteMany();
    },
    prompt: (id) =>
      world.prisma.prompt.findUniqueOrThrow({
        where: { id },
        select: { status: true, reason: true, notBefore: true },
      }),
    takenBySlack: () =>
      counted(
        slack.workspace.ledger
          .filter(({ method }) => method === 'chat.postMessage')
          .map(({ channel }) => [...slack.workspace.users.values()].find(({ dm }) => dm === channel)?.id ?? channel),
      ),
    takenByTelegram: () =>
      counted(telegram.ledger.filter(({ method }) => method === 'sendMessage').map(({ chat }) => String(chat))),
    async close() {
      await world.close();
      await Promise.all([slack.close(), telegram.stop()]);
    },
  };
}

function counted(names: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
