import { randomUUID } from 'node:crypto';
import type { Address } from '../../domain/chat/port.ts';
import type { Db } from '../../prisma/client.ts';

export interface Bound {
  /** Accounts of this person on the same channel that are theirs no longer. */
  replaced: number;
}

/**
 * Ties an address to a person. One account a person and channel, the newest: whoever changes their telephone
 * is reached on the new one. That the address is nobody else's is the caller's to make sure of (holderOf).
 */
export async function bindAccount(
  db: Db,
  { channel, team, externalId }: Address,
  personId: string,
  name: string | null = null,
): Promise<Bound> {
  const now = new Date();
  const { count: replaced } = await db.account.updateMany({
    where: { personId, channel, revokedAt: null, NOT: { team, externalId } },
    data: { revokedAt: now },
  });
  await db.account.upsert({
    where: { channel_team_externalId: { channel, team, externalId } },
    create: { id: randomUUID(), channel, team, externalId, personId, name, lastUsedAt: now },
    // Binding again says that the address works.
    update: {
      personId,
      boundAt: now,
      revokedAt: null,
      failedAt: null,
      failReason: null,
      name,
      lastUsedAt: now,
      cardsClosedAt: null,
    },
  });
  return { replaced };
}

/** Whose an address is at present; null: nobody's. */
export async function holderOf(db: Db, { channel, team, externalId }: Address): Promise<string | null> {
  const account = await db.account.findUnique({
    where: { channel_team_externalId: { channel, team, externalId } },
    select: { personId: true, revokedAt: true },
  });
  return account && account.revokedAt === null ? account.personId : null;
}
