import type { PlanPhase, PlanTask, PrintedDate } from '../plan/types.ts';
import type { CleanText } from './clean-text.ts';
import type { Outline } from './outline-types.ts';
import type { DraftPlan, Reading, SourceDocument, Span } from './types.ts';
import { kindOfPhase } from '../plan/phase-kind.ts';
import { PHASE_KINDS } from '../plan/types.ts';
import { deriveUnits } from '../plan/units.ts';
import { clean } from './clean.ts';
import { addFigures } from './figures/add-figures.ts';
import { findHead, placeOfOwners } from './head/find-head.ts';
import { findPeriod } from './head/find-period.ts';
import { findTitle, type FoundTitle } from './head/find-title.ts';
import { outline } from './outline.ts';
import { findPhases, type DraftPhase } from './phases.ts';
import { readPlanTables } from './plan-sheet/read-plan-tables.ts';
import { findings } from './questions.ts';
import { sectionTasks } from './tasks.ts';
import { tableTasks } from './tasks/table-tasks.ts';
import type { DraftTask } from './tasks/draft-task.ts';
import { settleRoles } from './tasks/settle-roles.ts';
import { unitClauses } from './units/unit-clauses.ts';

/** What is printed at a place, line breaks within it taken out. */
const printed = ({ text }: CleanText, { start, end }: Span): string =>
  text
    .slice(start, end)
    .replace(/\s*\n\s*/g, '')
    .trim();

const planTask = (text: CleanText, task: DraftTask): PlanTask => {
  const named = (role: DraftTask['owners'][number]['role']): string[] => [
    ...new Set(task.owners.filter((owner) => owner.role === role).map((owner) => printed(text, owner))),
  ];
  return {
    no: task.no,
    section: task.section ? printed(text, task.section) : null,
    title: printed(text, task.title),
    leadUnits: named('lead'),
    responsibleUnits: named('responsible'),
    otherUnits: named('supporting'),
    obligation: task.obligation,
    ...(task.due ? { due: task.due.date } : {}),
  };
};

const planPhase = (text: CleanText, phase: DraftPhase, at: number, all: readonly DraftPhase[]): PlanPhase => {
  const name = printed(text, phase.name);
  const kind =
    kindOfPhase(name, at, all.length) ?? PHASE_KINDS[at === 0 ? 0 : at === all.length - 1 ? 2 : 1] ?? 'implementation';
  return { name, kind, start: phase.start, end: phase.end, duties: [] };
};

/** The year meant by dates that print none: that of the plan's issue, of its title, else the first in its text. */
const yearOfPlan = (issuedOn: PrintedDate | null, title: string, simplified: string): number | null => {
  const year =
    issuedOn?.slice(0, 4) ?? /(?:19|20)\d{2}/.exec(title)?.[0] ?? /((?:19|20)\d{2}) ?年/.exec(simplified)?.[1];
  return year === undefined ? null : Number(year);
};

/** The head of a table is no title, though it says 重点任务. */
const wholeLine = (simplified: string, found: FoundTitle | null): FoundTitle | null =>
  found && simplified.slice(found.title.start, found.title.end).includes('\t') ? null : found;

/** Rows of tables count where no heading names an owner: a workbook, a 任务分解表 behind a short text. */
function draftTasks({ format }: SourceDocument, parts: Outline, text: CleanText, year: number | null): DraftTask[] {
  const rows = tableTasks(parts.tables, text.simplified, year);
  if (rows.length > 0 && (format === 'xlsx' || format === 'csv')) return rows;
  const sections = sectionTasks(parts, text, year);
  const named = (tasks: readonly DraftTask[]): boolean => tasks.some(({ owners }) => owners.length > 0);
  return rows.length > 0 && (sections.length === 0 || (named(rows) && !named(sections))) ? rows : sections;
}

/** A published plan as a draft: its facts, where each stands, and what is open. Total: any text gets an answer. */
export function readPlan(source: SourceDocument): Reading {
  const own = source.format === 'xlsx' ? readPlanTables(source) : null;
  if (own) return own;
  const text = clean(source);
  const { simplified } = text;
  const found = wholeLine(simplified, findTitle(simplified));
  const parts = outline(text, source.blocks, found?.end ?? 0);
  const head = findHead(text, parts, found);
  const title = found ? printed(text, found.title) : '';
  const year = yearOfPlan(head.issuedOn?.date ?? null, title, simplified);
  const phases = findPhases(parts, text, year);
  const clauses = unitClauses(simplified);
  const tasks = draftTasks(source, parts, text, year).map((task) => settleRoles(task, clauses));
  if (tasks.length === 0)
    return {
      kind: 'not-a-plan',
      code: 'no-tasks',
      reason: '文中没有读到可以落实的任务,请确认文件是否为工作方案、工作计划或任务分解表。',
    };
  const open = findings(text);
  const { anchors, questions, anchor } = open;
  const planPhases = phases.map((phase, at) => planPhase(text, phase, at, phases));
  const period = findPeriod(
    simplified,
    found?.title ?? null,
    {
      whole: { start: found?.end ?? 0, end: simplified.length },
      preamble: { start: found?.end ?? 0, end: parts.head.end },
    },
    planPhases.map((phase, at) => ({ phase, at: phases[at]?.dates ?? { start: 0, end: 0 } })),
  );
  anchor('/title', found?.title ?? null);
  anchor('/docNumber', head.docNumber);
  anchor('/issuedOn', head.issuedOn?.at ?? null);
  anchor('/issuer', head.issuer);
  anchor('/place', head.place);
  anchor('/period/start', period.start?.at ?? null);
  anchor('/period/end', period.end?.at ?? null);
  phases.forEach(({ name, dates }, at) => {
    anchor(`/phases/${at}/name`, name);
    anchor(`/phases/${at}/start`, dates);
    anchor(`/phases/${at}/end`, dates);
  });
  tasks.forEach((task, at) => {
    anchor(`/tasks/${at}/no`, task.noAt);
    anchor(`/tasks/${at}/title`, task.title);
    anchor(`/tasks/${at}/section`, task.section);
    anchor(`/tasks/${at}/due`, task.due?.at ?? null);
  });
  const issuedOn = head.issuedOn?.date ?? null;
  const bodies = phases.map(({ body }) => body);
  const figures = addFigures(text, parts, { title, issuedOn, phases: planPhases }, bodies, open);
  const facts: DraftPlan = {
    title,
    docNumber: head.docNumber ? printed(text, head.docNumber) : null,
    issuedOn,
    issuer: head.issuer ? printed(text, head.issuer) : null,
    place: head.place
      ? printed(text, head.place)
      : placeOfOwners(tasks.flatMap(({ owners }) => owners.map((owner) => printed(text, owner)))),
    period: { start: period.start?.date ?? null, end: period.end?.date ?? null },
    tasks: tasks.map((task) => planTask(text, task)),
    ...figures,
    units: [],
    contacts: [],
  };
  return { kind: 'plan', plan: { ...facts, units: deriveUnits(facts) }, anchors, questions, notes: text.notes };
}
