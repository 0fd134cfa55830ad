import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectRoot } from './environment.ts';
import { openLog } from './log-file.ts';
import { setupError } from './setup-error.ts';
import type { Site } from './site.ts';

const readyWithinMs = 120_000;

/** What is started, as paths in the project. Tests name stand-ins: `start.ts bot=path worker=path`. */
export type Parts = { readonly worker: string; readonly bot: string; readonly page: string };

export function partsFrom(args: string[]): Parts {
  const named = Object.fromEntries(args.map((pair) => pair.split('=')));
  return { worker: 'worker.ts', bot: 'bot/main.ts', page: 'web/page', ...named };
}

export async function startWorker(site: Site, parts: Parts): Promise<void> {
  await addScript(site, 'worker', parts.worker, () => Promise.resolve());
}

/** Starts the bot and waits until it says that everything it needs is there. */
export async function startBot(site: Site, parts: Parts): Promise<void> {
  await addScript(site, 'bot', parts.bot, (alive) => awaitReady(site.environment.DUBAN_PORT, alive));
}

async function addScript(
  site: Site,
  name: string,
  script: string,
  serving: (alive: () => boolean) => Promise<void>,
): Promise<void> {
  const path = join(projectRoot, script);
  if (!existsSync(path)) throw setupError(`${script} is missing from this checkout: fetch the whole project again.`);
  // The channel tells the process when we are gone (setup/parent-watch.ts). A group of its own
  // keeps a terminal's Ctrl-C from it: we end everything ourselves, in order.
  let sentence: string | undefined;
  const launch = () => {
    const log = openLog(site.home, name);
    const child = spawn(process.execPath, [path], {
      cwd: projectRoot,
      env: childEnvironment(site),
      stdio: ['ignore', log, log, 'ipc'],
      detached: true,
    });
    child.on('message', (message) => void (sentence ??= whyNot(message)));
    return child;
  };
  await site.add({ name, launch, stopSignal: 'SIGTERM', stopWithinMs: 20_000 }, serving).catch((error: unknown) => {
    throw sentence === undefined ? error : setupError(sentence);
  });
}

/** What a process says before it ends by itself, where only the operator can mend it (bot/main.ts). */
function whyNot(message: unknown): string | undefined {
  const { cannotStart } = { ...(message as { cannotStart?: unknown }) };
  return typeof cannotStart === 'string' ? cannotStart : undefined;
}

/** Addresses are not passed on: every process finds them in run.json (setup/connections.ts). */
function childEnvironment(site: Site): NodeJS.ProcessEnv {
  const { DUBAN_HOME, DUBAN_PORT } = site.environment;
  return { ...process.env, DUBAN_HOME, DUBAN_PORT: String(DUBAN_PORT), TZ: 'Asia/Shanghai' };
}

async function awaitReady(port: number, alive: () => boolean): Promise<void> {
  const until = Date.now() + readyWithinMs;
  let last = 'no answer';
  while (Date.now() < until && alive()) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(5_000) }).catch(
      () => undefined,
    );
    if (answer?.ok) return;
    if (answer) last = (await answer.text().catch(() => '')).slice(0, 200);
    await pause(100);
  }
  if (alive())
    throw setupError(`The bot is up but not ready (${last}): see logs/bot.log and logs/worker.log in the data folder.`);
}
