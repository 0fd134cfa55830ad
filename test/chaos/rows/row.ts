import { judgeChat } from '../chat/judge-chat.ts';
import { newTalk, type ChatTalk } from '../chat/people.ts';
import { startProviders } from '../chat/providers.ts';
import { taken } from '../chat/taken.ts';
import type { Finding } from '../judge.ts';
import { duplicatesIn } from '../judge/duplicates.ts';
import { judgeRun, newRun, rest, type Run } from '../rounds.ts';
import { randomOf } from '../random.ts';
import { startWorld, type World } from '../world.ts';

export interface RowOptions {
  seed: number;
  /** No new fault is injected after so long. */
  minutes: number;
}

export interface RowResult {
  row: number;
  fault: string;
  findings: Finding[];
  figures: Record<string, number>;
}

export interface Stage {
  world: World;
  run: Run;
  /** What people said, where they are on a chat. */
  talk: ChatTalk;
  /** Deliveries of which a fault other than a kill left open whether they arrived. */
  unsure: string[];
  random: (from: number, to: number) => number;
  timeIsUp: () => boolean;
}

export interface Row {
  row: number;
  fault: string;
  bot: 'product' | 'failing';
  /** Contacts on Slack, by this way in, and on Telegram, with the product's own worker. */
  chat?: 'http' | 'socket';
  /** Injects the faults; what it finds itself is added to what the judge finds. */
  play(stage: Stage): Promise<{ findings?: Finding[]; figures?: Record<string, number> }>;
}

let current: World | null = null;

/** For a run that is broken off: leaves no process. */
export async function stopCurrent(): Promise<void> {
  await current?.stop();
}

/** A world of its own for each row, judged at the end. */
export async function playRow(
  { row, fault, bot, chat: way, play }: Row,
  { seed, minutes }: RowOptions,
): Promise<RowResult> {
  const began = Date.now();
  const chat = way === undefined ? null : await startProviders(way);
  const world = await startWorld({ bot, ...(chat ? { chat } : {}) });
  current = world;
  try {
    const run = newRun();
    await rest(world, run);
    const stage: Stage = {
      world,
      run,
      talk: newTalk(),
      unsure: [],
      random: randomOf(seed),
      timeIsUp: () => Date.now() - began > minutes * 60_000,
    };
    const { findings = [], figures = {} } = await play(stage).catch((error: unknown) => ({
      findings: [brokenOff(error)],
      figures: {},
    }));
    const { talk, unsure } = stage;
    findings.push(...(await (chat ? judgeChat(world, run, talk, unsure) : judgeRun(world, run))));
    const ledger = chat ? await taken(world.prisma, chat) : world.ledger.accepted;
    const sendingRows = run.kills.reduce((sum, kill) => sum + kill.sendingRows, 0);
    return {
      row,
      fault,
      findings,
      figures: {
        kills: run.kills.length,
        rungs: run.rungs,
        answers: run.answers.length + talk.typed.length + talk.presses,
        messages: ledger.length,
        duplicates: duplicatesIn(ledger),
        sendingRows,
        ...figures,
        seconds: Math.round((Date.now() - began) / 1_000),
      },
    };
  } finally {
    await world.stop();
    await chat?.stop();
  }
}

const brokenOff = (error: unknown): Finding => ({
  law: 'S',
  what: 'the row broke off',
  where: String(error).slice(-500),
});
