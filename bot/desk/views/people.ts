import type { Rank, UnitKind } from '../../../domain/plan/types.ts';
import { RANKS } from '../../../domain/plan/types.ts';
import type { People } from '../../../web/api.ts';
import type { DeskActor, DeskDeps } from '../deps.ts';
import { findPlan } from '../find-plan.ts';

/** Units of a plan with their contacts by rank, and the channels on which each is reached. Throws RefusedError PLAN_UNKNOWN, NOT_PERMITTED. */
export async function people(deps: DeskDeps, actor: DeskActor, { planId }: { planId: string }): Promise<People> {
  await findPlan(deps, actor, planId, 'read-people');
  const units = await deps.prisma.unit.findMany({
    where: { planId },
    orderBy: { ordinal: 'asc' },
    include: {
      memberships: {
        where: { active: true },
        orderBy: { id: 'asc' },
        select: {
          rank: true,
          person: {
            select: {
              id: true,
              name: true,
              accounts: { where: { revokedAt: null }, orderBy: { boundAt: 'asc' }, select: { channel: true } },
            },
          },
        },
      },
    },
  });
  const place = (rank: string): number => RANKS.indexOf(rank as Rank);
  return {
    units: units.map(({ id, name, short, kind, relation, memberships }) => ({
      id,
      name,
      short,
      kind: kind as UnitKind,
      relation,
      contacts: memberships
        .toSorted((a, b) => place(a.rank) - place(b.rank))
        .map(({ rank, person }) => ({
          personId: person.id,
          name: person.name,
          rank: rank as Rank,
          channels: [...new Set(person.accounts.map(({ channel }) => channel))],
        })),
    })),
  };
}
