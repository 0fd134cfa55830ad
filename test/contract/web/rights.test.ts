import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { may, ROLES } from '../../../domain/rights.ts';
import type { Route } from '../../../web/server/route.ts';
import { ROUTES } from '../../../web/server/routes/index.ts';
import { subjectOf } from '../../../web/server/subject.ts';
import { OTHER_PLAN, openWebWorld, personWith, PLAN, refusals, type WebWorld } from './web-world.ts';

/** Every role where it belongs, and a coordinator of another plan. */
const VISITORS = [...ROLES.map((role) => ({ who: role as string, role, planId: PLAN })), { who: 'operator of all', role: 'operator', planId: null }, { who: 'coordinator of another plan', role: 'coordinator', planId: OTHER_PLAN }];

let world: WebWorld;
let params: Record<string, string>;
const tokens = new Map<string, { personId: string; token: string }>();

beforeAll(async () => {
  world = await openWebWorld();
  const { prisma } = world;
  const unit = await prisma.unit.findFirstOrThrow({ where: { planId: PLAN }, orderBy: { ordinal: 'asc' } });
  const task = await prisma.task.findFirstOrThrow({ where: { planId: PLAN }, orderBy: { ordinal: 'asc' } });
  const contact = await personWith(prisma, 'liaison', PLAN, unit.id);
  const item = await prisma.officeItem.create({ data: { id: randomUUID(), planId: PLAN, key: 'test', kind: 'coordination', body: {}, planAt: world.time.now } });
  params = { planId: PLAN, taskId: task.id, personId: contact, id: item.id };
  for (const { who, role, planId } of VISITORS) {
    const personId = await personWith(prisma, role, planId);
    tokens.set(who, { personId, token: await world.signIn(personId) });
  }
});
afterAll(() => world.close());

const addressOf = ({ path }: Route): string => path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
/** No act takes it: what gets past the rights is stopped by the shape, and nothing happens. */
const MISSHAPEN = { unknownField: 1 };
const call = (route: Route, token?: string) => (route.method === 'get' ? world.get(addressOf(route), token) : world.post(addressOf(route), MISSHAPEN, token));

const cases = ROUTES.flatMap((route) => VISITORS.map((visitor) => ({ route, visitor, name: `${route.method.toUpperCase()} ${route.path} as ${visitor.who}` })));

describe('every route for every role', () => {
  it.each(cases)('$name does what the table of rights says', async ({ route, visitor }) => {
    const { personId, token } = tokens.get(visitor.who)!;
    const before = (await refusals(world.prisma, personId)).length;
    const { status, body } = await call(route, token);
    if (typeof route.access !== 'object') return expect(status).not.toBe(403);
    const subject = await subjectOf(world.prisma, route.access.on, params, personId);
    const granted = may(route.access.act, [{ planId: visitor.planId, role: visitor.role }], { ...subject, ownUnitIds: [], own: subject.personId === personId });
    if (granted) return expect([401, 403, 404, 500]).not.toContain(status);
    expect({ status, code: body.error?.code }).toEqual({ status: 403, code: 'NOT_PERMITTED' });
    expect((await refusals(world.prisma, personId)).length).toBe(before + 1);
  });

  it.each(ROUTES.filter(({ access }) => access !== 'public').map((route) => ({ route, name: `${route.method} ${route.path}` })))('$name wants a session', async ({ route }) => {
    const { status, body } = await call(route);
    expect({ status, code: body.error?.code }).toEqual({ status: 401, code: 'SESSION_REQUIRED' });
  });

  it('describes every route in the OpenAPI document', async () => {
    const { status, body } = await world.get('/api/openapi.json');
    expect(status).toBe(200);
    const paths = body['paths'] as Record<string, Record<string, unknown>>;
    for (const { method, path } of ROUTES) expect(paths[path]?.[method], `${method} ${path}`).toBeDefined();
  });
});

