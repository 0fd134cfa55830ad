import { reachableBy } from '../prisma/reachable-by.ts';
import type { ActivityDeps } from './deps.ts';
import type { Activities } from './types.ts';

/** A rung for a supervisor whom the unit hasn't named, or who has no account, is skipped and not held (policy "Ladder"). */
export async function unitsWithoutRank(
  { prisma }: ActivityDeps,
  { entityId, unitIds }: Parameters<Activities['unitsWithoutRank']>[0],
): Promise<string[]> {
  const reachable = await reachableBy(prisma, { rank: 'supervisor', entityId, unitIds });
  return unitIds.filter((id) => !reachable.includes(id));
}
