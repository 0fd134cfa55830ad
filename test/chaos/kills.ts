import type { PrismaClient } from '../../prisma/client.ts';
import { patiently } from './patiently.ts';
import type { World } from './world.ts';

export type Victim = 'worker' | 'bot' | 'temporal' | 'postgres';

export interface Kill {
  victim: Victim;
  signal: NodeJS.Signals;
  /** Messages in `sending` after the kill and before the restart. */
  sending: string[];
  /** Rows of rungs in `sending` then. */
  sendingRows: number;
  /** What there was still to do when it was killed. */
  unsettled: { rungs: number; answers: number };
  restartMs: number;
}

/** Kills one process for good, counts what was being sent, and starts it again. */
export async function killAndRestart(world: World, victim: Victim, signal: NodeJS.Signals = 'SIGKILL'): Promise<Kill> {
  if (victim === 'postgres') return killPostgres(world, signal);
  await world[victim].kill(signal);
  const counted = await sendingNow(world.prisma);
  const began = Date.now();
  await world[victim].start();
  return { victim, signal, ...counted, restartMs: Date.now() - began };
}

/** Its clients live on: they stand still while the rows are counted, or they would send before that. */
async function killPostgres(world: World, signal: NodeJS.Signals): Promise<Kill> {
  await world.postgres.kill(signal);
  for (const client of [world.worker, world.bot]) client.freeze();
  try {
    const began = Date.now();
    await world.postgres.start();
    const restartMs = Date.now() - began;
    return { victim: 'postgres', signal, ...(await patiently(() => sendingNow(world.prisma))), restartMs };
  } finally {
    for (const client of [world.worker, world.bot]) client.thaw();
  }
}

export async function sendingNow(prisma: PrismaClient): Promise<Pick<Kill, 'sending' | 'sendingRows' | 'unsettled'>> {
  const prompts = await prisma.prompt.findMany({ where: { status: 'sending' }, select: { deliveryId: true } });
  const answers = await prisma.delivery.findMany({ where: { status: 'sending' }, select: { id: true } });
  const ids = [
    ...prompts.flatMap(({ deliveryId }) => (deliveryId === null ? [] : [deliveryId])),
    ...answers.map(({ id }) => id),
  ];
  const queued = await prisma.prompt.count({ where: { status: 'queued' } });
  const open = await prisma.inbox.count({ where: { status: 'open' } });
  return {
    sending: [...new Set(ids)],
    sendingRows: prompts.length,
    unsettled: { rungs: queued + prompts.length, answers: open },
  };
}
