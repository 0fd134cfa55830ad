import { assertNever } from '../../assert-never.ts';
import type { DutyKind } from '../../supervision/types.ts';
import { addressOf, isAsked } from '../addressing.ts';
import { itemLabel, itemName, planName, shorten } from '../item-label.ts';
import { cycleText, dayText, fullDayText, localDay, localTime, momentText, momentWithWeekday } from '../local-text.ts';
import type { PromptLineView } from '../message.ts';
import type { Section } from '../sections.ts';
import type { Wording } from './types.ts';

/** Messages 1–4 and 催办 of policy.md; the relation of the unit decides between asking and telling. */
export function zhSection(section: Section, w: Wording): string[] {
  switch (section.kind) {
    case 'receipt':
      return receipt(section, w);
    case 'report':
      return report(section, w);
    case 'due':
      return due(section, w);
    case 'overdue':
    case 'nudge':
      return late(section, w);
    default:
      return assertNever(section.kind);
  }
}

function receipt({ unit, relation, lines }: Section, w: Wording): string[] {
  const [first] = lines;
  if (!first) return [];
  const you = addressOf(unit, relation);
  const by = momentWithWeekday(first.dueAt, w.zone, w.today);
  const terms = (line: PromptLineView): string =>
    `${line.taskDueOn ? `办结时限${fullDayText(line.taskDueOn)},` : ''}进展按${line.cadence === 'monthly' ? '月' : '季'}报送。`;
  if (isAsked(relation)) {
    const asked = `商请${you}支持下列事项,请于${by}前确认联络员。`;
    return [`${unit}:`, asked, ...listed(lines, w, (line) => `${subject(line, w)}${line.taskDueOn ? ` 办结时限${fullDayText(line.taskDueOn)}` : ''}`)];
  }
  if (lines.length === 1) {
    const source = first.no === null ? '' : `原文:${first.section ? sectionNumber(first.section) : ''}${first.no}。`;
    return [`${unit}:`, `${subject(first, w)},${you}为${role(first)}。`, terms(first), `请于${by}前签收。${source}`];
  }
  return [`${unit}:`, `下列${lines.length}项任务,请于${by}前签收。`, ...listed(lines, w, (line) => `${subject(line, w)},${you}为${role(line)}。${terms(line)}`)];
}

function report({ unit, relation, lines }: Section, w: Wording): string[] {
  const [first] = lines;
  if (!first) return [];
  const you = addressOf(unit, relation);
  const by = momentWithWeekday(first.dueAt, w.zone, w.today);
  const asked = isAsked(relation);
  return [
    `${unit}${cycleText(first.cycle)},共${lines.length}项,${asked ? `商请于${by}前函告进展。` : `请于${by}前报送。`}`,
    ...listed(lines, w, (line) => `${label(line, w)} ${lastTime(line, w)}`),
    `请报进度、完成事项及数据、存在问题。可直接回复文字,经${asked ? you : '你'}核对后登记。`,
  ];
}

function due({ unit, relation, lines }: Section, w: Wording): string[] {
  const who = whose(unit, relation, w);
  const rows = listed(lines, w, (line) => `${label(line, w)}${line.no === null ? '' : shorten(line.title, 40)} ${dayText(line.dueOn, w.today)}(${left(line, w)})`);
  if (isAsked(relation)) return [`${who}协办的${lines.length}项任务临近时限:`, ...rows, '已完成的,商请函告有关情况;时间确有困难的,请与我办沟通。'];
  return [`${who}${lines.length}项任务临近时限:`, ...rows, '已完成的请报送佐证;确需延期的,应于到期3个工作日前提出。'];
}

