import { describe, expect, it } from 'vitest';
import type { IncomingMessage } from '../../../domain/chat/port.ts';
import { incoming, prompt, queued, say } from './acts.ts';
import { COORDINATOR, seedOffice } from './office-seed.ts';
import { PERSON, talkingWorld } from './talk.ts';
import { partIn } from './world-seed.ts';

const { world, text, press } = talkingWorld();

async function written(words: string, payload: Record<string, unknown> = {}, person = PERSON) {
  const message: IncomingMessage = { ...incoming(person, 'web', { kind: 'text', text: words }), payload };
  return { ...(await say(world(), message)), key: message.dedupeKey };
}
const edited = (key: string, words: string, person = PERSON) => written(words, { edits: key }, person);
const closedWith = async (id: string) =>
  (await world().prisma.delivery.findUniqueOrThrow({ where: { id } })).closedWith;

describe('an edited message', () => {
  it('makes a new card of the new words and closes the old one', async () => {
    const held = await queued(world(), 'task-9', 'report');
    const first = await written('第(九)项完成60%');
    const second = await edited(first.key, '第(九)项完成66%');
    expect(second.row.outcome).toBe('proposal');
    expect(second.text).toContain('66%');
    expect(second.text).not.toContain('更正');
    expect(await closedWith(first.deliveryId)).toBe('已由更正后的内容代替');
    expect((await press(first.buttons['确认登记'])).row.error).toBe('CARD_CLOSED');
    expect((await world().prisma.prompt.findUniqueOrThrow({ where: { id: held } })).notBefore).not.toBeNull();
    await press(second.buttons['确认登记']);
    expect((await partIn(world().prisma, 'task-9')).progress).toBe(66);
  });

  it('closes the old card where the new words name another task, or none at all', async () => {
    const first = await written('第(九)项完成68%');
    const other = await edited(first.key, '第(二)项完成61%');
    expect(other.text).toContain('第(二)项');
    expect(await closedWith(first.deliveryId)).toBe('已由更正后的内容代替');
    const last = await edited(first.key, '谢谢');
    expect(last.row.outcome).toBe('kept');
    expect(await closedWith(other.deliveryId)).toBe('已由更正后的内容代替');
    expect(await world().prisma.proposal.count({ where: { personId: PERSON, status: 'open' } })).toBe(0);
  });

  it('knows what it is about without naming it again', async () => {
    const first = await written('第(二)项完成50%');
    expect((await edited(first.key, '完成52%')).text).toContain('第(二)项');
  });

  it('corrects what was recorded, after a card that says so', async () => {
    const first = await written('第(二)项完成70%');
    await press(first.buttons['确认登记']);
    const correction = await edited(first.key, '第(二)项完成71%');
    expect(correction.heading).toBe('【请核对】');
    expect(correction.text).toContain('更正,拟更正此前登记的内容:');
    expect((await partIn(world().prisma, 'task-2')).progress).toBe(70);
    await press(correction.buttons['确认登记']);
    expect((await partIn(world().prisma, 'task-2')).progress).toBe(71);
    expect(
      await world().prisma.inboxItem.count({ where: { inboxId: { in: [first.row.id, correction.row.id] } } }),
    ).toBe(2);
  });

  it('is read anew where the first version was refused or only kept', async () => {
    const refused = await written('第(八)项完成60%');
    expect(refused.row.error).toBe('NOT_YOURS');
    expect((await edited(refused.key, '第(九)项完成67%')).row.outcome).toBe('proposal');
    const kept = await written('第(二)项正在有序推进');
    expect(kept.row.outcome).toBe('kept');
    const read = await edited(kept.key, '第(二)项完成72%');
    expect(read.row.outcome).toBe('proposal');
    expect(read.text).not.toContain('更正此前');
  });

  it('closes the question that the first version was answered with', async () => {
    const asked = await written('完成75%');
    expect(asked.row.outcome).toBe('answered');
    const named = await edited(asked.key, '第(九)项完成75%');
    expect(named.row.outcome).toBe('proposal');
    expect(await closedWith(asked.deliveryId)).toBe('已由更正后的内容代替');
  });

  it('says nothing where the words are the same', async () => {
    const first = await written('第(九)项完成68%');
    const same = await edited(first.key, '第(九)项完成68% ');
    expect(same.deliveryId).toBe(first.deliveryId);
    expect(same.row).toMatchObject({ status: 'done', outcome: 'answered' });
    expect(await closedWith(first.deliveryId)).toBeNull();
  });

  it('is an ordinary text where the first version never arrived, which then changes nothing', async () => {
    const late = incoming(PERSON, 'web', { kind: 'text', text: '第(九)项完成60%' });
    const edit = await edited(late.dedupeKey, '第(九)项完成69%');
    expect(edit.row.outcome).toBe('proposal');
    expect((await say(world(), late)).row.outcome).toBe('kept');
    await press(edit.buttons['确认登记']);
    expect((await partIn(world().prisma, 'task-9')).progress).toBe(69);
  });

  it('never does an act of the office again', async () => {
    await seedOffice(world());
    const before = world().deskAsked.length;
    const nudged = await written('催办第八项', {}, COORDINATOR);
    expect(nudged.row.outcome).toBe('recorded');
    const again = await edited(nudged.key, '催办第九项', COORDINATOR);
    expect(again.text).toContain('修改原消息不重复执行指令');
    const slash: IncomingMessage = {
      ...incoming(COORDINATOR, 'web', { kind: 'command', text: '催办 第九项' }),
      payload: { edits: nudged.key },
    };
    expect((await say(world(), slash)).text).toContain('修改原消息不重复执行指令');
    expect(world().deskAsked.length - before).toBe(1);
  });
});

