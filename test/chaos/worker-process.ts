// The worker as worker.ts joins it, but with the ledger as its provider and failpoints that may kill it.
import { fileURLToPath } from 'node:url';
import { NativeConnection, Worker } from '@temporalio/worker';
import { createActivities } from '../../activities/index.ts';
import { createWebPort } from '../../bot/web-inbox/adapter.ts';
import { openPrisma } from '../../prisma/client.ts';
import { connectionsOf } from '../../setup/connections.ts';
import { readEnvironment } from '../../setup/environment.ts';
import { whenParentEnds } from '../../setup/parent-watch.ts';
import { lazyClient } from '../../temporal/connect.ts';
import { createEntityStarter } from '../../temporal/entity-starter.ts';
import { TASK_QUEUE } from '../../workflows/messages.ts';
import { failAt } from './fail-at.ts';
import { createLedgerPort } from './ledger-port.ts';

const { databaseUrl, temporal } = connectionsOf(readEnvironment());
const prisma = openPrisma({ databaseUrl, onLost: () => undefined });
const { client } = lazyClient(temporal);
const ports = [createWebPort(), createLedgerPort(process.env['CHAOS_LEDGER'] ?? '')];
const connection = await NativeConnection.connect(temporal.options);
const worker = await Worker.create({
  connection,
  namespace: temporal.namespace,
  taskQueue: TASK_QUEUE,
  workflowsPath: fileURLToPath(new URL('../../workflows/index.ts', import.meta.url)),
  activities: createActivities({
    prisma,
    entities: createEntityStarter(client, prisma),
    ports: new Map(ports.map((port) => [port.channel, port])),
    failpoints: failAt(process.env['CHAOS_FAIL_AT']),
    log: (message, fields) => console.log(message, fields),
  }),
  shutdownGraceTime: '10 seconds',
});
whenParentEnds(() => process.exit(0));
process.send?.('ready');
await worker.run();
process.exit(0);
