import type { Duty, Part, SupervisedState } from './types.ts';

/** What most parts have not had happen to them: it isn't written down. */
const UNSAID = {
  expectedOn: null,
  blocker: null,
  unquantifiedRun: 0,
  noChangeRun: 0,
  claimedBy: null,
  completionAt: null,
  returnedWith: null,
  recovering: false,
  nudges: 0,
  nudgeAllowedFrom: null,
} as const satisfies Partial<Part>;

/**
 * A state as it is put on record (checkpoint, Event): without what goes without saying, so that thirty parts over
 * two years stay below 64 KiB. Its readers take what is absent for UNSAID; the last reply was the last report.
 */
export const leanState = (state: SupervisedState): SupervisedState => ({
  ...state,
  parts: state.parts.map(leanPart),
  ...(state.formerParts ? { formerParts: state.formerParts.map(leanPart) } : {}),
});

/** A state from a record as the workflow holds it. */
export const wholeState = (state: SupervisedState): SupervisedState => ({
  ...state,
  parts: state.parts.map(wholePart),
  ...(state.formerParts ? { formerParts: state.formerParts.map(wholePart) } : {}),
});

const wholePart = <P extends Part>(part: P): P => ({ ...UNSAID, lastReceivedAt: part.lastReportAt, ...part });

const leanPart = <P extends Part>(part: P): P => {
  const unsaid: Partial<Part> = { ...UNSAID, lastReceivedAt: part.lastReportAt };
  const said = Object.entries(part).filter(([key, value]) => !(key in unsaid) || value !== unsaid[key as keyof Part]);
  return { ...(Object.fromEntries(said) as unknown as P), duties: part.duties.map(leanDuty) };
};

/** Whether its year's calendar was out counts where its slots are made, and stands on them. */
function leanDuty({ provisional: _provisional, late, ...duty }: Duty): Duty {
  return late ? { ...duty, late } : duty;
}
