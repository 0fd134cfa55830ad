import { assumedDate, movedEnd, movedStart, type MoveContext } from './move.ts';
import type { PlanSpan } from './plan-span.ts';
import { proposePhases } from './propose-phases.ts';
import type { RedatedPhase, RedatedSpan, RedatedTarget, RedatedTask } from './redate-types.ts';
import type { PlanFacts } from './types.ts';

/** Printed phases move, their overlaps with them; a plan without dated ones gets proposals for its period. */
export function redatePhases(
  facts: PlanFacts,
  span: PlanSpan,
  period: RedatedSpan,
  context: MoveContext,
): RedatedPhase[] {
  if (span.kind === 'phases') {
    return span.phases.map(({ kind, name, duties, start, end }) => ({
      kind,
      name,
      duties,
      proposed: false,
      start: movedStart(context, start),
      end: movedEnd(context, end),
    }));
  }
  const bounds = { start: period.start.effective, end: period.end.effective };
  return proposePhases(context.calendar, bounds).map((proposal) => {
    // A phase that is printed without dates keeps its name and duties.
    const printed = facts.phases.find((phase) => phase.kind === proposal.kind);
    return {
      kind: proposal.kind,
      name: printed?.name ?? proposal.name,
      duties: printed?.duties ?? [],
      proposed: true,
      start: assumedDate(context.calendar, proposal.start ?? bounds.start),
      end: assumedDate(context.calendar, proposal.end ?? bounds.end),
    };
  });
}

/** A task runs from the plan's start; without a due date of its own it is owed by the end of implementation. */
export function redateTasks(
  facts: PlanFacts,
  period: RedatedSpan,
  phases: RedatedPhase[],
  context: MoveContext,
): RedatedTask[] {
  const start = phases[0]?.start ?? period.start;
  const phaseEnd = (phases.find((phase) => phase.kind === 'implementation') ?? phases.at(-1))?.end ?? period.end;
  return facts.tasks.map((task, at) => {
    if (!task.due) return { at, start, due: phaseEnd, dueFrom: 'phase' };
    const due = movedEnd(context, task.due);
    // A due date that would lie before the start waits for the first phase's end, and is asked.
    const later = phases[0]?.end.effective ?? due.effective;
    return { at, start, due: due.clipped ? { ...due, effective: later, assumed: true } : due, dueFrom: 'task' };
  });
}

const movedYears = (text: string, years: number): string =>
  text.replace(/\d{4}(?=\s*年)/g, (year) => String(Number(year) + years));

/** A target's horizon moves; a baseline that names a year moves too, and its figure is emptied (较2017年 → 较2026年). */
export function redateTargets(facts: PlanFacts, yearsMoved: number, context: MoveContext): RedatedTarget[] {
  return facts.targets.map(({ by, baseline }, at) => {
    const moved = baseline === null ? null : movedYears(baseline, yearsMoved);
    return {
      at,
      by: by === null ? null : movedEnd(context, by),
      baseline:
        baseline === null || moved === null
          ? null
          : { printed: baseline, effective: moved, emptied: moved !== baseline },
    };
  });
}
