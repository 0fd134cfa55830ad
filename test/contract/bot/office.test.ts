import { beforeAll, describe, expect, it } from 'vitest';
import { planTalk } from '../../../bot/plan-talk.ts';
import { ownList } from '../../../bot/desk/views/own-list.ts';
import { incoming, say } from './acts.ts';
import { releasedBrief } from './brief-seed.ts';
import { claim, COORDINATOR, LEADER, putPlan, secondUnit, seedOffice } from './office-seed.ts';
import { OTHER, PERSON, talkingWorld } from './talk.ts';
import { partIn, PLAN, putState, stateIn } from './world-seed.ts';

const { world, text, press, refusals } = talkingWorld();
const command = (words: string, person = COORDINATOR) =>
  say(world(), incoming(person, 'web', { kind: 'command', text: words }));
const typed = (words: string, person = COORDINATOR) => text(words, person);
const pressed = (button: string | undefined, person = COORDINATOR) => press(button, person);
const forget = async (taskId: string): Promise<void> => {
  const state = await stateIn(world().prisma, taskId);
  const parts = state.parts.map((part) => ({ ...part, nudges: 0, nudgeAllowedFrom: null }));
  await putState(world().prisma, { ...state, parts });
};

beforeAll(() => seedOffice(world()));

describe('what is shown', () => {
  it('gives everybody the help that fits their part', async () => {
    expect((await command('', PERSON)).text).not.toContain('催办');
    expect((await command('/help')).text).toContain('催办 序号 [单位]');
    expect((await command('帮助', LEADER)).text).toContain('进度 [方案或序号]');
    const help = await typed('帮助', PERSON);
    expect(help.heading).toBe('【帮助】');
    for (const said of ['延期', '撤回', '更换联络员', '外出', '语言']) expect(help.text).toContain(said);
  });

  it('names to a liaison no command of the office, and says of one cut short that it is not theirs', async () => {
    expect((await command('nosuch', PERSON)).text).not.toMatch(/督办单|恢复办理/);
    expect((await command('nosuchthing', PERSON)).text).toContain('没有“nosuchthing”这个指令');
    expect((await command('催 九', PERSON)).row.error).toBe('NOT_PERMITTED');
  });

  it('says to the office, whose words it does not know, where to look', async () => {
    const said = await typed('延期申请都在哪儿');
    expect(said.text).toBe('原话已留存,未识别出要办理的事项。发送“帮助”查看可以办理的事项。');
    expect(said.row.outcome).toBe('kept');
  });

  it('shows a task to a liaison who asks in words for its progress by number', async () => {
    const shown = await typed('进度 第九项', PERSON);
    expect(shown.heading).toBe('【进度】');
    expect(shown.text).toContain('第(九)项');
    expect((await typed('进度', PERSON)).heading).toBe('【我的事项】');
  });

  it('names lights, duties and days in English to whoever chose it', async () => {
    await command('语言 英文');
    const plan = (await command('进度')).text.split('\n');
    expect(plan.find((line) => /^\d+ tasks?: /.test(line))).toMatch(/^[\x20-\x7e]+$/);
    const units = (await command('进度 九')).text.split('\n').filter((line) => line.includes('(lead'));
    expect(units).toHaveLength(1);
    expect(units[0]).toContain('due');
    expect(units[0]).not.toMatch(/牵头|报送|月/);
    expect((await command('language 中文')).text).toContain('界面语言已改为中文');
  });

  it('lists what a liaison has open, with a button to answer', async () => {
    const list = await typed('我的事项', PERSON);
    expect(list.heading).toBe('【我的事项】');
    expect(list.text).toContain('在办2项');
    expect(list.text).toMatch(/第\(九\)项.*进度40%.*签收7月6日\(已逾期\).*12月25日到期/);
    const fill = await press(list.buttons['签收 第(九)项']);
    expect(fill.row.outcome).toBe('recorded');
    const later = await typed('我的事项', PERSON);
    expect((await press(later.buttons['填报 第(九)项'])).text).toContain('请直接回复');
    const card = await text('完成55%');
    expect(card.heading).toBe('【请核对】');
    expect((await typed('我的事项', PERSON)).text).toContain('已答复,待核对确认');
    expect((await command('tasks')).text).toBe('目前没有需要你填报的事项。');
  });

  it('has as the own list what is late first, what was answered and what the office has in hand', async () => {
    const { prisma, clock } = world();
    const of = {
      personId: PERSON,
      at: clock.now,
      talk: (planId: string) => planTalk(prisma, world().desk.clock, planId),
    };
    const own = await ownList(prisma, of);
    expect(own.open.map(({ no, light, duties }) => [no, light, duties[0]?.label, duties[0]?.late])).toEqual([
      ['(二)', 'red', '签收', true],
      ['(九)', 'yellow', '2026年第四季度进展报送', false],
    ]);
    expect(own.answered[0]).toMatchObject({ no: '(九)', summary: '已签收' });
    expect(own.asked).toEqual([]);
    await claim(world(), 'task-9');
    expect((await ownList(prisma, of)).asked).toMatchObject([
      { no: '(九)', what: '申请办结', state: '待办公室验收', settled: false },
    ]);
    const state = await stateIn(prisma, 'task-9');
    await putState(prisma, { ...state, parts: state.parts.map((part) => ({ ...part, completion: 'open' as const })) });
    expect((await ownList(prisma, { ...of, personId: COORDINATOR })).open).toEqual([]);
  });

  it('shows a plan to the office and to a leader, and to a unit only what is its own', async () => {
    for (const person of [COORDINATOR, LEADER]) {
      const state = await command('进度', person);
      expect(state.heading).toBe('【进度】');
      expect(state.text).toContain('任务3项:');
      expect(state.text).toContain('当前为实施阶段,2028年6月30日结束');
      expect(state.text).toMatch(/逾期:.*第\(二\)项/);
    }
    expect((await command('进度', PERSON)).heading).toBe('【我的事项】');
    expect((await command('进度 第九项', PERSON)).text).toContain('市科技局(牵头,李某)');
    const before = (await refusals()).length;
    expect((await command('进度 第八项', PERSON)).row).toMatchObject({ outcome: 'refused', error: 'NOT_PERMITTED' });
    expect((await refusals()).slice(before)).toHaveLength(1);
  });

  it('lets the office decide from the list, once', async () => {
    await claim(world(), 'task-8');
    expect(Object.keys((await command('进度', LEADER)).buttons)).toEqual([]);
    const state = await command('进度');
    const shown = await pressed(state.buttons['办理1']);
    expect(shown.heading).toBe('【待我决定】');
    expect(shown.text).toMatch(/^办结验收:.*第\(八\)项/);
    expect(Object.keys(shown.buttons)).toEqual(['验收', '退回', '查看']);
    const key = { planId: PLAN, key: 'office-call/x', kind: 'office-call', planAt: world().clock.now };
    await world().prisma.officeItem.create({ data: { id: 'item-x', ...key, body: {} } });
    const call = (await command('进度')).buttons;
    const item = await pressed(Object.values(call)[1]);
    expect((await pressed(item.buttons['已办'])).row.outcome).toBe('recorded');
    expect(await world().prisma.officeItem.findUnique({ where: { id: 'item-x' } })).toMatchObject({ status: 'done' });
    expect((await pressed(Object.values(call)[1])).text).toContain('已办理');
    const state8 = await stateIn(world().prisma, 'task-8');
    await putState(world().prisma, {
      ...state8,
      parts: state8.parts.map((part) => ({ ...part, completion: 'open' as const })),
    });
  });

  it('offers on a task what can be done about it, to the office alone', async () => {
    const task = await command('state 8');
    expect(task.text).toContain('第(八)项"开展联合执法检查":');
    expect(Object.keys(task.buttons)).toEqual(['催办']);
    expect(Object.keys((await command('进度 第八项', LEADER)).buttons)).toEqual([]);
    expect((await command('进度 第九十九项')).text).toContain('方案中没有第九十九项');
  });

  it('takes the beginning of a command, its initials or its English name, and says what an unclear one may mean', async () => {
    expect((await command('进 九')).text).toContain('第(九)项');
    expect((await command('zt 8')).text).toContain('第(八)项');
    const unclear = await command('n 8');
    expect(unclear.text).toContain('催办 (nudge):催办承办单位,如“催办 九 市公安局”');
    expect(unclear.text).toContain('督办单 (notice)');
    // To a unit that may neither nudge nor draft notices it means nothing.
    expect((await command('n', PERSON)).text).not.toContain('催办');
  });

  it('shows by /duban alone what one has open, and the plan to whoever only reads it', async () => {
    expect((await command('/duban', PERSON)).heading).toBe('【我的事项】');
    expect((await command('')).text).toContain('任务3项:');
  });

  it('answers an unknown command with the nearest, and takes a report behind a slash for a report', async () => {
    const unknown = await command('催版 第九项');
    expect(unknown.text).toContain('没有“催版 第九项”这个指令。相近的有:催办');
    const report = await command('第(二)项已完成61%', PERSON);
    expect(report.heading).toBe('【请核对】');
  });

  it('takes a leader’s sentence that opens like an act of the office for words to the office', async () => {
    const before = (await refusals()).length;
    const said = await typed('通报的事请办公室再研究一下', LEADER);
    expect(said.row.outcome).toBe('kept');
    expect(await refusals()).toHaveLength(before);
    // As a command it is one, and refused.
    expect((await command('/通报 第九项', LEADER)).row).toMatchObject({ outcome: 'refused', error: 'NOT_PERMITTED' });
  });

  it('says that no brief was released, and which one was', async () => {
    expect((await command('简报')).text).toBe('目前没有已核发的简报。');
    await releasedBrief(world());
    const shown = await command('brief', LEADER);
    expect(shown.heading).toBe('【试点工作简报 第7期】');
    expect(Object.keys(shown.buttons)).toEqual(['查看全文', '查看依据', '作出批示']);
    expect(Object.keys((await command('简报')).buttons)).toEqual(['查看全文', '查看依据']);
  });
});

