import type { Address } from '../../../domain/chat/port.ts';
import { deliverOverHttp } from '../../fakes/slack/deliver-http.ts';
import type { Deliver } from '../../fakes/slack/envelope.ts';
import { startFakeSlack, type FakeSlack } from '../../fakes/slack/server.ts';
import { startFakeTelegram, type FakeTelegram } from '../../fakes/telegram/server.ts';

/** Slack and Telegram of our own, which the world's worker and bot are pointed at. */
export interface Providers {
  slack: FakeSlack;
  telegram: FakeTelegram;
  /** Who is reached where. */
  addresses: ReadonlyMap<string, Address>;
  /** Slack's way to the bot. */
  deliver: Deliver;
  /** A name for the nth person, every second one on Telegram. */
  bind(personId: string, index: number): Address;
  /** What the product's processes are started with; the bot listens on this port. */
  variables(port: number): Record<string, string>;
  stop(): Promise<void>;
}

const SIGNING_SECRET = 'a-signing-secret-for-tests';

/** Slack by signed posts or by its socket; Telegram by polling, which a killed process leaves in the middle. */
export async function startProviders(way: 'http' | 'socket'): Promise<Providers> {
  const slack = await startFakeSlack();
  const telegram = await startFakeTelegram();
  const addresses = new Map<string, Address>();
  let overHttp: Deliver | null = null;
  return {
    slack,
    telegram,
    addresses,
    deliver: (envelope, retryNum) =>
      // Nobody listens there while the bot is dead.
      (overHttp ?? slack.socket.deliver)(envelope, retryNum).catch(() => ({ status: 0 })),
    bind(personId, index) {
      const onSlack = index % 2 === 0;
      const user = `U0P${String(index).padStart(6, '0')}`;
      const chat = 810_000_000 + index;
      if (onSlack) slack.workspace.addUser(user, personId);
      else telegram.people.person(chat);
      const address: Address = onSlack
        ? { channel: 'slack', team: slack.workspace.team, externalId: user }
        : { channel: 'telegram', team: '', externalId: String(chat) };
      addresses.set(personId, address);
      return address;
    },
    variables(port) {
      const { token, appToken } = slack.workspace;
      if (way === 'http')
        overHttp = deliverOverHttp({
          url: `http://127.0.0.1:${port}/slack/events`,
          signingSecret: SIGNING_SECRET,
        });
      return {
        SLACK_BOT_TOKEN: token,
        ...(way === 'http' ? { SLACK_SIGNING_SECRET: SIGNING_SECRET } : { SLACK_APP_TOKEN: appToken }),
        SLACK_API_URL: slack.apiUrl,
        TELEGRAM_BOT_TOKEN: telegram.token,
        TELEGRAM_API_ROOT: telegram.apiRoot,
      };
    },
    async stop() {
      await slack.close();
      await telegram.stop();
    },
  };
}
