import { randomUUID } from 'node:crypto';
import type { DeskDeps } from '../../../bot/desk/deps.ts';
import { createCode, type CodePurpose } from '../../../bot/directory/codes.ts';
import { noFailpoints } from '../../../bot/failpoints.ts';
import { createInbox } from '../../../bot/inbox.ts';
import { healthOf, type Health } from '../../../bot/health-of.ts';
import { RefusedError } from '../../../domain/refusals.ts';
import { openPrisma, type PrismaClient } from '../../../prisma/client.ts';
import { createPlanClock } from '../../../prisma/clock.ts';
import { seed } from '../../../seeds/load.ts';
import { createWebApp } from '../../../web/server/app.ts';
import type { WebDeps } from '../../../web/server/deps.ts';
import { openSession, SESSION_COOKIE } from '../../../web/server/session.ts';
import { memoryStore } from '../../support/memory-store.ts';
import { freshDatabase } from '../../support/database.ts';

export const PLAN = 'huangshi';
export const OTHER_PLAN = 'chenzhou';
const NOW = new Date('2026-11-23T02:12:00.000Z');

const OK = { state: 'ok' } as const;
const unasked = (): never => {
  throw new RefusedError('TEMPORAL_UNAVAILABLE');
};

export interface Answered {
  status: number;
  body: Record<string, unknown> & { error?: { code: string; message: string; problems?: { at: string }[] } };
  headers: Headers;
}

/** The HTTP interface over the seeds, with a Temporal that is never there. */
export async function openWebWorld() {
  const database = await freshDatabase();
  const prisma = openPrisma({ databaseUrl: database.url, max: 4 });
  await seed(prisma, NOW);
  const clock = createPlanClock(prisma, () => time.now);
  const time = { now: NOW };
  const health: { value: Health } = {
    value: healthOf({ temporal: OK, database: OK, channels: OK, worker: OK, demo: OK }),
  };
  const logged: unknown[] = [];
  const desk: DeskDeps = {
    prisma,
    clock,
    log: (message, fields) => void logged.push({ message, ...fields }),
    entities: { start: unasked, signal: unasked, kickSender: unasked, terminate: unasked, terminateSender: unasked },
    updates: { decide: unasked, advance: unasked, undo: unasked, amend: unasked },
    demo: { step: async () => ({ summary: '已到下一节点' }), reset: unasked, remove: unasked },
  };
  const store = memoryStore();
  const deps: WebDeps = {
    desk,
    inbox: createInbox({ prisma, clock, failpoints: noFailpoints, kick: () => {} }),
    store,
    listeners: [],
    health: async () => health.value,
    temporalUi: null,
    // No page was ever built in this folder.
    pageFolder: import.meta.dirname,
    realNow: () => time.now,
  };
  const app = createWebApp(deps);

  async function request(path: string, init: RequestInit, token?: string): Promise<Answered> {
    const headers = new Headers(init.headers);
    if (token !== undefined) headers.set('cookie', `${SESSION_COOKIE}=${token}`);
    const response = await app.request(path, { ...init, headers });
    const text = await response.text();
    const json = (response.headers.get('content-type') ?? '').includes('json');
    return {
      status: response.status,
      body: (json ? JSON.parse(text) : { text }) as Answered['body'],
      headers: response.headers,
    };
  }

  return {
    app,
    prisma,
    store,
    time,
    health,
    logged,
    request,
    get: (path: string, token?: string) => request(path, { method: 'GET' }, token),
    post: (path: string, body: unknown, token?: string, headers: Record<string, string> = {}) =>
      request(
        path,
        {
          method: 'POST',
          body: typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body),
          headers: { 'content-type': 'application/json', 'x-duban': '1', ...headers },
        },
        token,
      ),
    code: async (personId: string, purpose: CodePurpose = 'login') =>
      (await createCode(prisma, { personId, purpose, createdBy: 'local-coordinator' }, time.now)).code,
    signIn: (personId: string) => openSession(prisma, personId, time.now),
    async close() {
      await prisma.$disconnect();
      await database.drop();
    },
  };
}

export type WebWorld = Awaited<ReturnType<typeof openWebWorld>>;

/** A person with one role, in one plan or in all, and a unit of the plan where the role belongs to one. */
export async function personWith(
  prisma: PrismaClient,
  role: string,
  planId: string | null,
  unitId?: string,
): Promise<string> {
  const id = `test-${role}-${randomUUID().slice(0, 8)}`;
  await prisma.person.create({ data: { id, name: `${role}某` } });
  await prisma.grant.create({ data: { id: `${id}-grant`, personId: id, planId, role } });
  if (unitId !== undefined)
    await prisma.membership.create({
      data: {
        id: `${id}-member`,
        personId: id,
        unitId,
        rank: role === 'supervisor' ? 'supervisor' : 'liaison',
        taskIds: [],
      },
    });
  return id;
}

export const refusals = (prisma: PrismaClient, personId: string) =>
  prisma.event.findMany({
    where: { kind: 'refused', actor: { path: ['id'], equals: personId } },
    orderBy: { recordedAt: 'asc' },
  });
