import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorOf } from '../../../bot/desk/actor-of.ts';
import { answerQuestion } from '../../../bot/desk/reading/answer-question.ts';
import { discardReading } from '../../../bot/desk/reading/discard-reading.ts';
import { editReading } from '../../../bot/desk/reading/edit-reading.ts';
import { importReading } from '../../../bot/desk/reading/import-reading.ts';
import type { DocumentReader } from '../../../bot/desk/reading/document-reader.ts';
import { readDocument } from '../../../bot/desk/reading/read-document.ts';
import { readingList } from '../../../bot/desk/reading/reading-list.ts';
import { readingView } from '../../../bot/desk/reading/reading-view.ts';
import { planShow } from '../../../bot/desk/views/plan-show.ts';
import { verifyChains } from '../../../prisma/verify-chains.ts';
import type { ReadingView } from '../../../web/api.ts';
import { READING, READING_TEXT } from '../../../web/page/mock/fixture-reading.ts';
import { deskWorld, refusalsOn, type DeskWorld } from './desk-world.ts';
import { fileOf, fixtureReader } from './read-fixture.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await deskWorld();
});
afterAll(() => world.close());

const read = (text: string, actor = world.office) => readDocument(world.deps, actor, fileOf(text), fixtureReader);
const view = (readingId: string): Promise<ReadingView> => readingView(world.deps, world.office, { readingId });
const lastEvent = () =>
  world.prisma.event.findFirstOrThrow({ where: { entityId: 'desk/installation' }, orderBy: { seq: 'desc' } });
const code = (wanted: string) => ({ refusal: { code: wanted } });
const WANTED = [
  'impossible-number:/targets/0',
  'no-lead-unit:/tasks/2/leadUnits',
  'unit-in-sentence:/tasks/3/leadUnits',
];

test('a document is read once: the same file again is the same review with all that was said in it', async () => {
  const first = await read(READING_TEXT);
  expect(first.summary).toBe(
    '已读入《示例市政务服务提升行动方案》:任务6项、单位7个、待答复的问题8个,其中3个须先答复。',
  );
  expect(await lastEvent()).toMatchObject({ kind: 'documentRead', body: { readingId: first.readingId, tasks: 6 } });
  await editReading(world.deps, world.office, {
    readingId: first.readingId,
    changes: [{ path: '/tasks/0/title', now: '梳理政务服务事项' }],
  });
  const events = await world.prisma.event.count();
  const again = await read(READING_TEXT);
  expect(again).toMatchObject({ readingId: first.readingId, alreadyThere: true });
  expect((await view(first.readingId)).plan.tasks[0]?.title).toBe('梳理政务服务事项');
  expect(await world.prisma.event.count()).toBe(events);
  expect(await world.prisma.planReading.count()).toBe(1);
});

test('a reader that has learnt something reads anew what nobody has said anything about, and leaves the rest', async () => {
  const text = `${READING_TEXT}\n再读`;
  const better: DocumentReader = { ...fixtureReader, read: () => ({ ...READING, questions: [] }) };
  const readBy = (reader: DocumentReader) => readDocument(world.deps, world.office, fileOf(text), reader);
  const { readingId } = await readBy(fixtureReader);
  expect(await readBy(fixtureReader)).toMatchObject({ readingId, alreadyThere: true });
  expect(await readBy(better)).toMatchObject({ readingId, alreadyThere: false });
  const ids = async () => (await view(readingId)).questions.map(({ id }) => id);
  expect(await ids()).not.toContain(WANTED[0]);
  await editReading(world.deps, world.office, { readingId, changes: [{ path: '/title', now: '已核对的方案' }] });
  expect(await readBy(fixtureReader)).toMatchObject({ readingId, alreadyThere: true });
  expect(await ids()).not.toContain(WANTED[0]);
  await discardReading(world.deps, world.office, { readingId });
});

test('two that bring the same file at once make one review', async () => {
  const both = await Promise.all([read(`${READING_TEXT}\n同时`), read(`${READING_TEXT}\n同时`)]);
  expect(new Set(both.map(({ readingId }) => readingId)).size).toBe(1);
});

test('what cannot be opened, or isn’t a plan, is refused in its sentence and stored nowhere', async () => {
  const before = await world.prisma.planReading.count();
  await expect(read('PK damaged')).rejects.toMatchObject(code('DOCUMENT_REFUSED'));
  await expect(read('通讯:某市推进试点')).rejects.toMatchObject({
    refusal: { code: 'NOT_A_PLAN', message: '这是一篇通讯,请读入方案原文。' },
  });
  expect(await world.prisma.planReading.count()).toBe(before);
  expect((await refusalsOn(world.prisma, 'installation')).slice(-2)).toEqual(['DOCUMENT_REFUSED', 'NOT_A_PLAN']);
});

test('a text with characters that the database can’t hold keeps every place where it was', async () => {
  const { readingId } = await read(`${READING_TEXT}\u0000末`);
  const { text, anchors } = await view(readingId);
  expect(text).toHaveLength(READING_TEXT.length + 2);
  expect(text.slice(anchors['/title']?.start, anchors['/title']?.end)).toBe('示例市政务服务提升行动方案');
  await discardReading(world.deps, world.office, { readingId });
});

test('changes are kept as changes, with who and when, and can be taken back', async () => {
  const { readingId } = await read(READING_TEXT);
  const shown = await view(readingId);
  expect(shown.edits).toMatchObject([
    { path: '/tasks/0/title', read: '梳理服务事项', now: '梳理政务服务事项', by: world.office.name },
  ]);
  await editReading(world.deps, world.office, { readingId, changes: [{ undo: '/tasks/0/title' }] });
  expect((await view(readingId)).edits).toEqual([]);
  const { edits } = await world.prisma.planReading.findUniqueOrThrow({ where: { id: readingId } });
  expect(edits).toMatchObject([{ path: '/tasks/0/title', undone: { by: { name: world.office.name } } }]);
});

