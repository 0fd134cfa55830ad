import { instantAt, localDateOf } from '../calendar/local-time.ts';
import { addWorkingDays, isWorkday, workingDaysBetween } from '../calendar/working-days.ts';
import type { Instant, LocalDate } from '../plan/types.ts';
import type { Reckoning } from './duties.ts';
import { dueDayOf, type Paused, type PausedPart } from './part-request.ts';
import type { SupervisedState } from './types.ts';

/** 暂缓至某日, as the calendar and the plan have it. */
export interface PauseTerms {
  today: LocalDate;
  isRestDay: boolean;
  planEnd: LocalDate;
  /** Beginning of the day on which the task goes on. */
  resumeAt: Instant;
  parts: PausedPart[];
}

/** What a pause from now to `until` keeps of each part, and the due day that it makes of it. Throws CalendarYearMissingError. */
export function pauseTerms(state: SupervisedState, until: LocalDate, planEnd: LocalDate, by: Reckoning): PauseTerms {
  const { zone } = by.policy.values;
  const today = localDateOf(by.now, zone);
  const isInside = until > today && until <= planEnd;
  return {
    today,
    planEnd,
    isRestDay: isInside && !isWorkday(by.calendar, until),
    resumeAt: instantAt(until, '00:00', zone),
    parts: isInside ? remainingParts(state, today, until, by) : [],
  };
}

/** The days that were left on the day of the pause, from the day on which the task goes on; what was late stays as it was. */
function remainingParts(state: SupervisedState, today: LocalDate, until: LocalDate, by: Reckoning): PausedPart[] {
  return state.parts.flatMap((part) => {
    const dueOn = dueDayOf(state, part);
    if (part.completion === 'accepted' || dueOn === null || dueOn < today) return [];
    const remainingWorkingDays = workingDaysBetween(by.calendar, today, dueOn);
    const moved = addWorkingDays(by.calendar, until, remainingWorkingDays);
    return [{ partId: part.id, remainingWorkingDays, dueOn: moved }];
  });
}

/** The same parts where the task goes on earlier than was said. */
export const resumedParts = ({ parts }: Paused, by: Reckoning): PausedPart[] =>
  parts.map((part) => ({
    ...part,
    dueOn: addWorkingDays(by.calendar, localDateOf(by.now, by.policy.values.zone), part.remainingWorkingDays),
  }));
