import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { openPrisma, type PrismaClient } from '../../prisma/client.ts';
import { createPlanClock, type PlanClock } from '../../prisma/clock.ts';
import { migrate } from '../../prisma/migrate.ts';
import { prepareDataFolder } from '../../setup/data-folder.ts';
import { freePort } from '../../setup/free-port.ts';
import { lazyClient } from '../../temporal/connect.ts';
import { createEntityStarter, type EntityStarter } from '../../temporal/entity-starter.ts';
import { startPlan } from '../../temporal/start-plan.ts';
import { PARTS, PLAN } from '../../test/chaos/plan-facts.ts';
import { rootProcess } from '../../test/chaos/roots.ts';
import { seedPlan, type Addresses } from '../../test/chaos/seed-plan.ts';
import { postgresServer, temporalServer } from '../../test/chaos/servers.ts';
import { cpuOf } from './cpu-of.ts';

/** What both arms of a row stand on: the same PostgreSQL, Temporal server, worker and running plan. */
export interface BenchWorld {
  prisma: PrismaClient;
  client: () => Promise<Client>;
  clock: PlanClock;
  entities: EntityStarter;
  pids: Record<'worker' | 'temporal' | 'postgres', number>;
  /** CPU of this process, the worker, PostgreSQL and Temporal together since they started, ms. */
  cpuMs(): number;
  stop(): Promise<void>;
}

/** The pool of the product's bot. */
const POOL_MAX = 10;
const QUIET_WITHIN_MS = 60_000;

/** Fictional plan of 20 tasks with 10 units each, its 200 receipts asked for and its workflows at rest. */
export async function startBenchWorld(addresses: Addresses): Promise<BenchWorld> {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'duban-bench-')));
  chmodSync(home, 0o711);
  prepareDataFolder(home);
  const undo: (() => Promise<unknown> | void)[] = [() => rmSync(home, { recursive: true, force: true, maxRetries: 5 })];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const { server: postgres, url: databaseUrl, discard } = await postgresServer(home);
    undo.push(discard, () => postgres.stop());
    const { server: temporal, address } = await temporalServer(home);
    undo.push(() => temporal.stop());
    await Promise.all([postgres.start(), temporal.start()]);
    await migrate(databaseUrl);
    const prisma = openPrisma({ databaseUrl, max: POOL_MAX, onLost: () => undefined });
    const { client, close } = lazyClient({ namespace: 'default', options: { address } });
    undo.push(close, () => prisma.$disconnect());
    const around = { home, port: await freePort(), databaseUrl, temporal: address, ledger: '', chat: {} };
    const worker = rootProcess('worker', 'worker.ts', around, 'running');
    undo.push(() => worker.stop());
    await Promise.all([worker.start(), seedPlan(prisma, addresses)]);
    const clock = createPlanClock(prisma, () => new Date());
    const entities = createEntityStarter(client, prisma);
    await startPlan({ prisma, clock, entities }, PLAN);
    await quiet(prisma);
    const pids = { worker: worker.pid(), temporal: temporal.pid(), postgres: postgres.pid() };
    return { prisma, client, clock, entities, pids, cpuMs: () => cpuOf([process.pid, ...Object.values(pids)]), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** All receipts stand as rungs, and no workflow has an Event to write. */
async function quiet(prisma: PrismaClient): Promise<void> {
  const until = Date.now() + QUIET_WITHIN_MS;
  for (let before = -1; Date.now() < until; await pause(500)) {
    const [asked, events] = [await prisma.prompt.count(), await prisma.event.count()];
    if (asked >= PARTS && events === before) return;
    before = events;
  }
  throw new Error('the plan did not come to rest');
}
