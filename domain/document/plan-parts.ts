import type { PhaseKind, PlanPhase, PlanTask } from '../plan/types.ts';
import type { CleanText } from './clean-text.ts';
import type { Span } from './types.ts';
import { kindOfPhase } from '../plan/phase-kind.ts';
import { PHASE_KINDS } from '../plan/types.ts';
import type { DraftPhase } from './phases/draft-phase.ts';
import type { DraftTask } from './tasks/draft-task.ts';

/** An item of a list can be a whole paragraph. */
const LONGEST_TITLE = 400;

/** What is printed at a place, line breaks within it taken out. */
export const printed = ({ text }: Pick<CleanText, 'text'>, { start, end }: Span): string =>
  text
    .slice(start, end)
    .replace(/\s*\n\s*/g, '')
    .trim();

/** A task as the plan's facts hold it; its units as printed, each once. */
export function planTask(text: CleanText, task: DraftTask): PlanTask {
  const named = (role: DraftTask['owners'][number]['role']): string[] => [
    ...new Set(task.owners.filter((owner) => owner.role === role).map((owner) => printed(text, owner))),
  ];
  return {
    no: task.no,
    section: task.section ? printed(text, task.section) : null,
    title: printed(text, task.title).slice(0, LONGEST_TITLE),
    leadUnits: named('lead'),
    responsibleUnits: named('responsible'),
    otherUnits: named('supporting'),
    obligation: task.obligation,
    ...(task.due ? { due: task.due.date } : {}),
  };
}

const byPlace = (at: number, count: number): PhaseKind =>
  at === 0 ? 'deployment' : at === count - 1 ? 'inspection' : 'implementation';

/** Phases with their kinds: by their names where these keep the order of kinds, else by their places. */
export function planPhases(text: CleanText, phases: readonly DraftPhase[]): PlanPhase[] {
  const names = phases.map(({ name }) => printed(text, name));
  const named = names.map((name, at) => kindOfPhase(name, at, names.length) ?? byPlace(at, names.length));
  const rank = (kind: PhaseKind): number => PHASE_KINDS.indexOf(kind);
  const ordered = named.every((kind, at) => at === 0 || rank(kind) >= rank(named[at - 1] ?? kind));
  return phases.map(({ start, end }, at) => ({
    name: names[at] ?? '',
    kind: (ordered ? named[at] : undefined) ?? byPlace(at, names.length),
    start,
    end,
    duties: [],
  }));
}
