import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../../domain/plan/policy.ts';
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
