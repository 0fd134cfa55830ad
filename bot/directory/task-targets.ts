import type { AskedFigure } from '../../domain/chat/report-fields.ts';
import { targetsOfTasks, type TaskTarget } from '../../domain/plan/targets-of-task.ts';
import type { PlanFacts } from '../../domain/plan/types.ts';
import { figureName } from '../../domain/supervision/figures.ts';
import { taskEntityId } from '../../domain/task-entity.ts';
import type { Db } from '../../prisma/client.ts';
import type { PersonPart } from './person-parts.ts';

/** The targets that tasks of these plans are measured by, by entity. */
export async function taskTargets(db: Db, planIds: readonly string[]): Promise<Map<string, TaskTarget[]>> {
  const plans = await db.plan.findMany({
    where: { id: { in: [...new Set(planIds)] } },
    select: { facts: true, tasks: { where: { parentId: null }, select: { id: true, title: true } } },
  });
  return new Map(
    plans.flatMap(({ facts, tasks }) =>
      [...targetsOfTasks((facts as unknown as PlanFacts).targets ?? [], tasks)].map(
        ([id, targets]) => [taskEntityId(id), targets] as const,
      ),
    ),
  );
}

/** What a part may be asked for in figures: its task's targets, then other things that it reported before. */
export function askedFigures({ part }: PersonPart, targets: readonly TaskTarget[]): AskedFigure[] {
  const last = part.figures ?? [];
  const isSame = (a: { name: string; unit: string }, b: { name: string; unit: string }): boolean =>
    figureName(a.name) === figureName(b.name) && a.unit === b.unit;
  return [
    ...targets.map(({ name, unit, value }) => ({
      name,
      unit,
      target: value,
      last: last.find((one) => isSame(one, { name, unit }))?.value ?? null,
    })),
    ...last
      .filter((one) => !targets.some((target) => isSame(target, one)))
      .map(({ name, unit, value }) => ({ name, unit, target: null, last: value })),
  ];
}
