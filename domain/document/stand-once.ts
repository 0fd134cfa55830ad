import type { PlanTask } from '../plan/types.ts';

/** A unit that leads a task isn't responsible for it besides, and one that is responsible doesn't only support. */
export function standOnce(task: PlanTask): PlanTask {
  const leads = new Set(task.leadUnits);
  const responsible = task.responsibleUnits.filter((unit) => !leads.has(unit));
  const named = new Set([...leads, ...responsible]);
  const other = task.otherUnits.filter((unit) => !named.has(unit));
  const before = task.responsibleUnits.length + task.otherUnits.length;
  return responsible.length + other.length === before
    ? task
    : { ...task, responsibleUnits: responsible, otherUnits: other };
}
