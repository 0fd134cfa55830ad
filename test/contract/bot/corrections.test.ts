import { describe, expect, it } from 'vitest';
import { incoming, prompt, say } from './acts.ts';
import { OTHER, PERSON, talkingWorld } from './talk.ts';
import { partIn } from './world-seed.ts';

const { world, text, press, form } = talkingWorld();
const progress = async (task = 'task-9'): Promise<number | null> => (await partIn(world().prisma, task)).progress;
const later = (minutes: number): void => {
  world().clock.now = new Date(world().clock.now.getTime() + minutes * 60_000);
};

async function reported(words: string) {
  const card = await text(words);
  return press(card.buttons['确认登记']);
}

describe('an answer is taken back by its author', () => {
  it('by 〔撤回〕 on the confirmation, within ten minutes', async () => {
    const before = await progress();
    const done = await reported('第(九)项完成81%');
    expect(done.text).toContain('→81%');
    later(9);
    const back = await press(done.buttons['撤回']);
    expect(back.row.outcome).toBe('recorded');
    expect(back.text).toBe(
      `第(九)项"研究制定知识产权发展战略与规划" 已撤回,恢复为此前登记的进度${before}%,原事项仍待办理。`,
    );
    expect(back.buttons).toHaveProperty('逐项填报');
    const offered = await world().prisma.delivery.findUniqueOrThrow({ where: { id: back.deliveryId } });
    expect(offered.closedAt).toBeNull();
    expect(await progress()).toBe(before);
    // Pressed once more, in a message that is closed.
    expect((await press(done.buttons['撤回'])).row.error).toBe('CARD_CLOSED');
  });

  it('and its cards say so, on every channel', async () => {
    const { prisma } = world();
    const shows = async (id: string) => (await prisma.delivery.findUniqueOrThrow({ where: { id } })).closedWith;
    const elsewhere = await prompt(world(), PERSON, 'telegram', [['task-9', 'report']]);
    await prisma.delivery.update({ where: { id: elsewhere.deliveryId }, data: { status: 'sent' } });
    const card = await text('第(九)项完成80%');
    const done = await press(card.buttons['确认登记']);
    expect(await shows(card.deliveryId)).toContain('80%');
    expect(await shows(elsewhere.deliveryId)).toContain('80%');
    await text('撤回');
    for (const { deliveryId } of [card, elsewhere, done]) expect(await shows(deliveryId)).toBe('已撤回(李某)');
  });

  it('of several on one card, one: the card says which', async () => {
    const card = await text('第(九)项已完成45%。第(二)项已完成46%');
    await press(card.buttons['确认登记']);
    const asked = await text('刚才填错了');
    await press(asked.buttons['第(二)项"健全工作体系"']);
    const { closedWith } = await world().prisma.delivery.findUniqueOrThrow({ where: { id: card.deliveryId } });
    expect(closedWith).toMatch(/45%.*46%.*\(李某\);其中第\(二\)项已撤回$/);
  });

  it('not after ten minutes: the sentence says how to correct', async () => {
    const done = await reported('第(九)项完成82%');
    later(11);
    const back = await press(done.buttons['撤回']);
    expect(back.row).toMatchObject({ outcome: 'refused', error: 'REPLY_STANDS' });
    expect(back.text).toContain('请回复“更正”');
    expect(await progress()).toBe(82);
  });

  it("not by somebody else's hand", async () => {
    const done = await reported('第(九)项完成83%');
    expect((await press(done.buttons['撤回'], OTHER)).row.error).toBe('BUTTON_NOT_YOURS');
    expect(await progress()).toBe(83);
  });

  it('by words that name nothing: the newest answer is meant', async () => {
    const before = await progress('task-2');
    await reported('第(二)项完成84%');
    const back = await text('刚才写错了');
    expect(back.row.outcome).toBe('recorded');
    expect(back.text).toContain('已撤回');
    expect(await progress('task-2')).toBe(before);
  });

  it('by words after a form of several tasks: which one is asked', async () => {
    const before = await progress('task-2');
    await form([
      { entityId: 'task/task-9', partId: 'task-9-p1', progress: 85, words: '' },
      { entityId: 'task/task-2', partId: 'task-2-p1', progress: 85, words: '' },
    ]);
    const asked = await text('刚才填错了');
    expect(asked.row.outcome).toBe('answered');
    const back = await press(asked.buttons['第(二)项"健全工作体系"']);
    expect(back.row.outcome).toBe('recorded');
    expect([await progress('task-9'), await progress('task-2')]).toEqual([85, before]);
  });

  it('of several in one message, all by its button', async () => {
    const before = [await progress('task-9'), await progress('task-2')];
    const done = await form([
      { entityId: 'task/task-9', partId: 'task-9-p1', progress: 21, words: '' },
      { entityId: 'task/task-2', partId: 'task-2-p1', progress: 22, words: '' },
    ]);
    await press(done.buttons['撤回']);
    expect([await progress('task-9'), await progress('task-2')]).toEqual(before);
  });
});

