import { describe, expect, it } from 'vitest';
import { incoming, prompt } from './acts.ts';
import { PERSON, talkingWorld } from './talk.ts';
import { last, measured, STATIONS } from './measured.ts';
import { partId, partIn } from './world-seed.ts';

const { world, text, press, refusals } = talkingWorld();

describe('typed words', () => {
  it('refuses a task of another unit, and puts that on record', async () => {
    const before = (await refusals()).length;
    const { row, text: said } = await text('第(八)项已完成60%,正在按计划推进。');
    expect(row).toMatchObject({ outcome: 'refused', error: 'NOT_YOURS' });
    expect(said).toContain('不属于你单位');
    const [event] = (await refusals()).slice(before);
    expect(event).toMatchObject({ via: 'web', actor: { id: PERSON }, body: { code: 'NOT_YOURS', named: '第(八)项' } });
    expect(await world().prisma.inboxItem.count({ where: { inboxId: row.id } })).toBe(0);
  });

  it('goes on with the own task of a text that speaks of another unit’s too', async () => {
    const before = (await refusals()).length;
    const mixed = await text('第(九)项完成47%,第(八)项完成60%');
    expect(mixed.row.outcome).toBe('proposal');
    const said = await world().prisma.delivery.findMany({
      where: { personId: PERSON, klass: 'answer', closedAt: null },
    });
    expect(
      said
        .map(({ message }) => (message as { lines: string[] }).lines.join(''))
        .find((lines) => lines.includes('不属于你单位')),
    ).toContain('第(八)项');
    expect((await refusals()).slice(before)).toHaveLength(1);
  });

  it.each(['催催催', '烦不烦', '又催', '知道了,别催了', '怎么又催?'])(
    'is told what is owed and how to answer, where it is only displeasure: %s',
    async (words) => {
      await prompt(world(), PERSON, 'web', [
        ['task-9', 'report'],
        ['task-2', 'report'],
      ]);
      const answer = await text(words);
      expect(answer.row).toMatchObject({ outcome: 'kept', error: null });
      expect(answer.heading).toBe('【说明】');
      const [sorry, first, second, how] = answer.text.split('\n');
      expect(sorry).toBe('打扰之处,敬请谅解。目前待答复2项,答复后本期不再提示:');
      expect([first, second].join()).toMatch(/^1\.第\(.\)项.*2\.第\(.\)项/);
      expect(how).toMatch(/^一句话即可答复,如“第\(.\)项完成60%”“与上次相同”/);
      expect(Object.keys(answer.buttons)).toHaveLength(2);
    },
  );

  it('asks which task is meant, and goes on with the stored words', async () => {
    const asked = await text('完成75%');
    expect(asked.row.outcome).toBe('answered');
    expect(Object.keys(asked.buttons)).toEqual(['第(九)项"研究制定知识产权发展……"', '第(二)项"健全工作体系"']);
    const chosen = await press(asked.buttons['第(二)项"健全工作体系"']);
    expect(chosen.row.outcome).toBe('proposal');
    expect(chosen.text).toContain('完成75%');
    await press(chosen.buttons['确认登记']);
    expect((await partIn(world().prisma, 'task-2')).progress).toBe(75);
    expect((await press(asked.buttons['第(二)项"健全工作体系"'])).row.error).toBe('CARD_CLOSED');
  });

  it('takes words without a number to be about the one task that was just prompted', async () => {
    await prompt(world(), PERSON, 'web', [['task-2', 'report']]);
    const { row, text: said } = await text('已完成88%,下周二前报佐证');
    expect(row.outcome).toBe('proposal');
    expect(said).toContain('第(二)项');
  });

  it('asks about a number that the plan does not have, though one task was just prompted', async () => {
    const { row, text: said } = await text('第(九十九)项已完成60%');
    expect(row.outcome).toBe('answered');
    expect(said).toContain('方案中没有第(九十九)项');
  });

  it('passes a question about a named task to the office, and registers what a report asks beside its figures', async () => {
    const asked = await text('您好,请问第九项什么时候到期?');
    expect(asked.row.outcome).toBe('kept');
    expect(asked.text).toContain('转办公室答复');
    expect((await text('第九项完成到87%,请问佐证报到哪里?')).text).toContain('87%');
  });

  it('reads several numbered tasks as one card, each with its own share', async () => {
    const card = await text('第(二)项完成76%,第(九)项完成86%');
    expect(card.text).toContain('第(二)项"健全工作体系" 进度');
    await press(card.buttons['确认登记']);
    expect([
      (await partIn(world().prisma, 'task-2')).progress,
      (await partIn(world().prisma, 'task-9')).progress,
    ]).toEqual([76, 86]);
  });

  it('asks one specific question after vague words, and only once', async () => {
    const vague = await text('第(九)项正在有序推进');
    expect(vague.row.outcome).toBe('kept');
    expect(vague.heading).toBe('【请补充一项】');
    expect(vague.text).toContain('已留存,暂未计入进度');
    expect(world().updates.at(-1)?.reading).toMatchObject({ kind: 'kept-words' });
    const again = await text('第(九)项积极推进中');
    expect(again.heading).toBe('【请核对】');
    expect(Object.keys(again.buttons)).toEqual(['登记为进展(无数字)', '修改', '仅存原话']);
  });

  it('lets the next words take the place of a card that is being corrected', async () => {
    const card = await text('第(九)项完成60%');
    expect((await press(card.buttons['修改'])).row.outcome).toBe('answered');
    const corrected = await text('完成65%');
    expect(corrected.text).toContain('第(九)项');
    expect(corrected.text).toContain('65%');
    expect(await world().prisma.delivery.findUniqueOrThrow({ where: { id: card.deliveryId } })).toMatchObject({
      closedWith: '已由更正后的内容代替',
    });
    expect((await press(card.buttons['确认登记'])).row.error).toBe('CARD_CLOSED');
    await press(corrected.buttons['确认登记']);
    expect((await partIn(world().prisma, 'task-9')).progress).toBe(65);
  });

  it('judges lateness by when the words came, not by when they were confirmed', async () => {
    const card = await text('第(九)项完成70%');
    const came = world().clock.now.toISOString();
    world().clock.now = new Date(world().clock.now.getTime() + 3_600_000);
    await press(card.buttons['确认登记']);
    expect(world().updates.at(-1)).toMatchObject({ receivedAt: came });
  });

  it('applies two conflicting rows in the order in which they were received', async () => {
    await prompt(world(), PERSON, 'web', [['task-9', 'report']]);
    const later = incoming(PERSON, 'web', {
      kind: 'form',
      payload: { lines: [{ entityId: 'task/task-9', partId: partId('task-9'), progress: 92 }] },
    });
    const earlier = {
      ...incoming(PERSON, 'web', {
        kind: 'form',
        payload: { lines: [{ entityId: 'task/task-9', partId: partId('task-9'), progress: 91 }] },
      }),
      receivedAt: new Date(Date.parse(later.receivedAt) - 10).toISOString(),
    };
    await world().inbox.receive(later);
    await world().inbox.receive(earlier);
    await world().dispatch.drain();
    expect(
      world()
        .updates.slice(-2)
        .map(({ reading }) => (reading as { progress: number }).progress),
    ).toEqual([91, 92]);
  });
});

