import { dueInstants } from '../calendar/due.ts';
import { instantAt, localDateOf } from '../calendar/local-time.ts';
import { addWorkingDays, isWorkday, nextWorkdayOnOrAfter, workingDaysBetween } from '../calendar/working-days.ts';
import type { LocalDate } from '../plan/types.ts';
import type { Reckoning } from './duties.ts';
import type { DateTerms, ExtensionTerms } from './extension-rules.ts';
import type { SignOffNeeded } from './part-request.ts';

export interface PlanSpan {
  planEnd: LocalDate;
  /** Of a sub-item: the day by which its task is owed. */
  parentDue?: LocalDate;
  /** Windows of the phases, in order. */
  phases: readonly { end: LocalDate }[];
}

export interface AskedOf extends SignOffNeeded {
  dueOn: LocalDate | null;
  newDueOn: LocalDate;
  span: PlanSpan;
  isSetOutside: boolean;
  otherOpen: number;
}

/** Terms of a request received at `by.now`. Throws CalendarYearMissingError. */
export function extensionTerms(asked: AskedOf, by: Reckoning): ExtensionTerms {
  const { calendar, policy, now } = by;
  const { values } = policy;
  const today = localDateOf(now, values.zone);
  const due = asked.dueOn === null ? null : dueInstants(calendar, policy, asked.dueOn);
  const before = due === null ? 0 : workingDaysBetween(calendar, today, due.countFrom);
  return {
    ...dateTerms(asked, by),
    dueOn: asked.dueOn,
    expiresAt: due?.redAt ?? null,
    workingDaysBefore: before,
    isLastMinute: before < values.extensionMinWorkingDaysBefore,
    isSetOutside: asked.isSetOutside,
    perTask: values.extensionsPerTask,
    otherOpen: asked.otherOpen,
    manyFrom: values.extensionManyAtOnce,
    decideBy: instantAt(
      addWorkingDays(calendar, today, values.extensionDecideWorkingDays),
      values.dueTime,
      values.zone,
    ),
    signOff: asked.signOff,
    noSigner: asked.noSigner,
  };
}

/** Terms of one date that may become the new due day. A past day and one beyond the plan need no calendar: they are refused for that. */
export function dateTerms(
  { dueOn, newDueOn, span }: Pick<AskedOf, 'dueOn' | 'newDueOn' | 'span'>,
  { calendar, policy, now }: Reckoning,
): DateTerms {
  const today = localDateOf(now, policy.values.zone);
  const isInside = newDueOn > today && newDueOn <= span.planEnd;
  return {
    today,
    isRestDay: isInside && !isWorkday(calendar, newDueOn),
    nextWorkday: isInside ? nextWorkdayOnOrAfter(calendar, newDueOn) : newDueOn,
    planEnd: span.planEnd,
    ...(span.parentDue === undefined ? {} : { parentDue: span.parentDue }),
    phaseEnd: span.phases.find(({ end }) => dueOn !== null && dueOn <= end)?.end ?? span.planEnd,
    maxDays: policy.values.extensionMaxDaysByOffice,
  };
}
