import { describe, expect, it } from 'vitest';
import type { DigestEnd } from '../../activities/send-context.ts';
import { openLanes, type LaneWork, type LanesEnd } from '../../activities/send-lanes.ts';
import type { Channel } from '../../domain/chat/port.ts';
import type { ClaimedPrompt } from '../../prisma/queries/claim-prompts.ts';

const digest = (personId: string, id = personId, channel: Channel = 'telegram'): ClaimedPrompt[] => [
  { id, personId, channel, team: '' } as ClaimedPrompt,
];

/** Each send ends as `end` says once `many` are under way together, or nothing else can happen. */
function played(end: (id: string) => DigestEnd | Error) {
  const seen = { order: [] as string[], under: new Set<string>(), most: 0, together: [] as string[] };
  const work: LaneWork = {
    async send([prompt]) {
      const { id = '', personId = '' } = prompt ?? {};
      seen.order.push(id);
      if ([...seen.under].some((one) => one.startsWith(personId))) seen.together.push(id);
      seen.under.add(id);
      seen.most = Math.max(seen.most, seen.under.size);
      await new Promise(setImmediate);
      seen.under.delete(id);
      const ended = end(id);
      if (ended instanceof Error) throw ended;
      return ended;
    },
    atOnce: () => 4,
    mayBegin: () => true,
  };
  return { seen, work };
}

async function sendLanes(
  groups: ClaimedPrompt[][],
  work: LaneWork,
): Promise<LanesEnd & { shut: ReadonlyMap<string, number> }> {
  const lanes = openLanes(work);
  lanes.add(groups);
  return { ...(await lanes.end()), shut: lanes.shut };
}

const persons = (many: number): ClaimedPrompt[][] => Array.from({ length: many }, (_, no) => digest(`p${no}.`));

describe('messages of one turn', () => {
  it('go several at once, never more than allowed, and a person’s own one after the other', async () => {
    const { seen, work } = played(() => 'sent');
    const groups = [...persons(12), digest('p7.', 'p7.second')];
    const { ends, left } = await sendLanes(groups, work);
    expect(ends).toHaveLength(13);
    expect(left).toEqual([]);
    expect(seen.most).toBe(4);
    expect(seen.together).toEqual([]);
    expect(seen.order.indexOf('p7.')).toBeLessThan(seen.order.indexOf('p7.second'));
  });

  it('are tried one alone at first and after each refusal', async () => {
    const { seen, work } = played(() => 'waits');
    await sendLanes(persons(5), work);
    expect(seen.most).toBe(1);
  });

  it('stop where the whole token has to wait, and the other channel’s go on', async () => {
    const { seen, work } = played((id) => (id === 'p0.' ? { channelWaitsMs: 30_000 } : 'sent'));
    const groups = [...persons(5), digest('q0.', 'q0.', 'slack'), digest('q1.', 'q1.', 'slack')];
    const { left, shut } = await sendLanes(groups, work);
    expect(seen.order.toSorted()).toEqual(['p0.', 'q0.', 'q1.']);
    expect(left.map(({ id }) => id)).toEqual(['p1.', 'p2.', 'p3.', 'p4.']);
    expect([...shut]).toEqual([['telegram|', 30_000]]);
  });

  it('that throw end the turn only once nothing is under way any more', async () => {
    const { seen, work } = played((id) => (id === 'p3.' ? new Error('lost') : 'sent'));
    await expect(sendLanes(persons(9), work)).rejects.toThrow('lost');
    expect(seen.under.size).toBe(0);
    expect(seen.order.length).toBeLessThan(9);
  });

  it('go on with those added meanwhile, without a pause and no more at once', async () => {
    const { seen, work } = played(() => 'sent');
    const lanes = openLanes(work);
    lanes.add(persons(12));
    await lanes.waitingAtMost(2);
    expect(seen.under.size).toBeGreaterThan(0);
    lanes.add(Array.from({ length: 6 }, (_, no) => digest(`q${no}.`)));
    expect((await lanes.end()).ends).toHaveLength(18);
    expect(seen.most).toBe(4);
  });

  it('that have not begun when the turn has lasted long enough are left', async () => {
    const { seen, work } = played(() => 'sent');
    const { left } = await sendLanes(persons(6), { ...work, mayBegin: () => seen.order.length < 2 });
    expect(left).toHaveLength(6 - seen.order.length);
  });
});
