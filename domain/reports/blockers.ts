import type { SupervisedState } from '../supervision/types.ts';
import { partOfEvent, type Facts } from './facts.ts';
import type { BriefEvent } from './types.ts';

/** Did an event tell of a blocker, or tell that there is none? Others say nothing about it. */
function toldBlocker({ kind, body }: BriefEvent): boolean | null {
  if (kind === 'coordinationAsked') return true;
  // What a correction doesn't say stays as it was said.
  if (kind === 'reportCorrected') return typeof body['blocker'] === 'string' ? true : null;
  return kind === 'reportFiled' ? body['blocker'] !== null && body['blocker'] !== undefined : null;
}

/** The event by which the part's present blocker became known: the first of the run that lasts until now. */
export function blockerSince(facts: Facts, entityId: string, partId: string): BriefEvent | undefined {
  let since: BriefEvent | undefined;
  for (const event of facts.eventsOf(entityId)) {
    if (partOfEvent(event) !== partId) continue;
    const told = toldBlocker(event);
    if (told === true) since ??= event;
    if (told === false) since = undefined;
  }
  return since;
}

/** Parts that had a blocker at the last brief and reported since without one. */
export function resolvedBlockers(facts: Facts, state: SupervisedState): { unitId: string; event: BriefEvent }[] {
  const fresh = new Set(facts.newOf(state.entityId).map(({ seq }) => seq));
  return state.parts.flatMap((part) => {
    if (part.blocker) return [];
    const told = facts
      .eventsOf(state.entityId)
      .filter((event) => partOfEvent(event) === part.id && toldBlocker(event) !== null);
    const last = told.at(-1);
    const before = told.findLast(({ seq }) => !fresh.has(seq));
    return last && fresh.has(last.seq) && before && toldBlocker(before) === true
      ? [{ unitId: part.unitId, event: last }]
      : [];
  });
}
