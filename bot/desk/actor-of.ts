import type { Rank } from '../../domain/plan/types.ts';
import { RefusedError } from '../../domain/refusals.ts';
import type { Db } from '../../prisma/client.ts';
import { asLocale } from '../../prisma/person-locale.ts';
import type { DeskActor } from './deps.ts';

/** Who acts, with grants and memberships as they are now. `via`: page, cli, slack … Throws RefusedError CONTACT_UNKNOWN. */
export async function actorOf(prisma: Db, personId: string, via: string): Promise<DeskActor> {
  const person = await prisma.person.findUnique({
    where: { id: personId },
    select: {
      id: true,
      name: true,
      locale: true,
      grants: { select: { planId: true, role: true } },
      memberships: { where: { active: true }, select: { unitId: true, rank: true } },
    },
  });
  if (!person) throw new RefusedError('CONTACT_UNKNOWN', { contact: personId });
  const { id, name, locale, grants, memberships } = person;
  return {
    personId: id,
    name,
    via,
    locale: asLocale(locale),
    grants,
    memberships: memberships.map(({ unitId, rank }) => ({ unitId, rank: rank as Rank })),
  };
}
