import type { Locale } from '../domain/chat/catalogue/index.ts';
import { DEFAULT_POLICY } from '../domain/plan/policy.ts';
import type { Db } from '../prisma/client.ts';
import { REAL_CLOCK, type PlanClock } from '../prisma/clock.ts';
import { asLocale } from '../prisma/person-locale.ts';
import { homePlanOf } from '../prisma/queries/home-plan.ts';
import { planSurroundings, type PlanSurroundings } from '../prisma/queries/plan-surroundings.ts';
import type { PlanTalk } from './dispatch/types.ts';

/**
 * The words' surroundings in one plan: who signs, what time it is there, and the language of whom it is said to.
 * Without a plan: the installation's own; without a person: Chinese.
 */
export async function planTalk(db: Db, clock: PlanClock, planId: string, personId?: string): Promise<PlanTalk> {
  const { locale, ...talk } = await talkOf(clock, planId, await planSurroundings(db, planId, personId ?? null));
  return personId === undefined ? talk : { ...talk, locale };
}

/** The same from what is known of the plan already. */
export async function talkOf(
  clock: PlanClock,
  planId: string,
  around: PlanSurroundings,
): Promise<PlanTalk & { locale: Locale }> {
  const clockId = around.clockId ?? REAL_CLOCK;
  const policy = around.policy ?? DEFAULT_POLICY;
  const [offsetMs, now] = await Promise.all([
    clock.offsetMs(clockId, around.offsetMs),
    clock.now(clockId, around.offsetMs),
  ]);
  return {
    planId,
    clockId,
    policy,
    offsetMs,
    office: around.office ?? '',
    now: now.toISOString(),
    zone: policy.values.zone,
    locale: asLocale(around.locale ?? undefined),
  };
}

/** The plan in which a person is spoken to by default: of their membership, else of their grant; '' without either. */
export const homePlan = async (db: Db, personId: string): Promise<string> =>
  (await homePlanOf(db, personId))?.planId ?? '';
