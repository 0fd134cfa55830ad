import { describe, expect, it } from 'vitest';
import { repliesTogether } from '../../bot/replies-together.ts';
import type { RecordReply } from '../../workflows/messages.ts';

const replyOf = (itemId: string) => ({ itemId }) as RecordReply;

/** A workflow played by hand: each send waits until it is let through or refused. */
function played() {
  const sends: { entityId: string; items: string[]; pass: () => void; fail: (why: string) => void }[] = [];
  const send = repliesTogether<string>(
    (entityId, messages) =>
      new Promise((resolve, reject) => {
        const items = messages.map(({ itemId }) => itemId);
        sends.push({
          entityId,
          items,
          pass: () => resolve(items.map((id) => `${id} done`)),
          fail: (why) => reject(new Error(why)),
        });
      }),
  );
  const sent = async (count: number) => {
    await expect.poll(() => sends.length).toBe(count);
    return sends[count - 1] as (typeof sends)[number];
  };
  return { sends, sent, ask: (entityId: string, id: string) => send(entityId, replyOf(id)) };
}

describe('answers to one entity', () => {
  it('go together where they come in one turn, in their order, each with its own outcome', async () => {
    const { sent, ask } = played();
    const answers = Promise.all(['a', 'b', 'c'].map((id) => ask('task/1', id)));
    const first = await sent(1);
    expect(first.items).toEqual(['a', 'b', 'c']);
    first.pass();
    expect(await answers).toEqual(['a done', 'b done', 'c done']);
  });

  it('that come while others are under way go with the next', async () => {
    const { sends, sent, ask } = played();
    const a = ask('task/1', 'a');
    const first = await sent(1);
    const later = Promise.all([ask('task/1', 'b'), ask('task/1', 'c')]);
    expect(sends).toHaveLength(1);
    first.pass();
    expect(await a).toBe('a done');
    const second = await sent(2);
    expect(second.items).toEqual(['b', 'c']);
    second.pass();
    expect(await later).toEqual(['b done', 'c done']);
  });

  it('do not wait for another entity', async () => {
    const { sends, sent, ask } = played();
    const both = Promise.all([ask('task/1', 'a'), ask('task/2', 'b')]);
    await sent(2);
    for (const { pass } of sends) pass();
    expect(await both).toEqual(['a done', 'b done']);
  });

  it('are at most ten a message', async () => {
    const { sent, ask } = played();
    const answers = Promise.all(Array.from({ length: 12 }, (_, at) => ask('task/1', String(at))));
    const first = await sent(1);
    expect(first.items).toHaveLength(10);
    first.pass();
    const second = await sent(2);
    expect(second.items).toEqual(['10', '11']);
    second.pass();
    expect(await answers).toHaveLength(12);
  });

  it('that wait behind some which could not be brought come again with them, and the next are tried', async () => {
    const { sent, ask } = played();
    const a = expect(ask('task/1', 'a')).rejects.toThrow('gone');
    const first = await sent(1);
    const b = expect(ask('task/1', 'b')).rejects.toThrow('gone');
    first.fail('gone');
    await Promise.all([a, b]);
    const c = ask('task/1', 'c');
    (await sent(2)).pass();
    expect(await c).toBe('c done');
  });
});
