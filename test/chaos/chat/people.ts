import { setTimeout as pause } from 'node:timers/promises';
import { answersForAll, type Answer } from '../answers.ts';
import type { GivenAnswer } from '../judge.ts';
import type { World } from '../world.ts';
import { handsOf, type Hands } from './hands.ts';
import type { Providers } from './providers.ts';
import type { Shown } from './shown.ts';

/** What people did in one world. */
export interface ChatTalk {
  /** Presses that a provider heard yes to: signed digests and confirmed cards. */
  presses: number;
  /** Typed reports without a figure, by the inbox's key of the words. */
  typed: GivenAnswer[];
  /** Deliveries that came although they had been acknowledged. */
  again: number;
  /** Acts that came to nothing within their bound. */
  failed: string[];
}

export const newTalk = (): ChatTalk => ({ presses: 0, typed: [], again: 0, failed: [] });
export const acknowledged = ({ presses, typed }: ChatTalk): number => presses + typed.length;

/** What a card offers whose words hold no figure. */
const CONFIRM = '登记为进展(无数字)';
const SHOWN_WITHIN_MS = 150_000;
const LOOK_EVERY_MS = 50;
/** Every so many acts the provider delivers one again that it had heard yes to. */
const AGAIN_EVERY = 5;

/** Everybody signs the digest that asks for receipts, all at once. */
export async function signAll(providers: Providers, talk: ChatTalk): Promise<void> {
  await eachPerson(providers, talk, async (hands) => {
    const { buttons } = await shownTo(hands, ({ buttons: those }) => '全部签收' in those);
    await pressed(hands, talk, buttons['全部签收'] ?? '');
  });
}

export interface Manner {
  /** A person types everything before reading the first card. */
  atOnce?: boolean;
  /** How often each message comes again; otherwise some of them do once. */
  again?: { sameId: number; newId: number };
}

/** Each of these parts is reported on in words, and the card that shows them is confirmed. */
export async function reportAll(
  providers: Providers,
  talk: ChatTalk,
  answers: Answer[],
  { atOnce = false, again }: Manner = {},
): Promise<void> {
  const mine = Map.groupBy(answers, ({ personId }) => personId);
  await eachPerson(providers, talk, async (_, personId) => {
    const report = async ({ entityId, partId, words }: Answer): Promise<void> => {
      // Hands of its own for each, which remember what they did last.
      const hands = handsOf(providers, personId);
      const dedupeKey = await hands.type(words);
      talk.typed.push({ dedupeKey, entityId, partId, acknowledged: true, outcome: 'proposal' });
      if (again) await comesAgain(hands, talk, again);
      else await againSometimes(hands, talk);
      const { buttons } = await shownTo(hands, (one) => CONFIRM in one.buttons && one.text.includes(words));
      await pressed(hands, talk, buttons[CONFIRM] ?? '');
    };
    const all = mine.get(personId) ?? [];
    if (atOnce) await Promise.all(all.map(report));
    else for (const answer of all) await report(answer);
  });
}

async function comesAgain(hands: Hands, talk: ChatTalk, { sameId, newId }: { sameId: number; newId: number }) {
  for (let n = 0; n < sameId; n += 1) await hands.again('same');
  for (let n = 0; n < newId; n += 1) await hands.again('new');
  talk.again += sameId + newId;
}

/** `count` of all parts, with words that name their task and hold no figure. */
export async function someReports(world: World, count: number, said: string): Promise<Answer[]> {
  const all = await answersForAll(world, '');
  const step = Math.floor(all.length / count);
  return titled(world, all.filter((_, index) => index % step === 0).slice(0, count), said);
}

/** The same answers with these words, after the title of their task. */
export async function titled({ prisma }: World, answers: Answer[], said: string): Promise<Answer[]> {
  const tasks = await prisma.task.findMany({ select: { id: true, title: true } });
  const titles = new Map(tasks.map(({ id, title }) => [id, title]));
  return answers.map((answer) => ({
    ...answer,
    words: `${titles.get(answer.entityId.slice('task/'.length)) ?? ''}${said}`,
  }));
}

async function eachPerson(
  providers: Providers,
  talk: ChatTalk,
  act: (hands: Hands, personId: string) => Promise<void>,
): Promise<void> {
  await Promise.all(
    [...providers.addresses.keys()].map((personId) =>
      act(handsOf(providers, personId), personId).catch((error: unknown) => {
        talk.failed.push(`${personId}: ${String(error)}`);
      }),
    ),
  );
}

async function pressed(hands: Hands, talk: ChatTalk, buttonId: string): Promise<void> {
  await hands.press(buttonId);
  talk.presses += 1;
  await againSometimes(hands, talk);
}

async function againSometimes(hands: Hands, talk: ChatTalk): Promise<void> {
  if (acknowledged(talk) % AGAIN_EVERY !== 0) return;
  talk.again += 1;
  await hands.again('new');
}

async function shownTo(hands: Hands, wanted: (shown: Shown) => boolean): Promise<Shown> {
  const until = Date.now() + SHOWN_WITHIN_MS;
  for (;;) {
    const found = hands.shown().findLast(wanted);
    if (found) return found;
    if (Date.now() > until) throw new Error(`waited in vain for a message; the last one was ${lastOf(hands)}`);
    await pause(LOOK_EVERY_MS);
  }
}

const lastOf = (hands: Hands): string => JSON.stringify(hands.shown().at(-1) ?? null).slice(0, 300);
