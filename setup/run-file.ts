import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const recorded = z.object({ pid: z.number().int(), startedAt: z.string() });

const runFile = z.object({
  version: z.literal(1),
  /** The start.ts that runs, or last ran, on this data folder. */
  starter: recorded,
  http: z.object({ address: z.string(), port: z.number().int() }),
  postgres: z.object({ kind: z.enum(['embedded', 'external']), address: z.string(), port: z.number().int() }),
  temporal: z.object({
    kind: z.enum(['embedded', 'external']),
    address: z.string(),
    port: z.number().int(),
    ui: z.object({ address: z.string(), port: z.number().int() }).optional(),
  }),
  /** Every process that start.ts has running now, by its name. */
  processes: z.record(z.string(), recorded),
});

/** What runs on a data folder and where: DUBAN_HOME/run.json. Holds no secret. */
export type RunFile = z.infer<typeof runFile>;

const pathOf = (home: string) => join(home, 'run.json');

/** The file of the run that is on or was last; undefined if there was none or it can't be read. */
export function readRunFile(home: string): RunFile | undefined {
  try {
    return runFile.parse(JSON.parse(readFileSync(pathOf(home), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Replaces the file at one stroke, so that a reader never sees half of it. */
export function writeRunFile(home: string, content: RunFile): void {
  const next = `${pathOf(home)}.new`;
  writeFileSync(next, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(next, pathOf(home));
}