describe('a reply in a thread', () => {
  const withRef = async (deliveryId: string, providerRef: Record<string, string | number>) => {
    await world().prisma.delivery.update({ where: { id: deliveryId }, data: { providerRef } });
  };

  it.each([
    [
      { channel: 'D1', ts: '1700000000.000100' },
      { channel: 'D1', ts: '1700000000.000100' },
    ],
    [
      { chat: '4711', messageId: 77 },
      { chat: 4711, messageId: 77 },
    ],
  ])('is about the message with %j, though another was sent since', async (kept, replyToRef) => {
    const older = await prompt(world(), PERSON, 'web', [['task-2', 'report']]);
    await withRef(older.deliveryId, kept);
    await prompt(world(), PERSON, 'web', [['task-9', 'report']]);
    const reply = await written('完成73%', { replyToRef });
    expect(reply.row.outcome).toBe('proposal');
    expect(reply.text).toContain('第(二)项');
  });

  it('to a list asks which line, and to a card is about the card’s task', async () => {
    const list = await prompt(world(), PERSON, 'web', [
      ['task-2', 'report'],
      ['task-9', 'report'],
    ]);
    await withRef(list.deliveryId, { channel: 'D1', ts: '2' });
    await prompt(world(), PERSON, 'web', [['task-9', 'report']]);
    expect((await written('完成74%', { replyToRef: { channel: 'D1', ts: '2' } })).heading).toBe('【请选择】');
    const card = await text('第(二)项完成76%');
    await withRef(card.deliveryId, { channel: 'D1', ts: '3' });
    const corrected = await written('完成77%', { replyToRef: { channel: 'D1', ts: '3' } });
    expect(corrected.text).toContain('第(二)项');
    expect(await closedWith(card.deliveryId)).toBe('已由更正后的内容代替');
  });

  it('to an unknown message stands for itself', async () => {
    await prompt(world(), PERSON, 'web', [['task-2', 'report']]);
    const reply = await written('完成78%', { replyToRef: { channel: 'D9', ts: '9' } });
    expect(reply.text).toContain('第(二)项');
  });
});
