import { spawnSync, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** A process as run.json records it. The system reuses pids; a pid with its start time is one process. */
export type RecordedProcess = { readonly pid: number; readonly startedAt: string };

/** When the process began, as the system tells it, or undefined if there is none (a zombie counts as none). */
export function startTimeOf(pid: number): string | undefined {
  if (process.platform === 'linux') return linuxStartTime(pid);
  const ps = spawnSync('ps', ['-o', 'state=,lstart=', '-p', String(pid)], { encoding: 'utf8' });
  const line = ps.status === 0 ? ps.stdout.trim() : '';
  return line === '' || line.startsWith('Z') ? undefined : line.replace(/^\S+\s+/, '');
}

function linuxStartTime(pid: number): string | undefined {
  try {
    // The name in parentheses may hold spaces: count the fields after it.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}/${fields[19]}`;
  } catch {
    return undefined;
  }
}

export function record(pid: number): RecordedProcess {
  return { pid, startedAt: startTimeOf(pid) ?? 'ended' };
}

export function isRunning(recorded: RecordedProcess): boolean {
  return startTimeOf(recorded.pid) === recorded.startedAt;
}

/** Whether a child of this process was started and has not ended. */
export function isAlive(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

/** Signals exactly this process, waits, and insists with SIGKILL after the bound. */
export async function endProcess(recorded: RecordedProcess, signal: NodeJS.Signals, withinMs: number): Promise<void> {
  for (const next of [signal, 'SIGKILL'] as const) {
    if (!isRunning(recorded)) return;
    try {
      process.kill(recorded.pid, next);
    } catch {
      return;
    }
    const until = Date.now() + withinMs;
    while (isRunning(recorded) && Date.now() < until) await pause(20);
  }
}

/** Its command line, to tell a process that left only a pid behind. */
export function commandLineOf(pid: number): string {
  const ps = spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  if (ps.status === 0) return ps.stdout.trim();
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}
