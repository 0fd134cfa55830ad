import { daysBetween, firstDayOf } from '../../calendar/local-date.ts';
import type { Calendar } from '../../calendar/types.ts';
import { byDays, byYears, movedEnd, movedPeriod, movedStart, type Move, type MoveContext } from '../move.ts';
import { planSpan, type DatedPhase } from '../plan-span.ts';
import { postPeriodMatters } from '../post-period.ts';
import { redateTargets } from '../redate-parts.ts';
import type { RedatedDate, RedatedPhase, RedatedPlan, RedatedSpan, RedatedTask } from '../redate-types.ts';
import type { PlanFacts } from '../types.ts';
import type { TaskOrigin } from './apply-changes.ts';

export interface Redating {
  old: PlanFacts;
  dates: RedatedPlan;
  /** The facts after the accepted changes; `came`: each of its tasks' place in `old`, null where it is new. */
  facts: PlanFacts;
  came: (number | null)[];
  calendar: Calendar;
}

/** Where each task stood, for tasks that came by changes on changes. */
export const cameFrom = (origins: readonly TaskOrigin[]): (number | null)[] =>
  origins.map((origin) => ('old' in origin ? origin.old : null));

/**
 * The dates of a running plan after an amendment: what is printed as before keeps its day, what is printed
 * otherwise moves as the plan was moved at its start. Throws CalendarYearMissingError.
 */
export function redateAmended({ old, dates, facts, came, calendar }: Redating): RedatedPlan {
  const context: MoveContext = { calendar, move: moveOf(dates), floor: null };
  const period = amendedPeriod(old, facts, dates.period, context);
  const phases = amendedPhases(old, facts, dates.phases, context);
  const tasks = amendedTasks({ old, dates, facts, came, calendar }, period, phases, context);
  const all = [period, ...phases].flatMap(({ start, end }) => [start, end]).concat(tasks.map(({ due }) => due));
  return {
    ...dates,
    period,
    phases,
    tasks,
    targets: redateTargets(facts, dates.yearsMoved, context),
    postPeriod: postPeriodMatters(facts, calendar, period.end.effective),
    provisional: all.some(({ provisional }) => provisional),
  };
}

/** A rearranged plan moved by days, which its own edge tells; every other one by whole years. */
function moveOf({ mode, period, phases, yearsMoved }: RedatedPlan): Move {
  if (mode !== 'rearrange') return byYears(yearsMoved);
  const edge = [period.start, ...phases.map(({ start }) => start)].find(
    ({ printed, clipped }) => printed !== null && !clipped,
  );
  return edge?.printed ? byDays(daysBetween(firstDayOf(edge.printed.text), edge.effective)) : byYears(yearsMoved);
}

function amendedPeriod(old: PlanFacts, facts: PlanFacts, dates: RedatedSpan, context: MoveContext): RedatedSpan {
  const { start, end } = facts.period;
  const moved = (printed: string): RedatedSpan => movedPeriod(context, printed, printed);
  return {
    start: start === null || start === old.period.start ? dates.start : moved(start).start,
    end: end === null || end === old.period.end ? dates.end : moved(end).end,
  };
}

const datedOf = (facts: PlanFacts): DatedPhase[] => {
  const span = planSpan(facts, null);
  return span.kind === 'phases' ? span.phases : [];
};

/** Phases that nothing dates stay as they were laid. */
function amendedPhases(old: PlanFacts, facts: PlanFacts, dates: RedatedPhase[], context: MoveContext): RedatedPhase[] {
  const [before, after] = [datedOf(old), datedOf(facts)];
  const has = ({ phases }: PlanFacts, kind: string): boolean => phases.some((phase) => phase.kind === kind);
  // What nothing printed stays as it was proposed; what the old text printed goes with it.
  const kept = dates.filter(
    ({ kind, proposed }) => has(facts, kind) || facts.phases.length === 0 || (proposed && !has(old, kind)),
  );
  const made = kept.map((phase): RedatedPhase => {
    const printed = facts.phases.find(({ kind }) => kind === phase.kind);
    const worded = printed ? { ...phase, name: printed.name, duties: printed.duties } : phase;
    const [was, is] = [before, after].map((list) => list.find(({ kind }) => kind === phase.kind));
    if (!is) return worded;
    const edge = (same: boolean, day: RedatedDate, moved: () => RedatedDate): RedatedDate => (same ? day : moved());
    return {
      ...worded,
      proposed: false,
      start: edge(was?.start === is.start, phase.start, () => movedStart(context, is.start)),
      end: edge(was?.end === is.end, phase.end, () => movedEnd(context, is.end)),
    };
  });
  const added = after.filter(({ kind }) => !made.some((phase) => phase.kind === kind));
  const order = (kind: string): number => ['deployment', 'implementation', 'inspection'].indexOf(kind);
  return [
    ...made,
    ...added.map(({ kind, name, duties, start, end }) => ({
      kind,
      name,
      duties,
      proposed: false,
      start: movedStart(context, start),
      end: movedEnd(context, end),
    })),
  ].sort((a, b) => order(a.kind) - order(b.kind));
}

function amendedTasks(
  { old, dates, facts, came }: Redating,
  period: RedatedSpan,
  phases: RedatedPhase[],
  context: MoveContext,
): RedatedTask[] {
  const start = phases[0]?.start ?? period.start;
  const phaseEnd = (phases.find(({ kind }) => kind === 'implementation') ?? phases.at(-1))?.end ?? period.end;
  return facts.tasks.map((task, at): RedatedTask => {
    if (!task.due) return { at, start, due: phaseEnd, dueFrom: 'phase' };
    const from = came[at] ?? null;
    const known = from === null ? undefined : dates.tasks.find((one) => one.at === from);
    if (known && from !== null && old.tasks[from]?.due === task.due) return { ...known, at };
    return { at, start, due: movedEnd(context, task.due), dueFrom: 'task' };
  });
}
