import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptAllChanges } from '../../../bot/desk/amend/accept-all.ts';
import { amendmentList } from '../../../bot/desk/amend/amendment-list.ts';
import { proposeReading } from '../../../bot/desk/amend/propose-reading.ts';
import { editReading } from '../../../bot/desk/reading/edit-reading.ts';
import { importReading } from '../../../bot/desk/reading/import-reading.ts';
import { readDocument } from '../../../bot/desk/reading/read-document.ts';
import { readingView } from '../../../bot/desk/reading/reading-view.ts';
import { redatePlan } from '../../../bot/desk/redate-plan.ts';
import type { PlanFacts } from '../../../domain/plan/types.ts';
import { deskWorld, type DeskWorld } from './desk-world.ts';

const TEXT = readFileSync(new URL('../../../seeds/demo/plan.txt', import.meta.url), 'utf8');
const NEXT = TEXT.replace('完成时限:2026年11月25日', '完成时限:2026年10月30日')
  .replace('(四)提高专利创造质量', '(四)提高专利创造质量和效益')
  .replace('牵头单位:市知识产权局;责任单位:市财政局、各县', '牵头单位:市知识产权局;责任单位:市财政局、市公安局、各县');
let world: DeskWorld;
let planId: string;
let first: string;

const read = async (text: string): Promise<string> => {
  const bytes = new TextEncoder().encode(text);
  return (await readDocument(world.deps, world.office, { bytes, fileName: '方案.txt' })).readingId;
};
const propose = (readingId: string) => proposeReading(world.deps, world.office, { planId, readingId });

beforeAll(async () => {
  world = await deskWorld();
  const { deps, office, prisma } = world;
  first = await read(TEXT);
  // What the office edits in its review is no change of the plan later on.
  await editReading(deps, office, { readingId: first, changes: [{ path: '/place', now: '示例市' }] });
  const { hash } = await readingView(deps, office, { readingId: first });
  ({ planId } = await importReading(deps, office, { readingId: first, hash }));
  await redatePlan(deps, office, { planId, mode: 'shift' });
  await prisma.plan.update({ where: { id: planId }, data: { status: 'running' } });
});
afterAll(() => world.close());

test('the file that a plan was read from changes nothing in it', async () => {
  expect(await propose(await read(TEXT))).toMatchObject({ no: null, open: 0 });
});

test('its next version, read and reviewed, gives just what is printed otherwise', async () => {
  const readingId = await read(NEXT);
  expect(await propose(readingId)).toMatchObject({ no: 1, alreadyThere: false });
  const { amendments } = await amendmentList(world.deps, world.office, { planId });
  expect(amendments[0]).toMatchObject({ source: '方案.txt', counts: { accepted: 0 } });
  expect(amendments[0]?.changes.map(({ id, doubtful }) => [id, doubtful])).toEqual([
    ['t0.responsibleUnits+市公安局', false],
    ['t2.due', false],
    ['t3.title', false],
  ]);
  const reading = await world.prisma.planReading.findUniqueOrThrow({ where: { id: readingId } });
  expect(reading).toMatchObject({ status: 'imported', planId });
});

test('once accepted, the same file again has no open change', async () => {
  expect(await acceptAllChanges(world.deps, world.office, { planId })).toMatchObject({ accepted: 3, left: 0 });
  expect(await propose(await read(NEXT))).toMatchObject({ no: 1, open: 0, alreadyThere: true });
  const { facts } = await world.prisma.plan.findUniqueOrThrow({ where: { id: planId } });
  const { tasks } = facts as unknown as PlanFacts;
  expect([tasks[2]?.due, tasks[3]?.title]).toEqual(['2026-10-30', '提高专利创造质量和效益']);
});

test('the older file again would take it back: its changes are listed, none is made', async () => {
  expect(await propose(first)).toMatchObject({ no: 2, open: 3, alreadyThere: false });
});
