import type { Locale } from './catalogue/index.ts';

type Said = Record<Locale, string>;

/** A provider's own words (Slack's codes, Telegram's descriptions, codes of the network) and what they mean for the office. */
const MEANINGS: [RegExp, Said][] = [
  [/blocked by the user/i, { zh: '本人已停用机器人', en: 'The person has stopped the bot' }],
  [
    /user is deactivated|account_inactive|user_disabled|user_is_deactivated/i,
    { zh: '账号已注销', en: 'The account was closed' },
  ],
  [/can't initiate conversation/i, { zh: '本人尚未与机器人开始对话', en: 'The person has not started the bot yet' }],
  [
    /bot was kicked|not_in_channel|bot is not a member/i,
    { zh: '机器人已被移出会话', en: 'The bot was removed from the chat' },
  ],
  [
    /chat not found|channel_not_found|user not found|user_not_found|PEER_ID_INVALID|group chat was deleted|users_not_found/i,
    { zh: '找不到该会话或账号', en: 'The chat or the account was not found' },
  ],
  [/is_archived/i, { zh: '该会话已归档', en: 'The chat is archived' }],
  [
    /cannot_dm_bot|messages_tab_disabled|restricted_action|not enough rights|have no rights|CHAT_WRITE_FORBIDDEN/i,
    { zh: '平台设置不允许向其发送消息', en: 'The settings of the platform do not allow messages there' },
  ],
  [
    /unauthorized|invalid_auth|not_authed|token_(revoked|expired)|missing_scope|no_permission|not_allowed_token_type|team_disabled|access_denied/i,
    { zh: '聊天工具的令牌失效或权限不足', en: 'The token of the chat is no longer valid or lacks a right' },
  ],
  [/too many requests|rate.?limited|message_limit_exceeded/i, { zh: '平台限速', en: 'The platform limits the rate' }],
  [
    /timed? ?out|timeout|no answer|socket hang up|ECONNRESET|answer (was cut off|could not be read|named no message)|unreadable answer|fatal_error|internal_error/i,
    { zh: '平台没有正常答复', en: 'The platform gave no proper answer' },
  ],
  [
    /not reached|ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CERT|server error|service_unavailable|HTTP \d+|fetch failed/i,
    { zh: '连接不上平台', en: 'The platform could not be reached' },
  ],
  [
    /invalid_(blocks|arg|array|metadata|form|json|post)|^msg_|metadata_|no_text|can't parse|message is too long|message text is empty|BUTTON_DATA_INVALID/i,
    { zh: '消息格式未被平台接受', en: 'The platform did not take the form of the message' },
  ],
];

const OTHERWISE: Said = { zh: '平台拒收', en: 'The platform refused it' };

/** What it means, alone; null where it is nothing we know. */
export const providerMeaning = (reason: string, locale: Locale = 'zh'): string | null =>
  MEANINGS.find(([known]) => known.test(reason))?.[1][locale] ?? null;

/**
 * What a provider answered, in a plain sentence with its own words behind: 本人已停用机器人(telegram 403: Forbidden: bot
 * was blocked by the user). What is on record stays the provider's.
 */
export function providerReason(reason: string, locale: Locale = 'zh'): string {
  const said = providerMeaning(reason, locale) ?? OTHERWISE[locale];
  if (reason === '') return said;
  return locale === 'en' ? `${said} (${reason})` : `${said}(${reason})`;
}
