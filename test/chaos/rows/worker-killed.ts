import { setTimeout as pause } from 'node:timers/promises';
import { answersForAll, give } from '../answers.ts';
import type { Finding } from '../judge.ts';
import { killAndRestart } from '../kills.ts';
import { patiently } from '../patiently.ts';
import { nextNode } from '../plan-time.ts';
import { playRound } from '../rounds.ts';
import type { World } from '../world.ts';
import type { Row, Stage } from './row.ts';

const KILLS = 50;
const KILLS_A_ROUND = 5;
const MORE_ANSWERS = 60;
const FIRST_WORK_WITHIN_MS = 20_000;
/** No longer: the round goes on, and the finding stands. */
const LOOK_MS = 60_000;

/** Row 1: the worker is killed at random instants, 50 times. */
export const workerKilled: Row = {
  row: 1,
  fault: 'worker kill -9, 50 times',
  bot: 'product',
  async play(stage) {
    const { world, run, timeIsUp } = stage;
    const firstWorks: number[] = [];
    const findings: Finding[] = [];
    while (firstWorks.length < KILLS && !timeIsUp() && (await nextNode(world))) {
      await playRound(world, run, async () => {
        for (let n = 0; n < KILLS_A_ROUND && firstWorks.length < KILLS && !timeIsUp(); n += 1)
          firstWorks.push(await killOnce(stage));
      });
    }
    const slowest = Math.max(...firstWorks);
    if (slowest > FIRST_WORK_WITHIN_MS)
      findings.push({ law: 'L', what: `first work ${slowest} ms after a restart`, where: 'worker' });
    return {
      findings,
      figures: {
        slowestFirstWorkMs: slowest,
        slowFirstWorks: firstWorks.filter((ms) => ms > FIRST_WORK_WITHIN_MS).length,
      },
    };
  },
};

/** Resolves to how long the first work took after the restart. There is always more to do. */
async function killOnce({ world, run, random }: Stage): Promise<number> {
  await pause(random(50, 1_500));
  const all = await answersForAll(world, '补充情况');
  const from = random(0, all.length - MORE_ANSWERS);
  const more = all.slice(from, from + MORE_ANSWERS);
  run.answers.push(...more);
  const giving = give(world, more);
  const kill = await killAndRestart(world, 'worker');
  run.kills.push(kill);
  const restartedAt = new Date(Date.now() - kill.restartMs);
  const firstWorkMs = await patiently(() => workSince(world, restartedAt), LOOK_MS, 25).then(
    () => Date.now() - restartedAt.getTime(),
    () => LOOK_MS,
  );
  await giving;
  return firstWorkMs;
}

/** Only a worker writes an entity's events. Throws while there is none. */
async function workSince({ prisma }: World, at: Date): Promise<void> {
  await prisma.event.findFirstOrThrow({ where: { recordedAt: { gt: at }, version: { gt: 0 } }, select: { seq: true } });
}
