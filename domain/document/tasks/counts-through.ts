import type { Section } from '../outline-types.ts';
import { numberMark } from '../outline/number-mark.ts';

const markOf = ({ no }: Section) => (no === null ? null : numberMark(`${no}甲`));

/**
 * Do 1. 2. 3. below this group go on where those of its neighbour stop, over all the groups side by side? Numbers that
 * begin anew in each group count points of it and tell nothing.
 */
export function countsThrough(section: Section, siblings: readonly Section[]): boolean {
  const groups = siblings.filter(({ children }) => children.length > 0);
  if (groups.length < 2 || !groups.includes(section)) return false;
  let next = 1;
  return groups.every(({ children }) => {
    const starts = next;
    return (
      children.every((child) => {
        const mark = markOf(child);
        return mark?.style === 'num' && mark.value === next++;
      }) && next > starts
    );
  });
}
