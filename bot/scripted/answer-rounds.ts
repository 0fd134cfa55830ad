import type { Office } from '../compose.ts';
import { fireDue } from './fire-due.ts';

const EVERY_MS = 5_000;

/** Scripted contacts whose hour comes while the clocks just run; steps of the demo give the answers of their nodes themselves. */
export function startAnswerRounds({ prisma, clock, inbox, realNow, desk, demo }: Office): {
  stop: () => Promise<void>;
} {
  let running: Promise<void> | null = null;

  async function round(): Promise<void> {
    if (demo.isCatchingUp()) return;
    for (const { id } of await prisma.clock.findMany({ select: { id: true } }))
      await fireDue({ prisma, inbox, realNow }, id, await clock.now(id));
  }

  const timer = setInterval(() => {
    running ??= round()
      .catch((error: unknown) => desk.log('scripted answers are tried again', { error: String(error) }))
      .finally(() => (running = null));
  }, EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
