import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newPart } from '../../../domain/supervision/new-part.ts';
import { partId, PLAN, putState, stateIn, TASKS } from './world-seed.ts';
import { incoming, say } from './acts.ts';
import { COORDINATOR, seedOffice } from './office-seed.ts';
import { PERSON, talkingWorld } from './talk.ts';

const { world, text, press, refusals } = talkingWorld();
const B = 'person-unit-b';
const C = 'person-unit-c';
const ENTITY = 'task/task-9';
const LEAD = partId('task-9');

const later = (minutes = 10): void => {
  world().clock.now = new Date(world().clock.now.getTime() + minutes * 60_000);
};
const command = (words: string, person = PERSON) =>
  say(world(), incoming(person, 'web', { kind: 'command', text: words }));
const fill = (person: string, part: string, words: string, progress: number | null) =>
  say(
    world(),
    incoming(person, 'web', {
      kind: 'form',
      payload: { lines: [{ entityId: ENTITY, partId: part, words, progress }] },
    }),
  );
const notices = () =>
  world().prisma.delivery.findMany({
    where: { klass: 'notice', id: { startsWith: 'roll-up/' } },
    orderBy: { createdAt: 'asc' },
    include: { actions: true },
  });
const linesOf = (delivery: { message: unknown } | undefined): string[] =>
  (delivery?.message as { lines: string[] } | undefined)?.lines ?? [];
const leadPart = async () => (await stateIn(world().prisma, 'task-9')).parts.find(({ id }) => id === LEAD);

/** 市科技局 leads task 9, 市公安局 and 市财政局 are responsible too; nobody has reported. */
async function threeUnits(): Promise<void> {
  const { prisma } = world();
  const state = await stateIn(prisma, 'task-9');
  const [lead] = state.parts;
  if (!lead) throw new Error('task 9 has a part');
  const duties = lead.duties.map(({ filedAt: _filedAt, late: _late, ...duty }) => duty);
  const { rolledUp: _rolledUp, ...bare } = lead;
  const parts = ['a', 'b', 'c'].map((unit, at) =>
    at === 0
      ? { ...bare, duties, progress: null, lastWords: null, lastReportAt: null, lastReceivedAt: null }
      : {
          ...newPart({ id: `p-${unit}`, unitId: `unit-${unit}`, role: 'responsible', relation: 'subordinate' }),
          duties,
        },
  );
  await putState(prisma, { ...state, parts: parts as typeof state.parts, seenItems: [] });
  await prisma.delivery.deleteMany({ where: { id: { startsWith: 'roll-up/' } } });
}

beforeAll(async () => {
  const { prisma } = world();
  await seedOffice(world());
  await prisma.unit.create({
    data: {
      id: 'unit-c',
      planId: PLAN,
      name: '市财政局',
      short: '财政局',
      aliases: [],
      kind: 'department',
      relation: 'subordinate',
      members: [],
      ordinal: 3,
    },
  });
  await prisma.person.create({ data: { id: C, name: '郑某' } });
  await prisma.membership.create({
    data: { id: 'm-unit-c', personId: C, unitId: 'unit-c', rank: 'liaison', taskIds: [] },
  });
  for (const person of [PERSON, B, C])
    await prisma.account.create({
      data: { id: `web-${person}`, channel: 'web', externalId: person, personId: person },
    });
});
beforeEach(threeUnits);

