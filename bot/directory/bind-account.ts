import { randomUUID } from 'node:crypto';
import type { Address } from '../../domain/chat/port.ts';
import type { Db } from '../../prisma/client.ts';

/** Ties an address to a person; an address that belonged to somebody else belongs to them no longer. */
export async function bindAccount(db: Db, { channel, team, externalId }: Address, personId: string): Promise<void> {
  await db.account.upsert({
    where: { channel_team_externalId: { channel, team, externalId } },
    create: { id: randomUUID(), channel, team, externalId, personId },
    update: { personId, boundAt: new Date(), revokedAt: null },
  });
}
