import {
  addWorkingDays,
  lastWorkdayOnOrBefore,
  nextWorkdayOnOrAfter,
  workingDaysBetween,
} from '../calendar/working-days.ts';
import type { Calendar } from '../calendar/types.ts';
import { PHASE_KINDS, type LocalDate, type PhaseKind, type PlanPhase } from './types.ts';

const DEPLOYMENT_WORKING_DAYS = 20;
const INSPECTION_WORKING_DAYS = 40;
/** In a short period deployment takes at most a fifth and inspection a quarter, so that most is left for the work. */
const SHORT_PERIOD = { deploymentPart: 5, inspectionPart: 4 };

const NAMES: Record<PhaseKind, string> = { deployment: '部署阶段', implementation: '实施阶段', inspection: '迎检阶段' };

const proposed = (kind: PhaseKind, start: LocalDate | null, end: LocalDate | null): PlanPhase => ({
  name: NAMES[kind],
  kind,
  start,
  end,
  duties: [],
  proposed: true,
});

/** Three phases that have no dates yet, for a plan without a period. */
export const undatedPhases = (): PlanPhase[] => PHASE_KINDS.map((kind) => proposed(kind, null, null));

/**
 * Three phases for a plan that prints none (design §3 "Phases"): deployment the first 20 working days,
 * inspection the last 40, implementation between. Without a period they have no dates yet.
 * Throws CalendarYearMissingError.
 */
export function proposePhases(calendar: Calendar, period: { start: LocalDate; end: LocalDate } | null): PlanPhase[] {
  if (!period) return undatedPhases();
  const start = nextWorkdayOnOrAfter(calendar, period.start);
  const lastDay = lastWorkdayOnOrBefore(calendar, period.end);
  const end = lastDay < start ? start : lastDay;
  const total = workingDaysBetween(calendar, start, end) + 1;
  if (total < 3)
    return [
      proposed('deployment', start, start),
      proposed('implementation', start, end),
      proposed('inspection', end, end),
    ];
  const deploymentDays = Math.max(
    1,
    Math.min(DEPLOYMENT_WORKING_DAYS, Math.floor(total / SHORT_PERIOD.deploymentPart)),
  );
  const inspectionDays = Math.max(
    1,
    Math.min(INSPECTION_WORKING_DAYS, Math.floor(total / SHORT_PERIOD.inspectionPart)),
  );
  const deploymentEnd = addWorkingDays(calendar, start, deploymentDays - 1);
  const inspectionStart = addWorkingDays(calendar, end, 1 - inspectionDays);
  return [
    proposed('deployment', start, deploymentEnd),
    proposed(
      'implementation',
      addWorkingDays(calendar, deploymentEnd, 1),
      addWorkingDays(calendar, inspectionStart, -1),
    ),
    proposed('inspection', inspectionStart, end),
  ];
}