test('of several changes all are taken or none, and what doesn’t fit is refused in words', async () => {
  const { readingId } = await read(READING_TEXT);
  await expect(
    editReading(world.deps, world.office, {
      readingId,
      changes: [
        { path: '/tasks/1/title', now: '推行“一窗受理”' },
        { path: '/tasks/1/due', now: '年底' },
      ],
    }),
  ).rejects.toMatchObject({ refusal: { code: 'INPUT_INVALID', message: expect.stringContaining('真实的日期') } });
  expect((await view(readingId)).edits).toEqual([]);
});

test('nothing is imported before the questions that matter are answered', async () => {
  const { readingId } = await read(READING_TEXT);
  const { hash, open } = await view(readingId);
  expect(open).toEqual(WANTED);
  await expect(importReading(world.deps, world.office, { readingId, hash })).rejects.toMatchObject({
    refusal: { code: 'READING_OPEN', message: expect.stringContaining('20230%') },
  });
  expect(await world.prisma.plan.count({ where: { title: { contains: '政务服务提升' } } })).toBe(0);
});

test('answered, it is imported as it was seen, once, and the chain says from which file', async () => {
  const { readingId } = await read(READING_TEXT);
  await editReading(world.deps, world.office, { readingId, changes: [{ path: '/targets/0/value', now: 100 }] });
  await answerQuestion(world.deps, world.office, {
    readingId,
    answers: [
      { questionId: WANTED[0]!, kind: 'keep' },
      { questionId: WANTED[1]!, kind: 'accept' },
      { questionId: WANTED[2]!, kind: 'value', value: ['市政务局'] },
    ],
  });
  const seen = await view(readingId);
  expect(seen).toMatchObject({ open: [], problems: [], blocking: 0, can: { edit: true, import: true } });
  await editReading(world.deps, world.office, { readingId, changes: [{ path: '/tasks/5', now: null }] });
  await expect(importReading(world.deps, world.office, { readingId, hash: seen.hash })).rejects.toMatchObject(
    code('READING_CHANGED'),
  );
  const { hash } = await view(readingId);
  const imported = await importReading(world.deps, world.office, { readingId, hash });
  expect(imported.summary).toContain('任务5项');
  expect(await planShow(world.deps, world.office, { planId: imported.planId })).toMatchObject({
    title: '示例市政务服务提升行动方案',
    tasks: 5,
    status: 'ready',
  });
  expect(await lastEvent()).toMatchObject({ kind: 'readingImported', body: { readingId, planId: imported.planId } });
  const planEvent = await world.prisma.event.findFirstOrThrow({ where: { entityId: `desk/${imported.planId}` } });
  expect(planEvent.body).toMatchObject({ origin: { readingId, fileName: '方案.txt', sha256: expect.any(String) } });
  expect(await importReading(world.deps, world.office, { readingId, hash })).toMatchObject({
    planId: imported.planId,
    alreadyThere: true,
  });
  expect((await verifyChains(world.prisma)).broken).toEqual([]);
});

test('what was imported is read again as what it became, and can’t be changed', async () => {
  const again = await read(READING_TEXT);
  expect(again.summary).toBe('该文件此前已读入并导入,未作改动。');
  const { readingId } = again;
  expect(await view(readingId)).toMatchObject({ status: 'imported', can: { edit: false, import: false } });
  await expect(
    editReading(world.deps, world.office, { readingId, changes: [{ path: '/title', now: '甲' }] }),
  ).rejects.toMatchObject(code('READING_SETTLED'));
  await expect(discardReading(world.deps, world.office, { readingId })).rejects.toMatchObject(code('READING_SETTLED'));
});

test('what was put away leaves the list, and comes back as it was left when the file is read again', async () => {
  const other = `${READING_TEXT}\n另一份`;
  const { readingId } = await read(other);
  await editReading(world.deps, world.office, { readingId, changes: [{ path: '/title', now: '另一份方案' }] });
  await discardReading(world.deps, world.office, { readingId });
  const listed = async () => (await readingList(world.deps, world.office)).readings.map(({ id }) => id);
  expect(await listed()).not.toContain(readingId);
  expect((await read(other)).readingId).toBe(readingId);
  expect(await listed()).toContain(readingId);
  expect((await view(readingId)).plan.title).toBe('另一份方案');
});

test('who may not import neither reads, sees, edits nor imports; each try is on record', async () => {
  await world.prisma.person.create({ data: { id: 'reader-9', name: '秦某' } });
  await world.prisma.grant.create({ data: { id: 'g-reader-9', personId: 'reader-9', planId: null, role: 'reader' } });
  const reader = await actorOf(world.prisma, 'reader-9', 'page');
  const { id: readingId } = await world.prisma.planReading.findFirstOrThrow();
  const before = (await refusalsOn(world.prisma, 'installation')).length;
  for (const act of [
    () => read('新的', reader),
    () => readingView(world.deps, reader, { readingId }),
    () => readingList(world.deps, reader),
    () => editReading(world.deps, reader, { readingId, changes: [] }),
    () => answerQuestion(world.deps, reader, { readingId }),
    () => importReading(world.deps, reader, { readingId, hash: '' }),
    () => discardReading(world.deps, reader, { readingId }),
  ])
    await expect(act()).rejects.toMatchObject(code('NOT_PERMITTED'));
  expect((await refusalsOn(world.prisma, 'installation')).length).toBe(before + 7);
  await expect(view('nowhere')).rejects.toMatchObject(code('READING_UNKNOWN'));
});
