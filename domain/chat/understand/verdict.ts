import type { LocalDate } from '../../plan/types.ts';
import { fold } from '../fold.ts';
import { normalise } from './clauses.ts';
import { daysNamed } from './dates.ts';

/** What 批复 says of a request for more time. `dueOn` null: the day that was asked for. */
export type Verdict = { grant: boolean; dueOn: LocalDate | null; reason: string | null } | 'another-day';

const REFUSES = /^(?:不同意|不予同意|不予批准|不批准)(?:延期)?/;
const GRANTS = /^(?:同意|批准|准予)(?:延期)?/;
const ANOTHER_DAY = /^(?:另定(?:日期)?|改为|改至)/;
const DAY =
  /^(?:延期?)?(?:至|到)?\s*((?:今年|明年|\d{4}年)?\d{1,2}月(?:\d{1,2}[日号]|底|末)|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}日?)/;
const BETWEEN = /^[\s,、:;。.]*(?:理由[:是为]+)?\s*/;

/** Reads 同意, 同意延至12月21日, 另定12月21日, 不同意 with a reason; null: none of them. `today`: the writer's local day. */
export function verdictIn(words: string, today: LocalDate): Verdict | null {
  const text = words.trim();
  const refused = cut(text, REFUSES);
  if (refused !== null) return { grant: false, dueOn: null, reason: refused || null };
  const rest = cut(text, ANOTHER_DAY) ?? cut(text, GRANTS);
  if (rest === null) return null;
  const dated = dayAndReason(rest, today);
  if (dated.until !== null) return { grant: true, dueOn: dated.until, reason: dated.reason };
  return ANOTHER_DAY.test(fold(text)) || /^延?(?:至|到)/.test(rest)
    ? 'another-day'
    : { ...GRANTED, reason: rest || null };
}

const GRANTED = { grant: true, dueOn: null };

/** 至12月21日 and what follows as the reason; `until` null: no day to come is named first. */
export function dayAndReason(words: string, today: LocalDate): { until: LocalDate | null; reason: string | null } {
  const text = words.trim();
  const found = DAY.exec(fold(text));
  const [only] = found ? daysNamed(normalise(found[1] ?? ''), today) : [];
  if (!found || !only) return { until: null, reason: text || null };
  return { until: only, reason: after(text, found[0].length) || null };
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
