import { afterEach, describe, expect, it, vi } from 'vitest';
import { FRONT, listening, USER, type Listening } from './listening.ts';

let on: Listening;
afterEach(() => on.close());

const begin = async (more: Parameters<typeof listening>[1] = {}): Promise<void> => {
  on = await listening('Socket Mode', more);
  await on.listener.start();
};
const until = (condition: () => boolean) => vi.waitUntil(condition, { timeout: 10_000 });

describe('Slack over Socket Mode', () => {
  it('has no address of its own and hands everything to the inbox', async () => {
    await begin();
    expect(on.listener.route).toBeNull();
    expect(on.listener.state()).toEqual({ state: 'ok' });
    const { people } = on.fake;
    expect(await people.type(USER, '完成60%')).toEqual({ status: 200 });
    expect(await people.press(USER, 'opaque-1')).toEqual({ status: 200 });
    expect(await people.command(USER, '帮助')).toEqual({ status: 200 });
    expect(on.received.map(({ kind }) => kind)).toEqual(['text', 'button', 'command']);
  });

  it('says with its yes what is wrong in a form, and which tasks a menu offers', async () => {
    await begin({ front: FRONT });
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

  it('holds the acknowledgement back until the commit, so that Slack delivers again what failed', async () => {
    await begin();
    on.fail.value = true;
    expect(await on.fake.people.type(USER, '完成60%')).toEqual({ status: 0 });
    expect(await on.fake.people.press(USER, 'opaque-1')).toEqual({ status: 0 });
    on.fail.value = false;
    expect(await on.fake.people.redeliver()).toEqual({ status: 200 });
    expect(on.received).toHaveLength(1);
  });

  it('takes a redelivery that comes while the first one still hangs', async () => {
    await begin({ redeliveries: 5 });
    on.fail.value = true;
    const typed = on.fake.people.type(USER, '完成60%');
    await until(() => on.logged.some(({ fields }) => String(fields['said']).includes('not committed')));
    on.fail.value = false;
    expect(await typed).toEqual({ status: 200 });
    expect(new Set(on.received.map(({ dedupeKey }) => dedupeKey)).size).toBe(1);
  });

  it('connects again at once when Slack recycles the connection', async () => {
    await begin();
    on.fake.socket.disconnect('warning');
    await until(() => on.fake.socket.connected() === 2 && on.listener.state().state === 'ok');
    expect(await on.fake.people.type(USER, '完成60%')).toEqual({ status: 200 });
    on.fake.socket.disconnect('refresh_requested');
    await until(() => on.fake.socket.connected() === 3 && on.listener.state().state === 'ok');
    expect(on.fake.socket.connections()).toBe(1);
  });

  it('is late while Slack cannot be reached, and comes back by itself', async () => {
    on = await listening('Socket Mode');
    const { faults, socket } = on.fake;
    faults.inject({ method: 'apps.connections.open', mode: { kind: 'server-error' }, times: 3 });
    await on.listener.start();
    expect(on.listener.state().state).toBe('late');
    await until(() => on.listener.state().state === 'ok');
    faults.inject({ method: 'apps.connections.open', mode: { kind: 'reset' }, times: 2 });
    socket.disconnect('warning');
    await until(() => socket.connected() === 2 && on.listener.state().state === 'ok');
  });

  it('stops with one sentence where Slack refuses the app token', async () => {
    on = await listening('Socket Mode', { appToken: 'xapp-wrong' });
    await expect(on.listener.start()).rejects.toThrow(/^Slack refuses SLACK_APP_TOKEN \(invalid_auth\): .*\.$/);
    expect(on.listener.state().state).toBe('down');
  });

  it('passes over another workspace', async () => {
    await begin();
    expect(await on.fake.people.type(USER, '完成60%', { from: { team: 'T0OTHER' } })).toEqual({ status: 200 });
    expect(await on.fake.people.press(USER, 'opaque-1', { team: 'T0OTHER' })).toEqual({ status: 200 });
    expect(on.received).toEqual([]);
  });
});
