import type { Instant, UnitRelation } from '../plan/types.ts';
import { cutWords } from './cut-words.ts';
import { newPart } from './new-part.ts';
import { replacePart, settleSlots } from './settle.ts';
import type { FormerPart, Part, SettledRungs, SupervisedState } from './types.ts';
import { FORMER_KEPT } from './withdraw-parts.ts';

/** The unit that takes over; `unit` is its name, for sentences. */
export interface MoveTo {
  unitId: string;
  relation: UnitRelation;
  unit: string;
}

const REASON_KEPT = 100;

export interface Moved {
  state: SupervisedState;
  settled: SettledRungs[];
}

/** Does this unit answer for a share of the same thing already? What it has had accepted is done and takes nothing in. */
export const heldBy = (state: SupervisedState, unitId: string, like: Part): Part | undefined =>
  state.parts.find(
    (part) =>
      part.id !== like.id && part.unitId === unitId && part.title === like.title && part.completion !== 'accepted',
  );

/**
 * Takes a part from its unit. Its coming rungs end; it stays as a former part with all that was said, so that a
 * late answer is kept under it and counts for nothing. `to` null: nobody has it any more.
 */
export function leavePart(
  state: SupervisedState,
  part: Part,
  { to, reason }: { to: string | null; reason: string },
  now: Instant,
): Moved {
  const why = to === null ? '职责异议成立,不再承担' : `已改由${to}承办`;
  const { state: cleared, settled } = settleSlots(state, { partId: part.id }, 'withdrawn', why);
  const former: FormerPart = {
    ...part,
    duties: [],
    withdrawnAt: now,
    left: { to, reason: cutWords(reason.trim(), REASON_KEPT) },
  };
  return {
    state: {
      ...cleared,
      parts: cleared.parts.filter(({ id }) => id !== part.id),
      formerParts: [...(cleared.formerParts ?? []), former].slice(-FORMER_KEPT),
    },
    settled: [settled],
  };
}

/**
 * The part as its new unit has it, in the same place and role: asked afresh, receipt first. `succession`: the new
 * unit is the old one's successor, so that what was said and claimed is its own. A lead that was assumed by
 * convention is one by decision now.
 */
export function takenOver(state: SupervisedState, part: Part, to: MoveTo, succession: boolean): Part {
  const taken = new Set([...state.parts, ...(state.formerParts ?? [])].map(({ id }) => id));
  let n = taken.size + 1;
  while (taken.has(`p${n}`)) n += 1;
  const fresh = newPart({
    id: `p${n}`,
    unitId: to.unitId,
    role: part.role,
    relation: to.relation,
    ...(part.title === undefined ? {} : { title: part.title }),
  });
  return {
    ...fresh,
    movedFrom: part.id,
    // The task's own: an extension is granted once a task (policy "Extension"), and its day holds for whoever has it.
    ...(part.dueOn === undefined ? {} : { dueOn: part.dueOn }),
    ...(part.extensions === undefined ? {} : { extensions: part.extensions }),
    ...(succession ? saidBefore(part) : {}),
  };
}

/** What a successor takes over of what was said. Receipt is its own to give. */
const saidBefore = (part: Part): Partial<Part> => ({
  progress: part.progress,
  lastWords: part.lastWords,
  lastReportAt: part.lastReportAt,
  ...(part.figures === undefined ? {} : { figures: part.figures }),
  expectedOn: part.expectedOn,
  blocker: part.blocker,
  completion: part.completion,
  claimedBy: part.claimedBy,
  completionAt: part.completionAt,
  returnedWith: part.returnedWith,
  recovering: part.recovering,
  lastReceivedAt: part.lastReceivedAt,
});

/** The other unit has a share already: the two become one, which leads if either did. */
export function joined(state: SupervisedState, into: Part, gone: Part): SupervisedState {
  if (gone.role !== 'lead' || into.role === 'lead') return state;
  return replacePart(state, into.id, (part) => {
    const leads: Part = { ...part, role: 'lead' };
    delete leads.assumedLead;
    return leads;
  });
}
