import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import type { Prisma } from '../../../prisma/client.ts';
import { putOfficeItem } from '../../../prisma/office-items.ts';
import { asIfRunning, CLI_NOW, openCliWorld, type CliWorld } from './cli-world.ts';

const PLAN = 'chenzhou';
const HELD = 'p1:report:2026Q3:1';
const DAYS = 86_400_000;
let w: CliWorld;
let fresh: SupervisedState;
let unit: { id: string; name: string };
const instant = (days: number): string => new Date(CLI_NOW.getTime() + days * DAYS).toISOString();

beforeAll(async () => {
  w = await openCliWorld({ played: true });
  await asIfRunning(w, PLAN);
  const rows = await w.prisma.checkpoint.findMany({ where: { planId: PLAN, kind: 'task' } });
  const states = rows.map(({ state }) => state as unknown as SupervisedState);
  fresh = states.find(({ parts }) => parts[0]?.relation === 'subordinate') as SupervisedState;
  unit = await w.prisma.unit.findUniqueOrThrow({ where: { id: fresh.parts[0]?.unitId ?? '' } });
});
afterAll(() => w.close());

/** The unit's report is thirty days late, and the word to its supervisor waits for the office. */
beforeEach(async () => {
  const [part, ...others] = fresh.parts;
  if (!part) throw new Error('the task has a part');
  const day = instant(-30).slice(0, 10);
  const state: SupervisedState = {
    ...fresh,
    parts: [
      {
        ...part,
        id: 'p1',
        duties: [
          {
            kind: 'report',
            cycle: '2026Q3',
            seq: 1,
            dueOn: day,
            dueAt: instant(-30),
            redAt: instant(-30),
            countFrom: day,
            openFrom: instant(-60),
          },
        ],
      },
      ...others,
    ],
    escalations: [
      {
        id: HELD,
        partId: 'p1',
        duty: 'report',
        cycle: '2026Q3',
        seq: 1,
        rung: 'o5',
        status: 'held',
        since: instant(-20),
      },
    ],
  };
  await w.prisma.checkpoint.update({
    where: { entityId: fresh.entityId },
    data: { state: state as unknown as Prisma.InputJsonValue },
  });
  await w.prisma.officeItem.deleteMany();
  await w.prisma.notice.deleteMany();
  await putOfficeItem(w.prisma, {
    planId: PLAN,
    key: `escalation/${HELD}`,
    kind: 'escalation',
    entityId: fresh.entityId,
    partId: 'p1',
    unitId: unit.id,
    body: { escalationId: HELD, duty: 'report', cycle: '2026Q3', unit: unit.name, no: fresh.no, title: fresh.title },
    planAt: CLI_NOW,
  });
  await w.prisma.prompt.deleteMany({ where: { planId: PLAN } });
  await w.prisma.prompt.create({
    data: {
      id: 'held-1',
      planId: PLAN,
      clockId: 'real',
      entityId: fresh.entityId,
      partId: 'p1',
      unitId: unit.id,
      duty: 'report',
      cycle: '2026Q3',
      deadlineSeq: 1,
      rung: 'o5',
      audience: 'supervisor',
      slotAt: CLI_NOW,
      role: 'lead',
      rule: 'overdue-5',
      status: 'held',
      line: {},
    },
  });
});

const task = (): string => fresh.entityId.slice('task/'.length);
const about = (): string[] => [task(), '--unit', unit.name];
const lastEvent = async (kind: string) =>
  (await w.prisma.event.findFirst({ where: { planId: PLAN, kind }, orderBy: { recordedAt: 'desc' } }))?.body;

test('what is held is listed, and released once', async () => {
  const listed = await w.json('escalation', 'list', PLAN);
  expect(listed).toMatchObject({ code: 0, value: [{ kind: 'escalation', escalationId: HELD }] });
  expect((await w.run('escalation', 'list', PLAN)).out).toMatch(/^提级核定 .*逾期未报,拟提示该单位分管负责同志,请核定/);
  const released = await w.json('escalation', 'release', ...about());
  expect(released).toMatchObject({ code: 0, value: { ok: true } });
  expect((released.value as { summary: string }).summary).toContain(`已核定,将提示分管负责同志:${unit.name}`);
  expect(await w.json('escalation', 'release', ...about())).toMatchObject({
    code: 1,
    out: '',
    error: { code: 'ESCALATION_NONE' },
  });
  expect((await w.run('escalation', 'list', PLAN)).out).toBe('没有待核定的提级提示。\n');
});

test('what is held is dropped with a reason that says something', async () => {
  expect(await w.json('escalation', 'hold', ...about())).toMatchObject({ code: 1, error: { code: 'USAGE' } });
  expect(await w.json('escalation', 'hold', ...about(), '--reason', '无')).toMatchObject({
    code: 1,
    error: { code: 'REASON_REQUIRED' },
  });
  const ran = await w.run('escalation', 'hold', ...about(), '--reason', '该局正在机构调整');
  expect(ran).toMatchObject({ code: 0, out: `不再提示分管负责同志:${unit.name}\n` });
});

test('a notice is drafted, shown, released, and nothing is done to it twice', async () => {
  const drafted = await w.json('notice', 'draft', ...about(), '--kind', 'red');
  expect(drafted).toMatchObject({ code: 0, value: { ok: true, summary: `已拟红色督办单草稿:${unit.name}` } });
  const { noticeId } = drafted.value as { noticeId: string };
  expect((await w.run('notice', 'list', PLAN)).out).toMatch(new RegExp(`红色督办单 +草稿 +${unit.name} .*${noticeId}`));
  const shown = (await w.run('notice', 'show', noticeId)).out;
  expect(shown).toContain('逾期');
  expect(shown).not.toMatch(/\b(sent|held|withdrawn|draft)\b/);
  expect(await w.json('notice', 'release', noticeId)).toMatchObject({ code: 0 });
  expect(await lastEvent('noticeReleased')).toMatchObject({ notice: 'red' });
  expect(await w.json('notice', 'drop', noticeId, '--reason', '已当面说明情况')).toMatchObject({
    code: 1,
    error: { code: 'NOTICE_SETTLED' },
  });
});

test('a notice is dropped with its reason, and what the light does not call for is refused', async () => {
  expect(await w.json('notice', 'draft', ...about(), '--kind', 'green')).toMatchObject({
    code: 1,
    error: { code: 'USAGE' },
  });
  expect(await w.json('notice', 'draft', ...about(), '--kind', 'blue')).toMatchObject({
    code: 1,
    error: { code: 'NOTICE_NOT_DUE' },
  });
  const { value } = await w.json('notice', 'draft', ...about(), '--kind', 'red');
  const { noticeId } = value as { noticeId: string };
  expect(await w.json('notice', 'drop', noticeId, '--reason', '无')).toMatchObject({
    code: 1,
    error: { code: 'REASON_REQUIRED' },
  });
  expect(await w.json('notice', 'drop', noticeId, '--reason', '已当面说明情况')).toMatchObject({ code: 0 });
  expect((await w.run('notice', 'show', noticeId)).out).toContain(':已当面说明情况');
  expect(await w.json('notice', 'show', 'no-such')).toMatchObject({ code: 1, error: { code: 'NOTICE_UNKNOWN' } });
});

test('a task’s story says in words what is held', async () => {
  const { out } = await w.run('task', 'show', task());
  expect(out).toContain('待办公室核定');
  expect(out).not.toMatch(/\b(held|planned|queued|sent)\b/);
});
