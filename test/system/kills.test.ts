import { afterAll, beforeAll, expect, test } from 'vitest';
import { repairEntities } from '../../temporal/repair.ts';
import { duplicatesIn } from '../chaos/judge/duplicates.ts';
import { killAndRestart, type Victim } from '../chaos/kills.ts';
import { PARTS } from '../chaos/plan-facts.ts';
import { randomOf } from '../chaos/random.ts';
import { inTheMiddle, judgeRun, newRun, playRound, rest, type Run } from '../chaos/rounds.ts';
import { startWorld, type World } from '../chaos/world.ts';

const random = randomOf(20_261_122);
let world: World;
let run: Run;

beforeAll(async () => {
  world = await startWorld({ bot: 'product' });
  run = newRun();
  await rest(world, run);
}, 120_000);
afterAll(() => world?.stop());

/** One round of 200 answers and 200 due rungs, with a kill in the middle of it. */
async function roundWithKill(victim: Victim): Promise<void> {
  await playRound(world, run, async (round) => {
    expect(round.rungs).toBeGreaterThanOrEqual(PARTS);
    expect(round.answers).toHaveLength(PARTS);
    await inTheMiddle(world, round, random(5, 20), random(20, 80));
    run.kills.push(await killAndRestart(world, victim));
  });
}

test('200 receipts are asked for at the start, and the judge finds nothing before anything is killed', async () => {
  expect(await world.prisma.prompt.count({ where: { status: { in: ['sent', 'merged'] } } })).toBe(PARTS);
  expect(await judgeRun(world, run)).toEqual([]);
});

test.each<Victim>(['worker', 'bot', 'temporal', 'postgres'])(
  'nothing is lost when %s is killed amid 200 answers and 200 due rungs',
  async (victim) => {
    await roundWithKill(victim);
    expect(run.kills.at(-1)?.unsettled).not.toEqual({ rungs: 0, answers: 0 });
    expect(await judgeRun(world, run)).toEqual([]);
  },
);

test('each duplicate message was being sent at a kill', () => {
  const sending = run.kills.reduce((sum, { sendingRows }) => sum + sendingRows, 0);
  expect(duplicatesIn(world.ledger.accepted)).toBeLessThanOrEqual(sending);
});

test('repair brings every plan back after Temporal has forgotten everything', async () => {
  await world.temporal.kill();
  world.forgetTemporal();
  await world.temporal.start();
  const entities = await world.prisma.checkpoint.count();
  const { prisma, client, entities: starter } = world;
  const report = await repairEntities({ prisma, client, entities: starter, sweepInbox: async () => undefined });
  expect(report.started).toHaveLength(entities);
  await rest(world, run);
  expect(await judgeRun(world, run)).toEqual([]);
  await playRound(world, run, async () => undefined);
  expect(await judgeRun(world, run)).toEqual([]);
});