describe('催办', () => {
  it('goes out at once where task and unit are named, by command and by typed words', async () => {
    await forget('task-8');
    const nudged = await typed('催办第八项 市公安局');
    expect(nudged.row.outcome).toBe('recorded');
    expect(nudged.text).toBe('第(八)项"开展联合执法检查"市公安局:已催办。');
    expect(world().deskAsked.at(-1)).toMatchObject({ entityId: 'task/task-8', via: 'web', kind: 'nudge' });
    expect((await partIn(world().prisma, 'task-8')).nudges).toBe(1);
    const again = await command('催办 8');
    expect(again.row).toMatchObject({ outcome: 'refused', error: 'NUDGE_TOO_SOON' });
    expect((await refusals()).at(-1)).toMatchObject({ actor: { id: COORDINATOR }, body: { code: 'NUDGE_TOO_SOON' } });
  });

  it('says when the message goes out where no window is open, in the language of whoever asked', async () => {
    const { clock } = world();
    const was = clock.now;
    clock.now = new Date(was);
    clock.now.setUTCHours(4, 0);
    try {
      await forget('task-8');
      const said = (await typed('催办第八项 市公安局')).text;
      await command('语言 英文');
      await forget('task-8');
      const inEnglish = (await typed('催办第八项 市公安局')).text;
      await command('language 中文');
      expect(said).toMatch(/已催办,\d+月\d+日14:30发送时段开始后送达。$/);
      expect(inEnglish).toMatch(/reminded; the message goes out from \d+ \w+ 14:30\.$/);
    } finally {
      clock.now = was;
    }
  });

  it('says that nothing is sent while an answer of the unit is being checked', async () => {
    const card = await typed('第九项完成66%', PERSON);
    expect(card.heading).toBe('【请核对】');
    await forget('task-9');
    expect((await typed('催办第九项 市科技局')).text).toContain('市科技局:已催办,已有答复待本人核对,核对前暂不提示。');
    await pressed(card.buttons['仅存原话'], PERSON);
    await forget('task-9');
  });

  it('shows first whom it would tell where the unit was only hinted at', async () => {
    await forget('task-8');
    const before = world().deskAsked.length;
    const card = await command('催办 八 公安');
    expect(card.text).toBe('拟向市公安局联络员王某催办第(八)项"开展联合执法检查",确认后即发出提示。');
    expect(world().deskAsked).toHaveLength(before);
    expect((await pressed(card.buttons['催办'])).row.outcome).toBe('recorded');
    expect((await pressed(card.buttons['催办'])).row.error).toBe('CARD_CLOSED');
    expect(world().deskAsked).toHaveLength(before + 1);
  });

  it('asks one question where a task has several units, and 取消 changes nothing', async () => {
    await secondUnit(world());
    await forget('task-9');
    const asked = await command('催办 第九项');
    expect(Object.keys(asked.buttons)).toEqual(['市科技局', '市公安局', '取消']);
    expect((await pressed(asked.buttons['取消'])).text).toBe('已取消,未作改动。');
    expect((await pressed(asked.buttons['市公安局'])).row.error).toBe('CARD_CLOSED');
    const other = await command('催办 第九项');
    expect((await pressed(other.buttons['市公安局'])).text).toContain('市公安局:已催办。');
  });

  it('offers what is late where no task is named', async () => {
    const offered = await command('催办');
    expect(offered.text).toContain('“催办”针对哪一项任务');
    expect(Object.keys(offered.buttons)).toContain('第(二)项"健全工作体系"');
  });

  it.each([
    ['催办 第九十九项', COORDINATOR, 'TASK_UNKNOWN'],
    ['催办 第八项 市财政局', COORDINATOR, 'UNIT_UNKNOWN'],
    ['催办 第八项 市科技局', COORDINATOR, 'PART_UNKNOWN'],
    ['催办 第八项', LEADER, 'NOT_PERMITTED'],
    ['催办 第八项', OTHER, 'NOT_PERMITTED'],
    ['推进', LEADER, 'NOT_PERMITTED'],
  ])('refuses %j of %s with %s, on record', async (words, person, code) => {
    const before = (await refusals()).length;
    expect((await command(words, person)).row).toMatchObject({ outcome: 'refused', error: code });
    expect((await refusals()).slice(before)).toMatchObject([{ actor: { id: person }, via: 'web', body: { code } }]);
  });

  it('never reads a liaison’s typed words as a command', async () => {
    const before = world().deskAsked.length;
    expect((await text('推进第(二)项,已完成62%')).heading).toBe('【请核对】');
    expect(world().deskAsked).toHaveLength(before);
  });

  it('tells a stranger how to be bound', async () => {
    const { inboxId } = await world().inbox.receive(
      incoming('nobody', 'web', { kind: 'command', text: '催办 第八项' }),
    );
    await world().dispatch.drain();
    expect(await world().prisma.inbox.findUniqueOrThrow({ where: { id: inboxId } })).toMatchObject({
      error: 'ACCOUNT_UNKNOWN',
    });
  });
});

