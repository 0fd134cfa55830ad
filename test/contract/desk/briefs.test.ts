import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorOf } from '../../../bot/desk/actor-of.ts';
import { briefList } from '../../../bot/desk/brief/brief-list.ts';
import { briefView } from '../../../bot/desk/brief/brief-view.ts';
import { draftBrief } from '../../../bot/desk/brief/draft-brief.ts';
import { editBriefAct } from '../../../bot/desk/brief/edit-brief.ts';
import { giveDirective } from '../../../bot/desk/brief/give-directive.ts';
import { briefSources } from '../../../bot/desk/brief/open-sources.ts';
import { releaseBrief } from '../../../bot/desk/brief/release-brief.ts';
import type { DeskActor } from '../../../bot/desk/deps.ts';
import { settleItem } from '../../../bot/desk/settle-item.ts';
import { today } from '../../../bot/desk/views/today.ts';
import { inboxView } from '../../../bot/web-inbox/view.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import { verifyChains } from '../../../prisma/verify-chains.ts';
import type { BriefView } from '../../../web/api.ts';
import { report } from '../../domain/supervision/fixtures.ts';
import { answered, briefedPlan } from './brief-plan.ts';
import { deskWorld, refusalsOn, type DeskWorld } from './desk-world.ts';
import { planId } from './running-plan.ts';

let world: DeskWorld;
let leader: DeskActor;
let reader: DeskActor;
let first: SupervisedState;

async function personWith(id: string, name: string, role: string): Promise<DeskActor> {
  await world.prisma.person.create({ data: { id, name } });
  await world.prisma.grant.create({ data: { id: `${id}-grant`, personId: id, planId, role } });
  return actorOf(world.prisma, id, 'page');
}

beforeAll(async () => {
  world = await deskWorld();
  const states = await briefedPlan(world);
  first = states.find(({ parts }) => parts.length > 0) as SupervisedState;
  first = await answered(world, first, report('已完成30%', 30), '2026-11-27T02:12:00.000Z');
  leader = await personWith('leader-1', '罗某', 'leader');
  reader = await personWith('reader-1', '秦某', 'reader');
});
afterAll(() => world.close());

const view = (briefId: string, actor = world.office): Promise<BriefView> => briefView(world.deps, actor, { briefId });
const draft = async (): Promise<BriefView> => view((await draftBrief(world.deps, world.office, { planId })).briefId);
const textsOf = (brief: BriefView, key: string): string[] =>
  brief.sections.find((section) => section.key === key)?.sentences.map(({ text }) => text) ?? [];
const lastDeskEvent = () =>
  world.prisma.event.findFirstOrThrow({ where: { entityId: `desk/${planId}` }, orderBy: { seq: 'desc' } });