function late({ unit, relation, lines }: Section, w: Wording): string[] {
  const [first] = lines;
  if (!first) return [];
  const asked = isAsked(relation);
  const missing = lines.every((line) => line.duty === 'receipt') ? (asked ? '尚未收到回复' : '尚未签收') : '尚未收到办理情况';
  const limit = (line: PromptLineView): string => momentText(line.dueAt, w.zone, w.today);
  const what = (line: PromptLineView): string => `${label(line, w)}${DUTY_NAMES[line.duty]}`;
  const head =
    lines.length === 1
      ? [`${w.oneUnit ? '' : `${unit}`}${what(first)}时限为${limit(first)},${state(first, w)},${missing}。`]
      : [`${whose(unit, relation, w)}下列${lines.length}项${missing}:`, ...listed(lines, w, (line) => `${what(line)} 时限${limit(line)}(${state(line, w)})`)];
  return [...head, `${plea(lines, asked, addressOf(unit, relation))}${warning(lines, asked, addressOf(unit, relation), w)}`];
}

const DUTY_NAMES: Record<DutyKind, string> = { receipt: '任务签收', report: '进展报送', completion: '办结' };

function plea(lines: PromptLineView[], asked: boolean, you: string): string {
  if (asked) return `商请${you}函告进展或说明有关情况。`;
  if (lines.every((line) => line.duty === 'receipt')) return '请签收;职责有异议的,请予说明。';
  // To the supervisor: not the one who writes the report.
  return lines.every((line) => line.rung === 'o5') ? '请督促承办同志报送进展或说明原因。' : '请报送进展或说明原因。';
}

function warning(lines: PromptLineView[], asked: boolean, you: string, w: Wording): string {
  const by = lines.map((line) => line.escalateBy).filter((at) => at !== null).sort()[0];
  if (asked || by === undefined) return '';
  return `${momentWithWeekday(by, w.zone, w.today)}前仍未报送的,经办公室核定,向${you}分管负责同志提示。`;
}

function state(line: PromptLineView, w: Wording): string {
  if (line.workingDaysToDue < 0) return `已逾期${-line.workingDaysToDue}个工作日`;
  return line.dueOn < w.today ? '已到时限' : left(line, w);
}

const left = (line: PromptLineView, w: Wording): string =>
  line.dueOn === w.today ? `今日${localTime(line.dueAt, w.zone)}到期` : `剩${Math.max(0, line.workingDaysToDue)}个工作日`;

function lastTime(line: PromptLineView, w: Wording): string {
  const on = line.lastReportOn ? `(${dayText(localDayOf(line.lastReportOn, w), w.today)})` : '';
  if (line.progress !== null) return `上次登记${line.progress}%${on}`;
  return line.lastWords ? `上次登记"${shorten(line.lastWords, 30)}"${on}` : '尚无登记';
}

const localDayOf = (date: string, w: Wording): string => (date.length === 10 ? date : localDay(date, w.zone));

const whose = (unit: string, relation: Section['relation'], w: Wording): string => (w.oneUnit ? addressOf(unit, relation) : unit);

const role = (line: PromptLineView): string =>
  line.role === 'responsible' ? '责任单位' : line.assumedLead ? '牵头单位(按首位责任单位认定,待办公室确认)' : '牵头单位';

const subject = (line: PromptLineView, w: Wording): string => `${planName(line.planTitle, w.onePlan)}${itemName(line.no, line.title)}`;

const label = (line: PromptLineView, w: Wording): string =>
  `${w.onePlan ? '' : planName(line.planTitle, false)}${itemLabel(line.no, line.title)}`;

/** 三、主要任务 → 三; a section without a number is named whole. */
const sectionNumber = (section: string): string => /^([一二三四五六七八九十]+)[、.]/.exec(section)?.[1] ?? `${shorten(section, 20)} `;

function listed(lines: PromptLineView[], w: Wording, row: (line: PromptLineView) => string): string[] {
  const shown = lines.slice(0, w.listMax).map((line, index) => `${index + 1}.${row(line)}`);
  return lines.length > w.listMax ? [...shown, `另有${lines.length - w.listMax}项,请在收件箱查看。`] : shown;
}
