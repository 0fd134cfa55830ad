import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSlackPort } from '../../../bot/slack/port.ts';
import { createTelegramPort } from '../../../bot/telegram/port.ts';
import { SAYS_WHAT_ARRIVED, type ChatPort } from '../../../domain/chat/port.ts';
import type { SendableMessage } from '../../../domain/chat/message.ts';
import type { FaultMode } from '../../fakes/slack/faults.ts';
import { startFakeSlack, type FakeSlack } from '../../fakes/slack/server.ts';

const TIMEOUT_MS = 300;
const USER = 'U0PERSON1';
const address = { channel: 'slack' as const, team: 'T0FAKE001', externalId: USER };
const message = (deliveryId: string): SendableMessage => ({
  deliveryId,
  klass: 'digest',
  heading: '【进展报送】',
  lines: ['第(九)项,请报进度。'],
  buttons: [{ id: 'id-1', label: '逐项填报' }],
  signature: '市试点办',
});
const since = (): string => new Date().toISOString();

let fake: FakeSlack;
let port: ChatPort;
beforeEach(async () => {
  fake = await startFakeSlack();
  fake.workspace.addUser(USER);
  port = createSlackPort({ token: fake.workspace.token, apiUrl: fake.apiUrl, timeoutMs: TIMEOUT_MS });
});
afterEach(() => fake.close());

const posted = () => fake.workspace.ledger.filter(({ method }) => method === 'chat.postMessage');

