import type { Channel } from '../domain/chat/port.ts';
import type { Rank } from '../domain/plan/types.ts';
import type { Db } from './client.ts';

export interface NewContact {
  personId: string;
  name: string;
  demo: boolean;
  unitId: string;
  rank: Rank;
  /** Empty: every task of the unit. */
  taskIds: string[];
  /** Bound at once; absent: nobody reaches this person before a code is redeemed. */
  channel?: Channel;
}

/** A person in a unit at a rank; the same again changes nothing. */
export async function storeContact(db: Db, contact: NewContact): Promise<void> {
  const { personId, name, demo, unitId, rank, taskIds, channel } = contact;
  await db.person.upsert({ where: { id: personId }, create: { id: personId, name, demo }, update: {} });
  await db.membership.upsert({
    where: { personId_unitId_rank: { personId, unitId, rank } },
    create: { id: `${personId}-${unitId}-${rank}`, personId, unitId, rank, taskIds },
    update: { active: true, taskIds },
  });
  if (!channel) return;
  await db.account.upsert({
    where: { channel_team_externalId: { channel, team: '', externalId: personId } },
    create: { id: `${channel}-${personId}`, channel, team: '', externalId: personId, personId },
    update: { revokedAt: null },
  });
}
