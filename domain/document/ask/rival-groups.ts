import type { DraftTask } from '../tasks/draft-task.ts';
import type { Span } from '../types.ts';

/** Headings under which tasks stand for certain, and those that say how or where the work is done as often. */
const TASKS = /任务(?!要求)/;
const PERHAPS = /(?:重点|要点|内容|措施|举措|方法|方式|做法)$/;

/**
 * Groups of tasks without owners under 整治重点, 工作措施 and the like beside a group under 主要任务: whether they are
 * tasks the text doesn't say. Places from the group's heading to its last task's title.
 */
export function rivalGroups(simplified: string, tasks: readonly DraftTask[]): Span[] {
  const said = ({ start, end }: Span): string => simplified.slice(start, end);
  const groups = new Map<number, { heading: Span; end: number; owned: boolean }>();
  for (const { section, title, owners } of tasks) {
    if (!section) continue;
    const group = groups.get(section.start) ?? { heading: section, end: section.end, owned: false };
    groups.set(section.start, {
      heading: section,
      end: Math.max(group.end, title.end),
      owned: group.owned || owners.length > 0,
    });
  }
  const all = [...groups.values()];
  if (!all.some(({ heading }) => TASKS.test(said(heading)))) return [];
  return all
    .filter(({ heading, owned }) => !owned && PERHAPS.test(said(heading)) && !TASKS.test(said(heading)))
    .map(({ heading, end }) => ({ start: heading.start, end }));
}
