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
  random: (from: number, to: number) => number;
  timeIsUp: () => boolean;
}

export interface Row {
  row: number;
  fault: string;
  bot: 'product' | 'failing';
  /** Injects the faults; what it finds itself is added to what the judge finds. */
  play(stage: Stage): Promise<{ findings?: Finding[]; figures?: Record<string, number> }>;
}

let current: World | null = null;

/** For a run that is broken off: leaves no process. */
export async function stopCurrent(): Promise<void> {
  await current?.stop();
}

/** A world of its own for each row, judged at the end. */
export async function playRow({ row, fault, bot, play }: Row, { seed, minutes }: RowOptions): Promise<RowResult> {
  const began = Date.now();
  const world = await startWorld({ bot });
  current = world;
  try {
    const run = newRun();
    await rest(world, run);
    const stage = { world, run, random: randomOf(seed), timeIsUp: () => Date.now() - began > minutes * 60_000 };
    const { findings = [], figures = {} } = await play(stage).catch((error: unknown) => ({
      findings: [brokenOff(error)],
      figures: {},
    }));
    findings.push(...(await judgeRun(world, run)));
    const sendingRows = run.kills.reduce((sum, kill) => sum + kill.sendingRows, 0);
    return {
      row,
      fault,
      findings,
      figures: {
        kills: run.kills.length,
        rungs: run.rungs,
        answers: run.answers.length,
        messages: world.ledger.accepted.length,
        duplicates: duplicatesIn(world.ledger.accepted),
        sendingRows,
        ...figures,
        seconds: Math.round((Date.now() - began) / 1_000),
      },
    };
  } finally {
    await world.stop();
  }
}

const brokenOff = (error: unknown): Finding => ({
  law: 'S',
  what: 'the row broke off',
  where: String(error).slice(-500),
});
