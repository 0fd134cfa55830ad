import { afterAll, beforeAll, expect, test } from 'vitest';
import { chatOf, judgeChat } from '../chaos/chat/judge-chat.ts';
import { hangNext } from '../chaos/chat/hang-next.ts';
import { acknowledged, newTalk, reportAll, signAll, someReports } from '../chaos/chat/people.ts';
import { startProviders } from '../chaos/chat/providers.ts';
import { taken, takenSoFar } from '../chaos/chat/taken.ts';
import { until } from '../chaos/chat/until.ts';
import { duplicatesIn } from '../chaos/judge/duplicates.ts';
import { killAndRestart, type Victim } from '../chaos/kills.ts';
import { PARTS, PERSONS } from '../chaos/plan-facts.ts';
import { moveTo, nextNode } from '../chaos/plan-time.ts';
import { randomOf } from '../chaos/random.ts';
import { newRun, rest } from '../chaos/rounds.ts';
import { startWorld, type World } from '../chaos/world.ts';

const REPORTS = 60;
const random = randomOf(20_261_123);
const run = newRun();
const talk = newTalk();
let world: World;

beforeAll(async () => {
  const chat = await startProviders('http');
  world = await startWorld({ bot: 'product', chat });
}, 120_000);
afterAll(async () => {
  await world?.stop();
  await world?.chat?.stop();
});

/** Resolves once so many more acts were acknowledged. */
async function acts(from: number, to: number): Promise<void> {
  const count = acknowledged(talk) + random(from, to);
  await until(() => acknowledged(talk) >= count);
}

const kill = async (victim: Victim): Promise<void> => void run.kills.push(await killAndRestart(world, victim));

test('a kill of the worker amid 40 presses that sign 200 receipts loses nothing', async () => {
  const signing = signAll(chatOf(world), talk);
  await acts(5, 20);
  await kill('worker');
  await signing;
  await rest(world, run);
  expect(talk.presses).toBe(PERSONS);
  expect(await judgeChat(world, run, talk)).toEqual([]);
});

test('a worker that is killed while both providers hold back their yes loses no digest, and Slack has none twice', async () => {
  const node = await nextNode(world);
  if (!node) throw new Error('nothing comes due');
  const enough = takenSoFar(chatOf(world)).all + random(2, 6);
  run.rungs += await moveTo(world, node);
  await until(() => takenSoFar(chatOf(world)).all >= enough);
  await hangNext(chatOf(world));
  await kill('worker');
  expect(run.kills.at(-1)?.sending.length).toBeGreaterThan(0);
  await rest(world, run);
  expect(run.rungs).toBeGreaterThanOrEqual(PARTS);
  expect(await judgeChat(world, run, talk)).toEqual([]);
});

test('kills of bot and worker amid 60 reports in words, each confirmed on its card, lose nothing', async () => {
  const reporting = reportAll(chatOf(world), talk, await someReports(world, REPORTS, '已召开动员会'));
  await acts(5, 15);
  await hangNext(chatOf(world));
  await kill('bot');
  expect(run.kills.at(-1)?.sending.length).toBeGreaterThan(0);
  await acts(20, 40);
  await kill('worker');
  await acts(5, 20);
  await kill('bot');
  await reporting;
  await rest(world, run);
  expect(talk.typed).toHaveLength(REPORTS);
  expect(await judgeChat(world, run, talk)).toEqual([]);
});

test('what came twice was on its way to Telegram at a kill, and came from both kinds of process', async () => {
  const ledger = await taken(world.prisma, chatOf(world));
  const sending = run.kills.flatMap(({ sending: ids }) => ids);
  const twice = ledger.map(({ deliveryId }) => deliveryId).filter((id, index, ids) => ids.indexOf(id) !== index);
  const deliveries = await world.prisma.delivery.findMany({ where: { id: { in: twice } } });
  expect(duplicatesIn(ledger)).toBeLessThanOrEqual(sending.length);
  expect([...new Set(deliveries.map(({ channel }) => channel))]).toEqual(['telegram']);
  expect([...new Set(deliveries.map(({ klass }) => klass))].toSorted()).toEqual(['answer', 'digest']);
});
