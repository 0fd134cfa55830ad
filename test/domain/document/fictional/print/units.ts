import type { Layout } from '../layout.ts';
import type { Task } from '../facts/tasks.ts';
import { printDate } from './dates.ts';

/** 2025年6月底前, 2025年6月30日前, or that it goes on. */
export const printDue = (due: string | null | undefined): string =>
  due ? `${printDate(due)}${due.length === 7 ? '底' : ''}前` : '持续推进';

const BRACKETS = { 'square-roles': ['〔', '〕'], 'lenticular-roles': ['【', '】'] } as const;

/** The units of a task: what follows its text in the same paragraph, and lines after it. */
export function printUnits(task: Task, layout: Layout): { tail: string; lines: string[] } {
  const list = (units: string[]) => units.join(layout.separator);
  const leads = list(task.leadUnits);
  const others = list(task.responsibleUnits);
  const all = list([...task.leadUnits, ...task.responsibleUnits]);
  const due = layout.due === 'none' ? null : printDue(task.due);
  const inside = (words: string) => ({ tail: `(${words}${due ? `;完成时限:${due}` : ''})`, lines: [] });
  const below = (...words: string[]) => ({ tail: '', lines: due ? [...words, `完成时限:${due}`] : words });
  switch (layout.units) {
    case 'bracket-roles':
      return inside(`牵头单位:${leads};${layout.rest}:${others}`);
    case 'square-roles':
    case 'lenticular-roles': {
      const [open, close] = BRACKETS[layout.units];
      return {
        tail: `${open}牵头单位:${leads};${layout.rest}:${others}${due ? `;完成时限:${due}` : ''}${close}`,
        lines: [],
      };
    }
    case 'lines-of-roles':
      return below(`牵头单位:${leads}`, `${layout.rest}:${others}`);
    case 'line-of-responsible':
    case 'first-leads':
      return below(`责任单位:${all}`);
    case 'bracket-responsible':
      return inside(`责任单位:${others}`);
    case 'leads-with':
      return { tail: `(${leads}牵头,${others}配合${due ? `,${due}${task.due ? '完成' : ''}` : ''})`, lines: [] };
    case 'by-duty':
      return { tail: `(${others}按职责分工负责${due ? `,${due}${task.due ? '完成' : ''}` : ''})`, lines: [] };
    case 'sentence':
      return { tail: `${due && task.due ? `${due}完成。` : ''}由${leads}牵头,${others}配合。`, lines: [] };
    case 'table':
    case 'table-beside-body':
      return { tail: '', lines: [] };
  }
}

/** A table of tasks, a line a row. Its columns stand in one of the orders that offices use. */
export function printTaskTable(tasks: readonly Task[], layout: Layout): string[] {
  const list = (units: string[]) => units.join(layout.separator === ' ' ? '、' : layout.separator);
  const dated = layout.due !== 'none';
  const head = ['序号', '重点任务', '牵头单位', layout.rest, ...(dated ? ['完成时限'] : [])];
  const rows = tasks.map((task, index) => [
    String(index + 1),
    task.title,
    list(task.leadUnits),
    list(task.responsibleUnits),
    ...(dated ? [printDue(task.due)] : []),
  ]);
  return [head, ...rows].map((cells) => cells.join('\t'));
}
