import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, weekdayOf } from '../../domain/calendar/local-date.ts';
import { localDateOf } from '../../domain/calendar/local-time.ts';
import { DEFAULT_POLICY, DEFAULT_ZONE } from '../../domain/plan/policy.ts';
import { ownedPlan } from '../workflows/owned-plan.ts';
import type { PlanRun } from '../workflows/plan-run.ts';
import { playToEnd } from '../workflows/run-to-end.ts';
import { formScripts } from '../workflows/typed-scripts.ts';

const { digestsPerWeek, digestsPerWeekInAll } = DEFAULT_POLICY.values;

interface Week {
  personId: string;
  monday: string;
  digests: number;
  /** Answers to what the person said themself; no budget counts them. */
  answers: number;
}

let run: PlanRun;
let weeks: Week[];

beforeAll(async () => {
  ({ run } = await playToEnd({
    plans: [ownedPlan('huangshi')],
    startAt: new Date('2026-11-22T02:00:00Z'),
    scripts: formScripts,
  }));
  weeks = await weeksOf(run);
  console.log(told(weeks));
}, 1_500_000);
afterAll(() => run?.stop());

test('who gets more than three digests in a week owes something that day or earlier in each further one, and that day beyond five', async () => {
  expect(weeks.length).toBeGreaterThan(500);
  for (const { personId, monday } of weeks.filter(({ digests }) => digests > digestsPerWeek)) {
    const sent = await run.h.prisma.delivery.findMany({
      where: { personId, klass: 'digest', status: 'sent', planAt: within(monday) },
      orderBy: { planAt: 'asc' },
      select: { id: true, planAt: true },
    });
    for (const [nth, { id, planAt }] of sent.entries()) {
      if (nth < digestsPerWeek) continue;
      const lines = await run.h.prisma.prompt.findMany({ where: { deliveryId: id }, select: { dueAt: true } });
      const days = lines.flatMap(({ dueAt }) => (dueAt ? [localDateOf(dueAt.toISOString(), DEFAULT_ZONE)] : []));
      const today = localDateOf(planAt.toISOString(), DEFAULT_ZONE);
      expect(days.some((day) => (nth < digestsPerWeekInAll ? day <= today : day === today))).toBe(true);
    }
  }
});

async function weeksOf({ h }: PlanRun): Promise<Week[]> {
  const sent = await h.prisma.delivery.findMany({
    where: { status: 'sent', klass: { in: ['digest', 'answer'] } },
    select: { personId: true, klass: true, planAt: true },
  });
  const found = new Map<string, Week>();
  for (const { personId, klass, planAt } of sent) {
    const day = localDateOf(planAt.toISOString(), DEFAULT_ZONE);
    const monday = addDays(day, 1 - weekdayOf(day));
    const key = `${personId} ${monday}`;
    const week = found.get(key) ?? { personId: personId ?? '', monday, digests: 0, answers: 0 };
    found.set(key, {
      ...week,
      ...(klass === 'digest' ? { digests: week.digests + 1 } : { answers: week.answers + 1 }),
    });
  }
  return [...found.values()];
}

function within(monday: string): { gte: Date; lt: Date } {
  const midnight = (day: string): Date => new Date(`${day}T00:00:00+08:00`);
  return { gte: midnight(monday), lt: midnight(addDays(monday, 7)) };
}

/** Weeks by their number of digests, the busiest contact and the mean of a contact's weeks with any. */
function told(all: readonly Week[]): string {
  const by = Map.groupBy(all, ({ digests }) => digests);
  const spread = [...by].toSorted(([a], [b]) => a - b).map(([digests, { length }]) => `${digests}: ${length}`);
  const people = Map.groupBy(all, ({ personId }) => personId);
  const sum = (of: readonly Week[], key: 'digests' | 'answers'): number => of.reduce((n, week) => n + week[key], 0);
  const busiest = [...people].map(([, of]) => sum(of, 'digests')).toSorted((a, b) => b - a);
  return [
    `contacts ${people.size}, contact weeks with a message ${all.length}, digests ${sum(all, 'digests')}, answers ${sum(all, 'answers')}`,
    `contact weeks by digests: ${spread.join(', ')}`,
    `digests to the busiest contacts in all: ${busiest.slice(0, 5).join(', ')}; to the median one: ${busiest[Math.floor(busiest.length / 2)] ?? 0}`,
  ].join('\n');
}
