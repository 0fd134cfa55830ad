import type { Act } from '../../../domain/rights.ts';
import type { RowContext } from '../types.ts';
import { plansFor } from './plans-for.ts';

/** A contact by name, in the plans in which this person may do that, else in their own: each person once, with a plan. */
export async function contactsNamed(
  context: RowContext,
  act: Act,
  name: string,
): Promise<[personId: string, planId: string][]> {
  const plans = (await plansFor(context, act, ['running', 'ready', 'draft'])).map(({ id }) => id);
  const planIds = plans.length > 0 ? plans : [context.planId];
  const found = await context.deps.prisma.membership.findMany({
    where: { active: true, unit: { planId: { in: planIds } }, person: { name } },
    orderBy: { id: 'asc' },
    select: { personId: true, unit: { select: { planId: true } } },
  });
  return [...new Map(found.map(({ personId, unit }) => [personId, unit.planId]))];
}
