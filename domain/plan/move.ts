import { addDays, addYears, firstDayOf, lastDayOf, precisionOf, yearOf } from '../calendar/local-date.ts';
import type { Calendar } from '../calendar/types.ts';
import { isProvisional, lastWorkdayOnOrBefore, nextWorkdayOnOrAfter } from '../calendar/working-days.ts';
import type { RedatedDate } from './redate-types.ts';
import type { LocalDate, PrintedDate } from './types.ts';

/** Where the first and the last day that a printed date means come to lie. */
export interface Move {
  first(printed: PrintedDate): LocalDate;
  last(printed: PrintedDate): LocalDate;
  /** A printed day stays that day, worked or not; a reckoned one may be put on a working day. */
  keepsDay: boolean;
}

const moveText = (printed: PrintedDate, years: number): PrintedDate =>
  precisionOf(printed) === 'day'
    ? addYears(printed, years)
    : `${String(yearOf(printed) + years).padStart(4, '0')}${printed.slice(4)}`;

export const byYears = (years: number): Move => ({
  first: (printed) => firstDayOf(moveText(printed, years)),
  last: (printed) => lastDayOf(moveText(printed, years)),
  keepsDay: true,
});

export const byDays = (days: number): Move => ({
  first: (printed) => addDays(firstDayOf(printed), days),
  last: (printed) => addDays(lastDayOf(printed), days),
  keepsDay: false,
});

/** What all dates of one plan share while they are moved; nothing before `floor` may be left (null: it may). */
export interface MoveContext {
  calendar: Calendar;
  move: Move;
  floor: LocalDate | null;
}

const dated = ({ calendar, floor }: MoveContext, printed: PrintedDate, day: LocalDate): RedatedDate => {
  const clipped = floor !== null && day < floor;
  const effective = clipped ? floor : day;
  return {
    printed: { text: printed, precision: precisionOf(printed) },
    effective,
    assumed: false,
    clipped,
    provisional: isProvisional(calendar, effective),
  };
};

/** A date that nothing prints. */
export const assumedDate = (calendar: Calendar, day: LocalDate): RedatedDate => ({
  printed: null,
  effective: day,
  assumed: true,
  clipped: false,
  provisional: isProvisional(calendar, day),
});

const isDay = (move: Move, printed: PrintedDate): boolean => move.keepsDay && precisionOf(printed) === 'day';

/** A month or a year begins on its first working day. */
export function movedStart(context: MoveContext, printed: PrintedDate): RedatedDate {
  const day = context.move.first(printed);
  return dated(context, printed, isDay(context.move, printed) ? day : nextWorkdayOnOrAfter(context.calendar, day));
}

/** A month or a year ends on its last working day (policy "Due instant"). */
export function movedEnd(context: MoveContext, printed: PrintedDate): RedatedDate {
  const day = context.move.last(printed);
  return dated(context, printed, isDay(context.move, printed) ? day : lastWorkdayOnOrBefore(context.calendar, day));
}

/** The plan's own span runs from the first to the last calendar day: nothing falls due on its edges. */
export const movedPeriod = (
  context: MoveContext,
  start: PrintedDate,
  end: PrintedDate,
): { start: RedatedDate; end: RedatedDate } => ({
  start: dated(context, start, context.move.first(start)),
  end: dated(context, end, context.move.last(end)),
});
