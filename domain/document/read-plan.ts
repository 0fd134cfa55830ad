import type { Outline } from './outline-types.ts';
import type { DraftPlan, Reading, SourceDocument, Span } from './types.ts';
import { undatedPhases } from '../plan/propose-phases.ts';
import { askDoubts } from './ask/ask-doubts.ts';
import { askHead } from './ask/ask-head.ts';
import { askPhaseDoubts } from './ask/ask-phase-doubts.ts';
import { askPhases } from './ask/ask-phases.ts';
import { askSecondLook } from './ask/ask-second-look.ts';
import { askTasks } from './ask/ask-tasks.ts';
import { askUnits } from './ask/ask-units.ts';
import { clean } from './clean.ts';
import { addFigures } from './figures/add-figures.ts';
import { findHead, placeOfOwners } from './head/find-head.ts';
import { findOfficeHost } from './head/find-office.ts';
import { findPeriod } from './head/find-period.ts';
import { planYear } from './head/plan-year.ts';
import { findTitle, type FoundTitle } from './head/find-title.ts';
import { notAPlan } from './not-a-plan.ts';
import { outline } from './outline.ts';
import { numberMark } from './outline/number-mark.ts';
import { findPhases } from './phases.ts';
import { planPhases, planTask, printed } from './plan-parts.ts';
import { readPlanTables } from './plan-sheet/read-plan-tables.ts';
import { findings } from './questions.ts';
import { setAnchors } from './set-anchors.ts';
import { allTasks } from './tasks/all-tasks.ts';
import { withOwnersByNumber } from './tasks/owners-by-number.ts';
import { settleRoles } from './tasks/settle-roles.ts';
import { columnKind } from './tasks/table-columns.ts';
import { withoutMeasures } from './tasks/without-measures.ts';
import { resolveUnits } from './units/resolve-units.ts';
import { unitClauses } from './units/unit-clauses.ts';

/** Stands for a title until somebody gives it. */
const UNTITLED = '未读到标题的方案';

/** The first number of a document that doesn't begin with one, two at most: its beginning is missing. */
function fragmentIn({ sections }: Outline): Span | null {
  const [first] = sections;
  if (!first || first.no === null) return null;
  const mark = numberMark(`${first.no}甲`);
  return mark !== null && mark.value > 1
    ? { start: first.whole.start, end: first.whole.start + first.no.length }
    : null;
}

/** The head of a table is no title, though it says 重点任务. */
function wholeLine(simplified: string, found: FoundTitle | null): FoundTitle | null {
  if (!found) return null;
  const said = simplified.slice(found.title.start, found.title.end);
  return said.includes('\t') || (found.from === 'first-line' && columnKind(said) !== null) ? null : found;
}

/** A published plan as a draft: its facts, where each stands, and what is open. Total: any text gets an answer. */
export function readPlan(source: SourceDocument): Reading {
  const own = source.format === 'xlsx' ? readPlanTables(source) : null;
  if (own) return own;
  const text = clean(source);
  const { simplified } = text;
  const title = wholeLine(simplified, findTitle(simplified));
  const parts = outline(text, source.blocks, title?.end ?? 0);
  const head = findHead(text, parts, title);
  const name = (title ? printed(text, title.title) : '') || UNTITLED;
  const issuedOn = head.issuedOn?.date ?? null;
  const { year, guessed } = planYear(issuedOn, name, simplified);
  const clauses = unitClauses(simplified);
  const owned = withOwnersByNumber(allTasks(source.format, parts, text, year), simplified);
  const tasks = withoutMeasures(owned, simplified).map((task) => settleRoles(task, clauses));
  const refusal = notAPlan(simplified, title, parts, tasks);
  if (refusal) return refusal;
  const open = findings(text);
  const found = findPhases(parts, text, { year, guessed, issuedOn });
  const phases = planPhases(text, found);
  const period = findPeriod(
    simplified,
    title?.title ?? null,
    {
      whole: { start: title?.end ?? 0, end: simplified.length },
      preamble: { start: title?.end ?? 0, end: parts.head.end },
    },
    phases.map((phase, at) => ({ phase, at: found[at]?.dates ?? { start: 0, end: 0 } })),
  );
  const figures = addFigures(
    text,
    parts,
    { title: name, issuedOn, phases },
    found.map(({ body }) => body),
    open,
  );
  const host = findOfficeHost(simplified);
  const office = { ...figures.office, host: figures.office.host ?? (host ? printed(text, host) : null) };
  const owners = tasks.flatMap((task) => task.owners.map((at) => ({ name: printed(text, at), at })));
  const units = resolveUnits([...owners.map((owner) => owner.name), ...(office.host === null ? [] : [office.host])]);
  const plan: DraftPlan = {
    title: name,
    docNumber: head.docNumber ? printed(text, head.docNumber) : null,
    issuedOn,
    issuer: head.issuer ? printed(text, head.issuer) : null,
    place: head.place ? printed(text, head.place) : placeOfOwners(owners.map((owner) => owner.name)),
    period: { start: period.start?.date ?? null, end: period.end?.date ?? null },
    tasks: tasks.map((task) => planTask(text, task)),
    ...figures,
    phases: found.length > 0 ? figures.phases : undatedPhases(),
    office,
    units: units.map(({ unit }) => unit),
    contacts: [],
  };
  setAnchors(open, { title, head, period, phases: found, tasks, plan, printed: (span) => printed(text, span) });
  askHead(open, { plan, title, head, period, fragment: fragmentIn(parts) });
  askPhases(open, plan, found);
  askTasks(open, { plan, found: tasks, clauses, simplified, printed: (span) => printed(text, span) });
  askPhaseDoubts(open, { outline: parts, simplified, year, found, phases, printed: (span) => printed(text, span) });
  askDoubts(open, { plan, tasks, outline: parts, simplified, printed: (span) => printed(text, span) });
  askSecondLook(open, { plan, tasks, simplified, printed: (span) => printed(text, span) });
  askUnits(open, units, (unit) => owners.find((owner) => owner.name === unit)?.at ?? host);
  return { kind: 'plan', plan, anchors: open.anchors, questions: open.questions, notes: text.notes };
}