test('a draft speaks of the state up to now, each sentence with a source that opens, and leaves the chains whole', async () => {
  const brief = await draft();
  expect(brief).toMatchObject({ no: 1, status: 'draft', since: null, cutoff: '2026-11-30T02:00:00.000Z' });
  expect(brief.spanText).toBe('方案启动以来,数据截至11月30日10:00。');
  expect(textsOf(brief, 'overall')[0]).toMatch(/^\d+项,.*逾期\d+.*。$/);
  expect(textsOf(brief, 'changes').join('')).toContain('11月27日报送:进度30%');
  const { sentences } = await briefSources(world.deps, world.office, { briefId: brief.id });
  expect(sentences.length).toBe(brief.sections.flatMap((section) => section.sentences).length);
  for (const { id, sources } of sentences) {
    expect(sources.length, id).toBeGreaterThan(0);
    for (const source of sources) expect(source.text, id).not.toBe('');
  }
  const [opened] = sentences.filter(({ id }) => id === `changes/${first.entityId}`);
  expect(opened?.sources.at(-1)).toMatchObject({
    words: '已完成30%',
    who: '某联络员',
    when: '11月27日10:12',
    entityId: first.entityId,
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect((await verifyChains(world.prisma, planId)).broken).toEqual([]);
});

test('an unreleased draft is drafted again under its number, and a person’s sentences stay', async () => {
  const { id } = await draft();
  await editBriefAct(world.deps, world.office, {
    briefId: id,
    changes: [{ kind: 'add', section: 'decide', text: '建议召开一次联席会议。' }],
  });
  const again = await draft();
  expect({ id: again.id, no: again.no }).toEqual({ id, no: 1 });
  expect(textsOf(again, 'decide')).toContain('建议召开一次联席会议。');
  expect(again.editedBy).not.toBeNull();
  expect(await world.prisma.brief.count({ where: { planId } })).toBe(1);
});

test('a leader doesn’t read a draft, and a reader releases none; both are on record', async () => {
  const { id, hash } = await draft();
  const before = (await refusalsOn(world.prisma, planId)).length;
  await expect(view(id, leader)).rejects.toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
  await expect(releaseBrief(world.deps, reader, { briefId: id, hash })).rejects.toMatchObject({
    refusal: { code: 'NOT_PERMITTED' },
  });
  await expect(draftBrief(world.deps, leader, { planId })).rejects.toMatchObject({
    refusal: { code: 'NOT_PERMITTED' },
  });
  expect((await refusalsOn(world.prisma, planId)).slice(before)).toEqual(Array(3).fill('NOT_PERMITTED'));
  expect((await briefList(world.deps, leader, { planId })).briefs).toEqual([]);
});

test('what was changed after it was read is not released', async () => {
  const { id, hash } = await draft();
  await editBriefAct(world.deps, world.office, { briefId: id, changes: [{ kind: 'drop', id: 'hand/1' }] });
  await expect(releaseBrief(world.deps, world.office, { briefId: id, hash })).rejects.toMatchObject({
    refusal: { code: 'BRIEF_CHANGED' },
  });
});

test('a release freezes the brief, puts its hash on the chain and queues message 8 for the leaders alone', async () => {
  const { id, hash, recipients } = await view((await world.prisma.brief.findFirstOrThrow()).id);
  expect(recipients).toEqual([{ name: '罗某', channel: 'web', status: null }]);
  const { summary } = await releaseBrief(world.deps, world.office, { briefId: id, hash });
  expect(summary).toBe('第1期简报已核发,将在发送时段送达1位领导小组成员。');
  const released = await view(id, leader);
  expect(released).toMatchObject({ status: 'released', can: { edit: false, release: false, direct: true } });
  expect(textsOf(released, 'decide')).not.toContain('建议召开一次联席会议。');
  expect(await lastDeskEvent()).toMatchObject({
    kind: 'briefReleased',
    body: { briefId: id, no: 1, sha256: released.hash, recipients: ['leader-1'] },
  });
  expect(await world.prisma.delivery.findMany({ where: { planId } })).toMatchObject([
    { personId: 'leader-1', klass: 'notice', status: 'queued', channel: 'web' },
  ]);
  for (const act of [
    () => editBriefAct(world.deps, world.office, { briefId: id, changes: [{ kind: 'drop', id: 'overall/counts' }] }),
    () => releaseBrief(world.deps, world.office, { briefId: id, hash }),
  ])
    await expect(act()).rejects.toMatchObject({ refusal: { code: 'BRIEF_RELEASED' } });
});

test('the database itself refuses a change of a released brief', async () => {
  const released = await world.prisma.brief.findFirstOrThrow({ where: { planId, status: 'released' } });
  await expect(world.prisma.brief.update({ where: { id: released.id }, data: { cutoff: new Date() } })).rejects.toThrow(
    'is released and cannot be changed',
  );
});

test('the leader finds it in the web inbox, with its three buttons', async () => {
  const { entries } = await inboxView(world.prisma, 'leader-1', { clock: world.deps.clock, canAnswer: true });
  const [entry] = entries;
  expect(entry?.heading).toMatch(/^【.*工作简报 第1期】$/);
  expect(entry?.buttons.map(({ label }) => label)).toEqual(['查看全文', '查看依据', '作出批示']);
});

test('a 批示 becomes a draft task on the office’s list, and no unit hears of it', async () => {
  const { id } = await world.prisma.brief.findFirstOrThrow();
  const unit = await world.prisma.unit.findFirstOrThrow({ where: { planId, name: '市科技局' } });
  const sent = await world.prisma.delivery.count();
  const { itemId } = await giveDirective(world.deps, leader, {
    briefId: id,
    words: '请市科技局12月10日前提出解决方案。',
    sentenceId: 'overall/counts',
  });
  expect(await lastDeskEvent()).toMatchObject({ kind: 'directiveGiven', actor: { name: '罗某' } });
  expect(await world.prisma.officeItem.findUniqueOrThrow({ where: { id: itemId } })).toMatchObject({
    unitId: unit.id,
    body: { draft: { title: '请市科技局12月10日前提出解决方案', unit: '市科技局', dueOn: '2026-12-10' } },
  });
  expect(await world.prisma.delivery.count()).toBe(sent);
  const [item] = (await today(world.deps, world.office, { planId })).decisions.filter(
    ({ kind }) => kind === 'directive',
  );
  expect(item).toMatchObject({
    id: itemId,
    label: '领导批示',
    actions: ['done'],
    text: '罗某对第1期简报批示:“请市科技局12月10日前提出解决方案。”;拟办:“请市科技局12月10日前提出解决方案”,市科技局,2026年12月10日前',
  });
  await expect(giveDirective(world.deps, world.office, { briefId: id, words: '好' })).rejects.toMatchObject({
    refusal: { code: 'NOT_PERMITTED' },
  });
  await expect(giveDirective(world.deps, leader, { briefId: id, words: ' ' })).rejects.toMatchObject({
    refusal: { code: 'TEXT_EMPTY' },
  });
});

test('the second brief tells what happened since the first, and sets beside it what was said then', async () => {
  world.setNow(new Date('2026-12-03T02:00:00.000Z'));
  await answered(world, first, report('已完成45%', 45), '2026-12-02T02:12:00.000Z');
  const item = await world.prisma.officeItem.findFirstOrThrow({ where: { planId, kind: 'directive' } });
  await settleItem(world.deps, world.office, { itemId: item.id });
  const second = await draft();
  expect(second).toMatchObject({ no: 2, since: '2026-11-30T02:00:00.000Z' });
  expect(second.spanText).toBe('11月30日第1期简报以来,数据截至12月3日10:00。');
  expect(textsOf(second, 'changes')).toHaveLength(1);
  expect(textsOf(second, 'changes')[0]).toContain('进度由30%提高到45%');
  const previous = second.sections.find(({ key }) => key === 'previous')?.sentences ?? [];
  expect(previous.at(-1)).toMatchObject({
    said: '罗某批示:“请市科技局12月10日前提出解决方案。”',
    text: expect.stringMatching(/^办公室.*已办理。$/),
  });
  expect(previous.some(({ said }) => said !== null && said.includes('逾期'))).toBe(true);
  expect((await briefList(world.deps, world.office, { planId })).briefs.map(({ no }) => no)).toEqual([2, 1]);
});

test('a plan that hasn’t started has no brief, and a brief that isn’t there is a sentence', async () => {
  await expect(draftBrief(world.deps, world.office, { planId: 'huangshi' })).rejects.toMatchObject({
    refusal: { code: 'PLAN_NOT_READY' },
  });
  await expect(view('nowhere')).rejects.toMatchObject({ refusal: { code: 'BRIEF_UNKNOWN' } });
});
