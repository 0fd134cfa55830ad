import type { ReadingView } from '../../../api.ts';

type Tasks = Pick<ReadingView, 'plan' | 'order'>;

/** Tasks of one section that stand together, by their numbers. */
export interface TaskGroup {
  section: string | null;
  tasks: number[];
}

/** Tasks as they stand, under their sections; a section that comes again stands again. */
export function taskGroups({ plan, order }: Tasks): TaskGroup[] {
  const groups: TaskGroup[] = [];
  for (const at of order.tasks) {
    const section = plan.tasks[at]?.section ?? null;
    const last = groups.at(-1);
    if (last !== undefined && last.section === section) last.tasks.push(at);
    else groups.push({ section, tasks: [at] });
  }
  return groups;
}

/** The names of the sections, each once. */
export const sectionsOf = ({ plan, order }: Tasks): string[] => [
  ...new Set(order.tasks.flatMap((at) => plan.tasks[at]?.section ?? [])),
];
