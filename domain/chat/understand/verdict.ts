import type { Calendar } from '../../calendar/types.ts';
import type { LocalDate } from '../../plan/types.ts';
import { fold } from '../fold.ts';
import { isFirm } from './days.ts';
import { datesNamed } from './reply/dates-named.ts';
import { prepare } from './reply/prepare.ts';

/** What 批复 says of a request for more time. `dueOn` null: the day that was asked for. */
export type Verdict = { grant: boolean; dueOn: LocalDate | null; reason: string | null } | 'another-day';

const REFUSES = /^(?:不同意|不予同意|不予批准|不批准)(?:延期)?/;
const GRANTS = /^(?:同意|批准|准予)(?:延期)?/;
const ANOTHER_DAY = /^(?:另定(?:日期)?|改为|改至)/;
const UNTIL = /^(?:延期?)?(?:至|到)?\s*$/;
const BETWEEN = /^[\s,、:;。.]*(?:理由[:是为]+)?\s*/;

/** Reads 同意, 同意延至12月21日, 另定12月21日, 不同意 with a reason; null: none of them. `today`: the writer's local day. */
export function verdictIn(words: string, today: LocalDate, calendar: Calendar): Verdict | null {
  const text = words.trim();
  const refused = cut(text, REFUSES);
  if (refused !== null) return { grant: false, dueOn: null, reason: refused || null };
  const rest = cut(text, ANOTHER_DAY) ?? cut(text, GRANTS);
  if (rest === null) return null;
  const dated = dayAndReason(rest, today, calendar);
  if (dated.until !== null) return { grant: true, dueOn: dated.until, reason: dated.reason };
  return ANOTHER_DAY.test(fold(text)) || /^延?(?:至|到)/.test(rest)
    ? 'another-day'
    : { ...GRANTED, reason: rest || null };
}

const GRANTED = { grant: true, dueOn: null };

/** 至12月21日, 到下周五 and what follows as the reason; `until` null: no day to come is named first. */
export function dayAndReason(
  words: string,
  today: LocalDate,
  calendar: Calendar,
): { until: LocalDate | null; reason: string | null } {
  const text = words.trim();
  const plain = prepare(text);
  const [first] = datesNamed(plain, today, calendar);
  if (!first || !isFirm(first) || !UNTIL.test(plain.slice(0, first.start)))
    return { until: null, reason: text || null };
  return { until: first.date, reason: after(text, first.end) || null };
}

/** What follows the pattern, without what stands between; null: it isn't there. */
function cut(text: string, pattern: RegExp): string | null {
  const found = pattern.exec(fold(text));
  return found ? after(text, found[0].length) : null;
}

function after(text: string, length: number): string {
  const rest = text.slice(length);
  return rest.slice(BETWEEN.exec(fold(rest))?.[0].length ?? 0).trim();
}
