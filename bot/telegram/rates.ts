import type { Rate } from '../../domain/chat/port.ts';

/**
 * Bot FAQ, "My bot is hitting limits": 1 message a second a chat, 20 a minute a group, 30 a second in all. Each just
 * below what is printed: a call that took a moment less than the one before counts in the same second.
 */
const CHAT_PER_SECOND = 0.98;
const GROUP_PER_SECOND = 19.6 / 60;
const BOT_PER_SECOND = 29.5;

/** Every call of the bot, whichever process makes it. */
export const botRate = (botId: string): Rate => ({ key: `telegram/${botId}`, perSecond: BOT_PER_SECOND });

/** A group counts changes as well; a private chat counts messages alone. */
export function telegramRates(botId: string, chat: string, use: 'send' | 'close'): Rate[] {
  const isGroup = chat.startsWith('-');
  return [
    ...(use === 'send' || isGroup
      ? [{ key: `telegram/${botId}/${chat}`, perSecond: isGroup ? GROUP_PER_SECOND : CHAT_PER_SECOND }]
      : []),
    botRate(botId),
  ];
}
