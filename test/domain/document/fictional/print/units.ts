import type { Layout } from '../layout.ts';
import type { Task } from '../facts/tasks.ts';
import type { Random } from '../random.ts';
import { printDate } from './dates.ts';
import { TASK_SENTENCES } from './sentences.ts';

/** 2025年6月底前, 2025年6月30日前, or that it goes on. */
export function printDue(due: string | null | undefined, until: Layout['until']): string {
  if (!due) return '持续推进';
  const date = printDate(due);
  if (until === 'month') return date;
  if (until === '底') return due.length === 7 ? `${date}底` : date;
  const before = `${date}${due.length === 7 ? '底' : ''}前`;
  return until === 'before-finish' ? `${before}完成` : before;
}

const BRACKETS = { 'square-roles': ['〔', '〕'], 'lenticular-roles': ['【', '】'] } as const;

/** The units of a task: what follows its text in the same paragraph, and lines after it. */
export function printUnits(task: Task, layout: Layout, first = false): { tail: string; lines: string[] } {
  const list = (units: string[]) => units.join(layout.separator);
  const leads = list(task.leadUnits);
  const others = list(task.responsibleUnits);
  const third = layout.third && task.otherUnits.length > 0 ? `${layout.third}:${list(task.otherUnits)}` : null;
  const more = third === null ? '' : `;${third}`;
  const all = list([...task.leadUnits, ...task.responsibleUnits]);
  const due = layout.due === 'none' ? null : printDue(task.due, layout.until);
  const inside = (words: string) => ({ tail: `(${words}${due ? `;完成时限:${due}` : ''})`, lines: [] });
  const below = (...words: string[]) => ({ tail: '', lines: due ? [...words, `完成时限:${due}`] : words });
  switch (layout.units) {
    case 'bracket-roles':
      return inside(`${layout.lead}:${leads};${layout.rest}:${others}${more}`);
    case 'square-roles':
    case 'lenticular-roles': {
      const [open, close] = BRACKETS[layout.units];
      return {
        tail: `${open}${layout.lead}:${leads};${layout.rest}:${others}${more}${due ? `;完成时限:${due}` : ''}${close}`,
        lines: [],
      };
    }
    case 'lines-of-roles':
      return below(`${layout.lead}:${leads}`, `${layout.rest}:${others}`, ...(third === null ? [] : [third]));
    case 'line-of-responsible':
    case 'first-leads':
      return below(`${layout.only}:${all}`);
    case 'bracket-responsible':
      return inside(`${layout.only}:${others}`);
    case 'leads-with':
      return {
        tail: `(${leads}牵头,${others}配合${due ? `,${due}${task.due && layout.until !== 'before-finish' ? '完成' : ''}` : ''})`,
        lines: [],
      };
    case 'by-duty':
      return {
        tail: `(${others}按职责分工负责${due ? `,${due}${task.due && layout.until !== 'before-finish' ? '完成' : ''}` : ''})`,
        lines: [],
      };
    case 'comma-roles':
      return inside(`${layout.lead}:${leads},${layout.rest}:${others}`);
    case 'same-line-roles':
      return below(`${layout.lead}:${leads} ${layout.rest}:${others}`);
    case 'host-roles':
      return below(`主办单位:${leads}`, `协办单位:${others}`);
    case 'short-roles':
      return inside(`牵头:${leads};配合:${others}`);
    case 'division-line':
      return below(`责任分工:${leads}牵头,${others}参与`);
    case 'first-marked':
      return below(
        `${layout.only}:${list([...task.leadUnits.map((unit) => `${unit}(牵头)`), ...task.responsibleUnits])}`,
      );
    case 'bare-first-leads':
      return inside(`${all}${first ? '负责,列第一位者为牵头单位,下同' : ''}`);
    case 'in-charge':
      return inside(`${leads}负责,${others}配合`);
    case 'all-in-charge':
      return inside(`${others}负责`);
    case 'and-others':
      return inside(`${others}等部门按职责分工负责`);
    case 'sentence':
      return {
        tail: `${due && task.due ? `${due}${layout.until === 'before-finish' ? '' : '完成'}。` : ''}由${leads}牵头,${others}配合。`,
        lines: [],
      };
    case 'table':
    case 'table-beside-body':
      return { tail: '', lines: [] };
  }
}

const HEADS: readonly (readonly [no: string, title: string, lead: string, due: string])[] = [
  ['序号', '重点任务', '牵头单位', '完成时限'],
  ['序号', '工作任务', '牵头部门', '完成时间'],
  ['编号', '工作内容', '牵头单位', '时限要求'],
  ['序号', '任务名称', '牵头责任单位', '时间节点'],
];

/** A table of tasks, a line a row, its columns named and ordered in one of the ways that offices use. */
export function printTaskTable({ pick, chance }: Random, tasks: readonly Task[], layout: Layout): string[] {
  const list = (units: string[]) => units.join(layout.separator === ' ' ? '、' : layout.separator);
  const [no, title, lead, due] = pick(HEADS);
  const leader = chance(0.25);
  const measure = chance(0.3);
  const dueFirst = chance(0.2);
  const order = <T>(dated: T[], units: T[]) => (dueFirst ? [...dated, ...units] : [...units, ...dated]);
  const dated = layout.due !== 'none';
  const row = (
    number: string,
    name: string,
    means: string,
    chief: string,
    leads: string,
    others: string,
    until: string,
  ) => [
    number,
    name,
    ...(measure ? [means] : []),
    ...(leader ? [chief] : []),
    ...order(dated ? [until] : [], [leads, others]),
  ];
  const rows = tasks.map((task, index) =>
    row(
      String(index + 1),
      task.title,
      pick(TASK_SENTENCES),
      '分管负责同志',
      list(task.leadUnits),
      list(task.responsibleUnits),
      printDue(task.due, layout.until),
    ),
  );
  return [row(no, title, '工作措施', '责任领导', lead, layout.rest, due), ...rows].map((cells) => cells.join('\t'));
}
