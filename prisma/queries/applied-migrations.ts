import { z } from 'zod';
import type { Db } from '../client.ts';

const Row = z.array(z.object({ name: z.string() }));

/** Names of the migrations that this database has, in their order. */
export async function appliedMigrations(db: Db): Promise<string[]> {
  const rows = Row.parse(
    await db.$queryRaw`SELECT "migration_name" AS "name" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL ORDER BY "started_at"`,
  );
  return rows.map(({ name }) => name);
}
