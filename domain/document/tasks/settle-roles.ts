import type { UnitClauses } from '../units/unit-clauses.ts';
import type { DraftOwner, DraftTask } from './draft-task.ts';

/**
 * The roles that a task's owners have in the end: the first leads where a clause says so, and where 牵头 and 配合
 * alone are printed those who support are the responsible ones.
 */
export function settleRoles(task: DraftTask, { firstLeads }: Pick<UnitClauses, 'firstLeads'>): DraftTask {
  const has = (role: DraftOwner['role']): boolean => task.owners.some((owner) => owner.role === role);
  if (!has('lead') && firstLeads) {
    const [first, ...others] = task.owners;
    return first ? { ...task, owners: [{ ...first, role: 'lead' }, ...others] } : task;
  }
  if (!has('responsible') && has('lead') && has('supporting'))
    return {
      ...task,
      owners: task.owners.map((owner) => (owner.role === 'supporting' ? { ...owner, role: 'responsible' } : owner)),
    };
  return task;
}
