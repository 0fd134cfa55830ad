import { createSlackListener, type SlackListenerOptions } from '../../../bot/slack/listener.ts';
import type { SlackFront } from '../../../bot/slack/front.ts';
import type { ChatListener } from '../../../bot/listener.ts';
import type { IncomingMessage } from '../../../domain/chat/port.ts';
import { startFakeSlack, type FakeSlack } from '../../fakes/slack/server.ts';
import type { HttpTarget } from '../../fakes/slack/deliver-http.ts';
import { mountRoute } from '../../fakes/slack/mount-route.ts';

export const SECRET = 'a-signing-secret-for-tests';
export const USER = 'U0PERSON1';

/** What a listener shows, of nobody in particular. */
export const FRONT: SlackFront = {
  home: async () => ({ personId: null, page: { title: '督办', notes: [], sections: [] } }),
  formOf: async () => null,
  outcome: async () => null,
  choices: async (_, query) => (query === '九' ? [{ id: 'opaque-9', label: '第(九)项' }] : []),
  ownWords: async () => ['1.第(九)项'],
  mayBring: async () => '李某',
};

export interface Listening {
  fake: FakeSlack;
  listener: ChatListener;
  /** What reached the inbox. */
  received: IncomingMessage[];
  /** The inbox fails while true. */
  fail: { value: boolean };
  logged: { message: string; fields: Record<string, unknown> }[];
  target: HttpTarget;
  close(): Promise<void>;
}

/** A listener before a fake Slack, over an inbox that only remembers. Not started. */
export async function listening(
  way: 'HTTP' | 'Socket Mode',
  more: Partial<SlackListenerOptions> & { redeliveries?: number } = {},
): Promise<Listening> {
  const fail = { value: false };
  const fake = await startFakeSlack({
    redeliveries: more.redeliveries,
    ackWithinMs: () => (fail.value ? 400 : 10_000),
  });
  fake.workspace.addUser(USER);
  const received: IncomingMessage[] = [];
  const logged: Listening['logged'] = [];
  const listener = createSlackListener({
    inbox: {
      async receive(message) {
        if (fail.value) throw new Error('not committed');
        received.push(message);
        return { inboxId: message.dedupeKey, duplicate: false };
      },
    },
    token: fake.workspace.token,
    ...(way === 'HTTP' ? { signingSecret: SECRET } : { appToken: fake.workspace.appToken }),
    apiUrl: fake.apiUrl,
    log: (message, fields) => void logged.push({ message, fields }),
    realNow: () => new Date(),
    retryMs: 20,
    ...more,
  });
  const web = await mountRoute(listener);
  const target = { url: web?.url ?? '', signingSecret: SECRET };
  if (web) fake.postTo(target);
  return {
    fake,
    listener,
    received,
    fail,
    logged,
    target,
    async close() {
      await listener.stop();
      await web?.close();
      await fake.close();
    },
  };
}
