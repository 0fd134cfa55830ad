import type { Db } from './client.ts';
import { putOfficeItem } from './office-items.ts';

/** A unit that owes something and has nobody whom anything reaches is one item on the office's list. Resolves to whether it is such a one. */
export async function putNoContact(
  db: Db,
  planId: string,
  unit: { id: string; name: string },
  planAt: Date,
): Promise<boolean> {
  const reached = await db.membership.count({
    where: {
      unitId: unit.id,
      active: true,
      rank: 'liaison',
      person: { accounts: { some: { revokedAt: null } } },
    },
  });
  if (reached > 0) return false;
  await putOfficeItem(db, {
    planId,
    key: `undeliverable/${unit.id}`,
    kind: 'undeliverable',
    unitId: unit.id,
    body: { unit: unit.name, reason: 'no-contact' },
    planAt,
  });
  return true;
}
