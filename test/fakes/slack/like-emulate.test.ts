import { createEmulator, type Emulator } from 'emulate';
import type { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiClient } from '../../../bot/slack/api-client.ts';
import { createSlackPort } from '../../../bot/slack/port.ts';
import { createSlackFetcher } from '../../../bot/slack/fetch-file.ts';
import { renderForm } from '../../../bot/slack/form/render-form.ts';
import { renderHome } from '../../../bot/slack/home/render-home.ts';
import type { FormView } from '../../../domain/chat/form.ts';
import { HOME_OF_LIAISON, HOME_OF_OFFICE } from '../../cards/sample-homes.ts';
import { CARDS, FORMS, sendable } from '../../cards/samples.ts';
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

  it('to views.publish, again and again as one view, for each home tab that we draw', async () => {
    for (const page of [HOME_OF_LIAISON, HOME_OF_OFFICE])
      await alike(({ client, user }) => client.views.publish({ user_id: user, view: renderHome(page) }));
    const published = async ({ client, user }: Side) => {
      const publish = async () =>
        (await client.views.publish({ user_id: user, view: renderHome(HOME_OF_LIAISON) })).view;
      const [first, second] = [await publish(), await publish()];
      return [first?.id === second?.id, first?.hash === second?.hash];
    };
    expect(await both(published)).toEqual([
      [true, false],
      [true, false],
    ]);
  });

  it('to a form where the trigger is none, the view unknown or the person', async () => {
    const view = renderForm(FORMS[0]?.[1] as FormView);
    await refusedAlike(({ client }) => client.views.update({ view_id: 'V0NONE', view }), 'not_found');
    await refusedAlike(
      ({ client }) => client.views.publish({ user_id: 'U0NOBODY', view: renderHome(HOME_OF_OFFICE) }),
      'user_not_found',
    );
    await refusedAlike(({ client }) => client.views.open({ trigger_id: 'none', view }), 'invalid_trigger_id');
  });

  it.each(CARDS)('to the port: %s is sent, found again and closed', async (name, message) => {
    for (const { apiUrl, token, user } of [
      { apiUrl: fake.apiUrl, token: fake.workspace.token, user: ours.user },
      { apiUrl: `${emulator.url}/api/`, token: 'xoxb-anything', user: theirs.user },
    ]) {
      const port = createSlackPort({ token, apiUrl });
      const address = { channel: 'slack' as const, team: 'T1', externalId: user };
      const card = sendable(name, message);
      const sent = await port.send(address, card);
      if (sent.kind !== 'sent') throw new Error(`${name}: ${sent.reason}`);
      const since = new Date(Date.now() - 60_000).toISOString();
      expect(await port.reconcile?.(address, card, since)).toEqual(sent.providerRef);
      expect((await port.close(address, sent.providerRef, card, '已登记')).kind).toBe('sent');
    }
  });

  it('to whoever fetches a file', async () => {
    const { id: fileId } = fake.workspace.addFile('U0PERSON1', 'evidence.txt', '佐证', { mimetype: 'text/plain' });
    const uploaded = await theirs.client.files.getUploadURLExternal({ filename: 'evidence.txt', length: 6 });
    await fetch(uploaded.upload_url ?? '', { method: 'POST', body: '佐证' });
    await theirs.client.files.completeUploadExternal({ files: [{ id: uploaded.file_id ?? '' }] });
    for (const [id, apiUrl, token] of [
      [fileId, fake.apiUrl, fake.workspace.token],
      [uploaded.file_id ?? '', `${emulator.url}/api/`, 'xoxb-anything'],
      [uploaded.file_id ?? '', `${emulator.url.replace('localhost', '127.0.0.1')}/api/`, 'xoxb-anything'],
    ] as const) {
      const ref = { id, name: 'evidence.txt', mime: 'text/plain', size: null };
      const { bytes } = await createSlackFetcher({ token, apiUrl }).fetch(ref, 1_000);
      expect(new TextDecoder().decode(bytes)).toBe('佐证');
    }
    await refusedAlike(({ client }) => client.files.info({ file: 'F0NONE' }), 'file_not_found');
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