describe('sending to Slack', () => {
  it('posts into the person’s conversation, with the delivery’s id beside it', async () => {
    const sent = await port.send(address, message('d-1'));
    expect(posted()).toMatchObject([
      { channel: fake.workspace.users.get(USER)?.dm, metadata: { event_payload: { delivery_id: 'd-1' } } },
    ]);
    expect(sent).toEqual({ kind: 'sent', providerRef: { channel: posted()[0]?.channel, ts: posted()[0]?.ts } });
  });

  it('is one of those that can say afterwards what arrived, and Telegram is not', () => {
    const telegram = createTelegramPort({ token: '1:none', apiRoot: 'http://127.0.0.1:9' });
    expect(
      [port, telegram].map(({ channel, reconcile }) => SAYS_WHAT_ARRIVED.has(channel) === (reconcile !== undefined)),
    ).toEqual([true, true]);
    expect([...SAYS_WHAT_ARRIVED]).toEqual(['slack']);
  });

  it('asks for the conversation once', async () => {
    fake.faults.inject({ method: 'conversations.open', mode: { kind: 'server-error' } });
    expect((await port.send(address, message('d-1'))).kind).toBe('later');
    expect((await port.send(address, message('d-1'))).kind).toBe('sent');
    fake.faults.inject({ method: 'conversations.open', mode: { kind: 'error', error: 'user_not_found' } });
    expect((await port.send(address, message('d-2'))).kind).toBe('sent');
  });

  it('looks for the conversation anew where the one that it knew is gone, once, and loses no message by it', async () => {
    const gone = (times: number) =>
      fake.faults.inject({ method: 'chat.postMessage', times, mode: { kind: 'error', error: 'channel_not_found' } });
    expect((await port.send(address, message('d-1'))).kind).toBe('sent');
    gone(1);
    expect((await port.send(address, message('d-2'))).kind).toBe('sent');
    expect(posted().filter(({ metadata }) => metadata?.event_payload.delivery_id === 'd-2')).toHaveLength(1);
    gone(2);
    expect((await port.send(address, message('d-3'))).kind).toBe('permanent');
  });

  it('calls once and waits as long as Slack says, without holding up other conversations', async () => {
    const other = fake.workspace.addUser('U0PERSON2');
    await port.send(address, message('d-0'));
    fake.faults.inject({
      channel: fake.workspace.users.get(USER)?.dm,
      mode: { kind: 'rate-limited', retryAfterSeconds: 30 },
    });
    const [limited, free] = await Promise.all([
      port.send(address, message('d-1')),
      port.send({ ...address, externalId: other.id }, message('d-2')),
    ]);
    expect(limited).toEqual({ kind: 'later', scope: 'address', retryAfterMs: 30_000, reason: 'rate limited' });
    expect(free.kind).toBe('sent');
    expect(posted()).toHaveLength(2);
  });

  it('keeps to a message a second in a conversation, which is what Slack allows', async () => {
    expect(port.rates(address)).toEqual([
      { key: 'slack/T0FAKE001/U0PERSON1', perSecond: 1 },
      // The conversation has still to be opened.
      { key: 'slack/T0FAKE001/conversations.open', perSecond: 50 / 60, burst: 20 },
      { key: 'slack/T0FAKE001', perSecond: 5, burst: 20 },
    ]);
    expect(port.rates(address, 'close').map(({ key }) => key)).toEqual([
      'slack/T0FAKE001/chat.update',
      'slack/T0FAKE001',
    ]);
    fake.rate.on = true;
    expect((await port.send(address, message('d-1'))).kind).toBe('sent');
    expect(await port.send(address, message('d-2'))).toMatchObject({ kind: 'later', retryAfterMs: 1_000 });
  });

  it.each<[FaultMode, string, number]>([
    [{ kind: 'server-error' }, 'later', 0],
    [{ kind: 'bad-gateway' }, 'later', 0],
    [{ kind: 'truncated' }, 'ambiguous', 1],
    [{ kind: 'store-then-hang' }, 'ambiguous', 1],
    [{ kind: 'reset' }, 'ambiguous', 0],
  ])('knows what it does not know after %j', async (mode, kind, taken) => {
    fake.faults.inject({ method: 'chat.postMessage', mode });
    expect((await port.send(address, message('d-1'))).kind).toBe(kind);
    expect(posted()).toHaveLength(taken);
    fake.faults.inject({ method: 'conversations.open', mode });
    expect((await port.send({ ...address, externalId: fake.workspace.addUser('U0NEW').id }, message('d-2'))).kind).toBe(
      'later',
    );
  });

  it('tries again later where nobody listens', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port: free } = closed.address() as AddressInfo;
    await new Promise<void>((resolve) => closed.close(() => resolve()));
    const gone = createSlackPort({ token: 'xoxb-x', apiUrl: `http://127.0.0.1:${free}/api` });
    expect(await gone.send(address, message('d-1'))).toMatchObject({
      kind: 'later',
      scope: 'token',
      reason: 'ECONNREFUSED',
    });
  });

  it('gives up an address or the token as Slack says', async () => {
    expect(await port.send({ ...address, externalId: 'U0NOBODY' }, message('d-1'))).toEqual({
      kind: 'permanent',
      scope: 'address',
      reason: 'user_not_found',
    });
    fake.workspace.tokenError = 'token_revoked';
    expect(await port.send(address, message('d-2'))).toEqual({
      kind: 'permanent',
      scope: 'token',
      reason: 'token_revoked',
    });
    const wrong = createSlackPort({ token: 'xoxb-wrong', apiUrl: fake.apiUrl });
    expect(await wrong.send(address, message('d-3'))).toMatchObject({
      kind: 'permanent',
      scope: 'token',
      reason: 'invalid_auth',
    });
  });

  it('does not follow Slack elsewhere', async () => {
    const elsewhere: Server = createServer((_, response) => response.writeHead(302, { location: fake.apiUrl }).end());
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    const { port: at } = elsewhere.address() as AddressInfo;
    const redirected = createSlackPort({ token: 'xoxb-x', apiUrl: `http://127.0.0.1:${at}/api/` });
    expect((await redirected.send(address, message('d-1'))).kind).toBe('later');
    await new Promise<void>((resolve) => elsewhere.close(() => resolve()));
  });
});

