import { standsFor } from './stands-for.ts';
import type { SupervisedState } from './types.ts';

/** A rung that asks for nothing any more: its duty is filed. What was taken from its unit wasn't answered, and a nudge stands for itself. */
export function isRungAnswered(
  { partId, duty, cycle, rung }: Record<'partId' | 'duty' | 'cycle' | 'rung', string>,
  state: SupervisedState | undefined,
): boolean {
  if (rung.startsWith('nudge-') || state?.formerParts?.some(({ id }) => id === partId)) return false;
  const part = state?.parts.find(({ id }) => id === partId);
  const owed = part?.duties.find((d) => standsFor(d, { duty, cycle }));
  // A duty that was filed a while ago has left the state.
  return owed === undefined || owed.filedAt !== undefined || part?.completion === 'accepted';
}
