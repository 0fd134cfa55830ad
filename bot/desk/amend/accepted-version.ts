import { randomUUID } from 'node:crypto';
import { applyChanges, type Amended } from '../../../domain/plan/amend/apply-changes.ts';
import { cameFrom, redateAmended } from '../../../domain/plan/amend/redate-amended.ts';
import type { Calendar } from '../../../domain/calendar/types.ts';
import type { RedatedPlan } from '../../../domain/plan/redate-types.ts';
import type { PlanFacts } from '../../../domain/plan/types.ts';
import type { Cancelled, PlanAspect } from '../../../domain/supervision/amendment-effects.ts';
import type { UnitRow } from '../../../domain/supervision/expand-units.ts';
import type { LoadedAmendment, LoadedChange } from './find-amendment.ts';

/** A plan with some of an amendment's changes: its facts, dates, and the ids of its tasks. */
export interface AcceptedVersion {
  facts: PlanFacts;
  dates: RedatedPlan;
  taskIds: string[];
}

/** The plan with exactly these changes accepted; `minted`: ids of the tasks that they add, by change. */
export function acceptedVersion(
  { base, facts, match, baseDates, taskIds }: LoadedAmendment,
  accepted: ReadonlySet<string>,
  minted: ReadonlyMap<string, string>,
  calendar: Calendar,
): AcceptedVersion {
  const amended: Amended = applyChanges(base, facts, match, accepted);
  const dates = redateAmended({
    old: base,
    dates: baseDates,
    facts: amended.facts,
    came: cameFrom(amended.origins),
    calendar,
  });
  const idOf = (origin: Amended['origins'][number]): string =>
    ('old' in origin ? taskIds[origin.old] : minted.get(`n${origin.now}`)) ?? '';
  return { facts: amended.facts, dates, taskIds: amended.origins.map(idOf) };
}

/** Ids of the tasks that accepted changes have added, and one for the task that `change` adds. */
export function mintedIds(changes: readonly LoadedChange[], change: LoadedChange): Map<string, string> {
  const known = changes.flatMap(({ id, taskId }): [string, string][] => (taskId === null ? [] : [[id, taskId]]));
  const minted = new Map(known);
  const adds = change.body.kind === 'task-added' || change.body.kind === 'task-split';
  if (adds && !minted.has(change.id)) minted.set(change.id, randomUUID());
  return minted;
}

export const aspectOf = ({ facts, dates, taskIds }: AcceptedVersion, units: UnitRow[]): PlanAspect => ({
  title: facts.title,
  tasks: facts.tasks.map((task, at) => ({
    id: taskIds[at] ?? '',
    task,
    dueOn: dates.tasks.find((one) => one.at === at)?.due.effective ?? null,
  })),
  windows: dates.phases.map(({ kind, name, start, end }) => ({
    kind,
    name,
    start: start.effective,
    end: end.effective,
  })),
  duties: dates.phases.map(({ kind, duties }) => ({ kind, duties })),
  units,
});

/** Tasks that an accepted change takes out, with the one that took them up. */
export function cancelledBy(
  { match, taskIds }: LoadedAmendment,
  { body }: LoadedChange,
  before: AcceptedVersion,
  after: AcceptedVersion,
): Cancelled[] {
  return before.taskIds
    .filter((id) => !after.taskIds.includes(id))
    .map((id) => {
      const gone = match.removed.find(({ old }) => taskIds[old] === id);
      const into = match.pairs.find((pair) => pair.now === gone?.mergedInto);
      return { id, reason: body.sentence, mergedInto: into ? (taskIds[into.old] ?? null) : null };
    });
}
