import type { Span } from '../types.ts';
import { linesOf, trimmed } from '../clean/edit-text.ts';
import { numberMark } from '../outline/number-mark.ts';
import { findOwners } from '../units/find-owners.ts';
import { FIELD_LINE } from '../units/owner-words.ts';
import type { DraftTask } from './draft-task.ts';
import { labelledDue } from './task-due.ts';

const LONGEST_TITLE = 150;

/**
 * Items without any number, each a line with its fields on the lines below it (责任单位:…, 完成时限:…). Empty where
 * there is less than two of them. `year`: meant by dates without one.
 */
export function fieldTasks(simplified: string, year: number | null): DraftTask[] {
  const lines = linesOf(simplified)
    .map((line) => trimmed(simplified, line))
    .filter(({ start, end }) => end > start);
  const isField = (line: Span | undefined): boolean =>
    line !== undefined && FIELD_LINE.test(simplified.slice(line.start, line.end));
  const tasks = lines.flatMap((title, at): DraftTask[] => {
    const said = simplified.slice(title.start, title.end);
    if (isField(title) || !isField(lines[at + 1]) || said.length > LONGEST_TITLE || /[:,]$/.test(said)) return [];
    let last = at + 1;
    while (isField(lines[last + 1])) last++;
    const from = lines[at + 1]?.start ?? title.end;
    const whole = { start: title.start, end: lines[last]?.end ?? title.end };
    const found = findOwners(simplified.slice(from, whole.end));
    const mark = numberMark(said);
    if (found.owners.length === 0) return [];
    return [
      {
        no: mark?.printed.replace(/[、.．,:\s]+$/, '') ?? null,
        noAt: mark ? { start: title.start, end: title.start + mark.printed.length } : null,
        title: { start: title.start + (mark?.length ?? 0), end: title.start + said.replace(/[。;]+$/, '').length },
        section: null,
        whole,
        owners: found.owners.map((owner) => ({ role: owner.role, start: owner.start + from, end: owner.end + from })),
        unlabelled: false,
        due: labelledDue(
          simplified,
          found.dues.map(({ start, end }) => ({ start: start + from, end: end + from })),
          year,
        ),
        obligation: null,
      },
    ];
  });
  return tasks.length >= 2 ? tasks : [];
}
