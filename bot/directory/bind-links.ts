import { z } from 'zod';
import type { PrismaClient } from '../../prisma/client.ts';
import type { ChatSettings } from '../chat-channels.ts';
import { startLink, usernameOf } from '../telegram/bot-username.ts';
import { botIdOf } from '../telegram/client.ts';

export interface BindLink {
  channel: 'slack' | 'telegram';
  url: string;
  /** The link itself carries the code; else it opens the chat, and the code is sent there. */
  holdsCode: boolean;
}

const SLACK_BOT = 'slack.bot';
const SlackBot = z.object({ team: z.string(), user: z.string() });

/** Kept, so that a link to the app's direct messages can be made without asking Slack. */
export async function rememberSlackBot(prisma: PrismaClient, bot: z.infer<typeof SlackBot>): Promise<void> {
  await prisma.setting.upsert({
    where: { key: SLACK_BOT },
    create: { key: SLACK_BOT, value: bot },
    update: { value: bot },
  });
}

/**
 * How a person reaches the bot with a code: Telegram's deep link hands it over by itself (64 of A-Z a-z 0-9 _ -),
 * Slack has none, so that the link opens the app's direct messages. A bot that never connected here has no link.
 */
export async function bindLinks(prisma: PrismaClient, chat: ChatSettings, code: string): Promise<BindLink[]> {
  const username = chat.telegram ? await usernameOf(prisma, botIdOf(chat.telegram.token)) : null;
  const slack = chat.slack ? await prisma.setting.findUnique({ where: { key: SLACK_BOT } }) : null;
  const bot = SlackBot.safeParse(slack?.value).data;
  return [
    ...(username === null ? [] : [{ channel: 'telegram' as const, url: startLink(username, code), holdsCode: true }]),
    ...(bot
      ? [{ channel: 'slack' as const, url: `slack://user?team=${bot.team}&id=${bot.user}`, holdsCode: false }]
      : []),
  ];
}
