import type { Outline, Section } from '../outline-types.ts';
import { numberMark } from '../outline/number-mark.ts';
import { paragraphItems } from './paragraph-items.ts';
import { sectionOwners } from './section-owners.ts';
import { countsThrough } from './counts-through.ts';
import { taskRoots } from './task-roots.ts';
import { OWNER_LABEL } from '../units/owner-words.ts';

export interface ChosenTask {
  section: Section;
  /** The group under whose heading it stands. */
  group: Section | null;
  /** The last of its group, at whose end stand the owners and the day of them all. */
  closing?: Section;
}

const ATTRIBUTE = new RegExp(
  `^(?:(?:工作|主要|预期|具体|总体|任务)?(?:目标|措施|任务|内容|举措|要求|思路|步骤)|${OWNER_LABEL}|工作支持|支持政策|(?:完成|办结)?(?:时限|期限|时间)|(?:时间|进度)(?:安排|节点)|(?:工作|预期)?成果(?:形式)?|责任(?:分工|领导|人)|任务来源)$`,
);
const OWNERS = new RegExp(`^${OWNER_LABEL}$`);
/** A group's heading is followed by a line at most; what has more text of its own is a task with sub-points. */
const OWN_TEXT = 40;

/** Numbers below 1. count points more often than tasks: (1), ①. */
const LOWEST_TASK_RANK = 8;

const said = (simplified: string, { heading }: Section): string => simplified.slice(heading.start, heading.end);

/** Is this sub-section a field of the task above it (工作目标, 执行单位), not a task? */
export const isAttribute = (simplified: string, section: Section): boolean => ATTRIBUTE.test(said(simplified, section));
export const isOwnerAttribute = (simplified: string, section: Section): boolean =>
  OWNERS.test(said(simplified, section));

/** ① and the like below a task that says something itself, beside tasks without any: points of its text. */
function arePoints(simplified: string, section: Section, siblings: readonly Section[]): boolean {
  const [first] = section.children;
  const mark = numberMark(`${first?.no ?? ''}甲`);
  if (!mark || mark.rank < LOWEST_TASK_RANK) return false;
  const own = simplified.slice(section.body.start, section.body.end).trim();
  return own.endsWith('。') && siblings.some((one) => one.children.length === 0);
}

/** The tasks under the headings of an outline, in order. */
export function chooseTasks({ sections }: Outline, simplified: string): ChosenTask[] {
  const owned = sectionOwners(simplified);
  const { hasOwners, anyOwners } = owned;
  const isCard = (section: Section, siblings: readonly Section[]): boolean => {
    const fields = section.children.filter((child) => isAttribute(simplified, child));
    if (fields.length < 2) return false;
    if (fields.some((child) => isOwnerAttribute(simplified, child))) return true;
    const alike = siblings.filter((one) => one.children.filter((child) => isAttribute(simplified, child)).length >= 2);
    return section.level > 1 && alike.length > 1;
  };
  const lastOnly = (section: Section): boolean => {
    const marked = section.children.map(anyOwners);
    return marked.length > 1 && marked.at(-1) === true && marked.filter(Boolean).length === 1;
  };
  const parents = sections.flatMap(function within(section: Section): Section[] {
    return [
      ...(section.children.length > 1 && (section.level > 1 || section.role === 'other') ? [section] : []),
      ...section.children.flatMap(within),
    ];
  });
  // Owners below the last sub-point mean the whole task, where most tasks are printed that way.
  const groupsClose = parents.filter(anyOwners);
  const lastMeansAll = groupsClose.length > 1 && groupsClose.filter(lastOnly).length * 2 > groupsClose.length;
  const ownersAnywhere = sections.some(anyOwners);
  // Tasks at the highest level whose others name their owners themselves: points of one say how, not who.
  const ownedBeside = (section: Section): boolean =>
    sections.filter((one) => one !== section && one.role === 'other' && one.children.length === 0 && hasOwners(one))
      .length >= 2;

  const expand = (
    section: Section,
    group: Section | null,
    siblings: readonly Section[],
    depth: number,
  ): ChosenTask[] => {
    const { children } = section;
    const itself = [{ section, group }];
    if (children.length === 0 && depth <= 1 && section.role === 'tasks') {
      const items = paragraphItems(section, simplified);
      if (items.length >= 2) return items.map((item) => ({ section: item, group: section }));
    }
    if (children.length === 0 || isCard(section, siblings)) return itself;
    const below = (): ChosenTask[] => children.flatMap((child) => expand(child, section, children, depth + 1));
    // 1.2. below (一), 3.4. below (二): the numbers count the tasks, whoever stands at the end of each group.
    if (depth <= 1 && countsThrough(section, siblings)) {
      const closing = lastOnly(section) && lastMeansAll ? children.at(-1) : undefined;
      return below().map((task) => (closing && task.group === section ? { ...task, closing } : task));
    }
    if (depth === 0 && section.role === 'other' && lastOnly(section) && (lastMeansAll || ownedBeside(section)))
      return itself;
    if (depth === 0) return section.children.some(anyOwners) || !hasOwners(section) ? below() : itself;
    if (ownersAnywhere) {
      if (lastOnly(section) && (lastMeansAll || siblings.some((one) => one.children.length === 0 && hasOwners(one))))
        return itself;
      return children.some(anyOwners) ? below() : hasOwners(section) || siblings.some(anyOwners) ? itself : plain();
    }
    return plain();
    function plain(): ChosenTask[] {
      const text = simplified.slice(section.body.start, section.body.end).trim();
      return depth >= 2 || text.length >= OWN_TEXT || arePoints(simplified, section, siblings) ? itself : below();
    }
  };

  const { roots, demands } = taskRoots(sections, simplified, owned);
  return roots
    .filter((root) => !demands.has(root) || root.children.length > 0)
    .toSorted((a, b) => a.whole.start - b.whole.start)
    .flatMap((root) =>
      demands.has(root)
        ? root.children.flatMap((child) => expand(child, null, root.children, 1))
        : expand(root, null, sections, isGroup(root) ? 0 : 1),
    );

  /** A root that is a task card itself, or a plain numbered task at the highest level, is no group. */
  function isGroup(root: Section): boolean {
    return root.children.length > 0 && !isCard(root, sections);
  }
}
