// Receives: page, interface, web inbox and chat channels.
import { join } from 'node:path';
import { seedScripts } from '../seeds/demo/script-port.ts';
import { DEMO_COORDINATOR, loadDemo } from '../seeds/load-demo.ts';
import { chatSettings } from '../setup/chat-settings.ts';
import { fileStore } from '../setup/file-store.ts';
import { connectionsOf } from '../setup/connections.ts';
import { projectRoot, readEnvironment } from '../setup/environment.ts';
import { whenParentEnds } from '../setup/parent-watch.ts';
import { readRunFile } from '../setup/run-file.ts';
import { sentenceOf, withoutSecrets } from '../setup/setup-error.ts';
import { createWebApp } from '../web/server/app.ts';
import { listen } from '../web/server/listen.ts';
import { chatListeners } from './chat-channels.ts';
import { composeOffice } from './compose.ts';
import { isOperatorError } from './operator-error.ts';
import { readHealth } from './health.ts';
import { createLog } from './log.ts';
import { startListeners } from './start-listeners.ts';
import { startWork } from './start-work.ts';

const log = createLog(withoutSecrets);
try {
  const environment = readEnvironment();
  const chat = chatSettings(environment);
  const { databaseUrl, temporal, http } = connectionsOf(environment);
  const office = composeOffice({
    databaseUrl,
    temporal,
    chat,
    store: fileStore(environment),
    pageUrl: http,
    log,
    seeds: { ...seedScripts, loadDemo, demoCoordinatorId: DEMO_COORDINATOR.id },
  });
  const listeners = chatListeners(chat, { ...office, log });
  await startListeners(office.prisma, listeners);
  const work = startWork(office, listeners);
  const app = createWebApp({
    desk: office.desk,
    inbox: office.inbox,
    store: office.store,
    listeners,
    health: () => readHealth(office, work.demoFailed, listeners),
    temporalUi: readRunFile(environment.DUBAN_HOME)?.temporal.ui?.address ?? null,
    pageFolder: join(projectRoot, 'web/page/dist'),
    realNow: office.realNow,
  });
  const server = await listen(app, environment.DUBAN_PORT);
  log('listening', { port: environment.DUBAN_PORT });

  let ending: Promise<void> | undefined;
  const end = () => {
    ending ??= Promise.all([server.close(), ...listeners.map((listener) => listener.stop())]).then(work.stop);
    ending.then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  whenParentEnds(end);
} catch (error) {
  const sentence = sentenceOf(error);
  process.stderr.write(`${sentence}\n`);
  // Whoever started us shows the operator what only they can mend.
  if (isOperatorError(error) && process.send)
    process.send({ cannotStart: sentence }, undefined, {}, () => process.exit(1));
  else process.exit(1);
}
