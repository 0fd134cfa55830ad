import type { Db } from './client.ts';

/** A liaison's membership, with the tasks it is for (none: all of the unit's). */
export interface LiaisonOf {
  unitId: string;
  personId: string;
  taskIds: string[];
  /** Channels on which this person is reached; none: only known by name. */
  channels: string[];
}

/** The liaisons of a plan's units, in the order in which the sender would choose: a task's own contact first. */
export async function liaisonsOf(db: Db, planId: string): Promise<LiaisonOf[]> {
  const rows = await db.membership.findMany({
    where: { active: true, rank: 'liaison', unit: { planId } },
    select: {
      id: true,
      unitId: true,
      personId: true,
      taskIds: true,
      person: { select: { accounts: { where: { revokedAt: null }, select: { channel: true } } } },
    },
  });
  return rows
    .sort((a, b) => Number(a.taskIds.length === 0) - Number(b.taskIds.length === 0) || (a.id < b.id ? -1 : 1))
    .map(({ unitId, personId, taskIds, person }) => ({
      unitId,
      personId,
      taskIds,
      channels: person.accounts.map(({ channel }) => channel),
    }));
}

/** Who would be told for one task of a unit; null: nobody is reached. */
export function liaisonFor(liaisons: LiaisonOf[], unitId: string, taskId: string): string | null {
  const reached = liaisons.find(
    (one) =>
      one.unitId === unitId && one.channels.length > 0 && (one.taskIds.length === 0 || one.taskIds.includes(taskId)),
  );
  return reached?.personId ?? null;
}

/** Units that owe something and that nobody is reached for. */
export const unboundUnits = <U extends { id: string }>(
  units: U[],
  owing: ReadonlySet<string>,
  liaisons: LiaisonOf[],
): U[] =>
  units.filter(
    ({ id }) => owing.has(id) && !liaisons.some(({ unitId, channels }) => unitId === id && channels.length > 0),
  );
