import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOf } from '../../../bot/evidence/store/hash-of.ts';
import { may, ROLES } from '../../../domain/rights.ts';
import type { Route } from '../../../web/server/route.ts';
import { ROUTES } from '../../../web/server/routes/index.ts';
import type { Prisma } from '../../../prisma/client.ts';
import { READING, READING_TEXT } from '../../../web/page/mock/fixture-reading.ts';
import { subjectOf } from '../../../web/server/subject.ts';
import { SAMPLES } from '../../domain/evidence/sample-files.ts';
import { OTHER_PLAN, openWebWorld, personWith, PLAN, refusals, type WebWorld } from './web-world.ts';

/** Every role where it belongs, and a coordinator of another plan. */
const VISITORS = [
  ...ROLES.map((role) => ({ who: role as string, role, planId: PLAN })),
  { who: 'operator of all', role: 'operator', planId: null },
  { who: 'coordinator of another plan', role: 'coordinator', planId: OTHER_PLAN },
];

let world: WebWorld;
let params: Record<string, string>;
const tokens = new Map<string, { personId: string; token: string }>();

beforeAll(async () => {
  world = await openWebWorld();
  const { prisma } = world;
  const unit = await prisma.unit.findFirstOrThrow({ where: { planId: PLAN }, orderBy: { ordinal: 'asc' } });
  const task = await prisma.task.findFirstOrThrow({ where: { planId: PLAN }, orderBy: { ordinal: 'asc' } });
  const contact = await personWith(prisma, 'liaison', PLAN, unit.id);
  const item = await prisma.officeItem.create({
    data: { id: randomUUID(), planId: PLAN, key: 'test', kind: 'coordination', body: {}, planAt: world.time.now },
  });
  const brief = await prisma.brief.create({
    data: {
      id: randomUUID(),
      planId: PLAN,
      no: 1,
      status: 'released',
      cutoff: world.time.now,
      derived: {},
      body: { counts: {}, sections: [] },
      createdBy: 'local-coordinator',
    },
  });
  const reading = await prisma.planReading.create({
    data: {
      id: randomUUID(),
      sha256: '0',
      fileName: '方案.txt',
      format: 'txt',
      text: READING_TEXT,
      blocks: [],
      reading: READING as unknown as Prisma.InputJsonValue,
      createdBy: 'local-coordinator',
    },
  });
  const notice = await prisma.notice.create({
    data: {
      id: randomUUID(),
      planId: PLAN,
      key: 'test',
      kind: 'red',
      entityId: `task/${task.id}`,
      partId: 'p1',
      unitId: unit.id,
      duty: 'report',
      cycle: '2026Q4',
      body: { no: null, title: '', unit: unit.name, duty: 'report', cycle: '2026Q4', dueOn: '2026-12-25', why: '' },
      draftedBy: {},
      planAt: world.time.now,
    },
  });
  const delivery = await prisma.delivery.create({
    data: {
      id: randomUUID(),
      planId: PLAN,
      clockId: 'real',
      personId: contact,
      channel: 'telegram',
      klass: 'notice',
      status: 'failed',
      message: { klass: 'notice', heading: '', lines: [], buttons: [], signature: '' },
      planAt: world.time.now,
    },
  });
  await world.store.put(hashOf(SAMPLES.png), SAMPLES.png);
  const evidence = await prisma.evidence.create({
    data: {
      id: randomUUID(),
      inboxId: randomUUID(),
      ref: {},
      refId: 'f',
      channel: 'web',
      personId: contact,
      name: '现场.png',
      mime: 'image/png',
      size: SAMPLES.png.length,
      sha256: hashOf(SAMPLES.png),
      status: 'unassigned',
      planId: PLAN,
      planAt: world.time.now,
    },
  });
  params = {
    readingId: reading.id,
    planId: PLAN,
    taskId: task.id,
    personId: contact,
    id: item.id,
    briefId: brief.id,
    noticeId: notice.id,
    deliveryId: delivery.id,
    evidenceId: evidence.id,
  };
  for (const { who, role, planId } of VISITORS) {
    const personId = await personWith(prisma, role, planId);
    tokens.set(who, { personId, token: await world.signIn(personId) });
  }
});
afterAll(() => world.close());

const addressOf = ({ path }: Route): string => path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
/** No act takes it: what gets past the rights is stopped by the shape, and nothing happens. */
const MISSHAPEN = { unknownField: 1 };
const call = (route: Route, token?: string) =>
  route.method === 'get' ? world.get(addressOf(route), token) : world.post(addressOf(route), MISSHAPEN, token);

const cases = ROUTES.flatMap((route) =>
  VISITORS.map((visitor) => ({
    route,
    visitor,
    name: `${route.method.toUpperCase()} ${route.path} as ${visitor.who}`,
  })),
);

describe('every route for every role', () => {
  it.each(cases)('$name does what the table of rights says', async ({ route, visitor }) => {
    const { personId, token } = tokens.get(visitor.who)!;
    const before = (await refusals(world.prisma, personId)).length;
    const { status, body } = await call(route, token);
    if (typeof route.access !== 'object') return expect(status).not.toBe(403);
    const subject = await subjectOf(world.prisma, route.access.on, params, personId);
    const granted = may(route.access.act, [{ planId: visitor.planId, role: visitor.role }], {
      ...subject,
      ownUnitIds: [],
      own: subject.personId === personId,
    });
    if (granted) return expect([401, 403, 404, 500]).not.toContain(status);
    expect({ status, code: body.error?.code }).toEqual({ status: 403, code: 'NOT_PERMITTED' });
    expect((await refusals(world.prisma, personId)).length).toBe(before + 1);
  });

  it.each(
    ROUTES.filter(({ access }) => access !== 'public').map((route) => ({
      route,
      name: `${route.method} ${route.path}`,
    })),
  )('$name wants a session', async ({ route }) => {
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
