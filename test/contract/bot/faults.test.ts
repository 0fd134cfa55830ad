import { describe, expect, it } from 'vitest';
import { incoming, prompt } from './acts.ts';
import { OTHER, PERSON, talkingWorld } from './talk.ts';
import { CLOCK, partId } from './world-seed.ts';

const { world, press } = talkingWorld();

describe('faults', () => {
  it('keeps a row open while Temporal is down, and applies it once afterwards', async () => {
    const card = await prompt(world(), PERSON, 'web', [['task-2', 'report']]);
    world().down.value = true;
    const before = world().updates.length;
    const { inboxId } = await world().inbox.receive(
      incoming(PERSON, 'web', { kind: 'button', payload: { buttonId: card.buttons['提请协调'] } }),
    );
    await world().dispatch.drain();
    expect(await world().prisma.inbox.findUniqueOrThrow({ where: { id: inboxId } })).toMatchObject({
      status: 'open',
      attempts: 1,
    });
    world().down.value = false;
    await expect
      .poll(
        () =>
          world()
            .prisma.inbox.findUniqueOrThrow({ where: { id: inboxId } })
            .then(({ status }) => status),
        {
          timeout: 5_000,
        },
      )
      .toBe('done');
    expect(world().updates.length - before).toBe(1);
  });

  it('applies an item under the same id after a crash between Update and its record', async () => {
    const card = await prompt(world(), PERSON, 'web', [['task-2', 'report']]);
    world().failAt.point = 'dispatch.after-update';
    const { inboxId } = await world().inbox.receive(
      incoming(PERSON, 'web', { kind: 'button', payload: { buttonId: card.buttons['较上次无变化'] } }),
    );
    await world().dispatch.drain();
    world().failAt.point = null;
    await expect
      .poll(
        () =>
          world()
            .prisma.inbox.findUniqueOrThrow({ where: { id: inboxId } })
            .then(({ status }) => status),
        {
          timeout: 5_000,
        },
      )
      .toBe('done');
    const ids = world()
      .updates.filter(({ itemId }) => itemId.startsWith(inboxId))
      .map(({ itemId }) => itemId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect(await world().prisma.inbox.findUniqueOrThrow({ where: { id: inboxId } })).toMatchObject({
      outcome: 'recorded',
    });
  });

  it('applies each row once with two dispatchers at work', async () => {
    const second = world().newInbox();
    const before = world().updates.length;
    for (let n = 0; n < 10; n += 1) {
      await world().inbox.receive(
        incoming(n % 2 ? PERSON : OTHER, 'web', {
          kind: 'form',
          payload: {
            lines: [
              n % 2
                ? { entityId: 'task/task-9', partId: partId('task-9'), progress: n }
                : { entityId: 'task/task-8', partId: partId('task-8'), progress: n },
            ],
          },
        }),
      );
    }
    await Promise.all([world().dispatch.drain(), second.dispatch.drain()]);
    await expect
      .poll(
        async () => {
          await world().dispatch.drain();
          return world().prisma.inbox.count({ where: { status: 'open' } });
        },
        { timeout: 5_000 },
      )
      .toBe(0);
    await second.dispatch.stop();
    const progress = (id: string) =>
      world()
        .updates.slice(before)
        .filter((update) => update.partId === id)
        .map(({ reading }) => (reading as { progress: number }).progress);
    expect(progress(partId('task-9'))).toEqual([1, 3, 5, 7, 9]);
    expect(progress(partId('task-8'))).toEqual([0, 2, 4, 6, 8]);
  });

  it('tells a stranger how to be bound, and keeps the row', async () => {
    const { inboxId } = await world().inbox.receive(incoming('nobody', 'web', { kind: 'text', text: '你好' }));
    await world().dispatch.drain();
    expect(await world().prisma.inbox.findUniqueOrThrow({ where: { id: inboxId } })).toMatchObject({
      status: 'done',
      outcome: 'refused',
      error: 'ACCOUNT_UNKNOWN',
      personId: null,
      clockId: 'real',
    });
  });

  it('refuses a former liaison’s button and says who answers now', async () => {
    const card = await prompt(world(), OTHER, 'web', [['task-8', 'report']]);
    await world().prisma.membership.updateMany({ where: { personId: OTHER }, data: { active: false } });
    const { row, text: said } = await press(card.buttons['提请协调'], OTHER);
    await world().prisma.membership.updateMany({ where: { personId: OTHER }, data: { active: true } });
    expect(row).toMatchObject({ outcome: 'refused', error: 'NOT_YOURS', clockId: CLOCK });
    expect(said).toContain('你已不是该事项的联络员');
  });
});
