import type { ReleasedRung } from '../domain/supervision/types.ts';
import type { Db } from '../prisma/client.ts';
import { escalationKey } from '../domain/supervision/escalations.ts';
import { holdOf, type Hold } from './holds-of.ts';
import type { Projection } from './types.ts';

/** The held rungs that a flush releases, each with what still keeps it from being sent: an answer that is on its way in. */
export async function releaseHolds(
  tx: Db,
  { entityId, events, state }: Projection,
): Promise<{ rung: ReleasedRung; hold: Hold }[]> {
  const rungs = events.flatMap(({ released = [] }) => released);
  const found: { rung: ReleasedRung; hold: Hold }[] = [];
  for (const rung of rungs) {
    const unitId = state.kind === 'plan' ? undefined : state.parts.find(({ id }) => id === rung.partId)?.unitId;
    found.push({ rung, hold: unitId === undefined ? {} : await holdOf(tx, { entityId, partId: rung.partId, unitId }) });
  }
  return found;
}

/** held → queued, not before the instant that the office's word named. */
export async function releaseHeld(tx: Db, entityId: string, rung: ReleasedRung, hold: Hold): Promise<void> {
  const sendFrom = new Date(rung.sendFrom);
  const notBefore = hold.notBefore && hold.notBefore > sendFrom ? hold.notBefore : sendFrom;
  await tx.prompt.updateMany({
    where: {
      entityId,
      partId: rung.partId,
      duty: rung.duty,
      cycle: rung.cycle,
      deadlineSeq: rung.seq,
      rung: rung.rung,
      status: 'held',
    },
    data: { ...hold, status: 'queued', notBefore },
  });
}

/** The office's items about rungs that are held no longer: released, dropped, answered or re-dated. */
export async function closeEscalations(tx: Db, { entityId, planId, events, state }: Projection): Promise<void> {
  const ends = events.some(({ released, settled }) => released !== undefined || settled !== undefined);
  if (!ends || state.kind !== 'task') return;
  await tx.officeItem.updateMany({
    where: {
      planId,
      entityId,
      kind: 'escalation',
      status: 'open',
      key: { notIn: (state.escalations ?? []).map(({ id }) => escalationKey(entityId, id)) },
    },
    data: { status: 'done', settledAt: new Date(), settledBy: 'system' },
  });
}
