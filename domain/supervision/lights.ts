import { localDateOf } from '../calendar/local-time.ts';
import type { Calendar } from '../calendar/types.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import type { Policy } from '../plan/policy.ts';
import type { Instant, LocalDate } from '../plan/types.ts';
import type { Pace } from './pace.ts';

export const LIGHTS = ['red', 'yellow', 'blue', 'green', 'grey'] as const;
export type Light = (typeof LIGHTS)[number];

export type LightReason =
  | 'not-chosen'
  | 'not-started'
  | 'awaiting-data'
  | 'overdue'
  | 'returned'
  | 'unquantified'
  | 'issue-open'
  | 'behind-pace'
  | 'recovering'
  | 'extension-pending'
  | 'due-soon'
  | 'paused'
  | 'accepted'
  | 'on-track';

/** A duty that is owed: not yet filed. */
export interface OpenDuty {
  dueAt: Instant;
  redAt: Instant;
  countFrom: LocalDate;
  /** Its extension was asked for in time and isn't decided (延期待批). */
  extensionPending?: boolean;
}

/** What is known of one part on the day that is looked at. */
export interface LightInput {
  /** False: 选做 and not opted in. */
  chosen: boolean;
  /** False: its phase hasn't begun. */
  started: boolean;
  /** Completion was accepted. */
  accepted: boolean;
  /** 暂缓, with the day and the reason in words; absent: not put off. */
  paused?: { zh: string; en: string };
  /** A target whose comparison figures aren't out yet. */
  awaitingData: boolean;
  openDuties: OpenDuty[];
  /** 0–100, or null where nothing was said in figures. */
  progress: number | null;
  /** Null where the part has no pace. */
  pace: Pace | null;
  /** The first cycle of figures has gone by. */
  firstCyclePassed: boolean;
  unquantifiedRun: number;
  returned: boolean;
  /** Working days for which its oldest 问题 has been open; null without one. */
  issueOpenWorkingDays: number | null;
  /** Was red, then filed or re-dated; until one confirmed report on pace. */
  recovering: boolean;
}

export interface LightVerdict {
  light: Light;
  reason: LightReason;
  /** One sentence for the person who asks why, in either language. */
  zh: string;
  en: string;
}

const verdict = (light: Light, reason: LightReason, zh: string, en: string): LightVerdict => ({
  light,
  reason,
  zh,
  en,
});

const workingDays = (count: number): string => `${count} working day${count === 1 ? '' : 's'}`;

function earliest(duties: OpenDuty[]): OpenDuty | null {
  return duties.reduce<OpenDuty | null>(
    (first, duty) => (first === null || duty.dueAt < first.dueAt ? duty : first),
    null,
  );
}

function red({ openDuties }: LightInput, calendar: Calendar, { values }: Policy, now: Instant): LightVerdict | null {
  const late = earliest(openDuties.filter((duty) => duty.redAt <= now && !duty.extensionPending));
  if (!late) return null;
  const days = workingDaysBetween(calendar, localDateOf(late.redAt, values.zone), localDateOf(now, values.zone));
  return days > 0
    ? verdict(
        'red',
        'overdue',
        `已逾期${days}个工作日,尚未报送。`,
        `Overdue by ${workingDays(days)}, not reported yet.`,
      )
    : verdict('red', 'overdue', '已过时限,尚未报送。', 'The due time has passed, not reported yet.');
}

function yellow(input: LightInput, { values }: Policy): LightVerdict | null {
  const { progress, pace, issueOpenWorkingDays } = input;
  if (input.returned) return verdict('yellow', 'returned', '报送已退回,待补正。', 'Returned, to be completed.');
  if (input.unquantifiedRun >= values.yellowUnquantifiedRuns)
    return verdict(
      'yellow',
      'unquantified',
      `连续${input.unquantifiedRun}次报送未量化。`,
      `${input.unquantifiedRun} reports in a row without a figure.`,
    );
  if (issueOpenWorkingDays !== null && issueOpenWorkingDays > values.yellowIssueOpenWorkingDays) {
    return verdict(
      'yellow',
      'issue-open',
      `问题已${issueOpenWorkingDays}个工作日未销号。`,
      `A problem has been open for ${workingDays(issueOpenWorkingDays)}.`,
    );
  }
  const judged =
    pace !== null && progress !== null && input.firstCyclePassed && pace.spanShare >= values.paceFromSpanShare;
  if (judged && progress < pace.expected * values.yellowBelowExpectedShare) {
    const expected = Math.round(pace.expected);
    return verdict(
      'yellow',
      'behind-pace',
      `进度${progress}%,低于序时进度${expected}%。`,
      `Progress ${progress}%, below the pace of ${expected}%.`,
    );
  }
  return input.recovering
    ? verdict(
        'yellow',
        'recovering',
        '曾逾期,补报后待一次达到序时的报送。',
        'Was overdue; reported since, and waits for one report on pace.',
      )
    : null;
}

function blue({ openDuties }: LightInput, calendar: Calendar, { values }: Policy, now: Instant): LightVerdict | null {
  const next = earliest(openDuties);
  if (!next) return null;
  if (next.redAt <= now)
    return verdict(
      'blue',
      'extension-pending',
      '时限已到,延期待批,暂不计逾期。',
      'Due, but more time was asked for and is not decided: not counted as overdue.',
    );
  const [today, dueOn, redOn] = [now, next.dueAt, next.redAt].map((instant) => localDateOf(instant, values.zone)) as [
    LocalDate,
    LocalDate,
    LocalDate,
  ];
  const days = workingDaysBetween(calendar, today, next.countFrom);
  if (days > values.blueWorkingDays) return null;
  if (days > 0) return verdict('blue', 'due-soon', `距时限${days}个工作日。`, `${workingDays(days)} left.`);
  if (dueOn === today && redOn === today) return verdict('blue', 'due-soon', '今天到期。', 'Due today.');
  return verdict(
    'blue',
    'due-soon',
    `时限${dueOn}适逢休息日,${redOn}下班后计逾期。`,
    `Due on ${dueOn}, a day of rest; overdue after office hours of ${redOn}.`,
  );
}

/**
 * A part's light with its reason (policy "Lights"): red over yellow over blue over green. Grey where nothing
 * can be said yet; waiting for figures hides only green. An extension pending when the time is up is blue.
 * Throws CalendarYearMissingError.
 */
export function lightOf(input: LightInput, calendar: Calendar, policy: Policy, now: Instant): LightVerdict {
  if (!input.chosen) return verdict('grey', 'not-chosen', '选做任务,未选定。', 'Optional, not chosen.');
  // Done is done, even where the next phase was entered before its first day.
  if (input.accepted) return verdict('green', 'accepted', '已办结。', 'Completed.');
  if (!input.started) return verdict('grey', 'not-started', '尚未启动。', 'Not started yet.');
  if (input.paused !== undefined) return verdict('grey', 'paused', input.paused.zh, input.paused.en);
  return (
    red(input, calendar, policy, now) ??
    yellow(input, policy) ??
    blue(input, calendar, policy, now) ??
    (input.awaitingData
      ? verdict('grey', 'awaiting-data', '对比数据未出。', 'The figures to compare with are not out yet.')
      : verdict('green', 'on-track', '按序时推进。', 'On pace.'))
  );
}

/** A task's light is the worst of its parts'; grey only where all are. */
export const worstLight = (lights: readonly Light[]): Light => LIGHTS.find((light) => lights.includes(light)) ?? 'grey';
