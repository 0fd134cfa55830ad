import { daysBetween } from '../calendar/local-date.ts';
import type { Instant, LocalDate } from '../plan/types.ts';
import { refusal, type Refusal } from '../refusals.ts';
import { dayWords } from './day-words.ts';
import type { ExtensionLevel, SignOffNeeded } from './part-request.ts';

/** What the calendar, the policy and the plan say of one new date; reckoned outside workflows, which have none of them. */
export interface DateTerms {
  /** Local day on which it is asked or decided. */
  today: LocalDate;
  isRestDay: boolean;
  /** The first working day from the new date on. */
  nextWorkday: LocalDate;
  /** Last day of the plan. */
  planEnd: LocalDate;
  /** Last day of the phase in which the old due day lies. */
  phaseEnd: LocalDate;
  /** Of a sub-item: the day by which its task is owed; absent: it is none, or its task has no day. */
  parentDue?: LocalDate;
  /** Days beyond the old due day that the office may grant. */
  maxDays: number;
}

/** What a request for an extension is judged by. */
export interface ExtensionTerms extends DateTerms, SignOffNeeded {
  /** The due day that would move; null: the part has none. */
  dueOn: LocalDate | null;
  /** After this instant no request is taken; null without a due day. */
  expiresAt: Instant | null;
  workingDaysBefore: number;
  isLastMinute: boolean;
  /** Dates that others set never move. */
  isSetOutside: boolean;
  /** Extensions that one task may have. */
  perTask: number;
  /** Open requests of the unit on other tasks, and from how many in all that is said. */
  otherOpen: number;
  manyFrom: number;
  decideBy: Instant;
}

/** Why a date can't become the new due day; null: it can. */
export function dateRefusal(newDueOn: LocalDate, dueOn: LocalDate, terms: DateTerms): Refusal | null {
  if (newDueOn <= dueOn) return refusal('EXTENSION_DATE_EARLY', { date: dayWords(newDueOn), due: dayWords(dueOn) });
  if (newDueOn <= terms.today) return refusal('EXTENSION_DATE_PAST', { date: dayWords(newDueOn) });
  if (newDueOn > terms.planEnd)
    return refusal('EXTENSION_DATE_BEYOND', { date: dayWords(newDueOn), end: dayWords(terms.planEnd) });
  const { parentDue } = terms;
  if (parentDue !== undefined && newDueOn > parentDue)
    return refusal('SUB_ITEM_DUE', { date: dayWords(newDueOn), due: dayWords(parentDue) });
  if (terms.isRestDay)
    return refusal('EXTENSION_DATE_REST', { date: dayWords(newDueOn), next: dayWords(terms.nextWorkday) });
  return null;
}

/** Up to some days beyond the old due day and inside the phase by the office, beyond by the leading group (policy "Extension"). */
export const levelOf = (
  newDueOn: LocalDate,
  dueOn: LocalDate,
  { maxDays, phaseEnd }: Pick<DateTerms, 'maxDays' | 'phaseEnd'>,
): ExtensionLevel => (daysBetween(dueOn, newDueOn) <= maxDays && newDueOn <= phaseEnd ? 'office' : 'leading-group');
