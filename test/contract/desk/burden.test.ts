import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf } from '../../../bot/desk/actor-of.ts';
import { burden } from '../../../bot/desk/views/burden.ts';
import { storeContact } from '../../../prisma/store-contact.ts';
import { deskWorld, type DeskWorld } from './desk-world.ts';
import { planId, runningPlan } from './running-plan.ts';

describe('the burden of a plan', () => {
  let world: DeskWorld;
  let unit: { id: string; name: string };

  beforeAll(async () => {
    world = await deskWorld();
    const states = await runningPlan(world);
    // Before the rungs of the 30th.
    world.setNow(new Date('2026-11-29T04:00:00Z'));
    const unitId = states[0]?.parts[0]?.unitId ?? '';
    unit = await world.prisma.unit.findUniqueOrThrow({ where: { id: unitId } });
    const contact = { demo: false, unitId, taskIds: [], channel: 'web' as const };
    await storeContact(world.prisma, { ...contact, personId: 'liaison', name: '李某', rank: 'liaison' });
    await storeContact(world.prisma, { ...contact, personId: 'head', name: '王某', rank: 'section-head' });
    const { clockId } = await world.prisma.plan.findUniqueOrThrow({ where: { id: planId } });
    const delivery = {
      planId,
      clockId,
      personId: 'liaison',
      channel: 'web',
      klass: 'digest',
      message: {},
    };
    await world.prisma.delivery.createMany({
      data: [
        { ...delivery, id: 'sent', status: 'sent', planAt: new Date('2026-11-23T01:15:00Z') },
        { ...delivery, id: 'failed', status: 'failed', planAt: new Date('2026-11-24T01:15:00Z') },
      ],
    });
    const prompt = {
      planId,
      clockId,
      entityId: states[0]?.entityId ?? '',
      partId: 'part',
      unitId,
      role: 'lead',
      duty: 'receipt',
      deadlineSeq: 1,
      rung: 'issue',
      audience: 'liaison',
      rule: 'issue',
      slotAt: new Date('2026-11-23T01:15:00Z'),
      line: {},
    };
    await world.prisma.prompt.createMany({
      data: [
        { ...prompt, id: 'a', cycle: 'a', status: 'sent', deliveryId: 'sent' },
        { ...prompt, id: 'b', cycle: 'b', status: 'merged', deliveryId: 'sent' },
        { ...prompt, id: 'c', cycle: 'c', status: 'withdrawn' },
      ],
    });
  });
  afterAll(() => world.close());

  it('counts what went to a contact by week, and what is still in the states', async () => {
    const { weeks, thisWeek, persons } = await burden(world.deps, world.office, { planId });
    expect(weeks).toHaveLength(8);
    expect(thisWeek).toBe('2026-11-23');
    const own = persons.find(({ personId }) => personId === 'liaison');
    expect(own).toMatchObject({ name: '李某', unit: unit.name, rank: 'liaison' });
    expect(own?.weeks.find(({ week }) => week === thisWeek)).toMatchObject({ digests: 1, rungs: 2 });
    const head = persons.find(({ personId }) => personId === 'head');
    // The overdue receipts are the section head's matter on Monday, in one digest.
    expect(head?.weeks.find(({ week }) => week === '2026-11-30')?.coming.digests).toBe(1);
  });

  it('counts for the unit what ended unsent', async () => {
    const { units } = await burden(world.deps, world.office, { planId });
    const own = units.find(({ unitId }) => unitId === unit.id);
    expect(own?.weeks.filter(({ withdrawn }) => withdrawn > 0)).toEqual([
      { week: '2026-11-23', withdrawn: 1, superseded: 0, skipped: 0, undeliverable: 0 },
    ]);
  });

  it('is not for liaisons, and the refusal is on record', async () => {
    const liaison = await actorOf(world.prisma, 'liaison', 'web');
    await expect(burden(world.deps, liaison, { planId })).rejects.toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
    expect(await world.prisma.event.count({ where: { planId, kind: 'refused' } })).toBe(1);
  });
});
