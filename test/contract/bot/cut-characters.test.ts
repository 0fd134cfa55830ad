import { beforeAll, describe, expect, it } from 'vitest';
import { releasedBrief, sentBrief } from './brief-seed.ts';
import { LEADER, seedOffice } from './office-seed.ts';
import { talkingWorld } from './talk.ts';
import { PLAN } from './world-seed.ts';

const { world, text, press, refusals } = talkingWorld();

beforeAll(() => seedOffice(world()));

/** Words whose `at`th UTF-16 unit is the second half of a character. */
const halved = (words: string, at: number): string => `${words.padEnd(at - 1, '工')}🚧完`;

/** PostgreSQL's jsonb refuses half a character: the row would fail for ever, and its author's lane with it. */
describe('a text that a limit cuts in the middle of a character', () => {
  it('is refused like any other, on record', async () => {
    const { row } = await text(halved('第(八)项已完成60%', 200));
    expect(row).toMatchObject({ status: 'done', outcome: 'refused', error: 'NOT_YOURS' });
    expect((await refusals()).at(-1)?.body).toMatchObject({ words: expect.stringMatching(/工$/) });
  });

  it('reaches the office as a question', async () => {
    const { row } = await text(`请问${halved('', 1_998)}`);
    expect(row).toMatchObject({ status: 'done', outcome: 'kept' });
    expect(
      await world().prisma.officeItem.findFirst({ where: { planId: PLAN, key: `question/${row.id}` } }),
    ).not.toBeNull();
  });

  it('is shown back with what holds the work up', async () => {
    const { row } = await text(`第(九)项已完成60%,${halved('存在资金缺口', 120)}`);
    expect(row).toMatchObject({ status: 'done', outcome: 'proposal' });
  });

  it('becomes a 批示', async () => {
    const briefId = await releasedBrief(world());
    await press((await sentBrief(world(), briefId, LEADER))['作出批示'], LEADER);
    const { row } = await text(halved('请市科技局提出方案。', 2_000), LEADER);
    expect(row).toMatchObject({ status: 'done', outcome: 'recorded' });
  });
});
