// A bot that takes decoded messages over loopback HTTP, with the ledger as its provider and failpoints that may kill it.
import { createServer } from 'node:http';
import { createChannels } from '../../bot/channels.ts';
import { createDeskUpdates } from '../../bot/desk-updates.ts';
import { createDispatch } from '../../bot/dispatch.ts';
import { createEntityUpdates } from '../../bot/entity-updates.ts';
import { createInbox } from '../../bot/inbox.ts';
import { createWebPort } from '../../bot/web-inbox/adapter.ts';
import type { IncomingMessage } from '../../domain/chat/port.ts';
import { openPrisma } from '../../prisma/client.ts';
import { createPlanClock } from '../../prisma/clock.ts';
import { connectionsOf } from '../../setup/connections.ts';
import { readEnvironment } from '../../setup/environment.ts';
import { whenParentEnds } from '../../setup/parent-watch.ts';
import { lazyClient } from '../../temporal/connect.ts';
import { createEntityStarter } from '../../temporal/entity-starter.ts';
import { failAt } from './fail-at.ts';
import { createLedgerPort } from './ledger-port.ts';

const environment = readEnvironment();
const { databaseUrl, temporal } = connectionsOf(environment);
const prisma = openPrisma({ databaseUrl, onLost: () => undefined });
const clock = createPlanClock(prisma, () => new Date());
const { client } = lazyClient(temporal);
const failpoints = failAt(process.env['CHAOS_FAIL_AT']);
const log = (message: string, fields: Record<string, unknown>): void => console.log(message, fields);
const entities = createEntityStarter(client, prisma);
const noDemo = () => Promise.reject(new Error('no demo here'));
const dispatch = createDispatch({
  prisma,
  clock,
  desk: {
    prisma,
    clock,
    entities,
    updates: createDeskUpdates(client, prisma),
    demo: { step: noDemo, reset: noDemo, remove: noDemo },
    log,
  },
  failpoints,
  updates: createEntityUpdates(client, prisma),
  channels: createChannels([createWebPort(), createLedgerPort(process.env['CHAOS_LEDGER'] ?? '')]),
  log,
  kickSender: entities.kickSender,
});
const inbox = createInbox({ prisma, clock, failpoints, kick: dispatch.kick });

async function receive(body: string): Promise<string> {
  return JSON.stringify(await inbox.receive(JSON.parse(body) as IncomingMessage));
}

const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => (body += String(chunk)));
  request.on('end', () => {
    // A row that is not on record is not acknowledged: the provider then sends it again.
    receive(body).then(
      (said) => response.writeHead(200).end(said),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
});
server.listen(environment.DUBAN_PORT, '127.0.0.1', () => process.send?.('ready'));
dispatch.start();
whenParentEnds(() => process.exit(0));
