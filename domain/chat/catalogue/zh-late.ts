import type { DutyKind } from '../../supervision/types.ts';
import { addressOf, isAsked } from '../addressing.ts';
import { momentText, momentWithWeekday } from '../local-text.ts';
import type { PromptLineView } from '../message.ts';
import type { Section } from '../sections.ts';
import type { Wording } from './types.ts';
import { label, left, listed, whose } from './zh-lines.ts';

/** Message 4 and 催办: what is missing since when, and who is told next. */
export function late({ unit, relation, lines }: Section, w: Wording): string[] {
  const [first] = lines;
  if (!first) return [];
  const asked = isAsked(relation);
  const missing = lines.every((line) => line.duty === 'receipt')
    ? asked
      ? '尚未收到回复'
      : '尚未签收'
    : '尚未收到办理情况';
  const limit = (line: PromptLineView): string => momentText(line.dueAt, w.zone, w.today);
  const what = (line: PromptLineView): string => `${label(line, w)}${DUTY_NAMES[line.duty]}`;
  const head =
    lines.length === 1
      ? [`${w.oneUnit ? '' : `${unit}`}${what(first)}时限为${limit(first)},${state(first, w)},${missing}。`]
      : [
          `${whose(unit, relation, w)}下列${lines.length}项${missing}:`,
          ...listed(lines, w, (line) => `${what(line)} 时限${limit(line)}(${state(line, w)})`),
        ];
  return [
    ...head,
    `${plea(lines, asked, addressOf(unit, relation))}${warning(lines, asked, addressOf(unit, relation), w)}`,
  ];
}

const DUTY_NAMES: Record<DutyKind, string> = { receipt: '任务签收', report: '进展报送', completion: '办结' };

function plea(lines: PromptLineView[], asked: boolean, you: string): string {
  if (asked) return `商请${you}函告进展或说明有关情况。`;
  if (lines.every((line) => line.duty === 'receipt')) return '请签收;职责有异议的,请予说明。';
  // To the supervisor: not the one who writes the report.
  return lines.every((line) => line.rung === 'o5') ? '请督促承办同志报送进展或说明原因。' : '请报送进展或说明原因。';
}

function warning(lines: PromptLineView[], asked: boolean, you: string, w: Wording): string {
  const by = lines
    .map((line) => line.escalateBy)
    .filter((at) => at !== null)
    .sort()[0];
  if (asked || by === undefined) return '';
  return `${momentWithWeekday(by, w.zone, w.today)}前仍未报送的,经办公室核定,向${you}分管负责同志提示。`;
}

function state(line: PromptLineView, w: Wording): string {
  if (line.workingDaysToDue < 0) return `已逾期${-line.workingDaysToDue}个工作日`;
  return line.dueOn < w.today ? '已到时限' : left(line, w);
}
