import type { Outline, Section } from '../outline-types.ts';
import { isGenreHeading } from '../outline/section-role.ts';
import type { DraftTask } from '../tasks/draft-task.ts';
import type { Span } from '../types.ts';

/** Fewer tasks than this in a long text: most likely they were not seen. */
const FEW = 3;
/** Of other things than tasks, whatever the section above them is taken for. */
const NO_TASK =
  /阶段|步骤|目标|原则|要求|保障|组织|领导|意义|时间|附则|背景|形势|机构|职责|纪律|奖惩|(?:情况|统计|范围|对象)$/;
/** Characters of a section that may hold a task. */
const LONG = 30;
/** Characters of a text too long for the one or two tasks that were found in it. */
const LONG_TEXT = 500;

/**
 * Headings that stand where tasks do and of which nothing was taken; where hardly any task was found, every numbered
 * section outside aims, goals, phases and safeguards, and the whole text where there is none.
 */
export function unreadSections({ sections, tail }: Outline, simplified: string, tasks: readonly DraftTask[]): Span[] {
  // Marks instead of a search for each section: many sections may stand beside many tasks.
  const titles = new Uint8Array(simplified.length + 1);
  const within = new Uint8Array(simplified.length + 1);
  for (const { title, whole, owners } of tasks) {
    titles[title.start] = 1;
    // 三、部门分工 that gives the owners of tasks by their numbers is read.
    for (const owner of owners) titles[owner.start] = 1;
    within.fill(1, title.start, whole.end);
  }
  const holds = ({ whole }: Section): boolean => titles.subarray(whole.start, whole.end).includes(1);
  const inTask = ({ heading }: Section): boolean => within[heading.start] === 1;
  const unread = sections.flatMap(function below(section: Section): Section[] {
    if (section.role !== 'tasks' && section.role !== 'other') return [];
    if (holds(section)) return section.children.flatMap(below);
    const { whole, heading } = section;
    const said = simplified.slice(heading.start, heading.end);
    const empty = whole.end - whole.start < LONG || inTask(section) || isGenreHeading(said) || NO_TASK.test(said);
    return empty && section.children.length === 0
      ? []
      : section.children.length > 0
        ? section.children.flatMap(below)
        : [section];
  });
  const found = unread.filter(({ no }) => no !== null).map(({ whole }) => whole);
  if (tasks.length >= FEW || found.length > 0) return found;
  const [first] = sections;
  const end = Math.max(tail.start, sections.at(-1)?.whole.end ?? 0);
  const all = { start: first?.whole.start ?? 0, end: end > 0 ? end : simplified.length };
  return tasks.length > 0 && all.end - all.start < LONG_TEXT ? [] : [all];
}
