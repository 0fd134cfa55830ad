import type { SupervisedState } from '../../domain/supervision/types.ts';
import type { Db } from '../../prisma/client.ts';
import { isAnswered } from '../dispatch/close-answered.ts';

/** Is nothing left to answer of one line of a card? */
export async function isLineDone(
  db: Db,
  line: { entityId: string; partId: string; duty: string; cycle: string },
): Promise<boolean> {
  const row = await db.checkpoint.findUnique({
    where: { entityId: line.entityId },
    select: { status: true, state: true },
  });
  if (!row || row.status === 'closed' || row.status === 'cancelled') return true;
  const { parts } = row.state as unknown as SupervisedState;
  return isAnswered(
    parts.find(({ id }) => id === line.partId),
    line,
  );
}
