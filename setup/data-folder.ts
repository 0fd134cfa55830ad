import { accessSync, chmodSync, constants, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setupError } from './setup-error.ts';

/** Whether we run as root: PostgreSQL refuses that, so its own user must be able to enter the folder. */
export const asRoot = (): boolean => process.getuid?.() === 0;

/** Makes DUBAN_HOME usable, or says in one sentence why it is not. */
export function prepareDataFolder(home: string): void {
  try {
    mkdirSync(home, { recursive: true });
    if (!statSync(home).isDirectory()) throw Object.assign(new Error(), { code: 'ENOTDIR' });
    accessSync(home, constants.R_OK | constants.W_OK | constants.X_OK);
    // Closed to others; as root they may pass through to PostgreSQL's folder, but list nothing.
    if (statSync(home).uid === process.getuid?.()) chmodSync(home, asRoot() ? 0o711 : 0o700);
    mkdirSync(join(home, 'logs'), { recursive: true, mode: 0o700 });
    // Some file systems say yes to everything but the write itself (read-only, full).
    writeFileSync(join(home, 'logs', '.writable'), '');
  } catch (error) {
    throw setupError(
      `The data folder ${home} can't be used (${reasonOf(error)}): set DUBAN_HOME to a folder that you may write to.`,
    );
  }
}

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
  const words: Record<string, string> = {
    EACCES: 'no permission',
    EPERM: 'no permission',
    EROFS: 'read-only',
    ENOSPC: 'the disk is full',
    ENOTDIR: 'it is not a folder',
    EEXIST: 'it is not a folder',
  };
  return words[code] ?? code;
}
