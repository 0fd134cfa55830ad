import type { Section } from '../outline-types.ts';
import { numberMark } from '../outline/number-mark.ts';
import { isGenreHeading } from '../outline/section-role.ts';
import { leavesOf, ownText, type SectionOwners } from './section-owners.ts';

/** What has less text of its own demands nothing. */
const LONG_DEMAND = 40;

const valueOf = (section: Section | undefined): number => numberMark(`${section?.no ?? ''}甲`)?.value ?? 0;

/**
 * The sections at the highest level below which tasks stand, or which are tasks themselves. `demands`: those of a
 * notice, under which no task stands.
 */
export function taskRoots(
  sections: readonly Section[],
  simplified: string,
  { hasOwners, anyOwners }: SectionOwners,
): { roots: Section[]; demands: Set<Section> } {
  // 预期目标 whose items name their owners one by one: those goals are tasks.
  const ownedGoals = (section: Section): boolean => {
    if (section.role !== 'goals' && section.role !== 'aims') return false;
    if (hasOwners(section) && section.no !== null) return true;
    const leaves = leavesOf(section);
    const owned = leaves.filter(hasOwners).length;
    return owned >= 2 && owned * 2 > leaves.length;
  };
  const named = sections.filter(({ role }) => role === 'tasks');
  const others = sections.filter(({ role }) => role === 'other');
  // 重点领域 as a chapter among others like it: its word doesn't make it the only section of tasks.
  const sure = named.some((section) => isGenreHeading(said(section)));
  const alike = (section: Section): boolean => !sure && section.no !== null && section.children.length > 0;
  const first =
    named.length > 0 ? [...named, ...others.filter((section) => anyOwners(section) || alike(section))] : others;
  const taken = new Set(first);
  const plainTasks = first.filter((task) => task.role === 'other' && anyOwners(task));
  const demands = demandsOfNotice();
  const roots = [
    ...first,
    ...sections.filter((section) => countsOn(section, first) || standsAmong(section) || ownedGoals(section)),
  ];
  return { roots, demands };

  function said({ heading }: Section): string {
    return simplified.slice(heading.start, heading.end);
  }

  /** Where tasks stand at the highest level, words in a task's name (资金保障) say nothing of its role. */
  function standsAmong(section: Section): boolean {
    if (plainTasks.length < 2 || taken.has(section) || section.role === 'attachment') return false;
    return anyOwners(section) && !isGenreHeading(said(section));
  }

  /** Safeguards with owners whose numbers go on from those of the tasks are tasks too. */
  function countsOn(section: Section, tasks: readonly Section[]): boolean {
    if (section.role !== 'safeguards' && section.role !== 'organisation') return false;
    const leaves = leavesOf(section);
    const before = tasks.filter(({ whole }) => whole.end <= section.whole.start).flatMap(leavesOf);
    const last = valueOf(before.at(-1));
    return last > 1 && valueOf(leaves[0]) === last + 1 && leaves.some(hasOwners);
  }

  /**
   * A notice without the plan's own title: 一、二、三、 demand, and 1. 2. 3. behind them are the tasks, which stand
   * under none of them.
   */
  function demandsOfNotice(): Set<Section> {
    const before = sections.slice(0, -1);
    const last = sections.at(-1);
    const demanding = (section: Section): boolean =>
      !hasOwners(section) && ownText(simplified, section).length >= LONG_DEMAND && section.no !== null;
    const only = before.length >= 1 && before.every((section) => section.children.length === 0 && demanding(section));
    if (!last || !only || last.children.length < 2 || !demanding(last)) return new Set();
    return last.children.every(hasOwners) ? new Set(sections) : new Set();
  }
}
