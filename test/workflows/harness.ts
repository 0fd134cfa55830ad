import { fileURLToPath } from 'node:url';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { bundleWorkflowCode, Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import type { ActivityDeps, Failpoints } from '../../activities/deps.ts';
import { createActivities } from '../../activities/index.ts';
import type { Activities } from '../../activities/types.ts';
import type { ChatPort } from '../../domain/chat/port.ts';
import { openPrisma, type PrismaClient } from '../../prisma/client.ts';
import { createPlanClock, type PlanClock } from '../../prisma/clock.ts';
import { createEntityStarter, type EntityStarter } from '../../temporal/entity-starter.ts';
import { TASK_QUEUE } from '../../workflows/messages.ts';
import { freshDatabase } from '../support/database.ts';
import { startSkippingServer } from '../support/skipping-server.ts';

export interface Harness {
  env: TestWorkflowEnvironment;
  prisma: PrismaClient;
  databaseUrl: string;
  clock: PlanClock;
  entities: EntityStarter;
  deps: ActivityDeps;
  /** Now of the skipped clock, as last read. */
  now(): Date;
  /** Moves the skipped clock on by this much, then reads it. */
  sleep(ms: number): Promise<void>;
  stop(): Promise<void>;
}

/** The skipping server lost count of what it waits for: its clock goes no faster than ours any more. */
export class StandsStillError extends Error {
  override name = 'StandsStillError';
}

const STANDS_STILL_MS = 180_000;

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const bound = Promise.withResolvers<never>();
  const timer = setTimeout(() => bound.reject(new StandsStillError('the skipping server stands still')), ms);
  await Promise.race([work, bound.promise]).finally(() => clearTimeout(timer));
}

let bundle: Promise<WorkflowBundleWithSourceMap> | null = null;
export const workflowBundle = (): Promise<WorkflowBundleWithSourceMap> =>
  (bundle ??= bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('../../workflows/index.ts', import.meta.url)),
    logger: quietLogger,
  }));

const quietLogger = { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error() {} };

export interface HarnessOptions {
  ports?: (prisma: PrismaClient, clock: PlanClock) => ChatPort[];
  failpoints?: Failpoints;
  override?: Partial<Activities>;
}

/** A skipping server, a migrated database and one worker with the product's own activities. */
export async function startHarness(options: HarnessOptions = {}): Promise<Harness> {
  const env = await startSkippingServer();
  const database = await freshDatabase();
  const prisma = openPrisma({ databaseUrl: database.url, max: 10 });
  let nowMs = await env.currentTimeMs();
  const clock = createPlanClock(prisma, () => new Date(nowMs));
  const entities = createEntityStarter(async () => env.client);
  const deps: ActivityDeps = {
    prisma,
    entities,
    ports: new Map((options.ports?.(prisma, clock) ?? []).map((port) => [port.channel, port])),
    failpoints: options.failpoints ?? (async () => {}),
    log: () => {},
  };
  const worker = await Worker.create({
    connection: env.nativeConnection,
    taskQueue: TASK_QUEUE,
    workflowBundle: await workflowBundle(),
    activities: { ...createActivities(deps), ...options.override },
    // The skipped clock would run such waits out while nothing is wrong.
    stickyQueueScheduleToStartTimeout: '10 years',
    // A run that hangs must end as a failure that says why.
    shutdownGraceTime: '5 seconds',
    shutdownForceTime: '10 seconds',
  });
  const running = worker.run();
  return {
    env,
    prisma,
    databaseUrl: database.url,
    clock,
    entities,
    deps,
    now: () => new Date(nowMs),
    async sleep(ms) {
      if (ms > 0) await within(STANDS_STILL_MS, env.sleep(ms));
      nowMs = await env.currentTimeMs();
    },
    async stop() {
      worker.shutdown();
      await running;
      await prisma.$disconnect();
      await env.teardown();
      await database.drop();
    },
  };
}
