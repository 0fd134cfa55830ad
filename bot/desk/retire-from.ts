import type { Db } from '../../prisma/client.ts';

/**
 * A person is a contact of a unit no more. Whoever is one of nothing else loses their ways in: accounts, sessions and
 * unused codes; whoever is of another unit keeps them. What they said stays theirs. For whom they stood in is the
 * caller's (passOnLeaves).
 */
export async function retireFrom(
  tx: Db,
  { personId, unitId, planId, now }: { personId: string; unitId: string; planId: string; now: Date },
): Promise<{ revoked: boolean }> {
  await tx.membership.updateMany({ where: { personId, unitId, active: true }, data: { active: false } });
  const inPlan = await tx.membership.findMany({
    where: { personId, active: true, unit: { planId } },
    select: { rank: true },
  });
  const roles = new Set<string>(inPlan.map(({ rank }) => (rank === 'liaison' ? 'liaison' : 'supervisor')));
  await tx.grant.deleteMany({
    where: { personId, planId, role: { in: ['liaison', 'supervisor'].filter((role) => !roles.has(role)) } },
  });
  const units = await tx.membership.count({ where: { personId, active: true } });
  if (units === 0)
    await tx.leave.updateMany({ where: { personId, endedAt: null, until: { gt: now } }, data: { endedAt: now } });
  if (units + (await tx.grant.count({ where: { personId } })) > 0) return { revoked: false };
  await revokeAccess(tx, personId);
  return { revoked: true };
}

/** Takes a person's ways in: nothing reaches them, and nothing that they hold opens anything. Resolves to how many accounts. */
export async function revokeAccess(tx: Db, personId: string, channel?: string): Promise<number> {
  const now = new Date();
  const { count } = await tx.account.updateMany({
    where: { personId, revokedAt: null, ...(channel === undefined ? {} : { channel }) },
    data: { revokedAt: now },
  });
  if (channel !== undefined && channel !== 'web') return count;
  await tx.session.updateMany({ where: { personId, revokedAt: null }, data: { revokedAt: now } });
  await tx.oneTimeCode.updateMany({ where: { personId, usedAt: null }, data: { usedAt: now } });
  return count;
}
