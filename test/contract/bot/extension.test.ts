import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decisions } from '../../../bot/desk/views/decisions.ts';
import { sendNotices } from '../../../bot/notices.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import { REPLACED } from '../../../prisma/queries/drop-unsent.ts';
import { incoming, prompt, say } from './acts.ts';
import { COORDINATOR, seedOffice } from './office-seed.ts';
import { OTHER, PERSON, talkingWorld } from './talk.ts';
import { partIn, putState, stateIn, PLAN } from './world-seed.ts';

const { world, text, press, form, refusals } = talkingWorld();

const SUPERVISOR = 'person-supervisor';

/** The task as it is each time: due on 30 November, nothing asked for. */
let fresh: SupervisedState;

beforeAll(async () => {
  const { prisma } = world();
  await seedOffice(world());
  await prisma.person.create({ data: { id: SUPERVISOR, name: '孙某' } });
  await prisma.membership.create({
    data: { id: 'm-supervisor', personId: SUPERVISOR, unitId: 'unit-a', rank: 'supervisor', taskIds: [] },
  });
  await prisma.grant.create({
    data: { id: 'g-supervisor', personId: SUPERVISOR, planId: PLAN, role: 'supervisor' },
  });
  const state = await stateIn(prisma, 'task-9');
  const dueOn = '2026-11-30';
  const parts = state.parts.map((one) => ({
    ...one,
    duties: one.duties.map((duty) => (duty.kind === 'completion' ? { ...duty, dueOn } : duty)),
  }));
  fresh = { ...state, dueOn, parts };
});

beforeEach(async () => {
  await putState(world().prisma, fresh);
  await world().prisma.membership.update({ where: { id: 'm-supervisor' }, data: { active: true } });
  await world().prisma.action.deleteMany({ where: { delivery: { klass: 'notice' } } });
  await world().prisma.delivery.deleteMany({ where: { klass: 'notice' } });
});

const part = () => partIn(world().prisma, 'task-9');
const request = async () => (await part()).request;

/** The newest notice to somebody, with its buttons by label. */
async function notice(personId: string) {
  const row = await world().prisma.delivery.findFirst({
    where: { personId, klass: 'notice' },
    orderBy: { createdAt: 'desc' },
  });
  const { heading, lines, buttons } = (row?.message ?? { heading: '', lines: [], buttons: [] }) as {
    heading: string;
    lines: string[];
    buttons: { id: string; label: string }[];
  };
  return {
    row,
    heading,
    text: lines.join('\n'),
    buttons: Object.fromEntries(buttons.map(({ id, label }) => [label, id])),
  };
}

async function asked(words = '第(九)项申请延期至12月21日,因招标流标需重新组织'): Promise<void> {
  const card = await text(words);
  expect(card.heading).toBe('【请核对】');
  expect((await press(card.buttons['确认登记'])).row.outcome).toBe('recorded');
}

