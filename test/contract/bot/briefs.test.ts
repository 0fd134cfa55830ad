import { beforeAll, describe, expect, it } from 'vitest';
import { incoming, say } from './acts.ts';
import { releasedBrief, sentBrief } from './brief-seed.ts';
import { LEADER, seedOffice } from './office-seed.ts';
import { PERSON, talkingWorld } from './talk.ts';
import { CLOCK, PLAN } from './world-seed.ts';

const { world, text, press, refusals } = talkingWorld();
let briefId: string;
const buttons = (personId = LEADER) => sentBrief(world(), briefId, personId);
const directives = () => world().prisma.officeItem.findMany({ where: { planId: PLAN, kind: 'directive' } });
const answersTo = (personId: string, heading: string) =>
  world().prisma.delivery.findMany({
    where: { personId, klass: 'answer', message: { path: ['heading'], string_starts_with: heading } },
    orderBy: { createdAt: 'asc' },
  });

beforeAll(async () => {
  await seedOffice(world());
  briefId = await releasedBrief(world(), { long: true });
});

describe('the buttons under a brief', () => {
  it('give the whole text in as many messages as it needs', async () => {
    await press((await buttons())['查看全文'], LEADER);
    const pages = await answersTo(LEADER, '【试点工作简报 第7期(');
    expect(pages.length).toBeGreaterThan(1);
    const lines = pages.flatMap(({ message }) => (message as { lines: string[] }).lines);
    expect(lines[0]).toBe('方案启动以来,数据截至11月20日17:30。');
    expect(lines.filter((line) => line.endsWith('预计12月8日完成。'))).toHaveLength(90);
  });

  it('say of each sentence who said what and when, with its place in the chain', async () => {
    await press((await buttons())['查看依据'], LEADER);
    const [page] = await answersTo(LEADER, '【试点工作简报 第7期 依据(1/');
    const [first, source] = (page!.message as { lines: string[] }).lines;
    expect(first).toBe('1.3项,正常3。');
    expect(source).toMatch(
      /^依据:11月20日10:12 陈某:待办事项已办。原话:“已与市财政局对接”\(存证第\d+条,[0-9a-f]{8}\)$/,
    );
  });

  it('take the next words as a 批示: a draft task for the office, nothing to a unit', async () => {
    const asked = await press((await buttons())['作出批示'], LEADER);
    expect(asked.text).toContain('请直接回复对第7期简报的批示内容');
    const said = await text('验收要从严。请市科技局12月10日前提出方案。', LEADER);
    expect(said.heading).toBe('【已登记】');
    expect(said.text).toBe('对第7期简报的批示已登记,由办公室拟办。');
    expect(said.row).toMatchObject({ outcome: 'recorded' });
    const [item] = await directives();
    expect(item).toMatchObject({
      unitId: 'unit-a',
      status: 'open',
      body: {
        briefId,
        words: '验收要从严。请市科技局12月10日前提出方案。',
        draft: { title: '验收要从严', unit: '市科技局', dueOn: '2026-12-10' },
        inboxId: said.row.id,
      },
    });
    expect(
      await world().prisma.event.findFirst({ where: { kind: 'directiveGiven' }, orderBy: { seq: 'desc' } }),
    ).toMatchObject({ entityId: `desk/${PLAN}`, actor: { id: LEADER } });
    expect(await world().prisma.delivery.count({ where: { personId: PERSON } })).toBe(0);
  });

  it('take the words of an edited 批示 in the place of the old', async () => {
    const [before] = await directives();
    const { dedupeKey } = await world().prisma.inbox.findUniqueOrThrow({
      where: { id: (before!.body as { inboxId: string }).inboxId },
    });
    const edit = { kind: 'text', text: '请市公安局12月20日前提出方案。', payload: { edits: dedupeKey } } as const;
    await say(world(), incoming(LEADER, 'web', edit));
    expect(await directives()).toMatchObject([{ id: before?.id, unitId: 'unit-b', body: { words: edit.text } }]);
  });

  it('take the words after a look at the brief that they are about', async () => {
    const before = (await directives()).length;
    await press((await buttons())['作出批示'], LEADER);
    await press((await buttons())['查看依据'], LEADER);
    const { row } = await text('请市公安局12月25日前报送台账。', LEADER);
    expect(row).toMatchObject({ outcome: 'recorded', clockId: CLOCK });
    expect(await directives()).toHaveLength(before + 1);
  });

  it('leave later words alone, and let the leader drop it', async () => {
    const before = (await directives()).length;
    await text('再补充一句', LEADER);
    await press((await buttons())['作出批示'], LEADER);
    expect((await text('取消', LEADER)).text).toBe('已取消,未登记批示。');
    expect(await directives()).toHaveLength(before);
  });

  it('open nothing for whom the table of rights grants nothing, on record', async () => {
    const theirs = await buttons(PERSON);
    const before = (await refusals()).length;
    for (const label of ['查看全文', '查看依据', '作出批示'])
      expect((await press(theirs[label])).row).toMatchObject({ outcome: 'refused', error: 'NOT_PERMITTED' });
    expect((await refusals()).slice(before)).toHaveLength(3);
    expect((await text('请市公安局加快。')).heading).not.toBe('【已登记】');
  });
});
