import type { Outline } from '../outline-types.ts';
import type { Findings } from '../questions.ts';
import type { DraftTask } from '../tasks/draft-task.ts';
import type { DraftPlan, Span } from '../types.ts';
import { cutNames } from './cut-names.ts';
import { misplacedTitles } from './misplaced-titles.ts';
import { oddTitles } from './odd-titles.ts';
import { placeOfOwner } from './place-of-owner.ts';
import { rivalGroups } from './rival-groups.ts';
import { severalTasks } from './several-tasks.ts';
import { shownWords } from './shown-words.ts';
import { unreadSections } from './unread-sections.ts';
import { untakenUnits } from './untaken-units.ts';

interface Read {
  plan: DraftPlan;
  tasks: readonly DraftTask[];
  outline: Outline;
  simplified: string;
  printed: (span: Span) => string;
}

/** The reader's second look at its own work: what reads as a unit and was taken nowhere, pieces of names, odd titles. */
export function askDoubts({ ask }: Findings, { plan, tasks, outline, simplified, printed }: Read): void {
  const shown = (span: Span): string => shownWords(printed(span));
  for (const { task, owner, whole } of cutNames(simplified, tasks))
    ask(
      {
        code: 'unknown-unit',
        path: placeOfOwner(plan, task, printed(owner), owner.role),
        text: `“${shown(owner)}”是否应为“${shown(whole).replace(/\s/g, '')}”?`,
        proposal: printed(whole).replace(/\s/g, ''),
        reason: '单位名称之后隔空格或换行还有文字,名称可能被截断。',
        matters: true,
      },
      whole,
    );
  for (const at of untakenUnits(simplified, tasks, regionsOf(simplified, tasks, outline))) {
    const task = nearest(tasks, at);
    ask(
      {
        code: 'unit-outside-brackets',
        path: task < 0 ? '/tasks' : `/tasks/${task}/responsibleUnits`,
        text: `“${shown(at)}”是否为${task < 0 ? '任务' : `“${plan.tasks[task]?.title ?? ''}”`}的承办单位?`,
        proposal: null,
        reason: '此处文字像单位名单,但没有读入任何任务。',
        matters: true,
      },
      at,
      true,
    );
  }
  const odd = new Set([...oddTitles(simplified, tasks), ...misplacedTitles(simplified, tasks)]);
  for (const index of [...odd].toSorted((a, b) => a - b)) {
    const task = tasks[index];
    if (!task) continue;
    const group = task.section && task.section.start < task.title.start ? task.section : null;
    const close = group !== null && task.title.start - group.end < 500;
    ask(
      {
        code: 'task-or-not',
        path: `/tasks/${index}`,
        text: `“${shown(task.title)}”是否为一项任务的名称?`,
        proposal: close ? printed(group) : null,
        reason: '写法或所在位置与其他任务名称不同,可能是正文中的句子或其他内容。',
        matters: false,
      },
      close ? { start: group.start, end: task.title.end } : task.title,
    );
  }
  for (const at of rivalGroups(simplified, tasks))
    ask(
      {
        code: 'task-or-not',
        path: '/tasks',
        text: `“${shown(at)}”各项是否为任务?`,
        proposal: null,
        reason: '另有一部分标明为任务,此处可能是做法或范围。',
        matters: false,
      },
      at,
      true,
    );
  for (const index of severalTasks(simplified, tasks)) {
    const task = tasks[index];
    if (!task) continue;
    ask(
      {
        code: 'task-or-not',
        path: `/tasks/${index}`,
        text: `“${shown(task.title)}”之下是否还分为若干项任务?`,
        proposal: null,
        reason: '正文中不止一处写明承办单位。',
        matters: true,
      },
      task.whole,
      true,
    );
  }
  for (const at of unreadSections(outline, simplified, tasks))
    ask(
      {
        code: 'task-or-not',
        path: '/tasks',
        text: `“${shown(at)}”是否为任务?`,
        proposal: null,
        reason: tasks.length < 3 ? '全文读到的任务很少,可能没有读全。' : '此处有编号和标题,但没有作为任务读入。',
        matters: tasks.length < 3,
      },
      at,
      true,
    );
}

/** Where owners may stand: from the first task to the last, and tables beside them that don't print the tasks again. */
function regionsOf(simplified: string, tasks: readonly DraftTask[], { tables }: Outline): Span[] {
  const [first] = tasks;
  if (!first) return [];
  const titles = new Set(tasks.map(({ title }) => simplified.slice(title.start, title.end)));
  const repeats = (table: Span): boolean =>
    simplified
      .slice(table.start, table.end)
      .split(/[\t\n]/)
      .filter((cell) => titles.has(cell.trim())).length > 1;
  const start = Math.min(...tasks.map(({ whole }) => whole.start));
  const end = Math.max(...tasks.map(({ whole }) => whole.end));
  return [
    { start, end: linesFrom(simplified, end, 2) },
    ...tables.map(({ span }) => span).filter((span) => (span.start >= end || span.end <= start) && !repeats(span)),
  ];
}

/** A list of owners may go on in lines that the outline took for something else. */
function linesFrom(text: string, from: number, lines: number): number {
  let end = from;
  for (let line = 0; line < lines && end >= 0 && end < text.length; line += 1) {
    const next = text.indexOf('\n', end + 1);
    end = next < 0 ? text.length : next;
  }
  return end;
}

/** The task around a place, else the last before it. */
function nearest(tasks: readonly DraftTask[], { start }: Span): number {
  const around = tasks.findIndex(({ whole }) => whole.start <= start && whole.end > start);
  return around >= 0 ? around : tasks.findLastIndex(({ title }) => title.start <= start);
}
