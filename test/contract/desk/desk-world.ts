import { actorOf } from '../../../bot/desk/actor-of.ts';
import type { DeskActor, DeskDeps } from '../../../bot/desk/deps.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import { openPrisma, type Prisma, type PrismaClient } from '../../../prisma/client.ts';
import { createPlanClock } from '../../../prisma/clock.ts';
import { seed } from '../../../seeds/load.ts';
import type { Decide } from '../../../workflows/messages.ts';
import { freshDatabase } from '../../support/database.ts';

/** A Sunday: the day for which policy.md states the five plans' dates. */
export const SUNDAY = new Date('2026-11-22T04:00:00.000Z');

/** The last day of 郴州's deployment: receipts are overdue. */
export const MONDAY = new Date('2026-11-30T02:00:00.000Z');

export interface DeskWorld {
  deps: DeskDeps;
  prisma: PrismaClient;
  /** Address of the database. */
  url: string;
  office: DeskActor;
  /** Acts that reached a workflow, and entities that were started or told. */
  decided: { entityId: string; act: Decide }[];
  started: string[];
  told: string[];
  /** What the clocks say from now on. */
  setNow(now: Date): void;
  close(): Promise<void>;
}

/** A seeded database of its own, with the workflows' side stood in for. */
export async function deskWorld(): Promise<DeskWorld> {
  const database = await freshDatabase();
  const prisma = openPrisma({ databaseUrl: database.url, max: 4 });
  await seed(prisma, SUNDAY);
  let now = SUNDAY;
  const decided: DeskWorld['decided'] = [];
  const started: string[] = [];
  const told: string[] = [];
  const done = async (): Promise<{ summary: string }> => ({ summary: '已办' });
  const deps: DeskDeps = {
    prisma,
    clock: createPlanClock(prisma, () => now),
    entities: {
      start: async ({ entityId }) => void started.push(entityId),
      signal: async (entityId) => void told.push(entityId),
      kickSender: async () => undefined,
      terminate: async () => undefined,
      terminateSender: async () => undefined,
    },
    updates: {
      decide: async (entityId, act) => {
        decided.push({ entityId, act });
        return { summary: '已办' };
      },
      advance: done,
      undo: done,
      amend: done,
    },
    demo: { step: done, reset: done, remove: done },
    log: () => undefined,
  };
  return {
    deps,
    prisma,
    url: database.url,
    decided,
    started,
    told,
    office: await actorOf(prisma, 'local-coordinator', 'cli'),
    setNow: (at) => void (now = at),
    close: async () => {
      await prisma.$disconnect();
      await database.drop();
    },
  };
}

/** Puts a task's or phase's state on record as its workflow would have. */
export async function checkpoint(
  prisma: PrismaClient,
  state: SupervisedState,
  nextAt: Date | null = null,
): Promise<void> {
  const { entityId, kind, planId, generation, version, status } = state;
  const json = state as unknown as Prisma.InputJsonValue;
  await prisma.checkpoint.upsert({
    where: { entityId },
    create: { entityId, kind, planId, generation, version, status, nextAt, state: json },
    update: { state: json, status, nextAt },
  });
}

/** Codes of the refusals on a plan's desk chain, oldest first. */
export async function refusalsOn(prisma: PrismaClient, planId: string): Promise<string[]> {
  const rows = await prisma.event.findMany({
    where: { entityId: `desk/${planId}`, kind: 'refused' },
    orderBy: { seq: 'asc' },
  });
  return rows.map(({ body }) => (body as { code: string }).code);
}
