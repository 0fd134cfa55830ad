import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentNames, parseEnvironment, projectRoot } from '../../setup/environment.ts';

const root = '/somewhere';
const problemsOf = (source: Record<string, string>): string => {
  try {
    parseEnvironment(source, root);
    return 'none';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('settings', () => {
  test('have defaults for everything that is needed', () => {
    expect(parseEnvironment({}, root)).toMatchObject({ DUBAN_HOME: '/somewhere/.duban', DUBAN_PORT: 8080 });
  });

  test('left empty count as not given', () => {
    const environment = parseEnvironment(
      { DUBAN_HOME: '', DUBAN_PORT: '', DATABASE_URL: '', SLACK_BOT_TOKEN: '' },
      root,
    );
    expect(environment).toMatchObject({ DUBAN_HOME: '/somewhere/.duban', DUBAN_PORT: 8080 });
    expect(environment.DATABASE_URL).toBeUndefined();
  });

  test('report all problems at once, in one sentence', () => {
    const sentence = problemsOf({
      DUBAN_PORT: 'eighty',
      DATABASE_URL: 'mysql://somewhere',
      TEMPORAL_ADDRESS: 'http://temporal:7233',
      SLACK_BOT_TOKEN: 'abc',
      TELEGRAM_BOT_TOKEN: 'abc',
    });
    for (const name of ['DUBAN_PORT', 'DATABASE_URL', 'TEMPORAL_ADDRESS', 'SLACK_BOT_TOKEN', 'TELEGRAM_BOT_TOKEN'])
      expect(sentence).toContain(name);
    expect(sentence.split('\n')).toHaveLength(1);
  });

  test('never show a value, which may be a secret', () => {
    const sentence = problemsOf({ SLACK_BOT_TOKEN: 'hunter2-token', DATABASE_URL: 'hunter2://x:hunter2@y/z' });
    expect(sentence).not.toContain('hunter2');
  });

  test('that need one another are asked for', () => {
    expect(problemsOf({ SLACK_BOT_TOKEN: 'xoxb-1' })).toContain('SLACK_SIGNING_SECRET');
    expect(problemsOf({ SLACK_APP_TOKEN: 'xapp-1' })).toContain('SLACK_BOT_TOKEN');
    expect(problemsOf({ TELEGRAM_BOT_TOKEN: '1:a', TELEGRAM_WEBHOOK_URL: 'https://a.example/t' })).toContain(
      'TELEGRAM_WEBHOOK_SECRET',
    );
  });

  test.each(['0', '0.5', '-1', '65536', '8080x'])('refuse %s as a port', (port) => {
    expect(problemsOf({ DUBAN_PORT: port })).toContain('DUBAN_PORT must be a port number');
  });

  test('are all listed in .env.example', () => {
    const example = readFileSync(join(projectRoot, '.env.example'), 'utf8');
    const listed = [...example.matchAll(/^#?([A-Z][A-Z0-9_]+)=/gm)].map((found) => found[1]);
    expect(listed.sort()).toEqual([...environmentNames].sort());
  });
});
