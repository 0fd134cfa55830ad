import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startFakeSlack, type FakeSlack } from '../fakes/slack/server.ts';
import { startFakeTelegram, type FakeTelegram } from '../fakes/telegram/server.ts';
import { startPlace } from '../support/running-start.ts';

/** The real bot, without a worker behind it: it ends before it would need one. */
const BOT_ALONE = ['worker=test/support/stand-ins/worker.ts', 'page=test/support/stand-ins'];

let slack: FakeSlack;
let telegram: FakeTelegram;
let place: Awaited<ReturnType<typeof startPlace>>;
beforeAll(async () => {
  slack = await startFakeSlack();
  telegram = await startFakeTelegram();
});
afterAll(async () => {
  await slack.close();
  await telegram.stop();
});
beforeEach(async () => void (place = await startPlace()));
afterEach(() => place.clear());

/** All that the start prints besides its steps: one sentence. */
async function sentence(variables: Record<string, string>): Promise<string> {
  const running = place.start(BOT_ALONE, variables);
  expect(await running.exit(90_000)).toBe(1);
  expect(running.stdout()).toBe('');
  const lines = running.said().split('\n');
  const said = lines.filter((line) => line.trim() !== '' && !/^ {2}[✓✗…] /.test(line));
  expect(said).toHaveLength(1);
  for (const secret of Object.values(variables))
    if (!secret.startsWith('http')) expect(running.said()).not.toContain(secret);
  return said[0] ?? '';
}

test('a bot token that Slack refuses ends the start with one sentence', async () => {
  const said = await sentence({
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: 'xoxb-of-another-app',
    SLACK_SIGNING_SECRET: 'a-signing-secret',
  });
  expect(said).toMatch(/^Slack refuses SLACK_BOT_TOKEN \(invalid_auth\): install the app .*\.env\.$/);
});

test('an app-level token that Slack refuses ends the start with one sentence', async () => {
  const said = await sentence({
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: slack.workspace.token,
    SLACK_APP_TOKEN: 'xapp-of-another-app',
  });
  expect(said).toMatch(/^Slack refuses SLACK_APP_TOKEN \(invalid_auth\): generate an app-level token .*\.env\.$/);
});

test('a token that Telegram refuses ends the start with one sentence', async () => {
  const said = await sentence({
    TELEGRAM_API_ROOT: telegram.apiRoot,
    TELEGRAM_BOT_TOKEN: '7000000002:AAAnotherTokenThatNobodyKnows-0123456789',
  });
  expect(said).toMatch(/^Telegram refuses TELEGRAM_BOT_TOKEN: put the token that BotFather shows .*\.env\.$/);
});
