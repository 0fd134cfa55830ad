import { itemLabel, itemName, shorten } from '../item-label.ts';
import { dayText, localDay, localTime } from '../local-text.ts';
import type { PromptLineView } from '../message.ts';
import type { Wording } from './types.ts';

/** 1 item · 3 items */
export const count = (many: number, one: string): string => `${many} ${one}${many === 1 ? '' : 's'}`;

export const left = (line: PromptLineView, w: Wording): string =>
  line.dueOn === w.today
    ? `due today ${localTime(line.dueAt, w.zone)}`
    : `${count(Math.max(0, line.workingDaysToDue), 'working day')} left`;

const FIGURES_SHOWN = 2;

export function lastTime(line: PromptLineView, w: Wording): string {
  const on = line.lastReportOn
    ? ` (${dayText(line.lastReportOn.length === 10 ? line.lastReportOn : localDay(line.lastReportOn, w.zone), w.today, 'en')})`
    : '';
  const figures = (line.lastFigures ?? []).slice(0, FIGURES_SHOWN);
  const known = [
    ...(line.progress === null ? [] : [`${line.progress}%`]),
    ...figures.map(({ name, value, unit }) => `${shorten(name, 16)} ${value} ${unit}`),
  ];
  if (known.length > 0) return `last recorded ${known.join(', ')}${on}`;
  return line.lastWords ? `last recorded "${shorten(line.lastWords, 30)}"${on}` : 'nothing recorded yet';
}

export const role = (line: PromptLineView): string =>
  line.role === 'responsible'
    ? 'a responsible unit'
    : line.assumedLead
      ? 'the lead (as the first responsible unit, to be confirmed by the office)'
      : 'the lead';

const plan = (line: PromptLineView): string => `"${shorten(line.planTitle, 40)}"`;

export const subject = (line: PromptLineView, w: Wording): string =>
  `${w.onePlan && line.no !== null ? '' : `${plan(line)}, `}${itemName(line.no, line.title)}`;

export const label = (line: PromptLineView, w: Wording): string =>
  `${w.onePlan ? '' : `${plan(line)}, `}${itemLabel(line.no, line.title)}`;

export function listed(lines: PromptLineView[], w: Wording, row: (line: PromptLineView) => string): string[] {
  const shown = lines.slice(0, w.listMax).map((line, index) => `${index + 1}. ${row(line)}`);
  return lines.length > w.listMax ? [...shown, `${lines.length - w.listMax} more: please see your inbox.`] : shown;
}

/** Who of the others has reported, for the unit that adds them up; the names as they are on record. */
export const others = ({ rollUp }: PromptLineView): string => (rollUp ? `; other units: ${rollUp.status}` : '');
