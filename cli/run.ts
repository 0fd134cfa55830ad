import { CommanderError } from 'commander';
import type { Answer } from './answer.ts';
import { failureOf, type Failure } from './failure.ts';
import { openSession, type CommandSession } from './open-session.ts';
import { buildProgram } from './program.ts';

export interface Streams {
  out: (text: string) => void;
  err: (text: string) => void;
}

export type Work = (session: CommandSession) => Promise<Answer>;

/** Runs one command; resolves to the exit code. With --json standard output carries JSON alone, and a failure is JSON too. */
export async function runCommandLine(
  argv: string[],
  streams: Streams,
  open: typeof openSession = openSession,
): Promise<number> {
  const json = argv.includes('--json');
  let failed = false;
  const fail = (failure: Failure): void => {
    failed = true;
    const listed = (failure.problems ?? []).map(({ at, message }) => `  ${at} ${message}\n`).join('');
    streams.err(json ? `${JSON.stringify({ error: failure })}\n` : `${failure.message}\n${listed}`);
  };
  const run = async (work: Work, { as }: { as?: string }): Promise<void> => {
    const session = await open(as);
    try {
      const { value, text, failure } = await work(session);
      streams.out(json ? `${JSON.stringify(value, null, 2)}\n` : `${text}\n`);
      if (failure) fail(failure);
    } finally {
      await session.close();
    }
  };
  try {
    await buildProgram(run, streams, json).parseAsync(argv, { from: 'user' });
  } catch (error) {
    // Help and version were asked for and are out already.
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    fail(failureOf(error));
  }
  return failed ? 1 : 0;
}
