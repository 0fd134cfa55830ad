import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import manifest from '../../../bot/slack/manifest.json' with { type: 'json' };

const folder = fileURLToPath(new URL('../../../bot/slack/', import.meta.url));
const code = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(`${folder}${name}`, 'utf8'))
  .join('\n');
const found = (pattern: RegExp): string[] =>
  [...new Set([...code.matchAll(pattern)].map(([, name]) => name ?? ''))].toSorted();

/** What Slack asks of a bot token for each method (its method pages); none for auth.test. */
const SCOPE_OF_METHOD: Record<string, string[]> = {
  'auth.test': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['im:history'],
  'conversations.open': ['im:write'],
  'conversations.replies': ['im:history'],
  'files.info': ['files:read'],
  'views.open': [],
  'views.publish': [],
  'views.update': [],
};
const SCOPES_OF_EVENT: Record<string, string[]> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  'message.im': ['im:history'],
};

describe('the app’s manifest', () => {
  const { oauth_config: oauth, settings, features } = manifest;

  it('subscribes to the events that are handled, and to no other', () => {
    const subscribed = settings.event_subscriptions.bot_events.map((name) => name.split('.')[0]);
    expect(subscribed.toSorted()).toEqual(found(/app\.event\('(\w+)'/g));
  });

  it('asks for the scopes that methods, events and commands need, and for no other', () => {
    const methods = found(/(?:client|quick)\s*\.((?:auth|chat|conversations|files|views|users)\s*\.\w+)\(/g).map(
      (name) => name.replace(/\s/g, ''),
    );
    expect(methods).toEqual(Object.keys(SCOPE_OF_METHOD));
    const needed = [
      ...methods.flatMap((method) => SCOPE_OF_METHOD[method] ?? []),
      ...settings.event_subscriptions.bot_events.flatMap(
        (event) => SCOPES_OF_EVENT[event] ?? [`unknown event ${event}`],
      ),
      'commands',
    ];
    expect(oauth.scopes.bot).toEqual([...new Set(needed)].toSorted());
  });

  it('offers the shortcuts that are handled, and no other', () => {
    expect(features.shortcuts.map(({ callback_id: id }) => id).toSorted()).toEqual(found(/callback_id: '(\w+)' \}/g));
    for (const { type, callback_id: id, name, description } of features.shortcuts) {
      expect(code).toContain(`{ type: '${type === 'global' ? 'shortcut' : 'message_action'}', callback_id: '${id}' }`);
      expect([name.length <= 24, description.length <= 150]).toEqual([true, true]);
    }
  });

  it('needs no address that a body names: answers go by the Web API alone', () => {
    expect(code).not.toMatch(/response_url|respond\(/);
  });

  it('has the command and lets people write to the bot', () => {
    expect(features.slash_commands.map(({ command }) => command)).toEqual(found(/app\.command\('([^']+)'/g));
    expect(features.app_home).toMatchObject({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
    expect(settings.interactivity.is_enabled).toBe(true);
    expect(settings.org_deploy_enabled).toBe(false);
  });
});