describe('closing a card in Slack', () => {
  it('takes its buttons away and keeps its delivery’s id', async () => {
    const sent = await port.send(address, message('d-1'));
    const providerRef = sent.kind === 'sent' ? sent.providerRef : {};
    expect(await port.close(address, providerRef, message('d-1'), '已登记')).toEqual({ kind: 'sent', providerRef });
    const [card] = fake.workspace.messages;
    expect(JSON.stringify(card?.blocks)).toContain('已登记');
    expect(JSON.stringify(card?.blocks)).not.toContain('id-1');
    expect(await port.reconcile?.(address, message('d-1'), since())).toEqual(providerRef);
  });

  it('says so where the card is gone', async () => {
    const providerRef = { channel: fake.workspace.users.get(USER)?.dm, ts: '1.1' };
    expect(await port.close(address, providerRef, message('d-1'), '已登记')).toMatchObject({
      kind: 'permanent',
      reason: 'message_not_found',
    });
  });
});

describe('a message in a thread of Slack', () => {
  const root = async () => {
    const sent = await port.send(address, message('d-root'));
    return (sent.kind === 'sent' ? sent.providerRef : {}) as { channel: string; ts: string };
  };

  it('stands there, and is found there though its answer was lost', async () => {
    const thread = await root();
    const at = since();
    fake.faults.inject({ method: 'chat.postMessage', mode: { kind: 'store-then-hang' } });
    expect((await port.send(address, { ...message('d-1'), thread })).kind).toBe('ambiguous');
    const stored = fake.workspace.messages.at(-1);
    expect(stored?.threadTs).toBe(thread.ts);
    expect(await port.reconcile?.(address, { ...message('d-1'), thread }, at)).toEqual({
      channel: thread.channel,
      ts: stored?.ts,
    });
    expect(await port.reconcile?.(address, { ...message('d-2'), thread }, at)).toBeNull();
  });

  it('stands outside where the thread takes none, and in no thread of another conversation', async () => {
    const { channel, ts } = await root();
    const at = since();
    const gone = { channel, ts: '1.1' };
    const sent = await port.send(address, { ...message('d-1'), thread: gone });
    expect(sent.kind).toBe('sent');
    expect(await port.reconcile?.(address, { ...message('d-1'), thread: gone }, at)).toEqual(
      sent.kind === 'sent' ? sent.providerRef : null,
    );
    await port.send(address, { ...message('d-2'), thread: { channel: 'D0ELSEWHERE', ts } });
    expect(fake.workspace.messages.map(({ threadTs }) => threadTs)).toEqual([null, null, null]);
  });
});

describe('asking Slack what became of a message', () => {
  it('finds what was taken though its answer was lost', async () => {
    const at = since();
    fake.faults.inject({ method: 'chat.postMessage', mode: { kind: 'store-then-hang' } });
    expect((await port.send(address, message('d-1'))).kind).toBe('ambiguous');
    expect(await port.reconcile?.(address, message('d-1'), at)).toEqual({
      channel: posted()[0]?.channel,
      ts: posted()[0]?.ts,
    });
    expect(await port.reconcile?.(address, message('d-2'), at)).toBeNull();
  });

  it('looks through more than one page', async () => {
    const at = since();
    await port.send(address, message('d-1'));
    const first = posted()[0];
    for (let n = 0; n < 450; n += 1)
      fake.workspace.messages.push({
        channel: first?.channel ?? '',
        ts: fake.workspace.newTs(),
        user: USER,
        bot: false,
        text: '已收到',
        blocks: [],
        metadata: null,
        threadTs: null,
        edited: null,
      });
    expect(await port.reconcile?.(address, message('d-1'), at)).toEqual({ channel: first?.channel, ts: first?.ts });
  });

  it('throws where it cannot be asked', async () => {
    fake.faults.inject({ method: 'conversations.history', mode: { kind: 'server-error' } });
    await expect(port.reconcile?.(address, message('d-1'), since())).rejects.toThrow();
    fake.faults.inject({ method: 'conversations.history', mode: { kind: 'rate-limited', retryAfterSeconds: 30 } });
    await expect(port.reconcile?.(address, message('d-1'), since())).rejects.toThrow();
  });
});
