import type { PrismaClient } from '../../../prisma/client.ts';
import { openStage, type Stage } from '../stage.ts';
import { task, type Story } from '../story.ts';
import type { Client, OneChannel } from './client.ts';
import { slackClient } from './slack-client.ts';
import { telegramClient } from './telegram-client.ts';
import { webClient } from './web-client.ts';
import type { WireWorld } from './wire-world.ts';

/** The fourth quarter of 2026: asked for from 22 December, due on Friday the 25th. */
const SETTING: Story = {
  name: 'a quarter on one channel',
  from: '示例市',
  tasks: [task('(四)', ['市科技局'], { due: '2026-12-31' }), task('(八)', ['市公安局'])],
  phases: { deployment: ['2026-11-23', '2026-11-27'], implementation: ['2026-11-30', '2027-06-30'] },
  contacts: ['市科技局·联络员', '市科技局·分管', '市公安局·联络员+协调员'],
  policy: { signOffKinds: ['completion', 'extension'] },
  start: '2026-11-23 08:30',
  steps: [],
  end: '2027-01-08 18:00',
  prompts: [],
  events: [],
};

export type Who = '科技联络员' | '科技分管' | '公安联络员';

/** Somebody at their channel: does one thing, and reads what the bot says to it. */
export interface Person {
  types(text: string): Promise<string>;
  commands(text: string): Promise<string>;
  /** 〔label〕 on the newest message that shows it. */
  presses(label: string): Promise<string>;
  /** 〔修改〕 on the newest card, with another progress. */
  corrects(progress: number): Promise<string>;
  /** Everything shown to them, newest last. */
  reads(): Promise<string[]>;
}

export interface Quarter {
  stage: Stage;
  person(who: Who): Person;
  /** `MM-DD HH:mm` of 2026, with all that is due by then. */
  until(time: string): Promise<void>;
  close(): Promise<void>;
}

/** A plan of three people who are all reached on this channel alone. */
export async function openQuarter(world: WireWorld, channel: OneChannel): Promise<Quarter> {
  const stage = await openStage(world, SETTING);
  const clients = new Map<string, Client>();
  for (const [index, { personId, name }] of stage.cast.players.entries())
    clients.set(name, await clientOf(world, channel, personId, world.played * 100 + index));

  function person(who: Who): Person {
    const client = clients.get(who);
    if (!client) throw new Error(`nobody is ${who}`);
    const told = async (act: () => Promise<void>): Promise<string> => {
      const before = new Set((await client.shown()).map(({ id }) => id));
      await act();
      await stage.settle();
      return (await client.shown())
        .filter(({ id }) => !before.has(id))
        .map(({ text }) => text)
        .join('\n');
    };
    const buttonOf = async (label: string): Promise<string> => {
      const buttons = (await client.shown()).toReversed().flatMap((message) => message.buttons);
      const button = buttons.find((one) => one.label === label);
      if (!button) throw new Error(`${who} sees no 〔${label}〕 among ${buttons.map((one) => one.label).join(' ')}`);
      return button.id;
    };
    return {
      types: (text) => told(() => client.types(text)),
      commands: (text) => told(() => client.commands(text)),
      presses: (label) => told(async () => client.press(await buttonOf(label))),
      corrects: (progress) => told(async () => client.correct(await buttonOf('修改'), progress, stage.settle)),
      reads: async () => (await client.shown()).map(({ text }) => text),
    };
  }

  return {
    stage,
    person,
    until: (time) => stage.runUntil(stage.time.instant(time)),
    close: () => stage.close(),
  };
}

async function clientOf(world: WireWorld, channel: OneChannel, personId: string, index: number): Promise<Client> {
  const { prisma } = world.h;
  await prisma.account.deleteMany({ where: { personId } });
  switch (channel) {
    case 'slack': {
      const user = `U0Q${String(index).padStart(6, '0')}`;
      const client = slackClient(world, user);
      await bind(prisma, { channel, team: world.slack.workspace.team, externalId: user, personId });
      return client;
    }
    case 'telegram': {
      const chat = 820_000_000 + index;
      const client = telegramClient(world, chat);
      await bind(prisma, { channel, team: '', externalId: String(chat), personId });
      return client;
    }
    default:
      await bind(prisma, { channel, team: '', externalId: personId, personId });
      return webClient(world, personId);
  }
}

const bind = (
  prisma: PrismaClient,
  account: { channel: string; team: string; externalId: string; personId: string },
): Promise<unknown> => prisma.account.create({ data: { id: `${account.channel}-${account.personId}`, ...account } });
