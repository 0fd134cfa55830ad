import type { BotCommand, WebhookInfo } from 'node-telegram-bot-api';
import { apiError, badRequest } from './api-error.ts';
import { integer, structured } from './read-params.ts';
import type { Params } from './types.ts';
import type { Updates, Webhook } from './updates.ts';

export interface Settings {
  /** The menu of one scope and language as it stands; empty where none was set. A chat's scope is `chat/<id>`. */
  commandsFor(scope?: string, language?: string): BotCommand[];
  setMyCommands(params: Params): true;
  deleteMyCommands(params: Params): true;
  getMyCommands(params: Params): BotCommand[];
  setWebhook(params: Params): true;
  deleteWebhook(params: Params): true;
  getWebhookInfo(): WebhookInfo;
}

/** Bot API, setMyCommands. */
const COMMANDS_MAX = 100;
const SCOPES = ['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators'];
const CHAT_SCOPES = ['chat', 'chat_administrators', 'chat_member'];

/** Scope and language of a menu. A scope of one chat is refused like a message to it. */
function menuKey(params: Params, reach: (params: Params) => unknown): string {
  const scope = (structured(params['scope']) ?? { type: 'default' }) as { type?: unknown; chat_id?: unknown };
  const { language_code: language = '' } = params;
  if (typeof language !== 'string' || !/^([a-z]{2})?$/.test(language)) throw badRequest('BOT_COMMAND_LANGUAGE_INVALID');
  const { type, chat_id: chat } = scope;
  if (SCOPES.some((known) => known === type)) return `${String(type)}|${language}`;
  if (!CHAT_SCOPES.some((known) => known === type)) throw badRequest("can't parse BotCommandScope: type is invalid");
  reach({ chat_id: chat });
  return `${String(type)}/${String(chat)}|${language}`;
}

/**
 * What a bot tells Telegram about itself. `httpsOnly` as the real one; a test's listener has no certificate. `reach`
 * throws for a chat that the bot can't see.
 */
export function createSettings(
  updates: Updates,
  httpsOnly: boolean,
  reach: (params: Params) => unknown = () => undefined,
): Settings {
  let maxConnections = 40;
  const menus = new Map<string, BotCommand[]>();
  const settings: Settings = {
    commandsFor: (scope = 'all_private_chats', language = '') => menus.get(`${scope}|${language}`) ?? [],
    setMyCommands(params) {
      const commands = structured(params['commands']);
      if (!Array.isArray(commands)) throw badRequest("can't parse commands");
      if (commands.length > COMMANDS_MAX) throw badRequest('BOT_COMMANDS_TOO_MUCH');
      for (const { command, description } of commands as BotCommand[]) {
        if (!/^[a-z0-9_]{1,32}$/.test(String(command))) throw badRequest('BOT_COMMAND_INVALID');
        if (typeof description !== 'string' || description.length < 1 || description.length > 256)
          throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
      }
      menus.set(menuKey(params, reach), commands as BotCommand[]);
      return true;
    },
    deleteMyCommands(params) {
      menus.delete(menuKey(params, reach));
      return true;
    },
    getMyCommands: (params) => menus.get(menuKey(params, reach)) ?? [],
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
