import { beforeAll, describe, expect, it } from 'vitest';
import { actorOf } from '../../../bot/desk/actor-of.ts';
import { editBriefAct } from '../../../bot/desk/brief/edit-brief.ts';
import { incoming, say } from './acts.ts';
import { releasedBrief, sentBrief } from './brief-seed.ts';
import { COORDINATOR, LEADER, seedOffice } from './office-seed.ts';
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

describe('a brief that the office drafts in chat', () => {
  const command = (words: string, person = COORDINATOR) =>
    say(world(), incoming(person, 'web', { kind: 'command', text: words }));
  const status = async () =>
    (await world().prisma.brief.findFirstOrThrow({ where: { planId: PLAN }, orderBy: { no: 'desc' } })).status;

  it('is shown whole, says where it is edited, and goes out once it was confirmed', async () => {
    const drafted = await command('简报 起草');
    expect(drafted.row).toMatchObject({ outcome: 'recorded' });
    const [page] = await answersTo(COORDINATOR, '【试点工作简报 第8期 草稿');
    expect((page!.message as { lines: string[] }).lines[0]).toContain('第7期简报以来,数据截至');
    const shown = await answersTo(COORDINATOR, '【已登记】');
    const { lines, buttons: below } = shown.at(-1)!.message as {
      lines: string[];
      buttons: { id: string; label: string }[];
    };
    expect(lines).toEqual(['已起草第8期简报,请核对后核发。', '修改文字请在网页“简报”页办理。']);
    expect(below.map(({ label }) => label)).toEqual(['核发']);
    const asked = await press(below[0]?.id, COORDINATOR);
    expect(asked.text).toMatch(/^拟核发试点工作简报 第8期\(\d+句\)。.*\n送达领导小组成员1人:何某。$/);
    expect(await status()).toBe('draft');
    const released = await press(asked.buttons['确认核发'], COORDINATOR);
    expect(released.text).toContain('第8期简报已核发,将在发送时段送达1位');
    expect(await status()).toBe('released');
    // The card under the text is open still: a second press changes nothing and says how it is.
    expect((await press(below[0]?.id, COORDINATOR)).row).toMatchObject({ error: 'BRIEF_RELEASED' });
    expect((await command('简报 核发')).row).toMatchObject({ outcome: 'refused', error: 'BRIEF_RELEASED' });
  });

  it('is not released as it was not read', async () => {
    await command('/brief draft');
    const asked = await command('jb 核发');
    await command('/brief draft');
    const again = await command('简报 核发');
    const { id } = await world().prisma.brief.findFirstOrThrow({ where: { planId: PLAN }, orderBy: { no: 'desc' } });
    const change = { kind: 'add' as const, section: 'next' as const, text: '11月30日前报送台账。' };
    const actor = await actorOf(world().prisma, COORDINATOR, 'page');
    await editBriefAct(world().desk, actor, { briefId: id, changes: [change] });
    for (const card of [asked, again]) {
      const refused = await press(card.buttons['确认核发'], COORDINATOR);
      expect(refused.row).toMatchObject({ outcome: 'refused', error: 'BRIEF_CHANGED' });
      expect(Object.keys(refused.buttons)).toEqual(['查看全文']);
    }
    expect(await status()).toBe('draft');
    for (const words of ['简报 起草', '简报 核发'])
      expect((await command(words, LEADER)).row).toMatchObject({ outcome: 'refused', error: 'NOT_PERMITTED' });
  });

  it('counts once where the process dies after the release', async () => {
    const asked = await command('简报 核发');
    world().failAt.point = 'dispatch.after-update';
    const { inboxId } = await world().inbox.receive(
      incoming(COORDINATOR, 'web', { kind: 'button', payload: { buttonId: asked.buttons['确认核发'] } }),
    );
    await world().dispatch.drain();
    expect(await status()).toBe('released');
    world().failAt.point = null;
    const row = () => world().prisma.inbox.findUniqueOrThrow({ where: { id: inboxId } });
    await expect.poll(() => row().then((one) => one.status), { timeout: 5_000 }).toBe('done');
    expect(await row()).toMatchObject({ outcome: 'answered', error: null });
    expect(await world().prisma.event.count({ where: { entityId: `desk/${PLAN}`, kind: 'briefReleased' } })).toBe(2);
  });
});
