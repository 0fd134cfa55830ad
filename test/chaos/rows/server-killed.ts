import type { Finding } from '../judge.ts';
import { killAndRestart } from '../kills.ts';
import { patiently } from '../patiently.ts';
import { nextNode } from '../plan-time.ts';
import { inTheMiddle, playRound } from '../rounds.ts';
import type { Row, Stage } from './row.ts';

const ROUNDS = 5;
const KILLS_A_ROUND = 2;
const RECOVERED_WITHIN_MS = 30_000;

/** Row 5: Temporal is killed and started again on the same file. */
export const temporalKilled: Row = {
  row: 5,
  fault: 'Temporal kill -9, started again on its file',
  bot: 'product',
  play: (stage) => killServer(stage, 'temporal', 'SIGKILL'),
};

/** Row 8: PostgreSQL stops as by `pg_ctl -m immediate`; nobody that uses it may end by that. */
export const postgresStopped: Row = {
  row: 8,
  fault: 'PostgreSQL immediate stop and start',
  bot: 'product',
  play: (stage) => killServer(stage, 'postgres', 'SIGQUIT'),
};

async function killServer(
  { world, run, random, timeIsUp }: Stage,
  victim: 'temporal' | 'postgres',
  signal: NodeJS.Signals,
): Promise<{ findings: Finding[]; figures: Record<string, number> }> {
  const recovered: number[] = [];
  for (let round = 0; round < ROUNDS && !timeIsUp() && (await nextNode(world)); round += 1) {
    await playRound(world, run, async (playing) => {
      for (let n = 0; n < KILLS_A_ROUND; n += 1) {
        await inTheMiddle(world, playing, random(3, 12) * (n + 1), random(10, 60) * (n + 1), 20_000);
        run.kills.push(await killAndRestart(world, victim, signal));
        recovered.push(await recovery(world));
      }
    });
  }
  const slowest = Math.max(...recovered);
  const findings: Finding[] =
    slowest > RECOVERED_WITHIN_MS ? [{ law: 'P', what: `work went on only after ${slowest} ms`, where: victim }] : [];
  return { findings, figures: { slowestRecoveryMs: slowest } };
}

/** Until the first entity is projected again. */
async function recovery({ prisma }: Stage['world']): Promise<number> {
  const at = new Date();
  const open = await patiently(() => prisma.inbox.count({ where: { status: 'open' } }));
  if (open === 0) return 0;
  await patiently(
    () => prisma.event.findFirstOrThrow({ where: { recordedAt: { gt: at }, version: { gt: 0 } } }),
    RECOVERED_WITHIN_MS * 2,
    25,
  );
  return Date.now() - at.getTime();
}
