import type { DraftPlan } from '../types.ts';
import { ROLE_LISTS } from '../units/role-lists.ts';

/** The place of one unit of a task; its list where it isn't found. */
export function placeOfOwner(plan: DraftPlan, task: number, name: string, role: keyof typeof ROLE_LISTS): string {
  const list = `/tasks/${task}/${ROLE_LISTS[role]}`;
  const at = plan.tasks[task]?.[ROLE_LISTS[role]]?.indexOf(name) ?? -1;
  return at < 0 ? list : `${list}/${at}`;
}
