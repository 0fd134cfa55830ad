import { afterAll, beforeAll, beforeEach } from 'vitest';
import { incoming, say } from './acts.ts';
import { openWorld, type World } from './world.ts';
import { NOW, PLAN } from './world-seed.ts';

export const PERSON = 'person-unit-a';
export const OTHER = 'person-unit-b';

/** A world for one file; every test in it begins a minute later with a quiet conversation. */
export function talkingWorld() {
  const held: { world?: World } = {};
  const world = (): World => {
    if (!held.world) throw new Error('the world opens before the first test');
    return held.world;
  };
  beforeAll(async () => {
    held.world = await openWorld();
  });
  afterAll(() => world().close());
  beforeEach(async () => {
    const { prisma, clock, down, failAt } = world();
    clock.now = new Date(clock.now.getTime() + 60_000);
    down.value = false;
    failAt.point = null;
    await prisma.proposal.updateMany({ where: { status: 'open' }, data: { status: 'kept' } });
    await prisma.delivery.updateMany({ where: { closedAt: null }, data: { closedAt: NOW, closedWith: '前一项' } });
  });
  return {
    world,
    text: (words: string, person = PERSON) => say(world(), incoming(person, 'web', { kind: 'text', text: words })),
    press: (buttonId: string | undefined, person = PERSON) =>
      say(world(), incoming(person, 'web', { kind: 'button', payload: { buttonId } })),
    form: (lines: unknown) => say(world(), incoming(PERSON, 'web', { kind: 'form', payload: { lines } })),
    refusals: () =>
      world().prisma.event.findMany({ where: { entityId: `desk/${PLAN}`, kind: 'refused' }, orderBy: { seq: 'asc' } }),
  };
}
