import type { Rank } from '../domain/plan/types.ts';
import type { Db } from './client.ts';
import { taskIdOf } from '../domain/task-entity.ts';

/** Of these units, those where somebody of the rank answers for this task and has an account. */
export async function reachableBy(
  db: Db,
  { rank, entityId, unitIds }: { rank: Rank; entityId: string; unitIds: readonly string[] },
): Promise<string[]> {
  const rows = await db.membership.findMany({
    where: {
      unitId: { in: [...unitIds] },
      rank,
      active: true,
      OR: [{ taskIds: { isEmpty: true } }, { taskIds: { has: taskIdOf(entityId) ?? '' } }],
      person: { accounts: { some: { revokedAt: null } } },
    },
    select: { unitId: true },
  });
  return [...new Set(rows.map(({ unitId }) => unitId))];
}
