import type { Finding } from '../judge.ts';
import { sendingNow } from '../kills.ts';
import { patiently } from '../patiently.ts';
import { playRound } from '../rounds.ts';
import type { Row, Stage } from './row.ts';

const CRASHES: ['bot' | 'worker', point: string][] = [
  ['bot', 'inbox.before-commit'],
  ['bot', 'inbox.after-commit'],
  ['bot', 'dispatch.after-update'],
  ['worker', 'project.after-commit'],
  ['worker', 'send.before-call'],
  ['worker', 'send.after-call'],
];
const ENDS_WITHIN_MS = 180_000;

/** Row 11: a crash between a commit and the Update that follows, and between an Update and the commit that follows. */
export const crashAtCommit: Row = {
  row: 11,
  fault: 'crash between commit and Update, and the reverse, at named places',
  bot: 'failing',
  async play(stage) {
    const findings: Finding[] = [];
    let crashed = 0;
    for (const [who, point] of CRASHES) {
      const reached = await crashAt(stage, who, point);
      if (reached) crashed += 1;
      else findings.push({ law: 'S', what: 'was never reached', where: point });
    }
    return { findings, figures: { crashed } };
  },
};

async function crashAt({ world, run, random }: Stage, who: 'bot' | 'worker', point: string): Promise<boolean> {
  const root = world[who];
  await root.kill();
  root.failAt(`${point}:${random(3, 12)}`);
  await root.start();
  root.expectEnd();
  let reached = false;
  await playRound(world, run, async () => {
    const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), ENDS_WITHIN_MS).unref());
    reached = await Promise.race([root.ended().then(() => true), late]);
    const counted = await patiently(() => sendingNow(world.prisma));
    run.kills.push({ victim: who, signal: 'SIGKILL', ...counted, restartMs: 0 });
    root.failAt(null);
    if (!reached) await root.kill();
    await root.start();
  });
  return reached;
}
