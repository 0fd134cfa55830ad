import type { PrintedDate } from '../plan/types.ts';
import type { Span } from './types.ts';
import { isPrintedDate } from '../calendar/local-date.ts';
import { matchesWhere } from './matches-of.ts';
import { DATE_BEGIN, DATE_FORM } from './dates/date-forms.ts';
import { windowOf, type DateGroups } from './dates/date-window.ts';

/** A date or a window as printed; one side is null where none is printed (`自…起`, `…前`). */
export interface FoundDate {
  /** In the text that was searched. */
  span: Span;
  from: PrintedDate | null;
  to: PrintedDate | null;
  /** No year is printed: it was taken from the context. */
  yearless: boolean;
}

/**
 * All dates and windows in a simplified text, in order. `current`: the year meant by a date without one; such dates
 * are left out where it is null. What is no real day (2月30日) is left out too.
 */
export function findDates(simplified: string, current: number | null = null): FoundDate[] {
  let context = current;
  return matchesWhere(DATE_BEGIN, DATE_FORM, simplified).flatMap((found): FoundDate[] => {
    const groups: DateGroups = found.groups ?? {};
    const window = windowOf(groups, context);
    if (!window || !isPrintedDate(window.start) || !isPrintedDate(window.end)) return [];
    if (!window.yearless) context = Number(window.end.slice(0, 4));
    const after = groups['after']?.trim() ?? '';
    const before = after.endsWith('前') || (groups['until'] !== undefined && groups['from'] === undefined);
    const onwards = /起|开始|后$/.test(after) || groups['from'] !== undefined;
    const { start, end, yearless, ranged } = window;
    return [
      {
        span: { start: found.index, end: found.index + found[0].length },
        from: ranged || !before ? start : null,
        to: ranged || !onwards ? end : null,
        yearless,
      },
    ];
  });
}
