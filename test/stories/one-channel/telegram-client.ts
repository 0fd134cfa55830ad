import type { Update } from 'node-telegram-bot-api';
import { vi } from 'vitest';
import type { Client } from './client.ts';
import type { WireWorld } from './wire-world.ts';

/** A person in Telegram; resolves once the bot has confirmed the update. */
export function telegramClient({ telegram }: WireWorld, chat: number): Client {
  telegram.people.person(chat);
  const hand = async (update: Update): Promise<void> =>
    vi.waitUntil(() => telegram.push(update), { timeout: 30_000 }).then(() => undefined);
  const own = () => telegram.ofBot().filter(({ chat: { id } }) => id === chat);
  const press = (buttonId: string): Promise<void> => {
    const card = own().find(({ reply_markup: markup }) =>
      markup?.inline_keyboard?.flat().some(({ callback_data: data }) => data === buttonId),
    );
    if (!card) throw new Error('no message has that button');
    return hand(telegram.people.press(chat, card.message_id, buttonId));
  };
  return {
    shown: async () =>
      own().map(({ message_id: id, text = '', reply_markup: markup }) => ({
        id: String(id),
        text,
        buttons: (markup?.inline_keyboard ?? [])
          .flat()
          .map((button) => ({ label: button.text, id: button.callback_data ?? '' })),
      })),
    types: (text) => hand(telegram.people.text(chat, text)),
    commands: (text) => hand(telegram.people.text(chat, `/${text}`)),
    press,
    /** In words, and the card anew. */
    async correct(buttonId, progress, settle) {
      await press(buttonId);
      await settle();
      await hand(telegram.people.text(chat, `完成${progress}%`));
      await settle();
      const card = own().at(-1)?.reply_markup?.inline_keyboard?.flat();
      await press(card?.find(({ text }) => text === '确认登记')?.callback_data ?? '');
    },
  };
}
