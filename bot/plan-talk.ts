import type { Policy } from '../domain/plan/policy.ts';
import { DEFAULT_POLICY } from '../domain/plan/policy.ts';
import type { PlanFacts } from '../domain/plan/types.ts';
import type { Db } from '../prisma/client.ts';
import { REAL_CLOCK, type PlanClock } from '../prisma/clock.ts';
import { personLocale } from '../prisma/person-locale.ts';
import type { PlanTalk } from './dispatch/types.ts';

/**
 * The words' surroundings in one plan: who signs, what time it is there, and the language of whom it is said to.
 * Without a plan: the installation's own; without a person: Chinese.
 */
export async function planTalk(db: Db, clock: PlanClock, planId: string, personId?: string): Promise<PlanTalk> {
  const plan =
    planId === ''
      ? null
      : await db.plan.findUnique({ where: { id: planId }, select: { clockId: true, policy: true, facts: true } });
  const clockId = plan?.clockId ?? REAL_CLOCK;
  const policy = (plan?.policy as unknown as Policy | undefined) ?? DEFAULT_POLICY;
  return {
    planId,
    clockId,
    policy,
    offsetMs: await clock.offsetMs(clockId),
    office: (plan?.facts as unknown as PlanFacts | undefined)?.office.name ?? '',
    now: (await clock.now(clockId)).toISOString(),
    zone: policy.values.zone,
    ...(personId === undefined ? {} : { locale: await personLocale(db, personId) }),
  };
}

/** The plan in which a person is spoken to by default: of their membership, else of their grant; '' without either. */
export async function homePlan(db: Db, personId: string): Promise<string> {
  const membership = await db.membership.findFirst({
    where: { personId },
    orderBy: [{ active: 'desc' }, { id: 'asc' }],
    select: { unit: { select: { planId: true } } },
  });
  if (membership) return membership.unit.planId;
  const grant = await db.grant.findFirst({ where: { personId, planId: { not: null } }, orderBy: { id: 'asc' } });
  return grant?.planId ?? '';
}
