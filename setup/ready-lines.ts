import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Connections } from './connections.ts';
import { projectRoot, type Environment } from './environment.ts';

export type ReadyFacts = {
  readonly environment: Environment;
  readonly connections: Connections;
  /** Which PostgreSQL and Temporal are used and where, each as one line. */
  readonly postgresLine: string;
  readonly temporalLine: string;
};

type DeskModule = { readyLines(facts: ReadyFacts): Promise<string[]> };

/** The lines printed at ready, at most eight: the office's own ones, between where things are. */
export async function readyLines(facts: ReadyFacts): Promise<string[]> {
  const path = join(projectRoot, 'bot/desk/ready-lines.ts');
  if (existsSync(path)) {
    const desk = (await import(pathToFileURL(path).href)) as DeskModule;
    return (await desk.readyLines(facts)).slice(0, 8);
  }
  return [
    facts.postgresLine,
    facts.temporalLine,
    `Page: ${facts.connections.http}`,
    `Data folder: ${facts.environment.DUBAN_HOME}`,
  ];
}