describe('asking for more time in chat', () => {
  it('asks for the date, then for the reason, then shows the card, and files nothing before it is confirmed', async () => {
    const digest = await prompt(world(), PERSON, 'web', [['task-9', 'completion']]);
    const date = await press(digest.buttons['申请延期']);
    expect(date.text).toContain('请直接回复拟延至的日期');
    const reason = await text('延到12月21日');
    expect(reason.text).toBe('第(九)项拟延至2026年12月21日。请直接回复延期理由(不少于5个字)。');
    const card = await text('招标流标,须重新组织');
    expect(card.text).toContain('申请延期:由11月30日(星期一)延至12月21日(星期一),经单位分管负责同志审签后报批');
    expect(card.text).toContain('理由:招标流标,须重新组织');
    expect(await request()).toBeUndefined();
    expect((await press(card.buttons['确认登记'])).text).toContain('已申请延期至2026年12月21日,待单位分管负责同志审签');
    expect(await request()).toMatchObject({ kind: 'extension', signOff: 'waiting', by: PERSON });
  });

  it.each([
    ['两周', '2026年12月14日'],
    ['再给三周吧', '2026年12月21日'],
    ['下下周五', '2026年12月11日'],
    ['延到年底', '2026年12月31日'],
  ])('takes the day from “%s” too', async (words, day) => {
    const digest = await prompt(world(), PERSON, 'web', [['task-9', 'completion']]);
    await press(digest.buttons['申请延期']);
    expect((await text(words)).text).toContain(`第(九)项拟延至${day}。`);
  });

  it('asks again for a day on which it cannot be, with the reason kept', async () => {
    const again = await text('第(九)项申请延期至12月20日,因招标流标需重新组织');
    expect(again.text).toBe('拟延至的日期(2026年12月20日)是休息日。请改为工作日,如2026年12月21日。');
    const card = await text('12月21日');
    expect(card.text).toContain('理由:招标流标需重新组织');
  });

  it('a reason of one character is asked about, and 〔取消〕 files nothing', async () => {
    const asking = await text('第(九)项申请延期至12月21日');
    expect((await text('忙')).text).toContain('请直接回复延期理由');
    expect(asking.text).toContain('请直接回复延期理由');
    const last = await text('累');
    expect((await press(last.buttons['取消'])).text).toBe('已取消,未提出延期申请。');
    expect((await text('招标流标,须重新组织')).text).not.toContain('申请延期');
    expect(await request()).toBeUndefined();
  });

  it('says at once where none is possible, on record', async () => {
    await putState(world().prisma, {
      ...fresh,
      parts: fresh.parts.map((one) => ({ ...one, extensions: 1, dueOn: '2026-12-11' })),
    });
    const before = (await refusals()).length;
    const said = await text('第(九)项申请延期至12月21日,因招标流标需重新组织');
    expect(said.row).toMatchObject({ outcome: 'refused', error: 'EXTENSION_ONCE' });
    expect(said.text).toContain('已延期1次');
    expect((await refusals()).length).toBe(before + 1);
  });

  it('is one card with the report of another task, where one text says both', async () => {
    const card = await text('第(九)项因等待司法局合法性审查,申请延到12月21日。第(二)项完成85%');
    expect(card.text).toContain('第(九)项"研究制定知识产权发展战略与规划" 申请延期:由11月30日(星期一)延至12月21日');
    expect(card.text).toMatch(/理由:.*司法局合法性审查/);
    expect(card.text).toMatch(/第\(二\)项"健全工作体系" 进度\d+%→85%/);
    await press(card.buttons['确认登记']);
    expect(await request()).toMatchObject({ extension: { newDueOn: '2026-12-21' } });
    expect((await partIn(world().prisma, 'task-2')).progress).toBe(85);
  });

  it("a form files it without a card, and another unit's person cannot", async () => {
    const line = { entityId: 'task/task-9', partId: 'task-9-p1', newDueOn: '2026-12-21', reason: '招标流标需重新组织' };
    expect((await form([line])).row.outcome).toBe('recorded');
    expect(await request()).toMatchObject({ extension: { newDueOn: '2026-12-21', guards: [], level: 'office' } });
    const foreign = await say(world(), incoming(OTHER, 'web', { kind: 'form', payload: { lines: [line] } }));
    expect(foreign.row.error).toBe('NOT_YOURS');
  });
});

