import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, lstatSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { realpathSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { canEnter, postgresBinaries, postgresUser, sharedState, type PostgresUser } from './postgres-user.ts';
import { setupError } from './setup-error.ts';

const major = '18';
const passwordsSchema = z.object({ superuser: z.string(), duban: z.string() });

/** A cluster on disk, with what is needed to start it and to log in. */
export type Cluster = {
  readonly directory: string;
  readonly binaries: string;
  readonly user: PostgresUser;
  readonly passwords: { readonly superuser: string; readonly duban: string };
};

/** Opens the cluster of a data folder, initialising it the first time. Never touches one that exists. */
export async function openCluster(home: string): Promise<Cluster> {
  const link = join(home, 'pg');
  const passwords = readPasswords(home) ?? makePasswords(home);
  const user = postgresUser(link);
  const binaries = postgresBinaries(user);
  if (!lstatSync(link, { throwIfNoEntry: false })) await createCluster(home, user, binaries, passwords.superuser);
  checkCluster(link);
  const directory = realpathSync(link);
  if (!canEnter(directory, user))
    throw setupError(`PostgreSQL's user can't enter ${directory}: open the folders above it, or set DUBAN_HOME.`);
  return { directory, binaries, user, passwords };
}

function checkCluster(link: string): void {
  const mark = join(link, 'PG_VERSION');
  if (!existsSync(mark))
    throw setupError(`${link} is not a PostgreSQL cluster: move it away, or set DUBAN_HOME to another folder.`);
  const found = readFileSync(mark, 'utf8').trim();
  if (found !== major)
    throw setupError(
      `${link} was made by PostgreSQL ${found} and this is ${major}: use the Duban that made it, or set DUBAN_HOME to another folder.`,
    );
}

async function createCluster(home: string, user: PostgresUser, binaries: string, password: string) {
  const link = join(home, 'pg');
  const inPlace = canEnter(home, user);
  const parent = inPlace ? home : sharedState;
  const directory = inPlace ? link : join(sharedState, `pg-${randomBytes(6).toString('hex')}`);
  // Under a name of its own until whole: a killed initialisation leaves nothing that looks like data.
  const half = `${directory}.new`;
  const secret = `${directory}.secret`;
  try {
    mkdirSync(parent, { recursive: true });
    for (const rest of [half, secret]) rmSync(rest, { recursive: true, force: true });
    mkdirSync(half, { mode: 0o700 });
    writeFileSync(secret, password, { mode: 0o600 });
    if (user) for (const path of [half, secret]) chownSync(path, user.uid, user.gid);
    await initialise(binaries, user, half, secret);
    renameSync(half, directory);
    if (!inPlace) symlinkSync(directory, link);
  } finally {
    for (const rest of [half, secret]) rmSync(rest, { recursive: true, force: true });
  }
}

function initialise(binaries: string, user: PostgresUser, directory: string, secret: string): Promise<void> {
  const flags = ['--username=postgres', '--auth=scram-sha-256', '--encoding=UTF8'];
  // PostgreSQL's own locale: the same order of text on every machine.
  flags.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions');
  const child = spawn(join(binaries, 'bin/initdb'), [`--pgdata=${directory}`, `--pwfile=${secret}`, ...flags], {
    ...user,
    cwd: '/',
    env: { PATH: process.env['PATH'] ?? '', TZ: 'UTC' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve, reject) => {
    const fail = (reason: string) =>
      reject(
        setupError(
          `PostgreSQL could not make its data folder (${reason}): check the disk and the rights, or set DATABASE_URL.`,
        ),
      );
    child.once('error', (error) => fail(error.message));
    child.once('close', (code) =>
      code === 0 ? resolve() : fail(said.split('\n').find((line) => line.includes('error:')) ?? said.trim()),
    );
  });
}

function readPasswords(home: string) {
  try {
    return passwordsSchema.parse(JSON.parse(readFileSync(join(home, 'postgres-passwords.json'), 'utf8')));
  } catch {
    return undefined;
  }
}

function makePasswords(home: string) {
  const existing = readdirSync(home).includes('pg');
  if (existing)
    throw setupError(
      `${home} holds a database but postgres-passwords.json beside it is missing or unreadable: put it back, or set DUBAN_HOME to another folder.`,
    );
  const passwords = { superuser: randomBytes(24).toString('hex'), duban: randomBytes(24).toString('hex') };
  writeFileSync(join(home, 'postgres-passwords.json'), JSON.stringify(passwords), { mode: 0o600 });
  return passwords;
}

/** The address by which Duban itself logs in; undefined before the first start. */
export function embeddedDatabaseUrl(home: string, port: number, database = 'duban'): string | undefined {
  const passwords = readPasswords(home);
  return passwords && `postgresql://duban:${passwords.duban}@127.0.0.1:${port}/${database}`;
}
