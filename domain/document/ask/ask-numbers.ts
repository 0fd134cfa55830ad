import type { PlanTask } from '../../plan/types.ts';
import { chineseNumber, numberMark } from '../outline/number-mark.ts';
import type { Findings } from '../questions.ts';
import type { DraftTask } from '../tasks/draft-task.ts';

const valueOf = (no: string | null): number | null => {
  if (no === null) return null;
  if (/^\d+$/.test(no)) return Number(no);
  const folded = no.replaceAll('（', '(').replaceAll('）', ')');
  return numberMark(`${folded}、`)?.value ?? numberMark(folded)?.value ?? (chineseNumber(folded) || null);
};

/**
 * Numbers count on by one under a heading, and begin a new heading with 1 or go on; tasks without a number between
 * numbered ones count as if they had theirs.
 */
export function askNumbers(ask: Findings['ask'], found: readonly DraftTask[], tasks: readonly PlanTask[]): void {
  let last: { index: number; value: number } | null = null;
  found.forEach((task, at) => {
    const now = valueOf(tasks[at]?.no ?? null);
    if (now === null) return;
    const before = last;
    last = { index: at, value: now };
    const previous = before === null ? undefined : found[before.index];
    const sameList = previous !== undefined && previous.section?.start === task.section?.start;
    const between = at - (before?.index ?? -1) - 1;
    const goesOn = before !== null && (now === before.value + 1 || now === before.value + 1 + between);
    if (goesOn || (!sameList && (now === 1 || now === between + 1))) return;
    const title = tasks[at]?.title ?? '';
    if (sameList && now === before?.value) {
      ask(
        {
          code: 'number-repeated',
          path: `/tasks/${at}/no`,
          text: `“${title}”与前一项编号相同,编号是否有误?`,
          proposal: null,
          reason: '同一章节内编号重复。',
          matters: false,
        },
        task.noAt,
      );
      return;
    }
    const from = previous?.title.start ?? task.section?.start ?? 0;
    ask(
      {
        code: 'number-skipped',
        path: `/tasks/${at}/no`,
        text: `“${title}”之前是否缺少任务?`,
        proposal: null,
        reason:
          before === null
            ? `第一项任务的编号是${tasks[at]?.no}。`
            : `编号由${tasks[before.index]?.no}到${tasks[at]?.no},没有连续。`,
        matters: false,
      },
      // What is missing stands, if anywhere, in the text of the task before.
      task.noAt && { start: Math.min(from, task.noAt.start), end: task.noAt.end },
    );
  });
}
