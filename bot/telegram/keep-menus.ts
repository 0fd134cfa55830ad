import { TelegramApiError, type Api } from 'node-telegram-bot-api';
import { z } from 'zod';
import type { Prisma, PrismaClient } from '../../prisma/client.ts';
import { asLocale } from '../../prisma/person-locale.ts';
import { menuOf, menuRole, type MenuLanguage, type MenuRole } from './menu.ts';
import { reasonOf } from './outcome-of.ts';

export interface MenuDeps {
  prisma: PrismaClient;
  api: Api;
  botId: string;
  log: (message: string, fields: Record<string, unknown>) => void;
}

/** Whose menu a chat has, and in which language: `office/en`. */
type Menu = `${MenuRole}/${MenuLanguage}`;

/** Chats that have a menu of their own, as Telegram was told. Without a language: told when both were set. */
const Told = z.record(z.string(), z.string().max(20));

/** Chinese is for everybody whose app is in no other language that has a menu. */
const LANGUAGES = [
  { language: 'zh', code: {} },
  { language: 'en', code: { language_code: 'en' } },
] as const;

/** More chats than this are told at the next look: their calls count against the token as messages do. */
const TOLD_AT_ONCE = 60;

/** What everybody sees who isn't told otherwise. Throws where Telegram can't be told. */
export async function setCommonMenu(api: Api): Promise<void> {
  for (const { language, code } of LANGUAGES)
    await api.setMyCommands({ commands: menuOf('unit', language), scope: { type: 'all_private_chats' }, ...code });
}

/**
 * Gives everybody who is bound the menu of what they may do in their own language, in their own chat alone, and takes
 * it from whom it is no longer. Calls Telegram only for what changed. Runs beside the listener: a menu is a courtesy,
 * and a Telegram that doesn't know of menus is left alone until the next look.
 */
export function createMenus({ prisma, api, botId, log }: MenuDeps): { keep: () => Promise<void> } {
  const key = `telegram.menus/${botId}`;
  /** Chats that Telegram refused, with what they were refused: not tried again before that changes or a new start. */
  const refused = new Map<string, Menu | undefined>();
  let lastReason = '';

  async function keep(): Promise<void> {
    const kept = Told.safeParse((await prisma.setting.findUnique({ where: { key } }))?.value);
    const told = new Map(Object.entries(kept.success ? kept.data : {}));
    const before = JSON.stringify([...told]);
    const wanted = await wantedMenus(prisma);
    const due = [...new Set([...wanted.keys(), ...told.keys()])].filter(
      (chat) => wanted.get(chat) !== told.get(chat) && !(refused.has(chat) && refused.get(chat) === wanted.get(chat)),
    );
    for (const chat of due.slice(0, TOLD_AT_ONCE)) {
      const menu = wanted.get(chat);
      try {
        await tell(api, chat, menu);
        if (menu) told.set(chat, menu);
        else told.delete(chat);
        refused.delete(chat);
        lastReason = '';
      } catch (error) {
        const reason = reasonOf(error);
        if (reason !== lastReason) log('a telegram menu was not set', { reason });
        lastReason = reason;
        // What holds for this chat alone holds no other up; all else would fail for the next one too.
        if (!isOfChat(error)) break;
        refused.set(chat, menu);
        if (!menu) told.delete(chat);
      }
    }
    if (JSON.stringify([...told]) === before) return;
    const value = Object.fromEntries(told) as Prisma.InputJsonValue;
    await prisma.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
  }

  return { keep };
}

/** A chat that is gone, or whose person stopped the bot. */
const isOfChat = (error: unknown): boolean =>
  error instanceof TelegramApiError && (error.errorCode === 400 || error.errorCode === 403);

/** By chat; the office and the leaders first, for theirs differs most from everybody's. */
async function wantedMenus(prisma: PrismaClient): Promise<Map<string, Menu>> {
  const accounts = await prisma.account.findMany({
    where: { channel: 'telegram', revokedAt: null, failedAt: null },
    orderBy: { id: 'asc' },
    select: { externalId: true, person: { select: { locale: true, grants: { select: { role: true } } } } },
  });
  const menus = accounts.map(({ externalId, person }) => ({
    chat: externalId,
    role: menuRole(person.grants.map((grant) => grant.role)),
    language: asLocale(person.locale),
  }));
  return new Map(
    menus
      .toSorted((a, b) => Number(a.role === 'unit') - Number(b.role === 'unit'))
      .map(({ chat, role, language }): [string, Menu] => [chat, `${role}/${language}`]),
  );
}

/**
 * One menu for the chat whatever its app's language: Telegram looks for the chat's menu in that language first, so one
 * that was set for English goes. Without a menu both go, and the chat has everybody's again.
 */
async function tell(api: Api, chat: string, menu: Menu | undefined): Promise<void> {
  const scope = { type: 'chat' as const, chat_id: chat };
  if (menu) {
    const [role, language] = menu.split('/') as [MenuRole, MenuLanguage];
    await api.setMyCommands({ commands: menuOf(role, language), scope });
  } else await api.deleteMyCommands({ scope });
  await api.deleteMyCommands({ scope, language_code: 'en' });
}
