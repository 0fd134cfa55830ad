import type { Rank } from '../../domain/plan/types.ts';
import type { Db } from '../../prisma/client.ts';

/** What a contact may do in a plan follows from the rank; the same again changes nothing. */
export async function grantRank(db: Db, planId: string, personId: string, rank: Rank): Promise<void> {
  const role = rank === 'liaison' ? 'liaison' : 'supervisor';
  await db.grant.createMany({
    data: [{ id: `${personId}-${role}-${planId}`, personId, planId, role }],
    skipDuplicates: true,
  });
}
