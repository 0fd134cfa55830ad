import { pino } from 'pino';
import type { DeskDeps } from './desk/deps.ts';

/** One line of JSON an event. `clean` cuts secrets out of what drivers say. */
export function createLog(clean: (text: string) => string): DeskDeps['log'] {
  const logger = pino(
    { base: { process: 'bot' }, redact: ['code', 'token', 'cookie', 'databaseUrl'] },
    pino.destination({ fd: 1, sync: true }),
  );
  return (message, fields) => logger.info(cleaned(fields, clean), clean(message));
}

const cleaned = (fields: Record<string, unknown>, clean: (text: string) => string): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? clean(value) : value]),
  );
