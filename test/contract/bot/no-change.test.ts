import { describe, expect, it } from 'vitest';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import type { Prisma } from '../../../prisma/client.ts';
import { prompt } from './acts.ts';
import { PERSON, talkingWorld } from './talk.ts';
import { partIn } from './world-seed.ts';

const { world, text, press } = talkingWorld();

/** Two periods in a row were reported as unchanged, and the present one is open. */
async function unchangedTwice(taskId: string): Promise<void> {
  const { prisma } = world();
  const where = { entityId: `task/${taskId}` };
  const { state } = await prisma.checkpoint.findUniqueOrThrow({ where });
  const known = state as unknown as SupervisedState;
  const parts = known.parts.map((part) => ({
    ...part,
    noChangeRun: 2,
    lastReportAt: null,
    duties: part.duties.map(({ filedAt: _at, ...duty }) => ({ ...duty, openFrom: '2026-11-01T00:00:00.000Z' })),
  }));
  await prisma.checkpoint.update({
    where,
    data: { state: { ...known, parts } as unknown as Prisma.InputJsonValue },
  });
}
const filed = async (taskId: string): Promise<boolean> =>
  (await partIn(world().prisma, taskId)).duties.some(({ kind, filedAt }) => kind === 'report' && filedAt !== undefined);

describe('the third 较上次无变化', () => {
  it('is answered by one question with two ways to answer, on record', async () => {
    await unchangedTwice('task-9');
    const card = await prompt(world(), PERSON, 'web', [['task-9', 'report']]);
    const asked = await press(card.buttons['较上次无变化']);
    expect(asked.row).toMatchObject({ outcome: 'refused', error: 'NO_CHANGE_ASKED' });
    expect(asked.heading).toBe('【请补充一项】');
    expect(asked.text).toContain('目前完成百分之几(上次登记40%)?');
    expect(Object.keys(asked.buttons)).toEqual(['填报数字', '说明原因']);
    expect(await filed('task-9')).toBe(false);
  });

  it('files the period by the reason that its button asks for', async () => {
    await unchangedTwice('task-9');
    const card = await prompt(world(), PERSON, 'web', [['task-9', 'report']]);
    const asked = await press(card.buttons['较上次无变化']);
    expect((await press(asked.buttons['说明原因'])).text).toContain('本期无变化的理由');
    const done = await text('财政评审尚未完成,待批复后推进');
    expect(done.row.outcome).toBe('recorded');
    expect(done.text).toContain('较上次无变化,理由一并留存');
    expect(world().updates.at(-1)?.reading).toMatchObject({
      kind: 'no-change',
      reason: '财政评审尚未完成,待批复后推进',
    });
    expect(await filed('task-9')).toBe(true);
  });

  it('asks about the one of several lines that it is the third time for, and files the others', async () => {
    await unchangedTwice('task-9');
    const card = await prompt(world(), PERSON, 'web', [
      ['task-9', 'report'],
      ['task-2', 'report'],
    ]);
    const said = await press(card.buttons['较上次无变化']);
    expect(said.row.outcome).toBe('recorded');
    expect(said.text).toContain('本期请补充一项');
    expect(said.buttons).toHaveProperty('填报数字');
    expect([await filed('task-9'), await filed('task-2')]).toEqual([false, true]);
  });
});
