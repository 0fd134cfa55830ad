import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../../setup/environment.ts';

const WITHIN_MS = 60_000;

/** One command as a process of its own, with these settings alone; its JSON. Throws with what it said where it fails. */
export async function runDuban<T>(argv: string[], settings: Record<string, string>): Promise<T> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(projectRoot, 'duban.ts'), ...argv, '--json'], {
    cwd: projectRoot,
    env: { PATH: process.env['PATH'], TZ: 'Asia/Shanghai', ...settings },
    timeout: WITHIN_MS,
  });
  return JSON.parse(stdout) as T;
}
