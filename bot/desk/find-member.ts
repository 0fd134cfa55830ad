import type { Act } from '../../domain/rights.ts';
import type { DeskActor, DeskDeps } from './deps.ts';
import { refuseRecorded, requireRight } from './refuse.ts';

export interface Colleague {
  id: string;
  name: string;
}

export interface FoundMember {
  person: Colleague;
  /** Units of the plan that this person is a contact of. */
  units: { id: string; name: string; short: string; rank: string }[];
  /** The other contacts of these units, each once. */
  colleagues: Colleague[];
}

/** A contact of a plan, once the actor may do that to their units. Refusals are recorded: CONTACT_UNKNOWN, NOT_A_CONTACT, NOT_PERMITTED. */
export async function findMember(
  deps: DeskDeps,
  actor: DeskActor,
  { planId, personId }: { planId: string; personId: string },
  act: Act,
): Promise<FoundMember> {
  const { prisma } = deps;
  const person = await prisma.person.findUnique({
    where: { id: personId },
    select: {
      id: true,
      name: true,
      memberships: {
        where: { active: true, unit: { planId } },
        orderBy: { id: 'asc' },
        select: { rank: true, unit: { select: { id: true, name: true, short: true } } },
      },
    },
  });
  if (!person) return refuseRecorded(deps, actor, planId, act, 'CONTACT_UNKNOWN', { contact: personId.slice(0, 80) });
  const units = person.memberships.map(({ rank, unit }) => ({ ...unit, rank }));
  await requireRight(
    deps,
    actor,
    act,
    planId,
    units.map(({ id }) => id),
  );
  if (units.length === 0) return refuseRecorded(deps, actor, planId, act, 'NOT_A_CONTACT', { person: person.name });
  const rows = await prisma.membership.findMany({
    where: { active: true, unitId: { in: units.map(({ id }) => id) }, NOT: { personId } },
    orderBy: { id: 'asc' },
    select: { person: { select: { id: true, name: true } } },
  });
  return {
    person: { id: person.id, name: person.name },
    units,
    colleagues: [...new Map(rows.map(({ person: one }) => [one.id, one])).values()],
  };
}
