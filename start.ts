// Everything on one machine: `npm start`.
import { connectionsOf } from './setup/connections.ts';
import { readEnvironment } from './setup/environment.ts';
import { buildPage } from './setup/page-build.ts';
import { readyLines } from './setup/ready-lines.ts';
import { sentenceOf } from './setup/setup-error.ts';
import { openSite } from './setup/site.ts';
import { startPostgres, startTemporal } from './setup/start-databases.ts';
import { partsFrom, startBot, startWorker } from './setup/start-services.ts';
import { showSteps } from './setup/steps.ts';
import { listenForStop } from './setup/stop-request.ts';
import { migrate } from './prisma/migrate.ts';
import { loadSeeds } from './seeds/load.ts';

process.umask(0o077); // What is written from here on is for this user alone.
const request = listenForStop();
const { run } = showSteps(request);
const say = (line: string) => void process.stderr.write(`${line}\n`);
const parts = partsFrom(process.argv.slice(2));

try {
  const environment = readEnvironment();
  const site = await openSite(environment, say);
  try {
    const postgresLine = await run('PostgreSQL', () => startPostgres(site));
    const temporalLine = await run('Temporal', (tell) => startTemporal(site, process.env, tell, request.signal));
    const connections = connectionsOf(environment, process.env);
    await run('tables', () => migrate(connections.databaseUrl));
    await run('plans', () => loadSeeds({ databaseUrl: connections.databaseUrl }));
    await run('page', () => buildPage(parts.page, request.signal));
    await run('worker', () => startWorker(site, parts));
    await run('bot', () => startBot(site, parts));
    site.keepAlive();
    const lines = await readyLines({ environment, connections, postgresLine, temporalLine });
    process.stdout.write(`${lines.join('\n')}\n`);
    await request.asked;
  } finally {
    if (request.signal.aborted) say('Stopping …');
    await site.stop();
  }
} catch (error) {
  if (!request.signal.aborted) {
    say(sentenceOf(error));
    process.exitCode = 1;
  }
}
process.exit(); // A step that was given up may still hold on to something.
