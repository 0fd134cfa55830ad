import { addDays } from '../calendar/local-date.ts';
import { localDateOf } from '../calendar/local-time.ts';
import { addWorkingDays, nextWorkdayOnOrAfter } from '../calendar/working-days.ts';
import type { LocalDate } from '../plan/types.ts';
import type { Reckoning } from './duties.ts';
import { schedule } from './schedule.ts';
import { partSlots } from './settle.ts';
import type { PhaseWindow, SupervisedState } from './types.ts';

export interface DayLoad {
  day: LocalDate;
  prompts: number;
  persons: number;
}

const WORKING_DAYS = 5;

/**
 * What the first five working days of a phase would send, were it opened now: an estimate by the same slot
 * rules, before merging and budget. `personOf` names who would be told; a unit without a contact counts as one.
 */
export function firstWeek(
  states: SupervisedState[],
  by: Reckoning,
  personOf: (state: SupervisedState, unitId: string) => string,
): DayLoad[] {
  const from = firstDay(states, by);
  if (from === null) return [];
  const last = addWorkingDays(by.calendar, from, WORKING_DAYS - 1);
  const days = new Map<LocalDate, { prompts: number; persons: Set<string> }>();
  for (let day = from; day <= last; day = nextWorkdayOnOrAfter(by.calendar, addDays(day, 1)))
    days.set(day, { prompts: 0, persons: new Set() });
  for (const state of states) {
    for (const slot of schedule(state, by).slots) {
      // The office's own list, and what is held for its word.
      if (slot.audience === 'office' || slot.audience === 'supervisor') continue;
      const day = days.get(localDateOf(slot.at, by.policy.values.zone));
      if (!day) continue;
      for (const { partId } of partSlots(slot)) {
        const unitId = state.parts.find(({ id }) => id === partId)?.unitId ?? '';
        day.prompts += 1;
        day.persons.add(`${slot.audience}/${personOf(state, unitId)}`);
      }
    }
  }
  return [...days].map(([day, { prompts, persons }]) => ({ day, prompts, persons: persons.size }));
}

function firstDay(states: SupervisedState[], { calendar, policy, now }: Reckoning): LocalDate | null {
  const [first] = states;
  if (!first?.phase) return null;
  const { zone } = policy.values;
  const days = [localDateOf(now, zone), localDateOf(first.startedAt, zone), first.phase.start].sort();
  return nextWorkdayOnOrAfter(calendar, days.at(-1) ?? first.phase.start);
}

/** A state as it would be in the phase to come. */
export const inPhase = (state: SupervisedState, phase: PhaseWindow, dueOn: LocalDate | null): SupervisedState => ({
  ...state,
  status: 'open',
  phase,
  dueOn,
  slots: [],
  scheduleSeq: state.scheduleSeq + 1,
});
