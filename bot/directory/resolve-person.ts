import type { Address } from '../../domain/chat/port.ts';
import type { Db } from '../../prisma/client.ts';

/** Who writes from this address; null: nobody is bound to it. A web session has already proved its person, whose id is the address. */
export async function resolvePerson(db: Db, { channel, team, externalId }: Address): Promise<string | null> {
  if (channel === 'web')
    return (await db.person.findUnique({ where: { id: externalId }, select: { id: true } }))?.id ?? null;
  const account = await db.account.findUnique({ where: { channel_team_externalId: { channel, team, externalId } } });
  return account && account.revokedAt === null ? account.personId : null;
}
