import { createEmulator, type Emulator } from 'emulate';
import type { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiClient } from '../../../bot/slack/api-client.ts';
import { startFakeSlack, type FakeSlack } from './server.ts';

interface Side {
  client: WebClient;
  nobody: WebClient;
  user: string;
}

let fake: FakeSlack;
let emulator: Emulator;
let ours: Side;
let theirs: Side;

beforeAll(async () => {
  fake = await startFakeSlack();
  fake.workspace.addUser('U0PERSON1', 'person');
  ours = side(fake.apiUrl, fake.workspace.token, 'U0PERSON1');
  emulator = await createEmulator({ service: 'slack', port: 0, seed: { slack: { users: [{ name: 'person' }] } } });
  const address = `${emulator.url}/api/`;
  const token = 'xoxb-anything';
  const { members } = await createApiClient({ token, apiUrl: address }).users.list({});
  theirs = side(address, token, members?.find(({ name }) => name === 'person')?.id ?? '');
});
afterAll(async () => {
  await emulator.close();
  await fake.close();
});

const side = (apiUrl: string, token: string, user: string): Side => ({
  client: createApiClient({ token, apiUrl }),
  nobody: createApiClient({ token: '', apiUrl }),
  user,
});

/** The answer with each value replaced by its kind; of a list its first entry. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf);
  if (value === null || typeof value !== 'object') return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, shapeOf(entry)]));
}

const both = <T>(call: (of: Side) => Promise<T>): Promise<[T, T]> => Promise.all([call(ours), call(theirs)]);

/** Ours has all that the emulator has, of the same kinds. */
async function alike(call: (of: Side) => Promise<unknown>): Promise<void> {
  const [mine, other] = await both(call);
  expect(shapeOf(mine)).toMatchObject(shapeOf(other) as object);
}

async function refusedAlike(call: (of: Side) => Promise<unknown>, error: string): Promise<void> {
  const why = (of: Side) => call(of).catch((thrown: { data?: { error?: string } }) => thrown.data?.error);
  expect(await both(why)).toEqual([error, error]);
}

const dmOf = async ({ client, user }: Side): Promise<string> => {
  const { channel } = await client.conversations.open({ users: user });
  return channel?.id ?? '';
};

const content = {
  text: '第(九)项',
  blocks: [{ type: 'section' as const, text: { type: 'plain_text' as const, text: '第(九)项' } }],
  metadata: { event_type: 'duban_delivery', event_payload: { delivery_id: 'd-1' } },
};

describe('our Slack answers as another one does', () => {
  it('to auth.test', () => alike(({ client }) => client.auth.test()));

  it('to conversations.open, with the same conversation each time', async () => {
    await alike(({ client, user }) => client.conversations.open({ users: user }));
    for (const each of [ours, theirs]) expect(await dmOf(each)).toBe(await dmOf(each));
  });

  it('to chat.postMessage', () =>
    alike(async (of) => of.client.chat.postMessage({ channel: await dmOf(of), ...content })));

  it('to chat.update', () =>
    alike(async (of) => {
      const channel = await dmOf(of);
      const { ts } = await of.client.chat.postMessage({ channel, ...content });
      return of.client.chat.update({ channel, ts: ts ?? '', text: '已登记', blocks: content.blocks });
    }));

  it('to conversations.history, newest first, with metadata', async () => {
    const history = async (of: Side) => {
      const channel = await dmOf(of);
      await of.client.chat.postMessage({ channel, ...content, text: '末' });
      return of.client.conversations.history({ channel, include_all_metadata: true });
    };
    const answers = await both(history);
    for (const { messages } of answers) {
      expect(messages?.[0]).toMatchObject({ text: '末', metadata: content.metadata });
      expect(messages?.map(({ ts }) => ts)).toEqual(
        messages
          ?.map(({ ts }) => ts)
          .toSorted()
          .toReversed(),
      );
    }
    expect(shapeOf(answers[0])).toMatchObject(shapeOf(answers[1]) as object);
  });

  it('to a thread', async () => {
    const replies = async (of: Side) => {
      const channel = await dmOf(of);
      const { ts = '' } = await of.client.chat.postMessage({ channel, ...content });
      await of.client.chat.postMessage({ channel, text: '答', thread_ts: ts });
      const thread = await of.client.conversations.replies({ channel, ts });
      const { messages } = await of.client.conversations.history({ channel });
      return [thread.messages?.map(({ text }) => text), messages?.some(({ text }) => text === '答')];
    };
    const [mine, other] = await both(replies);
    expect(mine).toEqual(other);
  });

  it('to users.info', async () => {
    const [mine, other] = await both(({ client, user }) => client.users.info({ user }));
    const named = ({ user }: typeof mine) =>
      shapeOf({ id: user?.id, team_id: user?.team_id, name: user?.name, deleted: user?.deleted });
    expect(named(mine)).toEqual(named(other));
  });

  it('to what it refuses', async () => {
    await refusedAlike(({ nobody }) => nobody.auth.test(), 'not_authed');
    await refusedAlike(({ client }) => client.conversations.open({ users: 'U0NOBODY' }), 'user_not_found');
    await refusedAlike(({ client }) => client.conversations.open({ users: '' }), 'users_list_not_supplied');
    await refusedAlike(({ client }) => client.chat.postMessage({ channel: 'C0NONE', text: 'x' }), 'channel_not_found');
    await refusedAlike(async (of) => of.client.chat.postMessage({ channel: await dmOf(of), text: '' }), 'no_text');
    await refusedAlike(
      async (of) => of.client.chat.update({ channel: await dmOf(of), ts: '1.000001', text: 'x' }),
      'message_not_found',
    );
    await refusedAlike(({ client }) => client.conversations.history({ channel: 'C0NONE' }), 'channel_not_found');
    await refusedAlike(({ client }) => client.users.info({ user: 'U0NOBODY' }), 'user_not_found');
  });
});
