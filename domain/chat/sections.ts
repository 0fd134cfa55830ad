import type { UnitRelation } from '../plan/types.ts';
import type { PromptLineView } from './message.ts';

/** Kinds of message in the order of urgency, which is their order in a digest. */
export const SECTION_KINDS = ['overdue', 'nudge', 'due', 'report', 'receipt'] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];

/** Lines that are said in one breath: one kind, one unit, and for receipts and reports one due instant. */
export interface Section {
  kind: SectionKind;
  unit: string;
  relation: UnitRelation;
  lines: PromptLineView[];
}

/** Which of the forms of policy.md ("Messages") a rung takes. */
export function sectionKind(line: PromptLineView): SectionKind {
  if (line.rung.startsWith('nudge-')) return 'nudge';
  if (/^(o\d|w\d|office)$/.test(line.rung)) return 'overdue';
  if (line.duty === 'receipt') return line.workingDaysToDue < 0 ? 'overdue' : 'receipt';
  return line.duty === 'report' ? 'report' : 'due';
}

/** The lines of one person's digest, grouped; none is dropped. */
export function sectionsOf(lines: PromptLineView[]): Section[] {
  const groups = new Map<string, Section>();
  for (const line of lines) {
    const kind = sectionKind(line);
    const own = kind === 'receipt' || kind === 'report' ? `${line.cycle}|${line.dueAt}` : '';
    const key = [kind, line.unit, line.relation, own].join('|');
    const group = groups.get(key);
    if (group) group.lines.push(line);
    else groups.set(key, { kind, unit: line.unit, relation: line.relation, lines: [line] });
  }
  const order = (section: Section): number => SECTION_KINDS.indexOf(section.kind);
  return [...groups.values()].sort((a, b) => order(a) - order(b));
}
