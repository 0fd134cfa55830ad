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
import type { Providers } from './chat/providers.ts';
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
  /** Slack and Telegram, where the contacts are bound to them. */
  chat: Providers | null;
  /** One more bot beside the first, not started yet. */
  anotherBot(): Promise<Root>;
  /** Throws away everything that Temporal knew; it must be down. */
  forgetTemporal(): void;
  stop(): Promise<void>;
}

export interface WorldOptions {
  bot: 'product' | 'failing';
  /** The product's own worker too, and contacts on these instead of the ledger. */
  chat?: Providers;
}

/** PostgreSQL, Temporal on a file, a worker and a bot as processes of their own, and the generated plan, started. */
export async function startWorld({ bot, chat }: WorldOptions): Promise<World> {
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
    const port = await freePort();
    const around = {
      home,
      port,
      databaseUrl,
      temporal: address,
      ledger: ledger.address,
      chat: chat?.variables(port) ?? {},
    };
    const worker = chat
      ? rootProcess('worker', 'worker.ts', around, 'running')
      : rootProcess('worker', 'test/chaos/worker-process.ts', around, 'message');
    const botRoot =
      bot === 'product'
        ? rootProcess('bot', 'bot/main.ts', around, 'health')
        : rootProcess('bot', 'test/chaos/bot-process.ts', around, 'message');
    undo.push(
      () => worker.kill(),
      () => botRoot.kill(),
    );
    await Promise.all([worker.start(), botRoot.start(), seedPlan(prisma, chat)]);

    const clock = createPlanClock(prisma, () => new Date());
    const entities = createEntityStarter(client, prisma);
    await startPlan({ prisma, clock, entities }, PLAN);
    const botAddress = `http://127.0.0.1:${port}`;
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
      chat: chat ?? null,
      async anotherBot() {
        const another = rootProcess('bot2', 'bot/main.ts', { ...around, port: await freePort() }, 'health');
        undo.push(() => another.kill());
        return another;
      },
      forgetTemporal: forget,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
