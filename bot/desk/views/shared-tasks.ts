import { suggestShared, type SharedSuggestion } from '../../../domain/plan/amend/suggest-shared.ts';
import type { PlanTask } from '../../../domain/plan/types.ts';
import { may } from '../../../domain/rights.ts';
import type { DeskActor, DeskDeps } from '../deps.ts';
import { requireRight } from '../refuse.ts';

/** Tasks that likely stand in two of the plans that the actor sees. Throws RefusedError NOT_PERMITTED. */
export async function sharedTasks(deps: DeskDeps, actor: DeskActor): Promise<SharedSuggestion[]> {
  await requireRight(deps, actor, 'list-plans', null);
  return sharedAmongSeen(deps, actor);
}

/** The same for whoever was let in already: of the plans that the actor may not read there is nothing in it. */
export async function sharedAmongSeen({ prisma }: DeskDeps, actor: DeskActor): Promise<SharedSuggestion[]> {
  const plans = await prisma.plan.findMany({
    where: { status: { in: ['draft', 'ready', 'running'] }, demo: false },
    orderBy: { ordinal: 'asc' },
    include: { tasks: { orderBy: { ordinal: 'asc' } } },
  });
  const seen = plans.filter(({ id }) => may('read-board', actor.grants, { planId: id }));
  const candidates = seen.flatMap(({ id, title, facts, tasks }) => {
    const count = (facts as unknown as { tasks: unknown[] }).tasks.length;
    // Tasks that an amendment took out stand behind the others.
    return tasks
      .filter(({ ordinal }) => ordinal < count)
      .map((task) => ({
        planId: id,
        planTitle: title,
        taskId: task.id,
        task: task.facts as unknown as PlanTask,
      }));
  });
  return suggestShared(candidates);
}
