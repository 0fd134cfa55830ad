import type { Api } from 'node-telegram-bot-api';
import { z } from 'zod';
import type { Prisma, PrismaClient } from '../../prisma/client.ts';
import { menuOf, menuRole, type MenuRole } from './menu.ts';
import { reasonOf } from './outcome-of.ts';

export interface MenuDeps {
  prisma: PrismaClient;
  api: Api;
  botId: string;
  log: (message: string, fields: Record<string, unknown>) => void;
}

/** Chats that have a menu of their own, as Telegram was told. */
const Told = z.record(z.string(), z.enum(['office', 'leader']));

/** Chinese is for everybody whose app is in no other language that has a menu. */
const LANGUAGES = [
  { language: 'zh', code: {} },
  { language: 'en', code: { language_code: 'en' } },
] as const;

/** What everybody sees who isn't told otherwise. Throws where Telegram can't be told. */
export async function setCommonMenu(api: Api): Promise<void> {
  for (const { language, code } of LANGUAGES)
    await api.setMyCommands({ commands: menuOf('unit', language), scope: { type: 'all_private_chats' }, ...code });
}

/**
 * Gives coordinators and leaders the menu of what they may do, in their own chat alone, and takes it from those who
 * are it no longer. Calls Telegram only for what changed. Runs beside the listener: a menu is a courtesy.
 */
export async function keepMenus({ prisma, api, botId, log }: MenuDeps): Promise<void> {
  const key = `telegram.menus/${botId}`;
  const kept = Told.safeParse((await prisma.setting.findUnique({ where: { key } }))?.value);
  const told = new Map<string, MenuRole>(Object.entries(kept.success ? kept.data : {}));
  const before = JSON.stringify([...told]);
  const wanted = await wantedMenus(prisma);
  for (const chat of new Set([...told.keys(), ...wanted.keys()])) {
    const role = wanted.get(chat);
    if (role === told.get(chat)) continue;
    try {
      await tell(api, chat, role ?? null);
      if (role) told.set(chat, role);
      else told.delete(chat);
    } catch (error) {
      // A chat that is gone needs no menu; any other is tried again the next time.
      if (!role) told.delete(chat);
      log('a telegram menu was not set', { reason: reasonOf(error) });
    }
  }
  if (JSON.stringify([...told]) === before) return;
  const value = Object.fromEntries(told) as Prisma.InputJsonValue;
  await prisma.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
}

async function wantedMenus(prisma: PrismaClient): Promise<Map<string, MenuRole>> {
  const accounts = await prisma.account.findMany({
    where: {
      channel: 'telegram',
      revokedAt: null,
      failedAt: null,
      person: { grants: { some: { role: { in: ['coordinator', 'leader'] } } } },
    },
    select: { externalId: true, person: { select: { grants: { select: { role: true } } } } },
  });
  return new Map(
    accounts.flatMap(({ externalId, person }): [string, MenuRole][] => {
      const role = menuRole(person.grants.map((grant) => grant.role));
      return role === 'unit' ? [] : [[externalId, role]];
    }),
  );
}

async function tell(api: Api, chat: string, role: MenuRole | null): Promise<void> {
  const scope = { type: 'chat' as const, chat_id: chat };
  for (const { language, code } of LANGUAGES)
    if (role === null) await api.deleteMyCommands({ scope, ...code });
    else await api.setMyCommands({ commands: menuOf(role, language), scope, ...code });
}
