import { randomUUID } from 'node:crypto';
import { localDateOf } from '../../domain/calendar/local-time.ts';
import { DEFAULT_POLICY } from '../../domain/plan/policy.ts';
import { plansDatesArePast, redate } from '../../domain/plan/redate.ts';
import { parsePlanFacts } from '../../domain/plan/schema.ts';
import type { PlanFacts } from '../../domain/plan/types.ts';
import { canonicalJson } from '../../prisma/chain-hash.ts';
import type { Db, Prisma } from '../../prisma/client.ts';
import { REAL_CLOCK } from '../../prisma/clock.ts';
import { appendDeskEventIn, lockChain } from '../../prisma/events.ts';
import { loadCalendar } from '../../prisma/load-calendar.ts';
import { storeContact } from '../../prisma/store-contact.ts';
import { storePlan } from '../../prisma/store-plan.ts';
import type { DeskActor, DeskDeps, DeskResult } from './deps.ts';
import { grantRank } from './grant-rank.ts';
import { eventActor, INSTALLATION, refuseRecorded, requireRight } from './refuse.ts';

export interface Imported extends DeskResult {
  planId: string;
  /** The very same plan was there before; nothing is new. */
  alreadyThere: boolean;
}

/** The document that the facts were read from. */
export interface PlanOrigin {
  readingId: string;
  /** Of the file's bytes. */
  sha256: string;
  fileName: string;
}

/** Problems named in the sentence; the rest is counted. */
const SHOWN = 5;

/**
 * Puts a plan on record: a draft, or ready as printed where its dates aren't past. The same facts again are
 * the same plan. Throws RefusedError PLAN_INVALID, with places and rules.
 */
export async function importPlan(
  deps: DeskDeps,
  actor: DeskActor,
  { facts: input, origin }: { facts: unknown; origin?: PlanOrigin },
): Promise<Imported> {
  await requireRight(deps, actor, 'import', null);
  const parsed = parsePlanFacts(input);
  if (!parsed.ok) {
    const named = parsed.problems
      .slice(0, SHOWN)
      .map(({ path, message }) => (path === '' ? message : `${path} ${message}`));
    const more = parsed.problems.length > SHOWN ? `等${parsed.problems.length}处` : '';
    return refuseRecorded(deps, actor, null, 'import', 'PLAN_INVALID', { problems: `${named.join(';')}${more}` });
  }
  const { facts } = parsed;
  const now = await deps.clock.now(REAL_CLOCK);
  const today = localDateOf(now.toISOString(), DEFAULT_POLICY.values.zone);
  const calendar = await loadCalendar(deps.prisma);
  const dates = plansDatesArePast(facts, today) ? null : redate(facts, 'as-printed', { today, calendar });
  return deps.prisma.$transaction(async (tx) => {
    // One import at a time: two of the same plan would each find none.
    await lockChain(tx, INSTALLATION);
    const known = await tx.plan.findMany({
      where: { title: facts.title, demo: false },
      select: { id: true, facts: true },
    });
    const same = known.find((one) => canonicalJson(one.facts) === canonicalJson(facts));
    if (same) return { planId: same.id, alreadyThere: true, summary: `该方案此前已导入(${same.id}),未作改动。` };
    const planId = await storePlan(tx, { clockId: REAL_CLOCK, demo: false, facts, policy: DEFAULT_POLICY });
    await storeContacts(tx, planId, facts);
    if (dates)
      await tx.plan.update({
        where: { id: planId },
        data: { status: 'ready', dates: dates as unknown as Prisma.InputJsonValue },
      });
    const body = {
      title: facts.title,
      tasks: facts.tasks.length,
      units: facts.units.length,
      contacts: facts.contacts.length,
      mode: dates?.mode ?? null,
      ...(origin ? { origin } : {}),
    };
    await appendDeskEventIn(tx, {
      planId,
      kind: 'planImported',
      actor: eventActor(actor),
      via: actor.via,
      planAt: now,
      body,
    });
    const next = dates ? '日期未过,可按所载日期启动。' : '所载日期已过,请先选择重排方式。';
    return {
      planId,
      alreadyThere: false,
      summary: `已导入《${facts.title}》:任务${facts.tasks.length}项、单位${facts.units.length}个。${next}`,
    };
  });
}

/** Contacts that the plan brings are known by name; nobody is reached before a code is redeemed. */
async function storeContacts(tx: Db, planId: string, facts: PlanFacts): Promise<void> {
  if (facts.contacts.length === 0) return;
  const [units, tasks] = [await tx.unit.findMany({ where: { planId } }), await tx.task.findMany({ where: { planId } })];
  for (const { name, unit, rank, tasks: numbers } of facts.contacts) {
    const unitId = units.find((one) => one.name === unit)?.id;
    if (!unitId) continue;
    const personId = randomUUID();
    const taskIds = tasks.flatMap(({ id, no }) => (no !== null && numbers?.includes(no) ? [id] : []));
    await storeContact(tx, { personId, name, demo: false, unitId, rank, taskIds });
    await grantRank(tx, planId, personId, rank);
  }
}
