import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { queued } from '../bot/acts.ts';
import { PLAN } from '../bot/world-seed.ts';
import { openSenderWorld, type SenderWorld } from './sender-world.ts';

const AWAY = 'person-unit-a';
const STAND_IN = 'person-stand-in';

describe('what is asked of somebody who is away', () => {
  let s: SenderWorld;
  beforeEach(async () => {
    s = await openSenderWorld();
    const { prisma } = s.world;
    s.world.clock.now = new Date('2026-11-23T06:40:00.000Z');
    await prisma.person.create({ data: { id: STAND_IN, name: '赵某' } });
    // After the liaison in the order of ids: nobody asks them while the liaison is there.
    await prisma.membership.create({
      data: { id: 'm-z', personId: STAND_IN, unitId: 'unit-a', rank: 'liaison', taskIds: [] },
    });
    await s.account(AWAY, 'slack', 'U1');
    await s.account(STAND_IN, 'slack', 'U2');
  });
  afterEach(() => s.world.close());

  const leave = (more: object = {}) =>
    s.world.prisma.leave.create({
      data: {
        id: 'leave-1',
        planId: PLAN,
        personId: AWAY,
        standInId: STAND_IN,
        from: new Date('2026-11-23T01:00:00.000Z'),
        until: new Date('2026-11-30T16:00:00.000Z'),
        by: {},
        via: 'test',
        ...more,
      },
    });
  const sentTo = async (): Promise<string[]> => {
    await s.turn();
    return s.calls.map(({ to }) => to);
  };

  it('goes to the stand-in, and says for whom and how long', async () => {
    await leave();
    await queued(s.world, 'task-9', 'report');
    expect(await sentTo()).toEqual(['U2']);
    expect(s.calls[0]?.message.lines.at(-1)).toBe('以上事项由你代李某办理(李某外出至2026年11月30日)。');
  });

  it('is worded as its reader chose, and names the task as it is printed', async () => {
    await s.world.prisma.person.update({ where: { id: STAND_IN }, data: { locale: 'en' } });
    await leave();
    await queued(s.world, 'task-9', 'report');
    await s.turn();
    const { heading = '', lines = [], buttons = [] } = s.calls[0]?.message ?? {};
    expect(heading).toBe('[Progress report] ');
    expect(lines[0]).toBe('市科技局, Q4 2026: 1 item, please report by 25 Dec (Fri) 17:30.');
    expect(lines[1]).toContain('第(九)项: last recorded 40% (25 Sep)');
    expect(lines.at(-1)).toBe('You stand in for 李某 (away until 30 Nov 2026) with the above.');
    expect(buttons.map(({ label }) => label)).toContain('No change');
  });

  it.each([
    ['before it begins', { from: new Date('2026-11-24T00:00:00.000Z') }],
    ['once it is over', { until: new Date('2026-11-23T06:40:00.000Z') }],
    ['after they came back earlier', { endedAt: new Date('2026-11-23T02:00:00.000Z') }],
    ['where the stand-in is of another unit', { standInId: 'person-unit-b' }],
  ])('goes to themself %s', async (_, more) => {
    await s.account('person-unit-b', 'slack', 'U3');
    await leave(more);
    await queued(s.world, 'task-9', 'report');
    expect(await sentTo()).toEqual(['U1']);
    expect(s.calls[0]?.message.lines.join()).not.toContain('由你代');
  });

  it('names what is done for another beside one’s own', async () => {
    await leave();
    await s.world.prisma.membership.update({ where: { id: 'm-z' }, data: { taskIds: ['task-2'] } });
    await queued(s.world, 'task-9', 'report');
    await queued(s.world, 'task-2', 'report');
    expect(await sentTo()).toEqual(['U2']);
    expect(s.calls[0]?.message.lines.at(-1)).toBe('其中第(九)项由你代李某办理(李某外出至2026年11月30日)。');
  });
});
