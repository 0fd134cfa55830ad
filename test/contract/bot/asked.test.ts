import { describe, expect, it } from 'vitest';
import { incoming, prompt, say } from './acts.ts';
import { last, measured, STATIONS } from './measured.ts';
import { PERSON, talkingWorld } from './talk.ts';
import { partIn } from './world-seed.ts';

const { world, text, press } = talkingWorld();
const closedWith = async (id: string) =>
  (await world().prisma.delivery.findUniqueOrThrow({ where: { id } })).closedWith;

/** A card that asks which day is meant. */
async function cardWithoutDay() {
  await measured(world().prisma, last);
  const card = await text('第(二)项新增3家示范站,完成75%,预计过段时间办结');
  expect(card.text.split('\n').at(-1)).toBe('请补充:预计何时办结?请回复具体日期,如12月8日。可直接回复。');
  return card;
}

describe('the answer to what a card asks', () => {
  it('completes that card, with all that was said first, and counts once', async () => {
    const card = await cardWithoutDay();
    const completed = await text('12月8日');
    expect(completed.row.outcome).toBe('proposal');
    expect(completed.text.split('\n').slice(1)).toEqual([
      '第(二)项"健全工作体系" 进度40%→75%',
      '数据:新增工作体系示范站3家,累计15家(目标20家)',
      '预计办结:12月8日(星期二) 问题:无 佐证:未附',
      '原话:"第(二)项新增3家示范站,完成75%,预计过段时间办结',
      '12月8日"',
      '确认后登记,原话一并留存。',
    ]);
    expect(await closedWith(card.deliveryId)).toBe('已补充,请核对新卡片');
    expect(await world().prisma.proposal.count({ where: { status: 'open' } })).toBe(1);
    const before = world().updates.length;
    expect((await press(completed.buttons['确认登记'])).row.outcome).toBe('recorded');
    expect(
      world()
        .updates.slice(before)
        .map(({ reading }) => reading),
    ).toMatchObject([{ kind: 'report', progress: 75, expectedOn: '2026-12-08' }]);
    expect((await partIn(world().prisma, 'task-2')).figures).toMatchObject([{ name: STATIONS, value: 15 }]);
  });

  it('points the field that it brought at its own words', async () => {
    const card = await cardWithoutDay();
    await text('是12月8日');
    const { words, items } = await world().prisma.proposal.findFirstOrThrow({ where: { inboxId: card.row.id } });
    const [item] = items as { from: Record<string, { start: number; end: number }> }[];
    const quoted = (field: string) => words.slice(item?.from[field]?.start, item?.from[field]?.end);
    expect([quoted('percent'), quoted('date')]).toEqual(['75%', '是12月8日']);
  });

  it('is found under the card that asked, also where another question came later', async () => {
    const card = await cardWithoutDay();
    await text('第(九)项完成60%,预计过段时间办结');
    const under = incoming(PERSON, 'web', { kind: 'text', text: '12月8日', payload: { replyTo: card.deliveryId } });
    const completed = await say(world(), under);
    expect(completed.text).toContain('第(二)项"健全工作体系" 进度40%→75%');
    expect(completed.text).toContain('预计办结:12月8日(星期二)');
  });

  it('is found in the thread of the card, and under the field that Telegram opened beside it', async () => {
    for (const messageId of [1, 2]) {
      const card = await cardWithoutDay();
      const parts = [{ chat: 'c', messageId: 1 }, { chat: 'c', messageId: 2, aside: true }]; // prettier-ignore
      await world().prisma.delivery.update({ where: { id: card.deliveryId }, data: { providerRef: { parts } } });
      const replyToRef = { chat: 'c', messageId };
      const said = await say(world(), incoming(PERSON, 'web', { kind: 'text', text: '8号', payload: { replyToRef } }));
      expect(said.text).toContain('预计办结:12月8日(星期二)');
      await world().prisma.delivery.updateMany({ where: { closedAt: null }, data: { closedAt: new Date() } });
    }
  });

  it('belongs to the last question of its own channel alone', async () => {
    await cardWithoutDay();
    const newer = await text('第(九)项完成60%,预计过段时间办结');
    expect((await text('12月18日')).text).toContain('第(九)项');
    expect(await closedWith(newer.deliveryId)).toBe('已补充,请核对新卡片');
    const elsewhere = await say(world(), incoming(PERSON, 'scripted', { kind: 'text', text: '12月8日' }));
    expect(elsewhere.row.outcome).not.toBe('proposal');
  });

  it('stays open beside a report of another task, which has a card of its own', async () => {
    const card = await cardWithoutDay();
    const other = await text('第(九)项完成60%');
    expect(other.text).toContain('第(九)项');
    expect(await closedWith(card.deliveryId)).toBeNull();
    expect((await text('12月8日')).text).toContain('第(二)项"健全工作体系" 进度40%→75%');
  });

  it('changes with its message', async () => {
    const card = await cardWithoutDay();
    const answer = incoming(PERSON, 'web', { kind: 'text', text: '12月8日' });
    await say(world(), answer);
    const edited = { kind: 'text' as const, text: '12月18日', payload: { edits: answer.dedupeKey } };
    const completed = await say(world(), incoming(PERSON, 'web', edited));
    expect(completed.text).toContain('预计办结:12月18日(星期五)');
    expect(completed.text).not.toContain('12月8日');
    expect(await world().prisma.proposal.count({ where: { inboxId: card.row.id, status: 'open' } })).toBe(1);
  });

  it('gets a sentence once the card is closed', async () => {
    const card = await cardWithoutDay();
    await press(card.buttons['确认登记']);
    const before = world().updates.length;
    const late = await text('12月8日');
    expect(late.row).toMatchObject({ outcome: 'refused', error: 'CARD_CLOSED' });
    expect(late.text).toContain('本次回复未予登记,原话已留存');
    expect(world().updates).toHaveLength(before);
  });

  it('is nothing that a crash makes twice', async () => {
    const card = await cardWithoutDay();
    const answer = incoming(PERSON, 'web', { kind: 'text', text: '12月8日' });
    await say(world(), answer);
    const again = await say(world(), answer);
    expect(again.row.outcome).toBe('proposal');
    const proposals = await world().prisma.proposal.findMany({ where: { inboxId: card.row.id } });
    expect(proposals.map(({ words }) => words.match(/12月8日/g)?.length)).toEqual([1]);
  });
});

