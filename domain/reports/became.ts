import type { SupervisedState } from '../supervision/types.ts';
import { refOf, type Facts } from './facts.ts';
import type { About, BriefEvent, BriefSource } from './types.ts';

/** What became of one sentence of the last brief. */
export interface Became {
  text: string;
  sources: BriefSource[];
}

export const stateOf = (facts: Facts, about: About | undefined): SupervisedState | undefined =>
  [...facts.tasks, ...facts.phases].find(({ entityId }) => entityId === about?.entityId);

export const sourcesOf = (...events: (BriefEvent | undefined)[]): BriefSource[] =>
  events.flatMap((event) => refOf(event) ?? []);

/** The event that ended the whole matter, whatever it was. */
export function ended(facts: Facts, state: SupervisedState): Became | null {
  const last = (kinds: string[]): BriefEvent | undefined =>
    facts.eventsOf(state.entityId).findLast(({ kind }) => kinds.includes(kind));
  if (state.status === 'closed') {
    const closed = last(['taskAccepted', 'completionAccepted', 'phaseClosed']);
    return {
      text: `已于${closed ? facts.day(closed.at) : '本期'}${state.kind === 'phase' ? '随阶段结束' : '验收办结'}。`,
      sources: sourcesOf(closed),
    };
  }
  if (state.status === 'cancelled') {
    const cancelled = last(['taskCancelled']);
    return { text: `已于${cancelled ? facts.day(cancelled.at) : '本期'}取消。`, sources: sourcesOf(cancelled) };
  }
  return null;
}
