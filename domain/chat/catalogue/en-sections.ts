import { assertNever } from '../../assert-never.ts';
import { isAsked } from '../addressing.ts';
import { shorten } from '../item-label.ts';
import { cycleText, dayText, fullDayText, momentWithWeekday } from '../local-text.ts';
import type { PromptLineView } from '../message.ts';
import type { Section } from '../sections.ts';
import { enLate } from './en-late.ts';
import { count, label, lastTime, left, listed, others, role, subject } from './en-lines.ts';
import type { Wording } from './types.ts';

/** Messages 1–4 and 催办 of policy.md; the relation of the unit decides between asking and telling. */
export function enSection(section: Section, w: Wording): string[] {
  switch (section.kind) {
    case 'receipt':
      return receipt(section, w);
    case 'report':
      return report(section, w);
    case 'due':
      return due(section, w);
    case 'overdue':
    case 'nudge':
      return enLate(section, w);
    default:
      return assertNever(section.kind);
  }
}

function receipt({ unit, relation, lines }: Section, w: Wording): string[] {
  const [first] = lines;
  if (!first) return [];
  const by = momentWithWeekday(first.dueAt, w.zone, w.today, 'en');
  const dueOn = (line: PromptLineView): string =>
    line.taskDueOn ? `due ${fullDayText(line.taskDueOn, 'en')}` : 'no due date';
  const terms = (line: PromptLineView): string => `${dueOn(line)}, progress reported ${line.cadence}.`;
  if (isAsked(relation))
    return [
      `${unit}:`,
      `We kindly ask for your support with the following, and for a contact by ${by}.`,
      ...listed(lines, w, (line) => `${subject(line, w)}${line.taskDueOn ? `, ${dueOn(line)}` : ''}`),
    ];
  if (lines.length === 1)
    return [
      `${unit}:`,
      `${subject(first, w)}: your unit is ${role(first)}.`,
      `It is ${terms(first)}`,
      `Please sign for it by ${by}.${first.no === null ? '' : ` In the plan: ${first.section ? shorten(first.section, 20) : ''}${first.no}.`}`,
    ];
  return [
    `${unit}:`,
    `Please sign for the following ${count(lines.length, 'task')} by ${by}.`,
    ...listed(lines, w, (line) => `${subject(line, w)}: your unit is ${role(line)}; ${terms(line)}`),
  ];
}

function report({ unit, relation, lines }: Section, w: Wording): string[] {
  const [first] = lines;
  if (!first) return [];
  const by = momentWithWeekday(first.dueAt, w.zone, w.today, 'en');
  const period = cycleText(first.cycle, 'en');
  const asked = isAsked(relation) ? 'we kindly ask you to write to us' : 'please report';
  return [
    `${unit}${period === '' ? '' : `, ${period}`}: ${count(lines.length, 'item')}, ${asked} by ${by}.`,
    ...listed(lines, w, (line) => `${label(line, w)}: ${lastTime(line, w)}${others(line)}`),
    'Please give progress, what was done with figures, and problems. You may reply in your own words; it is recorded once you have checked it.',
  ];
}

function due({ unit, relation, lines }: Section, w: Wording): string[] {
  const rows = listed(lines, w, (line) => {
    const title = line.no === null ? '' : ` ${shorten(line.title, 40)}`;
    return `${label(line, w)}${title}: ${dayText(line.dueOn, w.today, 'en')} (${left(line, w)})`;
  });
  const who = w.oneUnit ? 'your unit' : unit;
  if (isAsked(relation))
    return [
      `${count(lines.length, 'task')} supported by ${who} will soon be due:`,
      ...rows,
      'If it is done, we kindly ask you to write to us; if time is short, please talk to our office.',
    ];
  return [
    `${count(lines.length, 'task')} of ${who} will soon be due:`,
    ...rows,
    'If it is done, please send the evidence; if more time is needed, please ask at least 3 working days before the date.',
  ];
}
