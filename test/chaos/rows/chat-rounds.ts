import { acknowledged, signAll } from '../chat/people.ts';
import { chatOf } from '../chat/judge-chat.ts';
import { moveTo, nextNode } from '../plan-time.ts';
import { CLOCK } from '../plan-facts.ts';
import { patiently } from '../patiently.ts';
import { rest } from '../rounds.ts';
import type { Stage } from './row.ts';

/** Everybody has signed, and everything has come to rest. */
export async function signed({ world, run, talk }: Stage): Promise<number> {
  await signAll(chatOf(world), talk);
  await rest(world, run);
  return acknowledged(talk);
}

/** The plan's clock moves on to the next instant at which rungs are due. */
export async function moveOn({ world, run }: Stage): Promise<void> {
  const node = await nextNode(world);
  if (!node) throw new Error('the plan has no instant left at which anything is due');
  run.rungs += await moveTo(world, node);
}

const SENT_WITHIN_MS = 240_000;

/** Until no rung that is due waits for a provider any more: a limit puts it off to an instant of its own. */
export async function untilSent({ world, run }: Stage): Promise<void> {
  await rest(world, run);
  await patiently(
    async () => {
      const now = await world.clock.now(CLOCK);
      const soon = new Date(now.getTime() + 60 * 60_000);
      const waiting = await world.prisma.prompt.count({
        where: {
          clockId: CLOCK,
          status: { in: ['queued', 'sending'] },
          slotAt: { lte: now },
          notBefore: { lte: soon },
        },
      });
      if (waiting > 0) throw new Error(`${waiting} rungs wait for a provider`);
    },
    SENT_WITHIN_MS,
    500,
  );
  await rest(world, run);
}
