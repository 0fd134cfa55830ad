import { setTimeout as pause } from 'node:timers/promises';
import type { Update } from 'node-telegram-bot-api';
import { heardYes } from '../../fakes/slack/deliver-http.ts';
import { createPeople } from '../../fakes/slack/person.ts';
import type { Providers } from './providers.ts';
import { shownInSlack, shownInTelegram, type Shown } from './shown.ts';

/** One person at their provider. What it heard no yes to it delivers again, as the real one does, only sooner. */
export interface Hands {
  /** Resolves to the inbox's key once the provider heard yes. */
  type(text: string): Promise<string>;
  /** Resolves once the provider heard yes: Telegram brings the press again, on Slack the person presses again. */
  press(buttonId: string): Promise<void>;
  /** The provider delivers what came last once more, though it heard yes; under the same id or another. */
  again(id: 'same' | 'new'): Promise<void>;
  /** What the bot wrote to this person, as it reads now, oldest first. */
  shown(): Shown[];
}

const GIVE_UP_MS = 120_000;
const TRY_AGAIN_MS = 200;

async function untilYes(deliver: (attempt: number) => Promise<boolean>): Promise<void> {
  const until = Date.now() + GIVE_UP_MS;
  for (let attempt = 0; !(await deliver(attempt)); attempt += 1) {
    if (Date.now() > until) throw new Error('nobody said yes');
    await pause(TRY_AGAIN_MS);
  }
}

export function handsOf(providers: Providers, personId: string): Hands {
  const address = providers.addresses.get(personId);
  if (!address) throw new Error(`${personId} is on no chat`);
  return address.channel === 'slack'
    ? slackHands(providers, address.externalId)
    : telegramHands(providers, Number(address.externalId));
}

function slackHands({ slack: { workspace }, deliver }: Providers, user: string): Hands {
  const people = createPeople(workspace, () => deliver);
  const dm = workspace.users.get(user)?.dm ?? '';
  return {
    async type(text) {
      await untilYes(async (attempt) => heardYes(await (attempt === 0 ? people.type(user, text) : people.redeliver())));
      const { event } = people.last().body as { event: { ts: string } };
      return `slack/${workspace.team}/${dm}/${event.ts}`;
    },
    press: (buttonId) => untilYes(async () => heardYes(await people.press(user, buttonId))),
    again: async (id) => void (await people.redeliver({ newEventId: id === 'new' })),
    shown: () =>
      workspace.messages.filter(({ bot, channel }) => bot && channel === dm).map(({ blocks }) => shownInSlack(blocks)),
  };
}

function telegramHands({ telegram }: Providers, chat: number): Hands {
  let last: Update | null = null;
  const hand = (update: Update): Promise<void> => {
    last = update;
    return untilYes((attempt) => (attempt === 0 ? telegram.push(update) : telegram.updates.again(update)));
  };
  return {
    async type(text) {
      const update = telegram.people.text(chat, text);
      await hand(update);
      return `telegram/${telegram.me.id}/${chat}/${'message' in update ? update.message.message_id : 0}`;
    },
    press: (buttonId) =>
      hand(
        telegram.people.press(
          chat,
          telegram.ofBot().find(({ reply_markup: markup }) => JSON.stringify(markup ?? null).includes(`"${buttonId}"`))
            ?.message_id ?? 0,
          buttonId,
        ),
      ),
    async again(id) {
      if (last) await telegram.push(id === 'new' ? telegram.people.renumber(last) : last);
    },
    shown: () =>
      telegram
        .ofBot()
        .filter((message) => message.chat.id === chat)
        .map(({ text = '', reply_markup: markup }) => shownInTelegram(text, markup)),
  };
}