describe('验收 and 退回', () => {
  it('refuses what nobody claimed, accepts a claim, and returns one with a reason', async () => {
    expect((await command('验收 第二项')).row.error).toBe('NOTHING_CLAIMED');
    await claim(world(), 'task-2');
    expect((await command('退回 第二项 市科技局 佐证材料不全')).text).toContain('已退回补充。');
    expect(await partIn(world().prisma, 'task-2')).toMatchObject({
      completion: 'returned',
      returnedWith: '佐证材料不全',
    });
    await claim(world(), 'task-2');
    const asked = await command('退回 第二项');
    expect(asked.heading).toBe('【请写明理由】');
    expect((await typed('不全')).heading).toBe('【请写明理由】');
    expect((await partIn(world().prisma, 'task-2')).completion).toBe('claimed');
    expect((await typed('缺少验收报告原件')).text).toContain('已退回补充。');
    await claim(world(), 'task-2');
    expect((await command('验收 第二项 市科技局')).text).toContain('任务已验收办结。');
    expect((await command('验收 第二项')).row.error).toBe('TASK_CLOSED');
  });

  it('forgets the reason it asked for once something else was answered, or it was dropped', async () => {
    await claim(world(), 'task-8');
    await command('退回 第八项');
    expect((await typed('取消')).text).toBe('已取消,未作改动。');
    await command('退回 第八项');
    await command('进度');
    const words = await typed('与此无关的一句话');
    expect(words.row.outcome).toBe('kept');
    expect((await partIn(world().prisma, 'task-8')).completion).toBe('claimed');
  });
});

