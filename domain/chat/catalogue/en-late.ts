import type { DutyKind } from '../../supervision/types.ts';
import { isAsked } from '../addressing.ts';
import { momentText, momentWithWeekday } from '../local-text.ts';
import type { PromptLineView } from '../message.ts';
import type { Section } from '../sections.ts';
import { count, label, left, listed } from './en-lines.ts';
import type { Wording } from './types.ts';

const DUTY_NAMES: Record<DutyKind, string> = {
  receipt: 'receipt',
  report: 'progress report',
  completion: 'completion',
};

/** Message 4 and 催办: what is missing since when, and who is told next. */
export function enLate({ unit, relation, lines }: Section, w: Wording): string[] {
  const [first] = lines;
  if (!first) return [];
  const asked = isAsked(relation);
  const isReceipt = lines.every((line) => line.duty === 'receipt');
  const missing = isReceipt ? (asked ? 'not answered yet' : 'not signed for yet') : 'nothing received yet';
  const limit = (line: PromptLineView): string => momentText(line.dueAt, w.zone, w.today, 'en');
  const what = (line: PromptLineView): string => `${label(line, w)}, ${DUTY_NAMES[line.duty]}`;
  const head =
    lines.length === 1
      ? [`${w.oneUnit ? '' : `${unit}: `}${what(first)}: due ${limit(first)}, ${state(first, w)}, ${missing}.`]
      : [
          `${w.oneUnit ? 'Your unit' : unit}: ${count(lines.length, 'item')}, ${missing}:`,
          ...listed(lines, w, (line) => `${what(line)}: due ${limit(line)} (${state(line, w)})`),
        ];
  return [...head, `${plea(lines, asked, isReceipt)}${warning(lines, asked, w)}`];
}

function plea(lines: PromptLineView[], asked: boolean, isReceipt: boolean): string {
  if (asked) return 'We kindly ask you to write to us about the progress.';
  if (isReceipt) return 'Please sign for it; if it is not your duty, please say so.';
  // To the supervisor: not the one who writes the report.
  return lines.every((line) => line.rung === 'o5')
    ? 'Please have the contact report the progress or give the reason.'
    : 'Please report the progress or give the reason.';
}

function warning(lines: PromptLineView[], asked: boolean, w: Wording): string {
  const by = lines
    .map((line) => line.escalateBy)
    .filter((at) => at !== null)
    .sort()[0];
  if (asked || by === undefined) return '';
  return ` If nothing is reported by ${momentWithWeekday(by, w.zone, w.today, 'en')}, the supervisor of your unit is told, once the office agrees.`;
}

function state(line: PromptLineView, w: Wording): string {
  if (line.workingDaysToDue < 0) return `${count(-line.workingDaysToDue, 'working day')} overdue`;
  return line.dueOn < w.today ? 'due' : left(line, w);
}
