import type { Locale } from '../../../domain/chat/catalogue/index.ts';
import { providerMeaning, providerReason } from '../../../domain/chat/provider-reason.ts';
import type { Rank, UnitKind } from '../../../domain/plan/types.ts';
import { RANKS } from '../../../domain/plan/types.ts';
import { may, OFFICE_ROLES, type OfficeRole } from '../../../domain/rights.ts';
import type { Prisma } from '../../../prisma/client.ts';
import type { People } from '../../../web/api.ts';
import { openLeaves } from '../../../prisma/open-leaves.ts';
import type { DeskActor, DeskDeps } from '../deps.ts';
import { findPlan } from '../find-plan.ts';

const PERSON = {
  id: true,
  name: true,
  accounts: {
    where: { revokedAt: null },
    orderBy: { boundAt: 'asc' },
    select: { channel: true, name: true, boundAt: true, lastUsedAt: true, failedAt: true, failReason: true },
  },
} satisfies Prisma.PersonSelect;

type Reached = Prisma.PersonGetPayload<{ select: typeof PERSON }>;

const reachedOn = ({ accounts }: Reached, locale: Locale): Pick<People['office'][number], 'channels' | 'accounts'> => ({
  channels: [...new Set(accounts.map(({ channel }) => channel))],
  accounts: accounts.map(({ channel, name, boundAt, lastUsedAt, failedAt, failReason }) => ({
    channel,
    name,
    boundAt: boundAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    failed:
      failedAt === null
        ? null
        : (providerMeaning(failReason ?? '', locale) ?? providerReason(failReason ?? '', locale)),
  })),
});

/** Who has a role of the office's side in this plan, the coordinators first. */
async function officeOf(deps: DeskDeps, planId: string, locale: Locale): Promise<People['office']> {
  const found = await deps.prisma.person.findMany({
    where: { grants: { some: { planId, role: { in: [...OFFICE_ROLES] } } } },
    orderBy: { name: 'asc' },
    select: { ...PERSON, grants: { where: { planId, role: { in: [...OFFICE_ROLES] } }, select: { role: true } } },
  });
  const place = ({ roles }: { roles: OfficeRole[] }): number => OFFICE_ROLES.findIndex((role) => roles.includes(role));
  return found
    .map((person) => ({
      personId: person.id,
      name: person.name,
      roles: OFFICE_ROLES.filter((role) => person.grants.some((grant) => grant.role === role)),
      ...reachedOn(person, locale),
    }))
    .toSorted((a, b) => place(a) - place(b));
}

/**
 * Units of a plan with their contacts by rank, and the channels on which each is reached; for a unit's supervisor that
 * unit alone. Throws RefusedError PLAN_UNKNOWN, NOT_PERMITTED.
 */
export async function people(deps: DeskDeps, actor: DeskActor, { planId }: { planId: string }): Promise<People> {
  const { locale = 'zh' } = actor;
  const { now, policy } = await findPlan(deps, actor, planId, 'read-unit-people');
  const isOffice = may('read-people', actor.grants, { planId });
  const isSeen = (unitId: string): boolean =>
    isOffice || actor.memberships.some((one) => one.unitId === unitId && one.rank === 'supervisor');
  const units = await deps.prisma.unit.findMany({
    where: { planId },
    orderBy: { ordinal: 'asc' },
    include: {
      memberships: {
        where: { active: true },
        orderBy: { id: 'asc' },
        select: {
          rank: true,
          person: { select: PERSON },
        },
      },
    },
  });
  const ids = units.flatMap(({ memberships }) => memberships.map(({ person }) => person.id));
  const leaves = await openLeaves(deps.prisma, ids, new Date(now), policy.values.zone);
  const names = new Map(units.flatMap(({ memberships }) => memberships.map(({ person }) => [person.id, person.name])));
  const awayOf = (personId: string): People['units'][number]['contacts'][number]['away'] => {
    const leave = leaves.find((one) => one.personId === personId);
    return leave ? { until: leave.lastDay, standIn: names.get(leave.standInId) ?? '' } : null;
  };
  const nameOf = (id: string | null): string | null => units.find((unit) => unit.id === id)?.name ?? null;
  const place = (rank: string): number => RANKS.indexOf(rank as Rank);
  return {
    office: isOffice ? await officeOf(deps, planId, locale) : [],
    units: units
      .filter(({ id }) => isSeen(id))
      .map(({ id, name, short, kind, relation, mergedInto, memberships }) => ({
        id,
        name,
        short,
        kind: kind as UnitKind,
        relation,
        mergedInto: nameOf(mergedInto),
        contacts: memberships
          .toSorted((a, b) => place(a.rank) - place(b.rank))
          .map(({ rank, person }) => ({
            personId: person.id,
            name: person.name,
            rank: rank as Rank,
            ...reachedOn(person, locale),
            away: awayOf(person.id),
          })),
      })),
  };
}
