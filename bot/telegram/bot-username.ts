import type { PrismaClient } from '../../prisma/client.ts';

/** Kept, so that the command line can make a link to the bot without asking Telegram. */
const keyOf = (botId: string): string => `telegram.username/${botId}`;

export async function rememberUsername(prisma: PrismaClient, botId: string, username: string): Promise<void> {
  const key = keyOf(botId);
  await prisma.setting.upsert({ where: { key }, create: { key, value: username }, update: { value: username } });
}

/** The user name of the bot with this id; null where it never connected here. */
export async function usernameOf(prisma: PrismaClient, botId: string): Promise<string | null> {
  const setting = await prisma.setting.findUnique({ where: { key: keyOf(botId) } });
  return typeof setting?.value === 'string' ? setting.value : null;
}

/** Opens the bot with a Start button that hands the code over (Bot API, "Deep linking": 64 of A-Z a-z 0-9 _ -). */
export const startLink = (username: string, code: string): string => `https://t.me/${username}?start=${code}`;
