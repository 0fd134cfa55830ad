import { RefusedError } from '../../../domain/refusals.ts';
import type { Act } from '../../../domain/rights.ts';
import type { Db } from '../../../prisma/client.ts';
import type { PlanReading } from '../../../prisma/generated/client.ts';
import type { DeskActor, DeskDeps } from '../deps.ts';
import { refuseRecorded, requireRight } from '../refuse.ts';
import { STATUS_WORDS } from './reading-row.ts';

/** The reading that an act is about, once the actor may do it. Refusals are recorded: READING_UNKNOWN, NOT_PERMITTED. */
export async function findReading(deps: DeskDeps, actor: DeskActor, readingId: string, act: Act): Promise<PlanReading> {
  await requireRight(deps, actor, act, null);
  const row = await deps.prisma.planReading.findUnique({ where: { id: readingId } });
  return row ?? refuseRecorded(deps, actor, null, act, 'READING_UNKNOWN', { reading: readingId.slice(0, 80) });
}

/** The row as it is now, for a change within the lock. Throws READING_SETTLED. */
export async function openRow(tx: Db, readingId: string): Promise<PlanReading> {
  const row = await tx.planReading.findUniqueOrThrow({ where: { id: readingId } });
  if (row.status !== 'review')
    throw new RefusedError('READING_SETTLED', { status: STATUS_WORDS[row.status] ?? row.status });
  return row;
}
