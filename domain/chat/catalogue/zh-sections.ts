import { assertNever } from '../../assert-never.ts';
import { addressOf, isAsked } from '../addressing.ts';
import { shorten } from '../item-label.ts';
import { cycleText, dayText, fullDayText, momentWithWeekday } from '../local-text.ts';
import type { PromptLineView } from '../message.ts';
import type { Section } from '../sections.ts';
import type { Wording } from './types.ts';
import { late } from './zh-late.ts';
import { label, lastTime, left, listed, others, role, sectionNumber, subject, whose } from './zh-lines.ts';

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
    return [
      `${unit}:`,
      asked,
      ...listed(
        lines,
        w,
        (line) => `${subject(line, w)}${line.taskDueOn ? ` 办结时限${fullDayText(line.taskDueOn)}` : ''}`,
      ),
    ];
  }
  if (lines.length === 1) {
    const source = first.no === null ? '' : `原文:${first.section ? sectionNumber(first.section) : ''}${first.no}。`;
    return [`${unit}:`, `${subject(first, w)},${you}为${role(first)}。`, terms(first), `请于${by}前签收。${source}`];
  }
  return [
    `${unit}:`,
    `下列${lines.length}项任务,请于${by}前签收。`,
    ...listed(lines, w, (line) => `${subject(line, w)},${you}为${role(line)}。${terms(line)}`),
  ];
}

function report({ unit, relation, lines }: Section, w: Wording): string[] {
  const [first] = lines;
  if (!first) return [];
  const you = addressOf(unit, relation);
  const by = momentWithWeekday(first.dueAt, w.zone, w.today);
  const asked = isAsked(relation);
  return [
    `${unit}${cycleText(first.cycle)},共${lines.length}项,${asked ? `商请于${by}前函告进展。` : `请于${by}前报送。`}`,
    ...listed(lines, w, (line) => `${label(line, w)} ${lastTime(line, w)}${others(line)}`),
    `请报进度、完成事项及数据、存在问题。可直接回复文字,经${asked ? you : '你'}核对后登记。`,
  ];
}

function due({ unit, relation, lines }: Section, w: Wording): string[] {
  const who = whose(unit, relation, w);
  const rows = listed(
    lines,
    w,
    (line) =>
      `${label(line, w)}${line.no === null ? '' : shorten(line.title, 40)} ${dayText(line.dueOn, w.today)}(${left(line, w)})`,
  );
  if (isAsked(relation))
    return [
      `${who}协办的${lines.length}项任务临近时限:`,
      ...rows,
      '已完成的,商请函告有关情况;时间确有困难的,请与我办沟通。',
    ];
  return [`${who}${lines.length}项任务临近时限:`, ...rows, '已完成的请报送佐证;确需延期的,应于到期3个工作日前提出。'];
}
