import type { LocalDate } from '../plan/types.ts';
import type { Calendar } from '../calendar/types.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';

/** 序时进度: where something should stand on a day. */
export interface Pace {
  /** In the unit of the values given; percent for a task's progress. */
  expected: number;
  /** 0–1: the share of the span's working days that has gone by. */
  spanShare: number;
}

/** A value to be reached by a day: the end of a span, or the yearly values that a plan gives. */
export interface Milestone {
  by: LocalDate;
  value: number;
}

const share = (calendar: Calendar, from: LocalDate, to: LocalDate, on: LocalDate): number => {
  if (on >= to) return 1;
  const whole = workingDaysBetween(calendar, from, to);
  return whole <= 0 ? 0 : Math.max(0, workingDaysBetween(calendar, from, on) / whole);
};

/**
 * Linear by working days from `base` on `start` to each milestone in turn (policy "Pace"). Milestones are in
 * order of time, at least one. Throws RangeError without any, CalendarYearMissingError.
 */
export function paceTo(
  calendar: Calendar,
  start: LocalDate,
  base: number,
  milestones: Milestone[],
  on: LocalDate,
): Pace {
  const last = milestones.at(-1);
  if (!last) throw new RangeError('a pace needs a value to reach');
  const spanShare = share(calendar, start, last.by, on);
  let from: Milestone = { by: start, value: base };
  for (const next of milestones) {
    if (on < next.by) {
      return { expected: from.value + (next.value - from.value) * share(calendar, from.by, next.by, on), spanShare };
    }
    from = next;
  }
  return { expected: last.value, spanShare };
}

/** A task's pace in percent over its own span. */
export const taskPace = (calendar: Calendar, start: LocalDate, due: LocalDate, on: LocalDate): Pace =>
  paceTo(calendar, start, 0, [{ by: due, value: 100 }], on);

/** Does a confirmed report stand on its pace, and so end a recovery? Words without a figure don't, unless nothing is paced. */
export const isOnPace = (progress: number | null, pace: Pace | null, belowShare: number): boolean =>
  pace === null || (progress !== null && progress >= pace.expected * belowShare);

export type Standing = 'waiting' | 'on-pace' | 'behind' | 'no-pace';

export interface TargetStanding {
  kind: 'number' | 'number-less' | 'survey' | 'yes-no';
  base: number | null;
  actual: number | null;
  pace: Pace | null;
}

/**
 * How a target stands against its pace: a number against the expected one, what has no number against its
 * base, surveys and 0/1 targets not at all; without figures to compare it waits (policy "Pace").
 */
export function targetStanding(
  { kind, base, actual, pace }: TargetStanding,
  limits: { belowShare: number; fromSpanShare: number },
): Standing {
  if (kind === 'survey' || kind === 'yes-no') return 'no-pace';
  if (actual === null) return 'waiting';
  if (kind === 'number-less') return base === null ? 'waiting' : actual > base ? 'on-pace' : 'behind';
  if (!pace) return 'waiting';
  if (pace.spanShare < limits.fromSpanShare) return 'on-pace';
  return actual < pace.expected * limits.belowShare ? 'behind' : 'on-pace';
}
