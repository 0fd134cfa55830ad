import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../../domain/plan/policy.ts';
import type { PartRequest } from '../../../domain/supervision/part-request.ts';
import type { Prisma } from '../../../prisma/client.ts';
import { incoming, say } from './acts.ts';
import { claim, COORDINATOR, seedOffice } from './office-seed.ts';
import { talkingWorld } from './talk.ts';
import { CLOCK, partIn, PLAN, putState, stateIn } from './world-seed.ts';

const { world, text, press } = talkingWorld();
const command = (words: string) => say(world(), incoming(COORDINATOR, 'web', { kind: 'command', text: words }));
const typed = (words: string, payload: Record<string, unknown> = {}) =>
  say(world(), { ...incoming(COORDINATOR, 'web', { kind: 'text', text: words }), payload });

beforeAll(async () => {
  await seedOffice(world());
  const { prisma } = world();
  await prisma.plan.create({
    data: {
      id: 'plan-2',
      clockId: CLOCK,
      title: '某县营商环境行动方案',
      status: 'running',
      facts: { office: { name: '县营商办', host: null }, recurring: [] },
      dates: { phases: [], tasks: [], questions: [] },
      policy: DEFAULT_POLICY as unknown as Prisma.InputJsonValue,
    },
  });
  await prisma.task.create({
    data: { id: 'task-x9', planId: 'plan-2', ordinal: 0, no: '(九)', title: '精简审批材料', facts: {} },
  });
  const unit = { id: 'unit-x', planId: 'plan-2', name: '县发改局', short: '发改局' };
  await prisma.unit.create({
    data: { ...unit, aliases: [], kind: 'department', relation: 'subordinate', members: [], ordinal: 1 },
  });
  const like = await stateIn(prisma, 'task-9');
  await putState(prisma, {
    ...like,
    entityId: 'task/task-x9',
    planId: 'plan-2',
    title: '精简审批材料',
    parts: like.parts.map((part) => ({ ...part, id: 'x9-p1', unitId: 'unit-x' })),
  });
  const plan = await prisma.checkpoint.findUniqueOrThrow({ where: { entityId: `plan/${PLAN}` } });
  const state = { ...(plan.state as object), entityId: 'plan/plan-2', planId: 'plan-2' };
  await prisma.checkpoint.create({ data: { ...plan, entityId: 'plan/plan-2', planId: 'plan-2', state } });
  await prisma.grant.create({
    data: { id: 'g-office-2', personId: COORDINATOR, planId: 'plan-2', role: 'coordinator' },
  });
});

describe('somebody with two plans', () => {
  it('is asked which plan is meant, and names one by a piece of its title', async () => {
    const asked = await command('进度');
    expect(asked.heading).toBe('【请选择】');
    expect(Object.keys(asked.buttons)).toEqual(['某市知识产权试点工作方案', '某县营商环境行动方案', '取消']);
    expect((await press(asked.buttons['某县营商环境行动方案'], COORDINATOR)).text).toContain(
      '《某县营商环境行动方案》',
    );
    expect((await command('进度 知识产权')).text).toContain('《某市知识产权试点工作方案》');
    expect((await command('推进 某省')).text).toContain('没有名称含“某省”的方案');
    expect((await command('推进')).text).toContain('“推进”针对哪一个方案');
  });

  it('is asked which task is meant where both plans have its number', async () => {
    const asked = await command('催办 第九项');
    expect(Object.keys(asked.buttons)).toEqual([
      '某市知识产权试点工作方案 第(九)项"研究制定知识产权发展……"',
      '某县营商环境行动方案 第(九)项"精简审批材料"',
      '取消',
    ]);
    const nudged = await press(asked.buttons['某市知识产权试点工作方案 第(九)项"研究制定知识产权发展……"'], COORDINATOR);
    expect(nudged.text).toContain('市科技局:已催办。');
    expect((await command('催办 知识产权 第八项')).text).toContain('市公安局:已催办。');
  });
});

describe('a reason that was asked for', () => {
  it('is neither a command, nor an edited message, nor a reply to something else', async () => {
    await claim(world(), 'task-8');
    const earlier = incoming(COORDINATOR, 'web', { kind: 'text', text: '请查收附件材料' });
    await say(world(), earlier);
    await command('退回 第八项');
    expect((await typed('验收第二项')).row.error).toBe('NOTHING_CLAIMED');
    await command('退回 第八项');
    await typed('请查收附件材料两份', { edits: earlier.dedupeKey });
    expect((await partIn(world().prisma, 'task-8')).completion).toBe('claimed');
    const other = await command('进度 知识产权');
    const asked = await command('退回 第八项');
    await typed('这是对另一条的回复', { replyTo: other.deliveryId });
    expect((await partIn(world().prisma, 'task-8')).completion).toBe('claimed');
    expect(asked.heading).toBe('【请写明理由】');
    await command('退回 第八项');
    expect((await text('缺少联合执法记录', COORDINATOR)).row.outcome).toBe('recorded');
    expect((await partIn(world().prisma, 'task-8')).returnedWith).toBe('缺少联合执法记录');
  });
});

