import { CHANNELS, type Address, type Channel } from '../../domain/chat/port.ts';
import type { Db } from '../../prisma/client.ts';

/** Where a person is told things first: a chat before the web inbox, as the sender's claim has it. null: nobody is bound. */
export async function preferredAddress(db: Db, personId: string): Promise<Address | null> {
  const accounts = await db.account.findMany({ where: { personId, revokedAt: null }, orderBy: { boundAt: 'desc' } });
  const rank = (channel: string): number => CHANNELS.indexOf(channel as Channel);
  const [first] = accounts.toSorted((a, b) => rank(b.channel) - rank(a.channel));
  return first ? { channel: first.channel as Channel, team: first.team, externalId: first.externalId } : null;
}
