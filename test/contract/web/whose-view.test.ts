import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWebWorld, personWith, PLAN, refusals, type WebWorld } from './web-world.ts';

let world: WebWorld;
let contact: string;
let leader: string;
beforeAll(async () => {
  world = await openWebWorld();
  const unit = await world.prisma.unit.findFirstOrThrow({ where: { planId: PLAN }, orderBy: { ordinal: 'asc' } });
  contact = await personWith(world.prisma, 'liaison', PLAN, unit.id);
  leader = await personWith(world.prisma, 'leader', PLAN);
});
afterAll(() => world.close());

describe('a liaison', () => {
  it('reads a task of the own unit and no other', async () => {
    const { prisma } = world;
    const units = await prisma.unit.findMany({ where: { planId: PLAN }, orderBy: { ordinal: 'asc' }, take: 2 });
    const token = await world.signIn(await personWith(prisma, 'liaison', PLAN, units[0]!.id));
    const task = await prisma.task.findFirstOrThrow({ where: { planId: PLAN }, orderBy: { ordinal: 'asc' } });
    const state = { kind: 'task', entityId: `task/${task.id}`, parts: [{ id: 'p1', unitId: units[1]!.id }] };
    await prisma.checkpoint.create({
      data: {
        entityId: `task/${task.id}`,
        kind: 'task',
        planId: PLAN,
        generation: 1,
        version: 1,
        state,
        status: 'open',
      },
    });
    expect((await world.get(`/api/tasks/${task.id}`, token)).status).toBe(403);
    await prisma.checkpoint.update({
      where: { entityId: `task/${task.id}` },
      data: { state: { ...state, parts: [{ id: 'p1', unitId: units[0]!.id }] } },
    });
    expect((await world.get(`/api/tasks/${task.id}`, token)).status).not.toBe(403);
    await prisma.checkpoint.delete({ where: { entityId: `task/${task.id}` } });
  });

  it('reads and answers the own inbox only; a try at another is on record', async () => {
    const { personId, token } = { personId: contact, token: await world.signIn(contact) };
    const other = leader;
    expect((await world.get('/api/inbox', token)).body).toMatchObject({ person: { id: personId }, canAnswer: true });
    expect((await world.get(`/api/inbox?person=${other}`, token)).status).toBe(403);
    expect((await world.get('/api/inbox?person=demo-1', token)).status).toBe(403);
    expect(
      (await world.post('/api/inbox/text', { text: '已完成50%', clientId: 'c1', person: 'demo-1' }, token)).status,
    ).toBe(403);
    expect(await world.prisma.inbox.count({ where: { personId: 'demo-1' } })).toBe(0);
    expect((await refusals(world.prisma, personId)).length).toBe(3);
    expect((await world.post('/api/inbox/text', { text: '已完成50%', clientId: 'c1' }, token)).status).toBe(200);
    expect((await world.post('/api/inbox/text', { text: '已完成50%', clientId: 'c1' }, token)).status).toBe(200);
    expect(await world.prisma.inbox.count({ where: { personId } })).toBe(1);
  });
});

describe('a unit’s supervisor', () => {
  it('has the page of that unit’s contacts, hands out their codes and unbinds them, and nobody else’s', async () => {
    const { prisma } = world;
    const [own, other] = await prisma.unit.findMany({ where: { planId: PLAN }, orderBy: { ordinal: 'asc' }, take: 2 });
    const supervisor = await personWith(prisma, 'supervisor', PLAN, own!.id);
    const colleague = await personWith(prisma, 'liaison', PLAN, own!.id);
    const stranger = await personWith(prisma, 'liaison', PLAN, other!.id);
    const token = await world.signIn(supervisor);
    expect((await world.get('/api/me', token)).body).toMatchObject({ supervises: true });
    const shown = await world.get(`/api/plans/${PLAN}/people`, token);
    expect(shown).toMatchObject({ status: 200, body: { units: [{ id: own!.id }] } });
    expect(JSON.stringify(shown.body)).toContain(colleague);
    expect((await world.post(`/api/contacts/${colleague}/code`, {}, token)).status).toBe(200);
    expect((await world.post(`/api/plans/${PLAN}/contacts/${colleague}/unbind`, {}, token)).status).toBe(200);
    for (const path of [`/api/contacts/${stranger}/code`, `/api/plans/${PLAN}/contacts/${stranger}/unbind`])
      expect((await world.post(path, {}, token)).status).toBe(403);
    // What concerns the whole plan stays the office's.
    for (const page of ['undelivered', 'burden'])
      expect((await world.get(`/api/plans/${PLAN}/${page}`, token)).status).toBe(403);
    expect((await world.get(`/api/plans/${PLAN}/people`, await world.signIn(colleague))).status).toBe(403);
  });
});

describe('the coordinator', () => {
  it('reads every inbox, answers for demo persons and for nobody else', async () => {
    const token = await world.signIn('local-coordinator');
    expect((await world.get(`/api/inbox?person=${contact}`, token)).body).toMatchObject({
      canAnswer: false,
    });
    expect((await world.get('/api/inbox?person=demo-1', token)).body).toMatchObject({ canAnswer: true });
    const text = { text: '已完成60%', clientId: 'c9' };
    expect((await world.post('/api/inbox/text', { ...text, person: contact }, token)).status).toBe(403);
    expect((await world.post('/api/inbox/text', { ...text, person: 'demo-1' }, token)).status).toBe(200);
    expect(await world.prisma.inbox.findFirst({ where: { personId: 'demo-1' } })).toMatchObject({
      channel: 'web',
      text: '已完成60%',
      payload: { by: 'local-coordinator' },
    });
  });

  it('takes the view of demo persons only, loses the rights meanwhile, and finds back', async () => {
    const token = await world.signIn('local-coordinator');
    const real = await world.post('/api/demo/as', { personId: contact }, token);
    expect({ status: real.status, code: real.body.error?.code }).toEqual({ status: 403, code: 'NOT_PERMITTED' });
    expect((await world.get('/api/me', token)).body).toMatchObject({ actingAs: null });
    expect((await world.post('/api/demo/as', { role: 'liaison' }, token)).status).toBe(200);
    expect((await world.get('/api/me', token)).body).toMatchObject({
      person: { id: 'local-coordinator' },
      actingAs: { role: 'liaison' },
    });
    expect((await world.get(`/api/plans/${PLAN}/today`, token)).status).toBe(403);
    expect((await world.post('/api/demo/as', { role: 'coordinator' }, token)).status).toBe(200);
    expect((await world.get('/api/me', token)).body).toMatchObject({ actingAs: null });
  });
});
