import { dayText } from '../../../domain/chat/local-text.ts';
import type { RedatedDate, RedatedPlan, RedatedSpan } from '../../../domain/plan/redate-types.ts';
import type { PlanFacts, PrintedDate } from '../../../domain/plan/types.ts';
import type { LiaisonOf } from '../../../prisma/bound-units.ts';
import type { Plan } from '../../../prisma/generated/client.ts';
import type { PlanRow } from '../../../web/api.ts';

/** A printed date as a person writes it: 2009年11月, 2009年, 2009年11月23日. */
export function printedText(printed: PrintedDate | null): string {
  if (printed === null) return '';
  const [year, month, day] = printed.split('-').map(Number);
  return `${year}年${month === undefined ? '' : `${month}月`}${day === undefined ? '' : `${day}日`}`;
}

/** 2009年11月至2011年6月; one date where both are the same; empty where nothing is printed. */
export function printedSpan(start: PrintedDate | null, end: PrintedDate | null): string {
  const [from, to] = [printedText(start), printedText(end)];
  if (from === to || to === '') return from;
  return from === '' ? `至${to}` : `${from}至${to}`;
}

/** 2026年11月23日至11月30日 */
export const effectiveSpan = ({ start, end }: RedatedSpan): string =>
  start.effective === end.effective
    ? dayText(start.effective, '0000')
    : `${dayText(start.effective, '0000')}至${dayText(end.effective, start.effective)}`;

const print = (date: RedatedDate): PrintedDate | null => date.printed?.text ?? null;

export const printedOf = ({ start, end }: RedatedSpan): string => printedSpan(print(start), print(end));

export interface PlanRowOf {
  row: Pick<Plan, 'id' | 'title' | 'demo' | 'status' | 'facts' | 'dates'>;
  units: { id: string }[];
  tasks: number;
  liaisons: LiaisonOf[];
}

/** A plan in the list: phases by their chosen dates, else as printed. */
export function planRow({ row, units, tasks, liaisons }: PlanRowOf): PlanRow {
  const facts = row.facts as unknown as PlanFacts;
  const dates = row.dates as unknown as RedatedPlan | null;
  const bound = new Set(liaisons.filter(({ channels }) => channels.length > 0).map(({ unitId }) => unitId));
  return {
    id: row.id,
    title: row.title,
    place: facts.place,
    docNumber: facts.docNumber,
    demo: row.demo,
    status: row.status as PlanRow['status'],
    tasks,
    units: units.length,
    unitsBound: units.filter(({ id }) => bound.has(id)).length,
    phases: dates
      ? dates.phases.map((phase) => ({
          kind: phase.kind,
          name: phase.name,
          printed: printedOf(phase),
          start: phase.start.effective,
          end: phase.end.effective,
          proposed: phase.proposed,
        }))
      : facts.phases.map(({ kind, name, start, end, proposed }) => ({
          kind,
          name,
          printed: printedSpan(start, end),
          start: null,
          end: null,
          proposed: proposed ?? false,
        })),
  };
}