describe('指定单位', () => {
  const unassigned = async () => {
    const { prisma, clock } = world();
    await putState(prisma, { ...(await stateIn(prisma, 'task-2')), parts: [], status: 'open' });
    const key = `unassigned/task/task-2`;
    const item = { kind: 'unassigned', entityId: 'task/task-2', planAt: clock.now, status: 'open' };
    const body = { no: '(二)', title: '健全工作体系' };
    await prisma.officeItem.upsert({
      where: { planId_key: { planId: PLAN, key } },
      create: { id: key, planId: PLAN, key, body, ...item },
      update: item,
    });
  };
  const held = async () => (await stateIn(world().prisma, 'task-2')).parts.map(({ unitId, role }) => [unitId, role]);

  it('offers what has no unit, asks for the units, and again where one is unknown', async () => {
    await unassigned();
    const offered = await command('/zd');
    expect(offered.text).toContain('“指定单位”针对哪一项任务');
    const [task] = Object.keys(offered.buttons);
    const asked = await press(offered.buttons[task ?? ''], COORDINATOR);
    expect(asked.heading).toBe('【请补充】');
    expect((await typed('市无名局')).text).toBe('没有名为“市无名局”的单位。请直接回复单位全称或简称。');
    const said = await typed('由市公安局牵头,市科技局配合。');
    expect(said.text).toBe('第(二)项"健全工作体系"已指定承办单位:公安局、科技局。');
    expect(await held()).toEqual([
      ['unit-b', 'lead'],
      ['unit-a', 'responsible'],
    ]);
    expect(await world().prisma.officeItem.findUnique({ where: { id: 'unassigned/task/task-2' } })).toMatchObject({
      status: 'done',
    });
    expect((await command('指定')).text).toBe('目前没有可以指定单位的事项。');
  });

  it('has a button on the office’s list and on the task, and does at once what is named in full', async () => {
    await unassigned();
    const list = await command('进度 知识产权');
    const shown = [];
    for (const [label, id] of Object.entries(list.buttons))
      if (label.startsWith('办理')) shown.push(await press(id, COORDINATOR));
    const item = shown.find(({ text: line }) => line.includes('未列承办单位'));
    expect(Object.keys(item?.buttons ?? {})).toEqual(['指定单位', '查看']);
    expect(Object.keys((await command('进度 第二项')).buttons)).toEqual(['指定单位']);
    expect((await press(item?.buttons['指定单位'], COORDINATOR)).heading).toBe('【请补充】');
    expect((await command('/assign 二 市公安局牵头、市科技局配合')).row.outcome).toBe('recorded');
    expect(await held()).toEqual([
      ['unit-b', 'lead'],
      ['unit-a', 'responsible'],
    ]);
    expect((await command('指定 第二项 市公安局')).text).toContain('该单位此前已指定');
  });

  it('shows first what a piece of a name is taken for', async () => {
    await unassigned();
    const card = await command('指定 第二项 科技');
    expect(card.text).toBe('拟指定市科技局承办第(二)项"健全工作体系"。');
    expect(await held()).toEqual([]);
    expect((await press(card.buttons['指定单位'], COORDINATOR)).row.outcome).toBe('recorded');
    expect(await held()).toEqual([['unit-a', 'lead']]);
    expect((await press(card.buttons['指定单位'], COORDINATOR)).row.error).toBe('CARD_CLOSED');
  });
});

describe('登记扫描件', () => {
  const requested = async () => {
    const { prisma, clock } = world();
    const state = await stateIn(prisma, 'task-9');
    const request: PartRequest = {
      id: 'request-9',
      kind: 'completion',
      by: 'person-unit-a',
      byName: '李某',
      filedAt: clock.now.toISOString(),
      words: '已全部完成',
      progress: 100,
      signOff: 'waiting',
      noSigner: true,
    };
    await putState(prisma, {
      ...state,
      parts: state.parts.map((part) => ({ ...part, completion: 'claimed', request })),
    });
  };

  it('asks for the name of the paper until it has one, from the list and from the task', async () => {
    await requested();
    const task = await command('进度 知识产权 第九项');
    // Unsigned, it cannot be accepted yet.
    expect(Object.keys(task.buttons).filter((label) => /^(验收|退回)/.test(label))).toEqual([]);
    expect((await press(task.buttons['登记扫描件'], COORDINATOR)).text).toContain('请直接回复市科技局第(九)项');
    expect((await typed('审签单')).heading).toBe('【请补充】');
    const done = await typed('审签单扫描件,存办公室档案柜');
    expect(done.text).toContain('已登记盖章扫描件');
    expect((await stateIn(world().prisma, 'task-9')).parts[0]?.request?.signOff).toBe('given');
    expect(Object.keys((await command('进度 知识产权 第九项')).buttons)).toEqual(
      expect.arrayContaining(['验收', '退回']),
    );
    expect((await command('扫描件 知识产权 第九项')).row).toMatchObject({ outcome: 'refused', error: 'SIGN_NONE' });
  });

  it('takes a name that begins with the unit’s for the name of the paper', async () => {
    await requested();
    const said = await command('smj 知识产权 第九项市科技局审签单.pdf');
    expect(said.row.outcome).toBe('recorded');
    expect(world().events.at(-1)).toMatchObject({
      kind: 'signOffGiven',
      body: { evidence: '市科技局审签单.pdf', scan: true },
    });
  });
});
