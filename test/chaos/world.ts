import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { openPrisma, type PrismaClient } from '../../prisma/client.ts';
import { createPlanClock, type PlanClock } from '../../prisma/clock.ts';
import { migrate } from '../../prisma/migrate.ts';
import { prepareDataFolder } from '../../setup/data-folder.ts';
import { freePort } from '../../setup/free-port.ts';
import { lazyClient } from '../../temporal/connect.ts';
import { createEntityStarter, type EntityStarter } from '../../temporal/entity-starter.ts';
import { startPlan } from '../../temporal/start-plan.ts';
import type { Killable } from './killable.ts';
import { startLedger, type Ledger } from './ledger.ts';
import { PLAN } from './plan-facts.ts';
import { rootProcess, type Root } from './roots.ts';
import { seedPlan } from './seed-plan.ts';
import { postgresServer, temporalServer } from './servers.ts';

export interface World {
  prisma: PrismaClient;
  client: () => Promise<Client>;
  clock: PlanClock;
  entities: EntityStarter;
  ledger: Ledger;
  worker: Root;
  bot: Root;
  botAddress: string;
  /** True where the bot is the product's own, spoken to as the page speaks to it. */
  ownBot: boolean;
  temporal: Killable;
  postgres: Killable;
  /** Throws away everything that Temporal knew; it must be down. */
  forgetTemporal(): void;
  stop(): Promise<void>;
}

/** PostgreSQL, Temporal on a file, a worker and a bot as processes of their own, and the generated plan, started. */
export async function startWorld({ bot }: { bot: 'product' | 'failing' }): Promise<World> {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'duban-chaos-')));
  chmodSync(home, 0o711);
  prepareDataFolder(home);
  const undo: (() => Promise<unknown> | void)[] = [() => rmSync(home, { recursive: true, force: true, maxRetries: 5 })];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const { server: postgres, url: databaseUrl, discard } = await postgresServer(home);
    undo.push(discard, () => postgres.stop());
    const { server: temporal, address, forget } = await temporalServer(home);
    undo.push(() => temporal.stop());
    const ledger = await startLedger(join(home, 'ledger.jsonl'));
    undo.push(() => ledger.stop());
    await Promise.all([postgres.start(), temporal.start()]);
    await migrate(databaseUrl);

    const prisma = openPrisma({ databaseUrl, max: 6, onLost: () => undefined });
    const { client, close } = lazyClient({ namespace: 'default', options: { address } });
    undo.push(close, () => prisma.$disconnect());
    const around = { home, port: await freePort(), databaseUrl, temporal: address, ledger: ledger.address };
    const worker = rootProcess('worker', 'test/chaos/worker-process.ts', around);
    const botRoot = rootProcess('bot', bot === 'product' ? 'bot/main.ts' : 'test/chaos/bot-process.ts', around);
    undo.push(
      () => worker.kill(),
      () => botRoot.kill(),
    );
    await Promise.all([worker.start(), botRoot.start(), seedPlan(prisma)]);

    const clock = createPlanClock(prisma, () => new Date());
    const entities = createEntityStarter(client);
    await startPlan({ prisma, clock, entities }, PLAN);
    const botAddress = `http://127.0.0.1:${around.port}`;
    return {
      prisma,
      client,
      clock,
      entities,
      ledger,
      worker,
      bot: botRoot,
      botAddress,
      ownBot: bot === 'product',
      temporal,
      postgres,
      forgetTemporal: forget,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
