import type { PrismaClient } from '../../prisma/client.ts';

/** Before SQL's own: what asks PostgreSQL for the time gets this one. */
export const VIRTUAL_FIRST = '-c search_path=virtual,pg_catalog,public';

/** Calls that a provider has still to see: time must not move on before they have arrived. */
export interface CallsUnderWay {
  begin(): void;
  end(): void;
  allEnded(): Promise<void>;
}

export function callsUnderWay(): CallsUnderWay {
  let many = 0;
  const waiting: (() => void)[] = [];
  return {
    begin: () => void (many += 1),
    end() {
      many -= 1;
      if (many === 0) for (const go of waiting.splice(0)) go();
    },
    allEnded: () => (many === 0 ? Promise.resolve() : new Promise((go) => void waiting.push(go))),
  };
}

export interface VirtualClock {
  now(): number;
  /** Time passes, for PostgreSQL too. */
  pass(ms: number): Promise<void>;
}

/**
 * A clock that stands still until it is told to move, for this process and for SQL alike: functions of the same names
 * stand before PostgreSQL's `now()` and `clock_timestamp()` in the search path, so that the statements stay as they are.
 */
export async function startVirtualClock(admin: PrismaClient, at: Date): Promise<VirtualClock> {
  let ms = at.getTime();
  await admin.$executeRaw`CREATE SCHEMA virtual`;
  await admin.$executeRaw`CREATE TABLE virtual.time (at timestamptz NOT NULL)`;
  await admin.$executeRaw`INSERT INTO virtual.time VALUES (${at})`;
  await admin.$executeRaw`CREATE FUNCTION virtual.clock_timestamp() RETURNS timestamptz LANGUAGE sql STABLE AS 'SELECT at FROM virtual.time'`;
  await admin.$executeRaw`CREATE FUNCTION virtual.now() RETURNS timestamptz LANGUAGE sql STABLE AS 'SELECT at FROM virtual.time'`;
  return {
    now: () => ms,
    async pass(by) {
      ms += by;
      await admin.$executeRaw`UPDATE virtual.time SET at = to_timestamp(${ms / 1_000}::double precision)`;
    },
  };
}
