import { itemLabel, shorten } from '../../chat/item-label.ts';
import type { PlanPhase, PlanTarget, PlanTask, PrintedDate } from '../types.ts';

export const quoted = (text: string): string => `“${shorten(text, 60)}”`;

/** 第(一)项“开展宣传培训”. */
export const taskText = ({ no, title }: PlanTask): string =>
  no === null ? quoted(title) : `${itemLabel(no, title)}${quoted(title)}`;

/** 2026年11月30日, 2026年11月 or 2026年, as precise as printed. */
export function printedDateText(date: PrintedDate | null): string {
  if (date === null) return '未定';
  const [year, month, day] = date.split('-').map(Number);
  return [`${year}年`, month === undefined ? '' : `${month}月`, day === undefined ? '' : `${day}日`].join('');
}

export const spanText = ({ start, end }: Pick<PlanPhase, 'start' | 'end'>): string =>
  `${printedDateText(start)}至${printedDateText(end)}`;

export const obligationText = (obligation: PlanTask['obligation']): string =>
  obligation === null ? '未注明' : obligation === 'mandatory' ? '必做' : '选做';

const COMPARATORS: Record<NonNullable<PlanTarget['comparator']>, string> = {
  '>=': '不少于',
  '>': '超过',
  '=': '为',
  '<=': '不超过',
  '<': '低于',
  range: '为',
  increase: '增长',
};

const PERIODS: Record<string, string> = { year: '年', 'half-year': '半年', quarter: '季度', month: '月' };

/** 累计保护工作站不少于20家(每年,2025年)。 */
export function targetText({ name, comparator, value, max, unit, baseline, per, by }: PlanTarget): string {
  const figure = value === null ? '' : `${value}${max === null ? '' : `至${max}`}${unit ?? ''}`;
  const more = [baseline && `基数${baseline}`, per && `每${PERIODS[per] ?? per}`, by && printedDateText(by)].filter(
    Boolean,
  );
  return `${name}${comparator === null ? '' : COMPARATORS[comparator]}${figure}${more.length > 0 ? `(${more.join(',')})` : ''}`;
}

export const listText = (items: readonly string[]): string => (items.length === 0 ? '无' : items.join('、'));
