import type { LocalDate, PhaseKind, PlanTask } from '../plan/types.ts';
import type { EntityAmendment } from './amend-entity.ts';
import { expandUnits, type UnitRow } from './expand-units.ts';
import type { PartSeed } from './new-part.ts';
import type { PhaseWindow } from './types.ts';

/** A plan at one moment of its amendment, in the terms of what runs. */
export interface PlanAspect {
  title: string;
  /** By the tasks' own ids. */
  tasks: { id: string; task: PlanTask; dueOn: LocalDate | null }[];
  windows: Omit<PhaseWindow, 'epoch'>[];
  duties: { kind: PhaseKind; duties: string[] }[];
  units: UnitRow[];
}

type Amended = Omit<EntityAmendment, 'amendmentId' | 'changeId'>;

/** What one accepted change makes of the running workflows. Told by id, so that telling it again changes nothing. */
export interface AmendmentEffects {
  /** The plan's phases or title, where they are others. */
  plan: { title: string; windows: Omit<PhaseWindow, 'epoch'>[] } | null;
  /** Phases whose own workflow, if it runs, and whose tasks are told of a new window. */
  windows: Omit<PhaseWindow, 'epoch'>[];
  tasks: { id: string; amended: Amended }[];
  /** A phase's own duties in and out. */
  phases: { kind: PhaseKind; out: string[]; in: string[] }[];
  added: string[];
}

export interface Cancelled {
  id: string;
  reason: string;
  mergedInto: string | null;
}

/** From how the plan was to how it is. `cancelled`: tasks that the change takes out. */
export function amendmentEffects(
  before: PlanAspect,
  after: PlanAspect,
  office: UnitRow,
  cancelled: readonly Cancelled[],
): AmendmentEffects {
  const windows = after.windows.filter((is) => {
    const was = before.windows.find(({ kind }) => kind === is.kind);
    return !was || was.start !== is.start || was.end !== is.end || was.name !== is.name;
  });
  const kept = after.tasks.flatMap(({ id, task, dueOn }) => {
    const was = before.tasks.find((one) => one.id === id);
    if (!was) return [];
    const amended = taskAmended(was.task, task, before.units, after.units, office);
    if (was.dueOn !== dueOn) amended.dueOn = dueOn;
    return Object.keys(amended).length > 0 ? [{ id, amended }] : [];
  });
  const gone = cancelled.map(({ id, reason, mergedInto }) => ({ id, amended: { cancel: { reason, mergedInto } } }));
  const isOther = before.title !== after.title || windows.length > 0 || before.windows.length !== after.windows.length;
  return {
    plan: isOther ? { title: after.title, windows: after.windows } : null,
    windows,
    tasks: [...kept, ...gone],
    phases: after.duties.flatMap(({ kind, duties }) => {
      const was = before.duties.find((one) => one.kind === kind)?.duties ?? [];
      const [come, go] = [duties.filter((duty) => !was.includes(duty)), was.filter((duty) => !duties.includes(duty))];
      return come.length + go.length > 0 ? [{ kind, in: come, out: go }] : [];
    }),
    added: after.tasks.filter(({ id }) => !before.tasks.some((one) => one.id === id)).map(({ id }) => id),
  };
}

function taskAmended(was: PlanTask, is: PlanTask, unitsBefore: UnitRow[], units: UnitRow[], office: UnitRow): Amended {
  const amended: Amended = {};
  if (was.no !== is.no) amended.no = is.no;
  if (was.title !== is.title) amended.title = is.title;
  if ((was.key ?? false) !== (is.key ?? false)) amended.keyTask = is.key ?? false;
  if ((was.obligation === 'optional') !== (is.obligation === 'optional'))
    amended.optional = is.obligation === 'optional';
  const [old, now] = [expandUnits(was, unitsBefore, office), expandUnits(is, units, office)];
  const out = old.filter(({ unitId }) => !now.some((seed) => seed.unitId === unitId));
  const come = now.filter(({ unitId }) => !old.some((seed) => seed.unitId === unitId));
  const roles = now.filter((seed) => {
    const before = old.find(({ unitId }) => unitId === seed.unitId);
    return before !== undefined && (before.role !== seed.role || isAssumed(before) !== isAssumed(seed));
  });
  if (out.length > 0) amended.partsOut = out.map(({ unitId }) => ({ unitId }));
  if (come.length > 0) amended.partsIn = come;
  if (roles.length > 0)
    amended.roles = roles.map((seed) => ({ unitId: seed.unitId, role: seed.role, assumedLead: isAssumed(seed) }));
  return amended;
}

const isAssumed = ({ assumedLead }: PartSeed): boolean => assumedLead ?? false;
