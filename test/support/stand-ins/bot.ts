// Stands in for bot/main.ts where a test is about starting and stopping alone.
import { createServer } from 'node:http';
import { connectionsOf } from '../../../setup/connections.ts';
import { readEnvironment } from '../../../setup/environment.ts';
import { whenParentEnds } from '../../../setup/parent-watch.ts';

const environment = readEnvironment();
const { databaseUrl, temporal } = connectionsOf(environment);
const known = databaseUrl !== '' && temporal.options.address !== undefined;
const server = createServer((_request, response) => response.writeHead(known ? 200 : 503).end('{}'));
server.listen(environment.DUBAN_PORT, '127.0.0.1');
const end = () => {
  server.close();
  server.closeAllConnections();
};
process.once('SIGTERM', end);
whenParentEnds(end);
