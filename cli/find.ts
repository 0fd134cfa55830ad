import { RefusedError } from '../domain/refusals.ts';
import type { PrismaClient } from '../prisma/client.ts';
import { UsageError } from './failure.ts';
import { taskIdOf } from '../domain/task-entity.ts';

const some = (what: string, wanted: string, ids: string[]): UsageError =>
  new UsageError(`“${wanted}”对应多个${what},请改用编号:${ids.slice(0, 5).join('、')}。`, 'AMBIGUOUS');

/** A plan by id, else by a piece of its title that only one has. Throws PLAN_UNKNOWN. */
export async function planId(prisma: PrismaClient, wanted: string): Promise<string> {
  const plans = await prisma.plan.findMany({ orderBy: { ordinal: 'asc' }, select: { id: true, title: true } });
  if (plans.some(({ id }) => id === wanted)) return wanted;
  const named = wanted === '' ? [] : plans.filter(({ title }) => title.includes(wanted));
  if (named.length > 1)
    throw some(
      '方案',
      wanted,
      named.map(({ id }) => id),
    );
  const [only] = named;
  if (!only) throw new RefusedError('PLAN_UNKNOWN', { plan: wanted });
  return only.id;
}

/** A task by id, else by its printed number or a piece of its title in the plan. Throws TASK_UNKNOWN. */
export async function taskId(prisma: PrismaClient, wanted: string, plan?: string): Promise<string> {
  const id = taskIdOf(wanted) ?? wanted;
  if (await prisma.task.findUnique({ where: { id }, select: { id: true } })) return id;
  const within = plan === undefined ? {} : { planId: await planId(prisma, plan) };
  const numbers = [wanted, `(${wanted})`, `(${wanted})`];
  const named =
    wanted === ''
      ? []
      : await prisma.task.findMany({
          where: { ...within, OR: [{ no: { in: numbers } }, { title: { contains: wanted } }] },
          select: { id: true, no: true },
        });
  const exact = named.filter(({ no }) => no !== null && numbers.includes(no));
  const found = exact.length > 0 ? exact : named;
  if (found.length > 1)
    throw some(
      '任务',
      wanted,
      found.map((task) => task.id),
    );
  const [only] = found;
  if (!only) throw new RefusedError('TASK_UNKNOWN', { task: wanted });
  return only.id;
}
