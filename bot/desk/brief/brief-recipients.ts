import type { Channel } from '../../../domain/chat/port.ts';
import type { Db } from '../../../prisma/client.ts';

export interface Recipient {
  personId: string;
  name: string;
  channel: Channel;
}

/**
 * The leaders of one plan, each on the channel bound last, else in the web inbox. A grant over every plan
 * means real plans: nobody is bothered with a demo's brief.
 */
export async function briefRecipients(db: Db, { id, demo }: { id: string; demo: boolean }): Promise<Recipient[]> {
  const people = await db.person.findMany({
    where: { grants: { some: { role: 'leader', OR: [{ planId: id }, ...(demo ? [] : [{ planId: null }])] } } },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      name: true,
      accounts: { where: { revokedAt: null }, orderBy: { boundAt: 'desc' }, take: 1, select: { channel: true } },
    },
  });
  return people.map((person) => ({
    personId: person.id,
    name: person.name,
    channel: (person.accounts[0]?.channel ?? 'web') as Channel,
  }));
}

/** One message of a brief to one person, known by its id. */
export const briefDeliveryId = (briefId: string, personId: string): string => `brief/${briefId}/${personId}`;
