import { setTimeout as pause } from 'node:timers/promises';
import { senderWorkflowId } from '../../workflows/ids.ts';
import { CLOCK, PARTS } from '../../test/chaos/plan-facts.ts';
import type { BenchResult, BenchRow } from '../row.ts';
import { countActions, since, sumOf, type Counted } from '../world/count-actions.ts';
import { ownParts, reportOnce } from '../world/own-parts.ts';
import { startBenchWorld, type BenchWorld } from '../world/start-world.ts';

const GOAL = 1.05;
const WITHIN_MS = 60_000;

/** Actions and events of one rung of every part, and of one report of every part, counted in the exported histories. */
export const actions: BenchRow = {
  id: 'B4',
  run: async () => {
    const world = await startBenchWorld({
      bind: (personId) => ({ channel: 'web', team: '', externalId: personId }),
    });
    try {
      return [await perLine(world), await perReply(world)];
    } finally {
      await world.stop();
    }
  },
};

async function perLine(world: BenchWorld): Promise<BenchResult> {
  const { prisma, client, entities } = world;
  const tasks = await taskIds(world);
  const asked = await atRest(world, PARTS);
  const { _min } = await prisma.checkpoint.aggregate({ where: { kind: 'task' }, _min: { nextAt: true } });
  if (!_min.nextAt) throw new Error('nothing comes due');
  const ids = [...tasks, senderWorkflowId(CLOCK)];
  const before = await countActions(await client(), ids);
  // A running timer's instant is brought about by moving the plan's clock there; what says so is not counted.
  const offsetMs = _min.nextAt.getTime() - Date.now();
  await prisma.clock.update({ where: { id: CLOCK }, data: { offsetMs: BigInt(offsetMs) } });
  await Promise.all(tasks.map((id) => entities.signal(id, 'clockMoved', { offsetMs })));
  await atRest(world, asked + 1);
  const seen = without(since(before, await countActions(await client(), ids)), 'signal', tasks.length);
  const lines = (await prisma.prompt.count({ where: { status: { in: ['sent', 'merged'] } } })) - asked;
  if (lines < PARTS) throw new Error(`${lines} of ${PARTS} rungs were told`);
  const units = PARTS / tasks.length;
  const { sendDue = 0 } = seen.actions;
  const least = 2 / units + sendDue / lines;
  return result('a rung of one part, from its timer to its digest', seen, lines, least, [
    `(timer + issue) / ${units} units a task + ${sendDue} turns of the sender / ${lines} lines`,
  ]);
}

const without = ({ events, actions: all }: Counted, kind: string, many: number): Counted => ({
  events: events - many,
  actions: { ...all, [kind]: (all[kind] ?? 0) - many },
});

async function perReply(world: BenchWorld): Promise<BenchResult> {
  const tasks = await taskIds(world);
  const before = await countActions(await world.client(), tasks);
  const parts = await ownParts(world);
  await reportOnce(world, parts, 1);
  const seen = since(before, await countActions(await world.client(), tasks));
  return result('a reply', seen, parts.length, 2, ['update + projection']);
}

function result(what: string, seen: Counted, of: number, least: number, notes: string[]): BenchResult {
  const each = sumOf(seen) / of;
  return {
    what: `Temporal actions of ${what}`,
    ours: { value: Number(each.toFixed(3)), unit: 'actions' },
    against: { value: Number(least.toFixed(3)), unit: 'actions' },
    than: 'the least',
    goal: `≤ ${GOAL} ×`,
    met: each <= GOAL * least,
    notes: [
      ...notes,
      `${(seen.events / of).toFixed(2)} events of history each; ${of} counted: ${JSON.stringify(seen.actions)}`,
    ],
  };
}

async function taskIds({ prisma }: BenchWorld): Promise<string[]> {
  const rows = await prisma.checkpoint.findMany({ where: { kind: 'task' }, select: { entityId: true } });
  return rows.map(({ entityId }) => entityId);
}

/** At least so many rungs have been told, and nothing more comes. Resolves to how many. */
async function atRest({ prisma }: BenchWorld, atLeast: number): Promise<number> {
  const until = Date.now() + WITHIN_MS;
  for (let before = -1; Date.now() < until; await pause(1_000)) {
    const settled = await prisma.prompt.count({ where: { status: { in: ['sent', 'merged'] } } });
    const open = await prisma.prompt.count({ where: { status: { in: ['queued', 'sending'] } } });
    if (settled >= atLeast && settled === before && open === 0) return settled;
    before = settled;
  }
  const seen = await prisma.prompt.groupBy({ by: ['rung', 'status'], _count: true });
  throw new Error(`the rungs did not come to rest: ${JSON.stringify(seen)}`);
}
