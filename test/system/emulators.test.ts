import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { TaskStory } from '../../web/api.ts';
import type { EmulatedPerson } from '../fakes/proxies/person.ts';
import { startSlackEmulator, type SlackEmulator } from '../fakes/proxies/slack-proxy.ts';
import { startTelegramEmulator, type TelegramEmulator } from '../fakes/proxies/telegram-proxy.ts';
import { runDuban } from '../support/run-duban.ts';
import { allEnded, startPlace, type RunningStart } from '../support/running-start.ts';

const START_MS = 150_000;
const WAIT = { timeout: 30_000, interval: 200 };
const WEBHOOK_PATH = '/telegram/emulated';
const SIGNING_SECRET = 'a-signing-secret-for-tests';
const TASK = '(八)';
const WORDS = '已完成85%,下周二前报佐证';

let place: Awaited<ReturnType<typeof startPlace>>;
let slack: SlackEmulator;
let telegram: TelegramEmulator;
let li: EmulatedPerson;
let yan: ReturnType<TelegramEmulator['person']>;
let running: RunningStart;

/** Nothing of ours has a public address: Slack over its socket, Telegram asked for updates. */
const outbound = (): Record<string, string> => ({
  SLACK_API_URL: slack.apiUrl,
  SLACK_BOT_TOKEN: slack.token,
  SLACK_APP_TOKEN: slack.appToken,
  TELEGRAM_API_ROOT: telegram.apiRoot,
  TELEGRAM_BOT_TOKEN: telegram.token,
});
/** Both providers call us. */
const inbound = (): Record<string, string> => ({
  SLACK_API_URL: slack.apiUrl,
  SLACK_BOT_TOKEN: slack.token,
  SLACK_SIGNING_SECRET: SIGNING_SECRET,
  TELEGRAM_API_ROOT: telegram.apiRoot,
  TELEGRAM_BOT_TOKEN: telegram.token,
  TELEGRAM_WEBHOOK_URL: `https://duban.example.org${WEBHOOK_PATH}`,
  TELEGRAM_WEBHOOK_SECRET: 'a-webhook-secret-for-tests',
});

const duban = <T = Record<string, string>>(...argv: string[]): Promise<T> =>
  runDuban<T>(argv, { DUBAN_HOME: place.home, DUBAN_PORT: String(place.port), ...outbound() });

interface Ready {
  ready: boolean;
  light: string;
  channels: { connected: { channel: string; way: string; name: string | null; state: string; note?: string }[] };
}
const readyz = async (): Promise<Ready> =>
  (await (await fetch(`http://127.0.0.1:${place.port}/readyz`)).json()) as Ready;

/** The newest message of the bot's with these words in it. */
async function said(person: EmulatedPerson, words: string): Promise<{ id: string; buttons: string[] }> {
  return vi.waitFor(async () => {
    const found = (await person.messages()).findLast(({ text }) => text.includes(words));
    if (!found) throw new Error(`no message says ${words}: ${JSON.stringify(await person.messages())}`);
    return found;
  }, WAIT);
}

const partOf = async (unit: string): Promise<TaskStory['parts'][number] | undefined> =>
  (await duban<TaskStory>('task', 'show', TASK, '--plan', '示例市')).parts.find((part) => part.unit.includes(unit));

/** Nudged from the command line, answered in words in the chat, checked, confirmed: the state moves, the cards close. */
async function loop(person: EmulatedPerson, unit: string, words: string, progress: number): Promise<void> {
  const before = await partOf(unit);
  expect(before?.progress).not.toBe(progress);
  await duban('nudge', TASK, '--plan', '示例市', '--unit', unit);
  const card = await said(person, '【催办】');
  expect(card.buttons.length).toBeGreaterThan(0);
  await person.type(words);
  const check = await said(person, '【请核对】');
  expect(check.buttons).toContain('确认登记');
  expect((await partOf(unit))?.progress).toBe(before?.progress);
  await person.press('确认登记');
  await vi.waitFor(async () => expect((await partOf(unit))?.progress).toBe(progress), WAIT);
  await vi.waitFor(async () => {
    const seen = await person.messages();
    for (const { id } of [card, check])
      expect(seen.find((message) => message.id === id)).toMatchObject({ buttons: [], changed: true });
  }, WAIT);
}

