import type { BotCommand, WebhookInfo } from 'node-telegram-bot-api';
import { apiError, badRequest } from './api-error.ts';
import { integer, structured } from './read-params.ts';
import type { Params } from './types.ts';
import type { Updates, Webhook } from './updates.ts';

export interface Settings {
  commands: BotCommand[];
  setMyCommands(params: Params): true;
  setWebhook(params: Params): true;
  deleteWebhook(params: Params): true;
  getWebhookInfo(): WebhookInfo;
}

/** What a bot tells Telegram about itself. `httpsOnly` as the real one; a test's listener has no certificate. */
export function createSettings(updates: Updates, httpsOnly: boolean): Settings {
  let maxConnections = 40;
  const settings: Settings = {
    commands: [],
    setMyCommands(params) {
      const commands = structured(params['commands']);
      if (!Array.isArray(commands)) throw badRequest("can't parse commands");
      for (const { command, description } of commands as BotCommand[]) {
        if (!/^[a-z0-9_]{1,32}$/.test(String(command))) throw badRequest('BOT_COMMAND_INVALID');
        if (typeof description !== 'string' || description.length < 1 || description.length > 256)
          throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
      }
      settings.commands = commands as BotCommand[];
      return true;
    },
    setWebhook(params) {
      const { url = '', secret_token: secret } = params;
      if (typeof url !== 'string') throw badRequest('bad webhook: URL is invalid');
      const drop = String(params['drop_pending_updates']) === 'true';
      if (url === '') return (updates.setWebhook(null, drop), true);
      if (!URL.canParse(url)) throw badRequest('bad webhook: invalid URL');
      if (httpsOnly && !url.startsWith('https:'))
        throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
      if (secret !== undefined && !(typeof secret === 'string' && /^[A-Za-z0-9_-]{1,256}$/.test(secret)))
        throw apiError(400, 'Bad Request: secret token contains unallowed characters');
      const kinds = structured(params['allowed_updates']);
      maxConnections = integer(params['max_connections']) ?? 40;
      const webhook: Webhook = {
        url,
        secret: secret ?? null,
        allowed: Array.isArray(kinds) ? (kinds as string[]) : null,
        lastError: null,
      };
      updates.setWebhook(webhook, drop);
      return true;
    },
    deleteWebhook(params) {
      updates.setWebhook(null, String(params['drop_pending_updates']) === 'true');
      return true;
    },
    getWebhookInfo() {
      const { webhook } = updates;
      return {
        url: webhook?.url ?? '',
        has_custom_certificate: false,
        pending_update_count: updates.pending().length,
        ...(webhook ? { max_connections: maxConnections } : {}),
        ...(webhook?.lastError ? { last_error_message: webhook.lastError, last_error_date: 1 } : {}),
        ...(webhook?.allowed ? { allowed_updates: webhook.allowed } : {}),
      };
    },
  };
  return settings;
}
