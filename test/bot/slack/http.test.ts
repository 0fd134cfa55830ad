import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSlackListener } from '../../../bot/slack/listener.ts';
import { post } from '../../fakes/slack/deliver-http.ts';
import { FRONT, listening, SECRET, USER, type Listening } from './listening.ts';

let on: Listening;
beforeEach(async () => {
  on = await listening('HTTP');
  await on.listener.start();
});
afterEach(() => on.close());

describe('Slack over HTTP', () => {
  it('hands a typed message, a button, a form and a command to the inbox', async () => {
    const { people } = on.fake;
    expect(await people.type(USER, '第(九)项完成85% & <好>')).toEqual({ status: 200 });
    expect(await people.press(USER, 'opaque-1')).toEqual({ status: 200 });
    const view = { private_metadata: JSON.stringify({ b: 'opaque-1', l: [['task/1', 'p1']] }), values: {} };
    expect(await people.submit(USER, view)).toEqual({ status: 200 });
    expect(await people.command(USER, '帮助')).toEqual({ status: 200 });
    expect(on.received.map(({ kind, text }) => [kind, text])).toEqual([
      ['text', '第(九)项完成85% & <好>'],
      ['button', null],
      ['form', null],
      ['command', '帮助'],
    ]);
    for (const { address } of on.received)
      expect(address).toEqual({ channel: 'slack', team: on.fake.workspace.team, externalId: USER });
    expect(new Set(on.received.map(({ dedupeKey }) => dedupeKey)).size).toBe(4);
  });

  it('says with its yes what is wrong in a form, and which tasks a menu offers', async () => {
    await on.close();
    on = await listening('HTTP', { front: FRONT });
    await on.listener.start();
    const { people, workspace } = on.fake;
    const view = {
      private_metadata: JSON.stringify({ b: 'opaque-1', l: [['task/1', 'p1']] }),
      values: { '0/progress': { progress: { value: '七成' } } },
    };
    expect(await people.submit(USER, view)).toEqual({
      status: 200,
      body: { response_action: 'errors', errors: { '0/progress': '进度应为0至100之间的数字。' } },
    });
    await people.shortcut(USER, 'open_list');
    const [menu] = workspace.views.values();
    if (!menu) throw new Error('no modal was opened');
    const asked = { blockId: 'task-menu', actionId: 'task-menu', value: '九' };
    expect(await people.suggest(USER, menu, asked)).toMatchObject({
      body: { options: [{ text: { text: '第(九)项' }, value: 'opaque-9' }] },
    });
    expect(on.received).toEqual([]);
  });

  it('gives a redelivery the same key, also under another event id', async () => {
    const { people } = on.fake;
    await people.type(USER, '完成60%');
    expect(await people.redeliver()).toEqual({ status: 200 });
    for (let n = 0; n < 11; n += 1) expect(await people.redeliver({ newEventId: true })).toEqual({ status: 200 });
    expect(on.received).toHaveLength(13);
    expect(new Set(on.received.map(({ dedupeKey }) => dedupeKey)).size).toBe(1);
  });

  it('answers 500 to whatever was not committed', async () => {
    const { people } = on.fake;
    on.fail.value = true;
    expect(await people.type(USER, '完成60%')).toEqual({ status: 500 });
    expect(await people.press(USER, 'opaque-1')).toEqual({ status: 500 });
    expect(await people.command(USER, '帮助')).toEqual({ status: 500 });
    on.fail.value = false;
    expect(await people.redeliver()).toEqual({ status: 200 });
    expect(on.received).toHaveLength(1);
  });

  it.each(['v1', 'truncated', 'missing'] as const)('refuses a %s signature', async (signature) => {
    expect(await post(on.target, on.fake.people.typed(USER, '完成60%'), { signature })).toBe(401);
    expect(on.received).toEqual([]);
  });

  it('refuses another secret, and a right signature on another body', async () => {
    const envelope = on.fake.people.typed(USER, '完成60%');
    expect(await post(on.target, envelope, { secret: 'another-secret' })).toBe(401);
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const signature = `v0=${createHmac('sha256', SECRET).update(`v0:${timestamp}:{}`).digest('hex')}`;
    const { status } = await fetch(on.target.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': signature,
      },
      body: JSON.stringify(envelope.body),
    });
    expect(status).toBe(401);
    expect(on.received).toEqual([]);
  });

  it.each([-24 * 60, -6, 6, 24 * 60])('refuses a post signed %s minutes from now', async (minutes) => {
    expect(await post(on.target, on.fake.people.typed(USER, '完成60%'), { skewMs: minutes * 60_000 })).toBe(401);
    expect(on.received).toEqual([]);
  });

  it.each([-4, 4])('takes a post whose clock is %s minutes off', async (minutes) => {
    expect(await post(on.target, on.fake.people.typed(USER, '完成60%'), { skewMs: minutes * 60_000 })).toBe(200);
    expect(on.received).toHaveLength(1);
  });

  it('answers ssl_check without a signature, and nothing that is smuggled in with it', async () => {
    const { body } = on.fake.people.typed(USER, '完成60%');
    const tries: Record<string, string>[] = [
      {},
      { payload: JSON.stringify(body) },
      { command: '/duban', text: '绑定 ABC', user_id: USER },
    ];
    for (const smuggled of tries) {
      const rawBody = {
        contentType: 'application/x-www-form-urlencoded',
        body: new URLSearchParams({ ssl_check: '1', ...smuggled }).toString(),
      };
      expect(await post(on.target, on.fake.people.typed(USER, ''), { rawBody, signature: 'missing' })).toBe(200);
    }
    expect(on.received).toEqual([]);
  });

  it('answers the challenge of a signed url_verification alone', async () => {
    const rawBody = {
      contentType: 'application/json',
      body: JSON.stringify({ type: 'url_verification', challenge: 'abc' }),
    };
    expect(await post(on.target, on.fake.people.typed(USER, ''), { rawBody })).toBe(200);
    expect(await post(on.target, on.fake.people.typed(USER, ''), { rawBody, secret: 'another' })).toBe(401);
  });

  it('refuses more than 1 MiB with 413 and bad JSON with 400', async () => {
    expect(await post(on.target, on.fake.people.typed(USER, 'x'.repeat(1024 * 1024)))).toBe(413);
    const rawBody = { contentType: 'application/json', body: '{"type":' };
    expect(await post(on.target, on.fake.people.typed(USER, ''), { rawBody })).toBe(400);
    expect(on.received).toEqual([]);
    expect(await on.fake.people.type(USER, '完成60%')).toEqual({ status: 200 });
  });

  it('outlives a body that breaks off', async () => {
    const { hostname, port } = new URL(on.target.url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.write(
      `POST /slack/events HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 900\r\n\r\n{"type":`,
    );
    await vi.waitUntil(() => socket.bytesWritten > 0, { timeout: 5_000 });
    socket.destroy();
    expect(await on.fake.people.type(USER, '完成60%')).toEqual({ status: 200 });
    expect(on.received).toHaveLength(1);
  });

  it('answers 404 to a GET and to a path that Slack does not have', async () => {
    expect((await fetch(on.target.url)).status).toBe(404);
    expect((await fetch(`${on.target.url}/more`, { method: 'POST' })).status).toBe(404);
    expect(await on.fake.people.type(USER, '完成60%')).toEqual({ status: 200 });
  });

  it('says yes to another workspace and keeps nothing of it', async () => {
    const { people } = on.fake;
    for (const from of [{ team: 'T0OTHER' }, { team: on.fake.workspace.team, enterpriseInstall: true }]) {
      expect(await people.type(USER, '完成60%', { from })).toEqual({ status: 200 });
      expect(await people.press(USER, 'opaque-1', from)).toEqual({ status: 200 });
      expect(await people.command(USER, '帮助', from)).toEqual({
        status: 200,
        body: { response_type: 'ephemeral', text: expect.stringContaining('只服务于其所属的工作区') },
      });
    }
    expect(on.received).toEqual([]);
    expect(on.logged.filter(({ message }) => message === 'slack: refused, not of this workspace')).toHaveLength(6);
  });

  it('answers a mention in a channel with one sentence that only its author sees', async () => {
    expect(await on.fake.people.mention(USER, 'C0PUBLIC1', '<@U0BOT0001> 完成60%')).toEqual({ status: 200 });
    await vi.waitUntil(() => on.fake.workspace.ledger.length > 0, { timeout: 5_000 });
    expect(on.fake.workspace.ledger).toMatchObject([{ method: 'chat.postEphemeral', channel: 'C0PUBLIC1' }]);
    expect(on.fake.workspace.ledger[0]?.text).toContain('私聊');
    expect(on.received).toEqual([]);
  });

  it('passes over its own messages, joins and events of a strange shape', async () => {
    const { people, workspace } = on.fake;
    const own = {
      type: 'message',
      channel: 'D1',
      channel_type: 'im',
      bot_id: workspace.botId,
      text: 'x',
      ts: '1.1',
      event_ts: '1.1',
    };
    for (const event of [own, { ...own, subtype: 'channel_join' }, { ...own, ts: 5 }, { type: 'reaction_added' }])
      expect(await people.event(event)).toEqual({ status: 200 });
    expect(on.received).toEqual([]);
  });

  it('logs neither secrets nor what people wrote', async () => {
    on.fail.value = true;
    await on.fake.people.type(USER, '机密的话');
    await post(on.target, on.fake.people.typed(USER, '机密的话'), { secret: 'another' });
    const log = JSON.stringify(on.logged);
    expect(log).not.toContain('机密的话');
    expect(log).not.toContain(SECRET);
    expect(log).not.toContain(on.fake.workspace.token);
  });
});