describe('推进 and 撤回', () => {
  it('shows the dossier, asks for the reason of a gap, moves once, and is taken back', async () => {
    await putPlan(world());
    const dry = await command('预演');
    expect(dry.text).toContain('由实施阶段转入迎检阶段。');
    expect(Object.keys(dry.buttons)).toEqual([]);
    const card = await command('推进');
    expect(card.text).toContain('未完成事项:');
    const before = world().deskAsked.length;
    const why = await pressed(card.buttons['确认推进']);
    expect(why.heading).toBe('【请写明理由】');
    expect((await pressed(card.buttons['确认推进'])).row.error).toBe('CARD_CLOSED');
    expect(world().deskAsked).toHaveLength(before);
    const moved = await typed('经领导小组会议研究同意');
    expect(moved.row.outcome).toBe('recorded');
    expect(moved.text).toMatch(/正在转入迎检阶段。11月23日\d\d:\d\d前可以撤回/);
    expect(world().deskAsked.at(-1)).toMatchObject({ kind: 'advance', via: 'web' });
    const undone = await pressed(moved.buttons['撤回']);
    expect(undone.text).toContain('已撤回阶段转换');
    expect((await pressed(moved.buttons['撤回'])).row.error).toBe('CARD_CLOSED');
    expect((await command('撤回')).row.error).toBe('NOTHING_TO_UNDO');
  });

  it('refuses a dossier that changed, and offers to look again', async () => {
    await putPlan(world());
    const card = await command('推进');
    await claim(world(), 'task-9');
    await pressed(card.buttons['确认推进']);
    const refused = await typed('经领导小组会议研究同意');
    expect(refused.row).toMatchObject({ outcome: 'refused', error: 'DOSSIER_CHANGED' });
    expect((await pressed(refused.buttons['重新预演'])).heading).toBe('【阶段预演】');
  });
});

