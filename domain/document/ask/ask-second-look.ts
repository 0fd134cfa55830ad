import type { Findings } from '../questions.ts';
import type { DraftTask } from '../tasks/draft-task.ts';
import type { DraftPlan, Span } from '../types.ts';
import { hiddenTasks, type HiddenTask } from './hidden-tasks.ts';
import { placeOfOwner } from './place-of-owner.ts';
import { runTogetherNames } from './run-together-names.ts';
import { oneLine, SHOWN, shownWords } from './shown-words.ts';

interface Read {
  plan: DraftPlan;
  tasks: readonly DraftTask[];
  simplified: string;
  printed: (span: Span) => string;
}

const REASONS: Readonly<Record<HiddenTask['reason'], string>> = {
  'next-number': '正文中印有下一项的编号,可能是换行丢失。',
  'same-form': '写法与其他任务名称相同,但没有编号,可能是编号脱漏。',
};

/** A second, cruder reading of tasks and owners beside the first: wherever the two differ, a person decides. */
export function askSecondLook({ ask }: Findings, { plan, tasks, simplified, printed }: Read): void {
  for (const { task, owner, parts } of runTogetherNames(simplified, tasks)) {
    const names = parts.map((part) => printed(part).trim());
    ask(
      {
        code: 'unknown-unit',
        path: placeOfOwner(plan, task, printed(owner), owner.role),
        text: `“${printed(owner)}”是否应为“${names.join('”和“')}”两个单位?`,
        proposal: names,
        reason: '名称中间像有另一个单位的开头,可能漏印顿号。',
        matters: true,
      },
      owner,
    );
  }
  for (const { task, at, reason } of hiddenTasks(simplified, tasks)) {
    const words = printed(at);
    if (words === '') continue;
    ask(
      {
        code: 'task-or-not',
        path: '/tasks',
        text: `“${plan.tasks[task]?.title ?? ''}”之下的“${shownWords(words)}”是否为另一项任务?`,
        proposal: oneLine(words).slice(0, SHOWN),
        reason: REASONS[reason],
        matters: true,
      },
      at,
      true,
    );
  }
}
