import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client.ts';
import { statementNames } from './statement-names.ts';

export { Prisma, PrismaClient } from './generated/client.ts';

/** What a query needs: the client, or one transaction of it. */
export type Db = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$use' | '$extends' | '$transaction'>;

export interface PrismaOptions {
  databaseUrl: string;
  /** Connections at most. */
  max?: number;
  /** Told of a connection lost while idle; without a listener it would end the process. */
  onLost?: (error: Error) => void;
}

/**
 * The one way to a Prisma client: the zone of the session pinned to UTC (an embedded server takes the
 * machine's zone, and leases would be hours off), and bounded waits (the pool's own wait has no end).
 */
export function openPrisma({ databaseUrl, max = 10, onLost }: PrismaOptions): PrismaClient {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 20_000,
    idle_in_transaction_session_timeout: 30_000,
    options: '-c timezone=UTC',
  });
  const lost = (error: Error): void => onLost?.(error);
  pool.on('error', lost);
  // A connection that is lost in the middle of a transaction tells its own client alone.
  pool.on('connect', (client) => client.on('error', lost));
  const adapter = new PrismaPg(pool, {
    disposeExternalPool: true,
    onPoolError: lost,
    onConnectionError: lost,
    // The driver takes a statement without a name as well, which its type doesn't say.
    statementNameGenerator: statementNames() as (query: { sql: string }) => string,
  });
  // The place of each call would be looked for before it, whether or not it fails.
  return new PrismaClient({ adapter, errorFormat: 'minimal', transactionOptions: { maxWait: 5_000, timeout: 20_000 } });
}