describe('a row that comes again', () => {
  it('acts once after a crash between the act and the row’s end', async () => {
    await forget('task-8');
    world().failAt.point = 'dispatch.after-update';
    const { inboxId } = await world().inbox.receive(
      incoming(COORDINATOR, 'web', { kind: 'command', text: '催办 第八项 市公安局' }),
    );
    await world().dispatch.drain();
    expect((await partIn(world().prisma, 'task-8')).nudges).toBe(1);
    world().failAt.point = null;
    const row = () => world().prisma.inbox.findUniqueOrThrow({ where: { id: inboxId } });
    await expect.poll(() => row().then(({ status }) => status), { timeout: 5_000 }).toBe('done');
    expect(await row()).toMatchObject({ outcome: 'recorded' });
    expect((await partIn(world().prisma, 'task-8')).nudges).toBe(1);
  });

  it('waits while Temporal is down', async () => {
    await forget('task-8');
    world().down.value = true;
    const { inboxId } = await world().inbox.receive(
      incoming(COORDINATOR, 'web', { kind: 'command', text: '催办 第八项' }),
    );
    await world().dispatch.drain();
    const row = () => world().prisma.inbox.findUniqueOrThrow({ where: { id: inboxId } });
    expect((await row()).status).toBe('open');
    world().down.value = false;
    await expect.poll(() => row().then(({ status }) => status), { timeout: 5_000 }).toBe('done');
    expect((await partIn(world().prisma, 'task-8')).nudges).toBe(1);
  });
});

describe('a task with sub-items', () => {
  it('is accepted in chat with the reason that is asked for, while one is open', async () => {
    const parent = await world().prisma.task.findUniqueOrThrow({ where: { id: 'task-8' } });
    const { id: _id, ordinal: _ordinal, parentId: _parent, ...row } = parent;
    const facts = row.facts as object;
    const sub = { ...row, id: 'task-8-1', parentId: 'task-8', ordinal: 10_000, no: '8.1', title: '摸底调查', facts };
    await world().prisma.task.create({ data: sub });
    await claim(world(), 'task-8');
    const { unitId } = await partIn(world().prisma, 'task-8');
    const { name } = await world().prisma.unit.findUniqueOrThrow({ where: { id: unitId } });
    const asked = await command(`验收 第八项 ${name}`);
    expect(asked.heading).toBe('【请写明理由】');
    expect(asked.text).toContain('1项分解任务中尚有1项未办结(第8.1项)');
    expect((await typed('可以')).heading).toBe('【请写明理由】');
    expect((await typed('主体工作已经完成')).text).toContain('1项分解任务仍在办理,继续督办');
  });
});
