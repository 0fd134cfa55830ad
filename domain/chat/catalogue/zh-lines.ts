import type { UnitRelation } from '../../plan/types.ts';
import { addressOf } from '../addressing.ts';
import { itemLabel, itemName, planName, shorten } from '../item-label.ts';
import { dayText, localDay, localTime } from '../local-text.ts';
import type { PromptLineView } from '../message.ts';
import type { Wording } from './types.ts';

export const left = (line: PromptLineView, w: Wording): string =>
  line.dueOn === w.today
    ? `今日${localTime(line.dueAt, w.zone)}到期`
    : `剩${Math.max(0, line.workingDaysToDue)}个工作日`;

const FIGURES_SHOWN = 2;

export function lastTime(line: PromptLineView, w: Wording): string {
  const on = line.lastReportOn ? `(${dayText(localDayOf(line.lastReportOn, w), w.today)})` : '';
  const figures = (line.lastFigures ?? []).slice(0, FIGURES_SHOWN);
  const known = [
    ...(line.progress === null ? [] : [`${line.progress}%`]),
    ...figures.map(({ name, value, unit }) => `${shorten(name, 16)}${value}${unit}`),
  ];
  if (known.length > 0) return `上次登记${known.join(',')}${on}`;
  return line.lastWords ? `上次登记"${shorten(line.lastWords, 30)}"${on}` : '尚无登记';
}

const localDayOf = (date: string, w: Wording): string => (date.length === 10 ? date : localDay(date, w.zone));

export const whose = (unit: string, relation: UnitRelation, w: Wording): string =>
  w.oneUnit ? addressOf(unit, relation) : unit;

export const role = (line: PromptLineView): string =>
  line.role === 'responsible'
    ? '责任单位'
    : line.assumedLead
      ? '牵头单位(按首位责任单位认定,待办公室确认)'
      : '牵头单位';

export const subject = (line: PromptLineView, w: Wording): string =>
  `${planName(line.planTitle, w.onePlan)}${itemName(line.no, line.title)}`;

export const label = (line: PromptLineView, w: Wording): string =>
  `${w.onePlan ? '' : planName(line.planTitle, false)}${itemLabel(line.no, line.title)}`;

/** 三、主要任务 → 三; a section without a number is named whole. */
export const sectionNumber = (section: string): string =>
  /^([一二三四五六七八九十]+)[、.]/.exec(section)?.[1] ?? `${shorten(section, 20)} `;

export function listed(lines: PromptLineView[], w: Wording, row: (line: PromptLineView) => string): string[] {
  const shown = lines.slice(0, w.listMax).map((line, index) => `${index + 1}.${row(line)}`);
  return lines.length > w.listMax ? [...shown, `另有${lines.length - w.listMax}项,请在收件箱查看。`] : shown;
}

/** Who of the others has reported, for the unit that adds them up. */
export const others = ({ rollUp }: PromptLineView): string => (rollUp ? `;其他承办单位${rollUp.status}` : '');