beforeAll(async () => {
  slack = await startSlackEmulator(['li']);
  telegram = await startTelegramEmulator();
  place = await startPlace();
  telegram.forwardTo(`http://127.0.0.1:${place.port}`);
  li = await slack.person('li');
  yan = telegram.person(810_000_042, '严某东');
  running = place.start([], outbound());
  await running.ready(START_MS);
}, START_MS + 30_000);

afterAll(async () => {
  const processes = place?.processes() ?? {};
  await place?.clear();
  await slack?.close();
  await telegram?.close();
  await allEnded(processes);
}, 60_000);

test('the start, /readyz and doctor name the connected channels, and how somebody is bound', async () => {
  const line = running
    .stdout()
    .split('\n')
    .find((each) => each.startsWith('聊天渠道:'));
  expect(line).toBe(
    '聊天渠道:Slack(工作区 示例市,Socket Mode);Telegram(@TestNameBot,轮询)。绑定联络员请运行 npm run -s duban -- contact bind 姓名。',
  );
  expect(running.stdout().trim().split('\n').length).toBeLessThanOrEqual(8);
  expect((await readyz()).channels.connected).toEqual([
    { channel: 'slack', way: 'socket', name: '示例市', state: 'ok' },
    { channel: 'telegram', way: 'polling', name: 'TestNameBot', state: 'ok' },
  ]);
  const { checks } = await duban<{ checks: { name: string; state: string; note: string }[] }>('doctor');
  expect(checks.find(({ name }) => name === '聊天渠道')).toMatchObject({
    state: 'ok',
    note: expect.stringContaining('尚无人绑定,请运行 npm run -s duban -- contact bind'),
  });
});

test('a contact is bound in Slack by typing the one-time code', async () => {
  const { personId = '' } = await duban('contact', 'add', '示例市', '--name', '李某', '--unit', '公安');
  const { code = '' } = await duban('contact', 'bind', personId);
  await li.type(code);
  await said(li, '李某');
});

test('a contact is bound in Telegram by the link that the command prints', async () => {
  const { personId = '' } = await duban('contact', 'add', '示例市', '--name', '严某东', '--unit', '东城');
  const { code, telegramLink = '' } = await duban('contact', 'bind', personId);
  expect(telegramLink).toBe(`https://t.me/TestNameBot?start=${code}`);
  await yan.start(new URL(telegramLink).searchParams.get('start') ?? '');
  await said(yan, '严某东');
});

test('in Slack over its socket: nudge, answer, card, confirmed, closed', () => loop(li, '公安', WORDS, 85));
test('in Telegram by polling: nudge, answer, card, confirmed, closed', () => loop(yan, '东城', WORDS, 85));

test('after a restart both providers call us, and the people are still bound', async () => {
  running.child.kill('SIGTERM');
  expect(await running.exit()).toBe(0);
  slack.postTo({ url: `http://127.0.0.1:${place.port}/slack/events`, signingSecret: SIGNING_SECRET });
  running = place.start([], inbound());
  await running.ready(START_MS);
  await vi.waitFor(
    async () =>
      expect((await readyz()).channels.connected).toEqual([
        { channel: 'slack', way: 'http', name: '示例市', state: 'ok' },
        { channel: 'telegram', way: 'webhook', name: 'TestNameBot', state: 'ok' },
      ]),
    WAIT,
  );
  for (const [person, unit] of [
    [li, '公安'],
    [yan, '东城'],
  ] as const) {
    await person.type(`第${TASK}项已完成90%`);
    const check = await said(person, '进度85%→90%');
    await person.press('确认登记');
    await vi.waitFor(async () => expect((await partOf(unit))?.progress).toBe(90), WAIT);
    await vi.waitFor(
      async () =>
        expect((await person.messages()).find(({ id }) => id === check.id)).toMatchObject({
          buttons: [],
          changed: true,
        }),
      WAIT,
    );
  }
});

test('with both providers out of reach the start goes on, and /readyz is yellow', async () => {
  running.child.kill('SIGTERM');
  expect(await running.exit()).toBe(0);
  const nowhere = 'http://127.0.0.1:1';
  running = place.start([], { ...inbound(), SLACK_API_URL: `${nowhere}/api/`, TELEGRAM_API_ROOT: nowhere });
  await running.ready(START_MS);
  const { ready, light, channels } = await readyz();
  expect({ ready, light }).toEqual({ ready: true, light: 'yellow' });
  for (const { state } of channels.connected) expect(state).toBe('late');
  expect(running.stdout()).toContain('连接不上Slack');
});