describe('starting', () => {
  const inbox = { receive: () => Promise.reject(new Error('nothing is received')) };
  const common = { inbox, log: () => undefined, realNow: () => new Date(), token: 'xoxb-wrong' };

  it('needs a signing secret', () => {
    expect(() => createSlackListener({ ...common, signingSecret: '' })).toThrow('SLACK_SIGNING_SECRET is empty');
    expect(() => createSlackListener({ ...common, signingSecret: '  ' })).toThrow('SLACK_SIGNING_SECRET is empty');
  });

  it('stops with one sentence where Slack refuses the token', async () => {
    const listener = createSlackListener({ ...common, signingSecret: SECRET, apiUrl: on.fake.apiUrl });
    await expect(listener.start()).rejects.toThrow(/^Slack refuses SLACK_BOT_TOKEN \(invalid_auth\): .*\.$/);
    on.fake.workspace.tokenError = 'token_revoked';
    const revoked = createSlackListener({
      ...common,
      token: on.fake.workspace.token,
      signingSecret: SECRET,
      apiUrl: on.fake.apiUrl,
    });
    await expect(revoked.start()).rejects.toThrow('token_revoked');
  });

  it('stops where the token belongs to another workspace than the settings say', async () => {
    const token = on.fake.workspace.token;
    const listener = createSlackListener({
      ...common,
      token,
      signingSecret: SECRET,
      apiUrl: on.fake.apiUrl,
      teamId: 'T0OTHER',
    });
    await expect(listener.start()).rejects.toThrow('SLACK_TEAM_ID says T0OTHER');
  });

  it('is late while Slack cannot be reached, refuses events until it knows the workspace, and tries again by itself', async () => {
    const late = await listening('HTTP');
    late.fake.faults.inject({ method: 'auth.test', mode: { kind: 'server-error' }, times: 2 });
    await late.listener.start();
    expect(late.listener.state().state).toBe('late');
    const first = await late.fake.people.type(USER, '完成60%');
    await vi.waitUntil(() => late.listener.state().state === 'ok', { timeout: 5_000 });
    expect(await late.fake.people.redeliver()).toEqual({ status: 200 });
    expect(late.received.length).toBe(first.status === 200 ? 2 : 1);
    await late.close();
  });
});
