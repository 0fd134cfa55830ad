import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSlackFetcher } from '../../../bot/slack/fetch-file.ts';
import { startFakeSlack, type FakeSlack } from '../../fakes/slack/server.ts';

const LIMIT = 1_000;

let fake: FakeSlack;
/** A host of one's own network: nothing may ever ask it. */
let inner: Server;
let asked = 0;

beforeAll(async () => {
  fake = await startFakeSlack();
  fake.workspace.addUser('U0PERSON1');
  inner = createServer((_, response) => {
    asked += 1;
    response.end('secret');
  });
  await new Promise<void>((resolve) => inner.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await new Promise((resolve) => inner.close(resolve));
  await fake.close();
});

const innerUrl = (): string => `http://127.0.0.1:${(inner.address() as AddressInfo).port}/admin`;
const fetcher = (token = fake.workspace.token) => createSlackFetcher({ token, apiUrl: fake.apiUrl });

function fetched(more: Parameters<FakeSlack['workspace']['addFile']>[3] = {}, content = '佐证') {
  const { id, name } = fake.workspace.addFile('U0PERSON1', '佐证.pdf', content, {
    mimetype: 'application/pdf',
    ...more,
  });
  return fetcher().fetch({ id, name, mime: 'application/pdf', size: null }, LIMIT);
}

describe('a file that came through Slack', () => {
  it('is brought with the bot’s token', async () => {
    const { bytes, name, mime } = await fetched();
    expect([new TextDecoder().decode(bytes), name, mime]).toEqual(['佐证', '佐证.pdf', 'application/pdf']);
  });

  it('follows Slack to its own store', async () => {
    const { id } = fake.workspace.addFile('U0PERSON1', 'b.pdf', '移', { mimetype: 'application/pdf' });
    const store = `${fake.apiUrl.replace('/api/', '')}/files-pri/${fake.workspace.team}-${id}/b.pdf`;
    expect(new TextDecoder().decode((await fetched({ redirectTo: store })).bytes)).toBe('移');
  });

  it.each([
    ['that was deleted', { deleted: true }],
    ['that is kept in some drive', { external: true }],
  ])('%s is gone for good', (_, more) =>
    expect(fetched(more)).rejects.toMatchObject({ refusal: { code: 'FILE_GONE' } }),
  );

  it('that nobody knows is gone, too', () =>
    expect(fetcher().fetch({ id: 'F0NONE', name: 'x', mime: null, size: null }, LIMIT)).rejects.toMatchObject({
      refusal: { code: 'FILE_GONE' },
    }));

  it('is never larger than was allowed, whatever it said of itself', async () => {
    const large = { refusal: { code: 'FILE_TOO_LARGE' } };
    await expect(fetched({}, 'x'.repeat(LIMIT + 1))).rejects.toMatchObject(large);
    await expect(fetcher().fetch({ id: 'F1', name: 'x', mime: null, size: LIMIT + 1 }, LIMIT)).rejects.toMatchObject(
      large,
    );
  });

  it('is tried again where Slack fails, or shows its sign-in page', async () => {
    fake.faults.inject({ method: 'files.info', mode: { kind: 'server-error' } });
    await expect(fetched()).rejects.not.toMatchObject({ refusal: {} });
    const { id, name } = fake.workspace.addFile('U0PERSON1', 'c.pdf', 'c', { mimetype: 'application/pdf' });
    await expect(
      createSlackFetcher({ token: 'xoxb-other', apiUrl: fake.apiUrl }).fetch(
        { id, name, mime: 'application/pdf', size: null },
        LIMIT,
      ),
    ).rejects.not.toMatchObject({ refusal: {} });
  });

  it.each([
    ['another host', () => innerUrl()],
    ['a name that only looks like Slack’s', () => 'https://files.slack.com.example.org/x'],
    ['a name within another', () => 'https://evilslack.com/x'],
    ['Slack over plain http', () => 'http://files.slack.com/x'],
    ['Slack on another port', () => 'https://files.slack.com:8443/x'],
    ['a user in the address', () => 'https://files.slack.com@127.0.0.1/x'],
    ['a local file', () => 'file:///etc/passwd'],
    ['no address', () => 'not an address'],
  ])('is not asked for at %s, directly or by a redirect', async (_, url) => {
    const gone = { refusal: { code: 'FILE_GONE' } };
    await expect(fetched({ url: url() })).rejects.toMatchObject(gone);
    if (URL.canParse(url())) await expect(fetched({ redirectTo: url() })).rejects.toMatchObject(gone);
    expect(asked).toBe(0);
  });
});