describe('汇总', () => {
  it('says on the list of own tasks who is missing, and shows the draft on a press', async () => {
    expect((await text('我的事项')).text).toContain('其他承办单位2家均未报');
    await fill(B, 'p-b', '新增保护工作站3家,累计15家', 60);
    const list = await text('我的事项');
    expect(list.text).toContain('其他承办单位2家中1家已报,缺市财政局');
    const card = await press(list.buttons['汇总 第(九)项']);
    expect(card.row.outcome).toBe('proposal');
    expect(card.heading).toBe('【请核对】');
    expect(card.text.split('\n')).toEqual([
      `第(九)项"${TASKS[0]?.title}" 拟登记汇总:`,
      '2026年第四季度汇总:2家中1家已报,缺市财政局。',
      '市公安局:“新增保护工作站3家,累计15家”(进度60%)',
      '进度:60%(1家报数)。',
      '确认后登记,各单位原话一并留存。如需改动,请按〔修改〕后直接回复全文。',
    ]);
    const done = await press(card.buttons['确认登记']);
    expect(done.text).toContain('"研究制定知识产权发展战略与规划" 汇总(1家,缺1家)。');
    expect((await leadPart())?.rolledUp).toMatchObject({ cycle: '2026Q4', n: 1, from: ['p-b'], progress: 60 });
    expect((await leadPart())?.duties.find(({ kind }) => kind === 'report')?.filedAt).toBeDefined();
  });

  it('tells the lead once when the last unit is in', async () => {
    await fill(B, 'p-b', '新增保护工作站3家', 60);
    expect(await notices()).toEqual([]);
    await fill(C, 'p-c', '新增保护工作站2家', 40);
    later();
    await fill(C, 'p-c', '更正:新增保护工作站4家', 45);
    const told = await notices();
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ personId: PERSON, status: 'queued' });
    expect(linesOf(told[0])).toEqual([
      `第(九)项"${TASKS[0]?.title}"2026年第四季度:其他承办单位2家均已报,请汇总后登记。`,
    ]);
    const card = await press(told[0]?.actions[0]?.id);
    expect(card.text).toContain('数据:新增保护工作站7家(市公安局3家、市财政局4家)。');
  });

  it('takes the lead’s own words in the draft’s place', async () => {
    await fill(B, 'p-b', '已部署', 60);
    const card = await command('汇总 第九项');
    const asked = await press(card.buttons['修改']);
    expect(asked.text).toContain('请直接回复更正后的汇总全文');
    const edited = await text('第(二)项同步推进;公安局已部署,财政局待报');
    expect(edited.text).toContain('第(二)项同步推进;公安局已部署,财政局待报');
    await press(edited.buttons['确认登记']);
    const part = await leadPart();
    expect(part?.rolledUp?.words).toBe('第(二)项同步推进;公安局已部署,财政局待报');
    expect(part?.progress).toBeNull();
    expect((await press(card.buttons['确认登记'])).row).toMatchObject({ outcome: 'refused', error: 'CARD_CLOSED' });
  });

  it('shows who reports after it, and offers a new draft; nothing counts twice', async () => {
    await fill(B, 'p-b', '新增保护工作站3家', 60);
    await press((await command('汇总 九')).buttons['确认登记']);
    later();
    const late = await fill(C, 'p-c', '新增保护工作站2家', 40);
    expect(late.row.outcome).toBe('recorded');
    const told = await notices();
    expect(told.map((one) => linesOf(one)[0])).toEqual([
      `第(九)项"${TASKS[0]?.title}"2026年第四季度:市财政局汇总后补报,如需更新,请重新汇总。`,
    ]);
    expect((await text('我的事项')).text).toContain('市财政局汇总后补报');
    const card = await press(told[0]?.actions[0]?.id);
    expect(card.text).toContain('数据:新增保护工作站5家(市公安局3家、市财政局2家)。');
    await press(card.buttons['确认登记']);
    expect((await leadPart())?.rolledUp).toMatchObject({ n: 2, from: ['p-b', 'p-c'] });
    expect((await text('我的事项')).text).toContain('2家均已报,已汇总');
  });

  it('is refused, on record, before anybody has reported and to those who do not add up', async () => {
    const before = (await refusals()).length;
    expect((await command('汇总 九')).row).toMatchObject({ outcome: 'refused', error: 'ROLL_UP_NONE_IN' });
    await fill(B, 'p-b', '已部署', 60);
    const list = await text('我的事项');
    expect((await press(list.buttons['汇总 第(九)项'], B)).row.error).toBe('BUTTON_NOT_YOURS');
    expect((await refusals()).slice(before).map(({ body }) => (body as { code: string }).code)).toEqual([
      'ROLL_UP_NONE_IN',
      'BUTTON_NOT_YOURS',
    ]);
  });

  it('shows the office both, and is the office’s where the lead may only be asked', async () => {
    await fill(B, 'p-b', '新增保护工作站3家', 60);
    const seen = await command('汇总 九', COORDINATOR);
    expect(seen.heading).toBe('【进展汇总】');
    expect(seen.text).toContain('由市科技局汇总,2家中1家已报,缺市财政局。');
    expect(seen.buttons).toEqual({});
    const state = await stateIn(world().prisma, 'task-9');
    const parts = state.parts.map((part) => (part.id === LEAD ? { ...part, relation: 'independent' as const } : part));
    await putState(world().prisma, { ...state, parts });
    const own = await command('汇总 九', COORDINATOR);
    expect(own.text).toContain('由办公室汇总,3家中1家已报');
    const done = await press(own.buttons['确认登记'], COORDINATOR);
    expect(done.text).toContain('已登记:汇总(1家,缺2家)。');
    expect((await stateIn(world().prisma, 'task-9')).rolledUp).toMatchObject({ n: 1, from: ['p-b'] });
    await fill(C, 'p-c', '在办', 20);
    await fill(PERSON, LEAD, '在办', 20);
    const item = await world().prisma.officeItem.findFirst({ where: { planId: PLAN, kind: 'roll-up' } });
    expect(item).not.toBeNull();
  });

  it('is not confirmed in chat over reports that nobody has read', async () => {
    await fill(B, 'p-b', '新增保护工作站3家', 60);
    const state = await stateIn(world().prisma, 'task-9');
    const parts = state.parts.map((part) => (part.id === LEAD ? { ...part, relation: 'independent' as const } : part));
    await putState(world().prisma, { ...state, parts });
    const own = await command('汇总 九', COORDINATOR);
    later();
    await fill(C, 'p-c', '在办', 20);
    expect((await press(own.buttons['确认登记'], COORDINATOR)).row).toMatchObject({ error: 'ROLL_UP_CHANGED' });
  });
});
