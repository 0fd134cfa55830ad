import { itemLabel, planName } from '../domain/chat/item-label.ts';
import type { IssuedRung } from '../domain/supervision/decide-issue.ts';
import { askedBy } from '../domain/supervision/shared-asking.ts';
import type { Db } from './client.ts';
import { sharedEntities } from './shared-entities.ts';
import { standsFor } from '../domain/supervision/stands-for.ts';

export type ReportRung = Pick<IssuedRung, 'partId' | 'unitId' | 'duty' | 'cycle' | 'rung' | 'dueOn'>;

/**
 * Rungs among these that a linked task of another plan asks the same unit for the same period already, with the
 * reason. The earliest due day asks; a person's own 催办 always goes.
 */
export async function sharedRungs<R extends ReportRung>(
  tx: Db,
  entityId: string,
  rungs: readonly R[],
): Promise<Map<R, string>> {
  const reports = rungs.filter(({ duty, rung }) => duty === 'report' && !rung.startsWith('nudge-'));
  if (reports.length === 0) return new Map();
  const shared = await sharedEntities(tx, entityId);
  return new Map(
    reports.flatMap((rung): [R, string][] => {
      const asking = shared.flatMap((other) => {
        const part = other.state?.status === 'open' ? other.partOf(rung.unitId) : null;
        const duty = part?.duties.find((one) => standsFor(one, rung) && one.filedAt === undefined);
        return duty && part?.completion !== 'accepted' ? [{ ...other, dueOn: duty.dueOn }] : [];
      });
      const by = askedBy({ entityId, dueOn: rung.dueOn }, asking);
      const other = asking.find((one) => one.entityId === by?.entityId);
      if (!other) return [];
      return [[rung, `与${planName(other.planTitle, false)}${itemLabel(other.no, other.title)}合并报送`]];
    }),
  );
}

/** What waits to be sent of a task that was just linked, and is asked by the other now. */
export async function supersedeShared(tx: Db, entityId: string, now: Date): Promise<void> {
  const queued = await tx.prompt.findMany({ where: { entityId, duty: 'report', status: 'queued' } });
  const rungs = queued.map(({ id, partId, unitId, cycle, rung, line }) => ({
    id,
    partId,
    unitId,
    duty: 'report' as const,
    cycle,
    rung: rung as IssuedRung['rung'],
    dueOn: (line as { dueOn?: string }).dueOn ?? '',
  }));
  for (const [{ id }, reason] of await sharedRungs(tx, entityId, rungs))
    await tx.prompt.updateMany({
      where: { id, status: 'queued' },
      data: { status: 'superseded', reason, settledAt: now },
    });
}
