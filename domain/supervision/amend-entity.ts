import type { Instant, LocalDate } from '../plan/types.ts';
import { addedParts } from './added-parts.ts';
import { completionMoved } from './apply-phase.ts';
import type { PartSeed } from './new-part.ts';
import { recordAct, type ActBy, type Acted } from './office-act.ts';
import { clearAll, replacePart } from './settle.ts';
import type { Part, PartRole, PhaseWindow, SettledRungs, SupervisedState } from './types.ts';
import { withdrawParts } from './withdraw-parts.ts';
import { withdrawUnbegun } from './withdraw-unbegun.ts';

/** What one accepted change of a plan means for one task or phase. Each field is what holds from now on; absent: as it was. */
export interface EntityAmendment {
  amendmentId: string;
  changeId: string;
  no?: string | null;
  title?: string;
  dueOn?: LocalDate | null;
  keyTask?: boolean;
  /** 选做: nothing is owed until it is chosen. */
  optional?: boolean;
  /** The phase's window, where it is the entity's present one. */
  window?: Pick<PhaseWindow, 'kind' | 'name' | 'start' | 'end'>;
  /** Parts that are owed no more: of a unit, or a phase's duty by its title. */
  partsOut?: { unitId: string; title?: string }[];
  partsIn?: PartSeed[];
  roles?: { unitId: string; role: PartRole; assumedLead: boolean }[];
  /** The plan has the task no more; `mergedInto`: the id of the one that took it up. */
  cancel?: { reason: string; mergedInto: string | null };
}

/** Carries one accepted change of the plan into a task or phase: what is owed from now on, what ends, on record. */
export function amendEntity(state: SupervisedState, amendment: EntityAmendment, by: ActBy, now: Instant): Acted {
  const { amendmentId, changeId, cancel } = amendment;
  if (cancel) {
    const cleared = clearAll(state, '方案修订,任务取消');
    const body = { ...cancel, amendmentId, changeId };
    const next = recordAct({ ...cleared.state, status: 'cancelled' }, by, now, 'taskCancelled', body, cleared.settled);
    return { state: next, summary: '任务已取消' };
  }
  const settled: SettledRungs[] = [];
  let next = worded(state, amendment);
  const step = (made: { state: SupervisedState; settled: SettledRungs[] }): void => {
    next = made.state;
    settled.push(...made.settled);
  };
  if (amendment.partsOut) step(withdrawParts(next, amendment.partsOut, now));
  for (const { unitId, role, assumedLead } of amendment.roles ?? []) next = withRole(next, unitId, role, assumedLead);
  if (amendment.partsIn) next = { ...next, parts: addedParts(next, amendment.partsIn) };
  if (amendment.optional === true && !state.optional) step(withdrawUnbegun(next, now, { begunToo: true }));
  if (amendment.optional !== undefined) next = { ...next, optional: amendment.optional };
  if (amendment.keyTask !== undefined && amendment.keyTask !== state.keyTask) {
    step(withdrawUnbegun(next, now));
    next = { ...next, keyTask: amendment.keyTask };
  }
  const { window } = amendment;
  if (window && next.phase?.kind === window.kind) {
    const moved = next.phase.start !== window.start || next.phase.end !== window.end;
    if (moved) step(withdrawUnbegun(next, now));
    next = { ...next, phase: { ...next.phase, ...window } };
  }
  if (amendment.dueOn !== undefined && amendment.dueOn !== state.dueOn) {
    step(completionMoved(next));
    next = { ...next, dueOn: amendment.dueOn };
  }
  // Whoever is left has been accepted: nothing keeps the task open.
  const done = next.parts.length > 0 && next.parts.every(({ completion }) => completion === 'accepted');
  const after: SupervisedState = {
    ...next,
    // Another name or number is no other deadline.
    scheduleSeq: next.scheduleSeq + (owesOtherwise(state, next) ? 1 : 0),
    ...(done && state.kind === 'task' ? { status: 'closed' as const } : {}),
  };
  return { state: recordAct(after, by, now, 'taskAmended', { ...amendment }, settled), summary: '已按修订调整' };
}

const owesOtherwise = (before: SupervisedState, after: SupervisedState): boolean =>
  before.dueOn !== after.dueOn ||
  before.keyTask !== after.keyTask ||
  before.optional !== after.optional ||
  before.phase?.start !== after.phase?.start ||
  before.phase?.end !== after.phase?.end ||
  before.parts.map(({ id }) => id).join() !== after.parts.map(({ id }) => id).join();

const worded = (state: SupervisedState, { no, title }: EntityAmendment): SupervisedState => ({
  ...state,
  ...(no === undefined ? {} : { no }),
  ...(title === undefined ? {} : { title }),
});

function withRole(state: SupervisedState, unitId: string, role: PartRole, assumedLead: boolean): SupervisedState {
  const part = state.parts.find((one) => one.unitId === unitId);
  if (!part) return state;
  return replacePart(state, part.id, (before) => {
    const after: Part = { ...before, role };
    if (assumedLead) after.assumedLead = true;
    else delete after.assumedLead;
    return after;
  });
}