describe('the answer to what words were asked about', () => {
  it('counts as the total that was asked for, though it names nothing, and keeps the first words', async () => {
    await measured(world().prisma, last);
    await prompt(world(), PERSON, 'web', [
      ['task-2', 'report'],
      ['task-9', 'report'],
    ]);
    const asked = await text('第(二)项正在有序推进');
    const card = await text('15');
    expect(card.text).toContain('工作体系示范站累计15家(目标20家)');
    expect(card.text).toContain('原话:"第(二)项正在有序推进\n15"');
    expect(await closedWith(asked.deliveryId)).toBe('已补充,请核对新卡片');
  });

  it('takes the place of the value that could not be, and of nothing else', async () => {
    await measured(world().prisma, last);
    await text('第(二)项累计10家,12月8日前办结');
    const card = await text('累计15家');
    expect(card.text).toContain('累计15家(目标20家)');
    expect(card.text).toContain('预计办结:12月8日(星期二)');
    expect(card.text).not.toContain('累计10家(目标');
  });

  it('names the task that was asked for, and the words that waited go on', async () => {
    for (const [answer, label] of [
      ['第二项', '第(二)项'],
      ['九', '第(九)项'],
      ['知识产权那项', '第(九)项'],
    ] as const) {
      const asked = await text('完成75%,预计12月8日前办结');
      expect(asked.heading).toBe('【请选择】');
      const card = await text(answer);
      expect(card.text).toContain(`${label}`);
      expect(card.text).toContain('→75%');
      expect(card.text).toContain('预计办结:12月8日(星期二)');
      expect(await closedWith(asked.deliveryId)).toBe(`已选择${label}`);
    }
  });

  it('is asked again about the same words where no such task exists', async () => {
    await text('完成75%,预计12月8日前办结');
    expect((await text('第九十九项')).text).toContain('方案中没有第九十九项');
    expect((await text('第九项')).text).toContain('→75%');
  });
});
