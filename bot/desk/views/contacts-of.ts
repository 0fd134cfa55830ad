import type { Db } from '../../../prisma/client.ts';

/** One contact of a plan's unit. */
export interface ContactOf {
  personId: string;
  name: string;
  unitId: string;
  unit: string;
  rank: string;
  /** Empty: every task of the unit. */
  taskIds: string[];
  /** Has a channel. */
  isReached: boolean;
}

/** Contacts of all ranks in the order of the units; within a unit in the order in which the sender would choose. */
export async function contactsOf(db: Db, planId: string): Promise<ContactOf[]> {
  const rows = await db.membership.findMany({
    where: { active: true, unit: { planId } },
    select: {
      id: true,
      personId: true,
      rank: true,
      taskIds: true,
      unitId: true,
      unit: { select: { name: true, ordinal: true } },
      person: { select: { name: true, accounts: { where: { revokedAt: null }, select: { id: true } } } },
    },
  });
  return rows
    .toSorted(
      (a, b) =>
        a.unit.ordinal - b.unit.ordinal ||
        Number(a.taskIds.length === 0) - Number(b.taskIds.length === 0) ||
        (a.id < b.id ? -1 : 1),
    )
    .map(({ personId, rank, taskIds, unitId, unit, person }) => ({
      personId,
      name: person.name,
      unitId,
      unit: unit.name,
      rank,
      taskIds,
      isReached: person.accounts.length > 0,
    }));
}
