import { vi } from 'vitest';
import type { Update } from 'node-telegram-bot-api';
import { heardYes } from '../fakes/slack/deliver-http.ts';
import type { FakeSlack } from '../fakes/slack/server.ts';
import type { FakeTelegram } from '../fakes/telegram/server.ts';
import type { Hands } from './chat-people.ts';

/** Presses and typed replies as Slack delivers them; each must be heard. */
export function slackHands({ people, workspace }: FakeSlack): Hands {
  const userOf = (personId: string): string => {
    const user = [...workspace.users.values()].find(({ name }) => name === personId);
    if (!user) throw new Error(`${personId} is not on slack`);
    return user.id;
  };
  const heard = async (delivered: Promise<{ status: number }>): Promise<void> => {
    const answer = await delivered;
    if (!heardYes(answer)) throw new Error(`slack heard ${answer.status}`);
  };
  return {
    press: (personId, _, buttonId) => heard(people.press(userOf(personId), buttonId)),
    reply: (personId, { ts }, text) =>
      heard(people.type(userOf(personId), text, typeof ts === 'string' ? { threadTs: ts } : {})),
    again: () => heard(people.redeliver({ newEventId: true })),
  };
}

/** The same on Telegram, by webhook or in the next poll. */
export function telegramHands(telegram: FakeTelegram, chatOf: (personId: string) => number): Hands {
  let last: Update | null = null;
  const hand = async (update: Update): Promise<void> => {
    last = update;
    // Until it is confirmed: a poll that was just ended reads it again.
    await vi.waitUntil(() => telegram.push(update), { timeout: 30_000 });
  };
  return {
    async press(personId, _, buttonId) {
      const card = telegram
        .ofBot()
        .find(({ reply_markup: markup }) =>
          markup?.inline_keyboard.flat().some(({ callback_data: data }) => data === buttonId),
        );
      if (!card) throw new Error('no message on telegram has that button');
      await hand(telegram.people.press(chatOf(personId), card.message_id, buttonId));
    },
    reply: (personId, { messageId }, text) =>
      hand(telegram.people.text(chatOf(personId), text, typeof messageId === 'number' ? { replyTo: messageId } : {})),
    async again() {
      if (last) await telegram.updates.again(last);
    },
  };
}