describe('a correction in words', () => {
  it('is a card, then a new version of the report', async () => {
    await reported('第(九)项完成87%');
    later(60);
    const card = await text('更正:第(九)项进度77%');
    expect(card.text).toContain('更正,拟更正此前登记的内容:');
    expect(await progress()).toBe(87);
    const done = await press(card.buttons['确认登记']);
    expect(done.text).toContain('已更正(第2版),进度87%→77%');
    expect(await progress()).toBe(77);
    expect(world().updates.at(-1)?.reading).toMatchObject({ kind: 'correction', progress: 77 });
  });

  it('without a name is about what was answered last', async () => {
    await reported('第(二)项完成65%');
    const card = await text('刚才写错了,应为56%');
    expect(card.text).toContain('第(二)项');
    await press(card.buttons['确认登记']);
    expect(await progress('task-2')).toBe(56);
  });

  it.each([
    ['marked as one', { correct: true, words: '统计口径有误' }],
    ['whose words begin so', { words: '更正:统计口径有误' }],
  ])('by a line of the form %s is a new version too, and files nothing more', async (_, line) => {
    await form([{ entityId: 'task/task-9', partId: 'task-9-p1', progress: 50, words: '按计划推进' }]);
    const done = await form([{ entityId: 'task/task-9', partId: 'task-9-p1', progress: 45, ...line }]);
    expect(done.text).toContain('已更正(第2版),进度50%→45%');
    expect(world().updates.at(-1)?.reading).toMatchObject({ kind: 'correction', progress: 45, words: line.words });
    const again = await form([{ entityId: 'task/task-9', partId: 'task-9-p1', progress: 47, ...line }]);
    expect(again.text).toContain('已更正(第3版),进度45%→47%');
    expect(await progress()).toBe(47);
  });

  it('by a form that says nothing of it is a further report', async () => {
    const done = await form([{ entityId: 'task/task-9', partId: 'task-9-p1', progress: 52, words: '按计划推进' }]);
    expect(done.text).not.toContain('更正');
    expect(world().updates.at(-1)?.reading.kind).toBe('report');
  });

  it('is no correction where 更正 is what was done', async () => {
    const card = await text('第(九)项更正工作已完成60%');
    expect(card.text).not.toContain('拟更正');
  });

  it('of an edited message is one as well', async () => {
    const first = incoming(PERSON, 'web', { kind: 'text', text: '第(二)项完成70%' });
    const card = await say(world(), first);
    await press(card.buttons['确认登记']);
    const edit = await say(
      world(),
      incoming(PERSON, 'web', { kind: 'text', text: '第(二)项完成71%', payload: { edits: first.dedupeKey } }),
    );
    await press(edit.buttons['确认登记']);
    expect(world().updates.at(-1)?.reading.kind).toBe('correction');
    expect(await progress('task-2')).toBe(71);
  });

  it('offers nothing to take back to somebody who has answered nothing', async () => {
    const said = await text('刚才写错了', OTHER);
    expect(said.row.outcome).toBe('kept');
    expect(said.text).toContain('目前没有可以撤回的报送');
  });
});

describe('a receipt signed by mistake', () => {
  it('is taken back, and the duty is owed again', async () => {
    const card = await prompt(world(), PERSON, 'web', [['task-9', 'receipt']]);
    const signed = await press(card.buttons['签收']);
    const back = await press(signed.buttons['撤回']);
    expect(back.row.outcome).toBe('recorded');
  });
});

describe('a correction that begins otherwise', () => {
  it('is a new version of what was answered last', async () => {
    await reported('第(二)项完成86%');
    const card = await text('不好意思,昨天报的数弄错了,应该是57%');
    expect(card.text).toContain('第(二)项');
    expect(card.text).toContain('更正,拟更正此前登记的内容:');
    await press(card.buttons['确认登记']);
    expect(world().updates.at(-1)?.reading).toMatchObject({ kind: 'correction', progress: 57 });
  });

  it('of one task stands beside the report of another', async () => {
    await reported('第(二)项完成86%');
    const card = await text('第(二)项上次填错了,应为58%;第(九)项完成88%');
    await press(card.buttons['确认登记']);
    const [second, first] = [world().updates.at(-1), world().updates.at(-2)];
    expect([first?.reading.kind, second?.reading.kind].toSorted()).toEqual(['correction', 'report']);
    expect(await progress('task-2')).toBe(58);
    expect(await progress('task-9')).toBe(88);
  });
});

describe('a claim of completion that its author denies', () => {
  const completion = async () => (await partIn(world().prisma, 'task-2')).completion;

  it('is taken back, and what is told beside is asked about', async () => {
    await reported('第(二)项已全部完成');
    expect(await completion()).toBe('claimed');
    const back = await text('第(二)项刚才说错了,还没完成,现在92%');
    expect(await completion()).not.toBe('claimed');
    expect(back.heading).toBe('【请核对】');
    await press(back.buttons['确认登记']);
    expect(await progress('task-2')).toBe(92);
  });

  it('is the office’s to return once it cannot be taken back', async () => {
    await reported('第(二)项已全部完成');
    later(30);
    const said = await text('第(二)项上次说完成了,说错了,还没完成');
    expect(said.row.outcome).toBe('recorded');
    expect(await completion()).toBe('claimed');
    const item = await world().prisma.officeItem.findFirst({ where: { kind: 'coordination', status: 'open' } });
    expect(JSON.stringify(item?.body)).toContain('还没完成');
  });
});
