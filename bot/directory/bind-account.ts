import { randomUUID } from 'node:crypto';
import type { Address } from '../../domain/chat/port.ts';
import type { Db } from '../../prisma/client.ts';

export interface Bound {
  /** Accounts of this person on the same channel that are theirs no longer. */
  replaced: number;
}

/**
 * Ties an address to a person. One account a person and channel, the newest: whoever changes their telephone
 * is reached on the new one. An address that belonged to somebody else belongs to them no longer.
 */
export async function bindAccount(db: Db, { channel, team, externalId }: Address, personId: string): Promise<Bound> {
  const now = new Date();
  const { count: replaced } = await db.account.updateMany({
    where: { personId, channel, revokedAt: null, NOT: { team, externalId } },
    data: { revokedAt: now },
  });
  await db.account.upsert({
    where: { channel_team_externalId: { channel, team, externalId } },
    create: { id: randomUUID(), channel, team, externalId, personId },
    // Binding again says that the address works.
    update: { personId, boundAt: now, revokedAt: null, failedAt: null, failReason: null },
  });
  return { replaced };
}