describe('its sign-off and the decision', () => {
  it('of a completion is what the list says that it waits for, then the office', async () => {
    const listed = async () =>
      (await text('我的事项')).text.split('\n').find((line) => line.includes('第(九)项')) ?? '';
    const { buttons } = await prompt(world(), PERSON, 'web', [['task-9', 'completion']]);
    await press(buttons['申请办结']);
    expect(await listed()).toContain('已申请办结,待审签');
    expect((await text('进度 第九项')).text).toContain('已申请办结,待审签');
    await press((await notice(SUPERVISOR)).buttons['审签同意'], SUPERVISOR);
    expect(await listed()).toContain('已申请办结,待办公室验收');
  });

  it('goes from the supervisor to the office, and the answer to the unit once it cannot be taken back', async () => {
    await asked();
    const toSign = await notice(SUPERVISOR);
    expect(toSign.heading).toBe('【审签】');
    expect(toSign.text).toContain('李某代表你单位申请第(九)项');
    expect((await notice(COORDINATOR)).row).toBeNull();
    expect((await press(toSign.buttons['审签同意'], SUPERVISOR)).text).toContain('已审签同意');
    // It was still waiting for its window: what is signed isn't asked for any more.
    expect((await notice(SUPERVISOR)).row).toMatchObject({ status: 'failed', error: REPLACED });
    const card = await notice(COORDINATOR);
    expect(card.heading).toBe('【延期审批】');
    expect(card.text).toContain('由11月30日延至12月21日(15个工作日)。理由:"招标流标需重新组织"');
    expect(card.text).toContain('首次申请,到期前5个工作日提出,已完成40%,单位分管负责同志已审签(孙某)');
    const granted = await press(card.buttons['同意'], COORDINATOR);
    expect(granted.text).toContain('已同意延至2026年12月21日');
    expect(await part()).toMatchObject({ dueOn: '2026-12-21', extensions: 1, deadlineSeq: 2 });

    const answer = await notice(PERSON);
    expect(answer).toMatchObject({ heading: '【延期答复】' });
    expect(answer.text).toBe('经研究,同意第(九)项"研究制定知识产权发展战略与规划"延至12月21日(星期一)17:30,仅此一次。');
    expect(Object.keys(answer.buttons)).toEqual(['收悉', '提请协调']);
    const deps = {
      prisma: world().prisma,
      channels: world().channels,
      clock: { now: async () => world().clock.now, offsetMs: async () => 0 },
    };
    await sendNotices(deps);
    expect((await notice(PERSON)).row?.status).toBe('queued');
    world().clock.now = new Date(world().clock.now.getTime() + 10 * 60_000);
    await sendNotices(deps);
    expect((await notice(PERSON)).row?.status).toBe('sent');
  });

  it('a decision that is taken back was told to nobody, and the request is asked again', async () => {
    await asked();
    await press((await notice(SUPERVISOR)).buttons['审签同意'], SUPERVISOR);
    const granted = await press((await notice(COORDINATOR)).buttons['同意'], COORDINATOR);
    const undone = await press(granted.buttons['撤回批复'], COORDINATOR);
    expect(undone.text).toContain('已撤回延期批复');
    expect((await notice(PERSON)).row).toBeNull();
    expect((await part()).dueOn).toBeUndefined();
    const again = await notice(COORDINATOR);
    expect((await press(again.buttons['不同意'], COORDINATOR)).text).toContain('请直接回复不同意');
    const refused = await say(
      world(),
      incoming(COORDINATOR, 'web', { kind: 'text', text: '该项为年度目标,时限不宜调整' }),
    );
    expect(refused.text).toContain('不同意延期,仍按2026年11月30日时限办理');
    expect((await notice(PERSON)).text).toContain(
      '仍按11月30日时限办理。理由:该项为年度目标,时限不宜调整。如有困难,可提请协调。',
    );
  });

  it('〔另定日期〕 takes the day from words, and asks again for one that cannot be', async () => {
    await asked();
    await press((await notice(SUPERVISOR)).buttons['审签同意'], SUPERVISOR);
    await press((await notice(COORDINATOR)).buttons['另定日期'], COORDINATOR);
    const words = (said: string) => say(world(), incoming(COORDINATOR, 'web', { kind: 'text', text: said }));
    expect((await words('12月12日')).text).toContain('是休息日');
    expect((await words('12月11日')).text).toContain('已同意延至2026年12月11日');
    expect((await part()).dueOn).toBe('2026-12-11');
  });

  it('what the supervisor sends back, with a reason, is open no more, and its author is told', async () => {
    await asked();
    const toSign = await notice(SUPERVISOR);
    expect((await press(toSign.buttons['退回'], SUPERVISOR)).text).toContain('不予审签');
    const back = await say(world(), incoming(SUPERVISOR, 'web', { kind: 'text', text: '请先完成内部论证' }));
    expect(back.text).toContain('已退回');
    expect(await request()).toBeUndefined();
    expect((await notice(PERSON)).text).toContain('延期申请未予审签(孙某)。理由:请先完成内部论证。');
    expect((await press(toSign.buttons['审签同意'], SUPERVISOR)).row.outcome).toBe('refused');
  });

  it('the supervisor signs by words too, and a reason that opens with 审签 stays a reason', async () => {
    const typed = (words: string) => say(world(), incoming(SUPERVISOR, 'web', { kind: 'text', text: words }));
    await asked();
    await press((await notice(SUPERVISOR)).buttons['退回'], SUPERVISOR);
    expect((await typed('审签材料不全请补充')).text).toContain('已退回');
    expect((await notice(PERSON)).text).toContain('理由:审签材料不全请补充。');
    await putState(world().prisma, fresh);
    await asked();
    expect((await typed('审签 第九项')).buttons).toHaveProperty('审签同意');
    expect((await typed('审签 第九项 同意')).text).toContain('已审签同意');
    expect((await request())?.signOff).toBe('given');
  });

  it("a liaison signs nothing, not even with the supervisor's button", async () => {
    await asked();
    const toSign = await notice(SUPERVISOR);
    expect((await press(toSign.buttons['审签同意'], PERSON)).row.error).toBe('BUTTON_NOT_YOURS');
    expect((await request())?.signOff).toBe('waiting');
  });

  it('a completion that comes in between closes the request, and the decision is refused with a sentence', async () => {
    await asked();
    await press((await notice(SUPERVISOR)).buttons['审签同意'], SUPERVISOR);
    const card = await notice(COORDINATOR);
    const digest = await prompt(world(), PERSON, 'web', [['task-9', 'completion']]);
    expect((await press(digest.buttons['申请办结'])).text).toContain('待单位分管负责同志审签');
    const late = await press(card.buttons['同意'], COORDINATOR);
    expect(late.row.error).toBe('EXTENSION_SUPERSEDED');
    expect(late.text).toContain('请按最新情况办理');
  });

  it('without anybody who could sign, the office has it on its list', async () => {
    await world().prisma.membership.update({ where: { id: 'm-supervisor' }, data: { active: false } });
    await asked();
    expect(await request()).toMatchObject({ signOff: 'waiting', noSigner: true });
    const waiting = decisions({
      items: [],
      states: [await stateIn(world().prisma, 'task-9')],
      units: [{ id: 'unit-a', name: '市科技局' }],
      liaisons: [],
    });
    expect(waiting).toMatchObject([{ kind: 'sign-off', label: '待审签', actions: ['scan', 'bind', 'open'] }]);
    expect(waiting[0]?.text).toContain('没有可以审签的分管负责同志');
  });
});
