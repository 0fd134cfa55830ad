import { instantAt, localDateOf } from '../calendar/local-time.ts';
import type { Calendar } from '../calendar/types.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import type { Policy } from '../plan/policy.ts';
import { englishDates } from '../chat/catalogue/en-dates.ts';
import type { Instant, LocalDate } from '../plan/types.ts';
import { cyclesIn } from './cycles.ts';
import { dayWords } from './day-words.ts';
import { lightOf, type LightInput, type LightVerdict } from './lights.ts';
import { taskPace, type Pace } from './pace.ts';
import { dueDayOf, isExtensionPending } from './part-request.ts';
import type { Part, SupervisedState } from './types.ts';
import { deadlineOf } from './deadline-of.ts';

export interface Sight {
  calendar: Calendar;
  policy: Policy;
  now: Instant;
}

/** A part's light by the state as it is. Derived each time, never stored. */
export const partLight = (state: SupervisedState, part: Part, sight: Sight): LightVerdict =>
  lightOf(lightInput(state, part, sight), sight.calendar, sight.policy, sight.now);

/** What a state says of one part on the day that is looked at. */
export function lightInput(state: SupervisedState, part: Part, { calendar, policy, now }: Sight): LightInput {
  const { zone } = policy.values;
  const today = localDateOf(now, zone);
  const { phase } = state;
  const blockedSince = part.blocker ? (part.blockerSince ?? part.lastReportAt ?? part.lastReceivedAt ?? null) : null;
  return {
    chosen: !state.optional,
    started:
      phase !== null &&
      state.status !== 'waiting' &&
      now >= state.startedAt &&
      now >= instantAt(phase.start, '00:00', zone),
    accepted: part.completion === 'accepted' || state.status === 'closed',
    ...(state.paused ? { paused: pausedText(state.paused) } : {}),
    awaitingData: false,
    openDuties: part.duties
      .filter(({ filedAt }) => filedAt === undefined)
      .map((duty) => ({
        ...duty,
        ...deadlineOf(duty),
        extensionPending: duty.kind === 'completion' && isExtensionPending(part),
      })),
    progress: part.progress,
    pace: paceOf({ phase, dueOn: dueDayOf(state, part) }, { calendar, policy, now }),
    firstCyclePassed:
      phase !== null && (phase.kind === 'inspection' || cyclesIn(phase, state.keyTask, policy, today).length > 0),
    unquantifiedRun: part.unquantifiedRun ?? 0,
    returned: part.completion === 'returned',
    issueOpenWorkingDays:
      blockedSince === null ? null : workingDaysBetween(calendar, localDateOf(blockedSince, zone), today),
    recovering: part.recovering ?? false,
  };
}

function pausedText({ until, reason }: { until: LocalDate; reason: string }): { zh: string; en: string } {
  const [day, why] = [dayWords(until), reason.replace(/。$/, '')];
  return { zh: `暂缓至${day}:${why}。`, en: `Put off until ${englishDates(day)}: ${why}.` };
}

/** Linear from the phase's start to the task's due day; in deployment nothing is measured yet. */
export function paceOf(
  { phase, dueOn }: Pick<SupervisedState, 'phase' | 'dueOn'>,
  { calendar, policy, now }: Sight,
): Pace | null {
  if (phase === null || phase.kind === 'deployment') return null;
  return taskPace(calendar, phase.start, dueOn ?? phase.end, localDateOf(now, policy.values.zone));
}
