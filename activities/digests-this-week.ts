import { instantAt, localDateOf } from '../domain/calendar/local-time.ts';
import type { Policy } from '../domain/plan/policy.ts';
import type { Instant } from '../domain/plan/types.ts';
import { weekStart } from '../domain/supervision/budget.ts';
import type { Db } from '../prisma/client.ts';

/** Instants (plan's clock) of the digests that this person got since Monday, for the budget. */
export async function digestsThisWeek(
  db: Db,
  personId: string,
  now: Instant,
  { values: { zone } }: Policy,
): Promise<Instant[]> {
  const since = instantAt(weekStart(localDateOf(now, zone)), '00:00', zone);
  const rows = await db.delivery.findMany({
    where: { personId, klass: 'digest', status: { in: ['sent', 'ambiguous'] }, planAt: { gte: new Date(since) } },
    select: { planAt: true },
  });
  return rows.map(({ planAt }) => planAt.toISOString());
}
