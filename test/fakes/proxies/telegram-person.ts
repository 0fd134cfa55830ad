import type { InlineKeyboardMarkup } from 'node-telegram-bot-api';
import type { StoredBotUpdate, TelegramServer } from 'telegram-test-api/lib/telegramServer.js';
import type { EmulatedPerson } from './person.ts';

export interface TelegramPersonOptions {
  emulator: TelegramServer;
  token: string;
  /** A private chat's id is its person's. */
  chat: number;
  name: string;
  /** They pressed Start. */
  started: () => void;
}

/** A person of the emulated Telegram, in their private chat with the bot. */
export function telegramPerson({ emulator, token, chat, name, started }: TelegramPersonOptions) {
  const client = emulator.getClient(token, { userId: chat, chatId: chat, firstName: name });
  const changed = new Map<number, string>();
  const own = (): StoredBotUpdate[] =>
    emulator.storage.botMessages.filter(({ message }) => String(message.chat_id) === String(chat));
  // The emulator says yes before the webhook has, and numbers what comes meanwhile the same: one after the other.
  const acted = async (act: () => Promise<unknown>): Promise<void> => {
    const added = emulator.waitUserMessage();
    await act();
    await added;
  };
  const command = (text: string): Promise<void> => acted(() => client.sendCommand(client.makeCommand(text)));
  // The emulator doesn't say which message was changed.
  const first = ({ messageId, message }: StoredBotUpdate): string => {
    const before = changed.get(messageId) ?? message.text;
    changed.set(messageId, before);
    return before;
  };
  emulator.on('AddedBotMessage', () => own().forEach(first));

  const person: EmulatedPerson & { start(code?: string): Promise<void> } = {
    async start(code) {
      started();
      await command(code === undefined ? '/start' : `/start ${code}`);
    },
    async type(text) {
      if (text.startsWith('/')) await command(text);
      else await acted(() => client.sendMessage(client.makeMessage(text)));
    },
    async press(label) {
      for (const { messageId, message } of own().toReversed()) {
        const button = buttonsOf(message).find(({ text }) => text === label);
        if (!button) continue;
        // Their type of a message is that of a service message; only its number and chat are looked at.
        const pressed = client.makeCallbackQuery(button.data, { message: { message_id: messageId } as never });
        return acted(() => client.sendCallback(pressed));
      }
      throw new Error(`no message has a button 〔${label}〕`);
    },
    messages: async () =>
      own().map((stored) => ({
        id: String(stored.messageId),
        text: stored.message.text,
        buttons: buttonsOf(stored.message).map(({ text }) => text),
        changed: first(stored) !== stored.message.text,
      })),
  };
  return person;
}

function buttonsOf({ reply_markup: markup }: StoredBotUpdate['message']): { text: string; data: string }[] {
  const rows = (markup as InlineKeyboardMarkup | undefined)?.inline_keyboard ?? [];
  return rows.flat().flatMap(({ text, callback_data: data }) => (data === undefined ? [] : [{ text, data }]));
}
