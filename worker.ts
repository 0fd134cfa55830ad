// One worker: workflows and activities over Temporal and PostgreSQL. Any number of them may run.
import { fileURLToPath } from 'node:url';
import { NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { pino } from 'pino';
import { createActivities } from './activities/index.ts';
import { chatPorts } from './bot/chat-channels.ts';
import { createScriptedPort } from './bot/scripted/adapter.ts';
import { createWebPort } from './bot/web-inbox/adapter.ts';
import { openPrisma } from './prisma/client.ts';
import { seedScripts } from './seeds/demo/script-port.ts';
import { chatSettings } from './setup/chat-settings.ts';
import { connectionsOf } from './setup/connections.ts';
import { readEnvironment } from './setup/environment.ts';
import { whenParentEnds } from './setup/parent-watch.ts';
import { createEntityStarter } from './temporal/entity-starter.ts';
import { lazyClient } from './temporal/connect.ts';
import { TASK_QUEUE } from './workflows/messages.ts';

const SHUTDOWN_GRACE = '10 seconds';

const log = pino({ name: 'worker' });
Runtime.install({
  logger: {
    log: () => {},
    trace: () => {},
    debug: () => {},
    info: () => {},
    warn: (message) => log.warn(message),
    error: (message) => log.error(message),
  },
});

const environment = readEnvironment();
const { databaseUrl, temporal } = connectionsOf(environment);
const prisma = openPrisma({
  databaseUrl,
  onLost: (error) => log.warn({ reason: error.message }, 'a database connection was lost'),
});
const { client, close } = lazyClient(temporal);
const ports = [
  createWebPort(),
  createScriptedPort({ prisma, ...seedScripts }),
  ...chatPorts(chatSettings(environment), (message, fields) => log.info(fields, message)),
];
const connection = await NativeConnection.connect(temporal.options);
const worker = await Worker.create({
  connection,
  namespace: temporal.namespace,
  taskQueue: TASK_QUEUE,
  workflowsPath: fileURLToPath(new URL('./workflows/index.ts', import.meta.url)),
  activities: createActivities({
    prisma,
    entities: createEntityStarter(client, prisma),
    ports: new Map(ports.map((port) => [port.channel, port])),
    failpoints: async () => {},
    log: (message, fields) => log.info(fields, message),
  }),
  shutdownGraceTime: SHUTDOWN_GRACE,
});

whenParentEnds(() => worker.shutdown());
await worker.run();
await Promise.all([close(), connection.close(), prisma.$disconnect()]);