describe('figures, several tasks and requests in one text', () => {
  it('shows an increase with the total it makes, and records both once it is confirmed', async () => {
    await measured(world().prisma, last);
    const card = await text('第(二)项新增3家示范站,完成75%,预计12月8日前办结');
    expect(card.text.split('\n').slice(1, 4)).toEqual([
      '第(二)项"健全工作体系" 进度40%→75%',
      '数据:新增工作体系示范站3家,累计15家(目标20家)',
      '预计办结:12月8日(星期二) 问题:无 佐证:未附',
    ]);
    expect((await partIn(world().prisma, 'task-2')).figures).toEqual(last);
    const done = await press(card.buttons['确认登记']);
    expect(done.text).toContain('进度40%→75%,工作体系示范站新增3家,累计15家');
    expect((await partIn(world().prisma, 'task-2')).figures).toMatchObject([{ name: STATIONS, value: 15 }]);
    await press(done.buttons['撤回']);
    expect((await partIn(world().prisma, 'task-2')).figures).toEqual(last);
  });

  it('asks after vague words from the task’s own target, and a figure that is not out files the period', async () => {
    await measured(world().prisma, last);
    const asked = await text('第(二)项正在有序推进');
    expect(asked.text.split('\n')).toEqual([
      '"第(二)项正在有序推进"已留存,暂未计入进度。',
      '截至11月23日,工作体系示范站累计几家?(上次登记12家,目标20家)',
    ]);
    expect(Object.keys(asked.buttons)).toEqual(['填报数字', '与上次相同', '数据未出,12月10日前补报']);
    const later = await press(asked.buttons['数据未出,12月10日前补报']);
    expect(later.row.outcome).toBe('recorded');
    expect(world().updates.at(-1)?.reading).toMatchObject({
      kind: 'report',
      words: '第(二)项正在有序推进(数据未出,12月10日前补报)',
      progress: null,
    });
    expect(await partIn(world().prisma, 'task-2')).toMatchObject({ unquantifiedRun: 1, figures: last });
  });

  it('says what contradicts what is on record, takes nothing of it, and shows it for a check when it is insisted on', async () => {
    await measured(world().prisma, last);
    const asked = await text('第(二)项累计10家');
    expect(asked.heading).toBe('【请补充一项】');
    expect(asked.text).toContain('工作体系示范站累计10家,低于上次登记的12家');
    expect(world().updates.at(-1)?.reading).toMatchObject({ kind: 'kept-words' });
    const card = await text('第(二)项累计10家');
    expect(card.heading).toBe('【请核对】');
    expect(card.text).toContain('低于上次登记的12家');
    expect((await partIn(world().prisma, 'task-2')).figures).toEqual(last);
  });

  it('reads a numbered answer by the lines of the last digest, the rest without change', async () => {
    await measured(world().prisma, last);
    await prompt(world(), PERSON, 'web', [
      ['task-2', 'report'],
      ['task-9', 'report'],
    ]);
    const card = await text('1.累计14家,完成80%;其余无变化');
    expect(card.row.outcome).toBe('proposal');
    expect(card.text).toContain('第(二)项"健全工作体系" 进度40%→80%');
    expect(card.text).toContain('累计14家(目标20家)');
    expect(card.text).toMatch(/第\(九\)项.*较上次无变化/);
    await press(card.buttons['确认登记']);
    expect((await partIn(world().prisma, 'task-2')).progress).toBe(80);
    expect(
      world()
        .updates.slice(-2)
        .map(({ reading }) => reading.kind)
        .toSorted(),
    ).toEqual(['no-change', 'report']);
  });

  it('marks words that hedge, and points each field at its words', async () => {
    await measured(world().prisma, last);
    const card = await text('第(二)项完成85%左右,累计13家');
    expect(card.text).toMatch(/请核对:.*“.*85%左右.*”/);
    const proposal = await world().prisma.proposal.findFirstOrThrow({ where: { inboxId: card.row.id } });
    const [item] = proposal.items as { from: Record<string, { start: number; end: number }> }[];
    const span = item?.from['percent'];
    expect(proposal.words.slice(span?.start, span?.end)).toContain('85%');
  });

  it('puts what is asked of the office on its list, once it is confirmed', async () => {
    await measured(world().prisma, last);
    const card = await text('第(二)项提请协调市财政局落实经费');
    expect(card.text).toContain('提请协调');
    const listed = () =>
      world().prisma.officeItem.count({ where: { kind: 'coordination', entityId: 'task/task-2', status: 'open' } });
    const before = await listed();
    await press(card.buttons['确认登记']);
    expect(await listed()).toBe(before + 1);
  });

  it('closes a card of several tasks with what became of each, by its number', async () => {
    const card = await text('第(九)项完成96%;第(二)项完成80%');
    await press(card.buttons['确认登记']);
    const { closedWith } = await world().prisma.delivery.findUniqueOrThrow({ where: { id: card.deliveryId } });
    expect(closedWith).toMatch(/^已登记:第\(二\)项 进度\S*80%;第\(九\)项 进度\S*96%\(李某\)$/);
  });

  it('quotes of a message about several tasks what is vague alone', async () => {
    await measured(world().prisma, last);
    const card = await text('第(二)项新增3家示范站,完成75%');
    await press(card.buttons['确认登记']);
    const asked = await text('第(九)项完成91%;第(二)项正在有序推进');
    expect(asked.text.split('\n')[0]).toBe('"第(二)项正在有序推进"已留存,暂未计入进度。');
  });
});

describe('words for somebody who chose English', () => {
  it('are English from the answer to the choice on; what the person wrote and the task stay as they are', async () => {
    const chosen = await text('语言 英文');
    expect(chosen.text).toContain('The interface is in English from now on');
    expect(await world().prisma.person.findUnique({ where: { id: PERSON } })).toMatchObject({ locale: 'en' });
    const card = await text('第(九)项完成92%');
    expect(card.text).toContain('From your reply of');
    expect(card.text).toMatch(/第\(九\)项"研究制定知识产权发展战略与规划": progress (\d+% → )?92%/);
    expect(card.text).toContain('Your words: "第(九)项完成92%"');
    const done = await press(card.buttons['Confirm']);
    expect(done.row.outcome).toBe('recorded');
    expect(done.text).toMatch(/: progress .*92%/);
    expect(done.text).not.toContain('recorded');
    expect((await text('语言 中文')).text).toContain('界面语言已改为中文');
    expect((await text('第(九)项完成93%')).text).toContain('拟登记');
  });
});