describe('a liaison', () => {
  it('reads a task of the own unit and no other', async () => {
    const { prisma } = world;
    const units = await prisma.unit.findMany({ where: { planId: PLAN }, orderBy: { ordinal: 'asc' }, take: 2 });
    const token = await world.signIn(await personWith(prisma, 'liaison', PLAN, units[0]!.id));
    const task = await prisma.task.findFirstOrThrow({ where: { planId: PLAN }, orderBy: { ordinal: 'asc' } });
    const state = { kind: 'task', entityId: `task/${task.id}`, parts: [{ id: 'p1', unitId: units[1]!.id }] };
    await prisma.checkpoint.create({ data: { entityId: `task/${task.id}`, kind: 'task', planId: PLAN, generation: 1, version: 1, state, status: 'open' } });
    expect((await world.get(`/api/tasks/${task.id}`, token)).status).toBe(403);
    await prisma.checkpoint.update({ where: { entityId: `task/${task.id}` }, data: { state: { ...state, parts: [{ id: 'p1', unitId: units[0]!.id }] } } });
    expect((await world.get(`/api/tasks/${task.id}`, token)).status).not.toBe(403);
    await prisma.checkpoint.delete({ where: { entityId: `task/${task.id}` } });
  });

  it('reads and answers the own inbox only; a try at another is on record', async () => {
    const { personId, token } = { personId: params['personId']!, token: await world.signIn(params['personId']!) };
    const other = tokens.get('leader')!.personId;
    expect((await world.get('/api/inbox', token)).body).toMatchObject({ person: { id: personId }, canAnswer: true });
    expect((await world.get(`/api/inbox?person=${other}`, token)).status).toBe(403);
    expect((await world.get('/api/inbox?person=demo-1', token)).status).toBe(403);
    expect((await world.post('/api/inbox/text', { text: '已完成50%', clientId: 'c1', person: 'demo-1' }, token)).status).toBe(403);
    expect(await world.prisma.inbox.count({ where: { personId: 'demo-1' } })).toBe(0);
    expect((await refusals(world.prisma, personId)).length).toBe(3);
    expect((await world.post('/api/inbox/text', { text: '已完成50%', clientId: 'c1' }, token)).status).toBe(200);
    expect((await world.post('/api/inbox/text', { text: '已完成50%', clientId: 'c1' }, token)).status).toBe(200);
    expect(await world.prisma.inbox.count({ where: { personId } })).toBe(1);
  });
});

describe('the coordinator', () => {
  it('reads every inbox, answers for demo persons and for nobody else', async () => {
    const token = await world.signIn('local-coordinator');
    expect((await world.get(`/api/inbox?person=${params['personId']}`, token)).body).toMatchObject({ canAnswer: false });
    expect((await world.get('/api/inbox?person=demo-1', token)).body).toMatchObject({ canAnswer: true });
    const text = { text: '已完成60%', clientId: 'c9' };
    expect((await world.post('/api/inbox/text', { ...text, person: params['personId'] }, token)).status).toBe(403);
    expect((await world.post('/api/inbox/text', { ...text, person: 'demo-1' }, token)).status).toBe(200);
    expect(await world.prisma.inbox.findFirst({ where: { personId: 'demo-1' } })).toMatchObject({ channel: 'web', text: '已完成60%', payload: { by: 'local-coordinator' } });
  });

  it('takes the view of demo persons only, loses the rights meanwhile, and finds back', async () => {
    const token = await world.signIn('local-coordinator');
    const real = await world.post('/api/demo/as', { personId: params['personId'] }, token);
    expect({ status: real.status, code: real.body.error?.code }).toEqual({ status: 403, code: 'NOT_PERMITTED' });
    expect((await world.get('/api/me', token)).body).toMatchObject({ actingAs: null });
    expect((await world.post('/api/demo/as', { role: 'liaison' }, token)).status).toBe(200);
    expect((await world.get('/api/me', token)).body).toMatchObject({ person: { id: 'local-coordinator' }, actingAs: { role: 'liaison' } });
    expect((await world.get(`/api/plans/${PLAN}/today`, token)).status).toBe(403);
    expect((await world.post('/api/demo/as', { role: 'coordinator' }, token)).status).toBe(200);
    expect((await world.get('/api/me', token)).body).toMatchObject({ actingAs: null });
  });
});
