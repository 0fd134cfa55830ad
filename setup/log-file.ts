import { openSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const keepBytes = 20 * 1024 * 1024;

export function logPath(home: string, name: string): string {
  return join(home, 'logs', `${name}.log`);
}

/** A descriptor to append to; a large log is set aside as NAME.log.1 first. */
export function openLog(home: string, name: string): number {
  const path = logPath(home, name);
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > keepBytes) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}
