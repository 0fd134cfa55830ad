import type { ChatSettings } from '../bot/chat-channels.ts';
import type { Environment } from './environment.ts';

/** The chat providers that the settings name; parseEnvironment has checked that they fit together. */
export function chatSettings(environment: Environment): ChatSettings {
  const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, SLACK_API_URL, SLACK_TEAM_ID } = environment;
  const { TELEGRAM_BOT_TOKEN, TELEGRAM_API_ROOT, TELEGRAM_WEBHOOK_URL, TELEGRAM_WEBHOOK_SECRET } = environment;
  return {
    slack: SLACK_BOT_TOKEN
      ? {
          token: SLACK_BOT_TOKEN,
          ...(SLACK_API_URL ? { apiUrl: SLACK_API_URL } : {}),
          ...(SLACK_TEAM_ID ? { teamId: SLACK_TEAM_ID } : {}),
          way: SLACK_APP_TOKEN ? { appToken: SLACK_APP_TOKEN } : { signingSecret: SLACK_SIGNING_SECRET ?? '' },
        }
      : null,
    telegram: TELEGRAM_BOT_TOKEN
      ? {
          token: TELEGRAM_BOT_TOKEN,
          ...(TELEGRAM_API_ROOT ? { apiRoot: TELEGRAM_API_ROOT } : {}),
          ...(TELEGRAM_WEBHOOK_URL
            ? { webhook: { url: TELEGRAM_WEBHOOK_URL, secret: TELEGRAM_WEBHOOK_SECRET ?? '' } }
            : {}),
        }
      : null,
  };
}
