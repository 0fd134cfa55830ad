import type { Calendar } from '../../calendar/types.ts';
import type { LocalDate } from '../../plan/types.ts';
import { datesNamed, type DateNamed } from './reply/dates-named.ts';
import { prepare } from './reply/prepare.ts';

/** A coming day that leaves no choice. */
export const isFirm = ({ date, fuzzy, past }: DateNamed): boolean => date !== null && !fuzzy && !past;

/** The one day that words name; null: none, several, or one that can't be told or has been. `today`: the writer's. */
export function dayIn(words: string, today: LocalDate, calendar: Calendar): LocalDate | null {
  return onlyDay(datesNamed(prepare(words), today, calendar));
}

export const onlyDay = (dates: DateNamed[]): LocalDate | null =>
  agreed(dates.map((one) => (isFirm(one) ? one.date : null)));

/** What all of them say; null: nothing, different things, or a doubt. */
function agreed(days: (LocalDate | null)[]): LocalDate | null {
  const [only, ...others] = new Set(days);
  return others.length === 0 ? (only ?? null) : null;
}

/** Words by which a day is one of finishing or delivering. */
const EXPECTED = /前|内|底|末|完成|办结|报|提交|出台|印发|验收|到位|交付|预计|拟|计划|力争|争取|确保|反馈/;
/** What has been, what others set, and what only begins then. */
const OTHER =
  /已|了(?!解)|截至|截止|自|起|开始|启动|开工|召开|举办|举行|进场|原定|原计划|应于|要求|规定|时限|通知|上次|去年|上周|上月|昨/;
const HEDGED = /大约|约|可能|估计|或|不能|无法|难以|未|没|如果|若|不/;

/** By when something is to be finished or delivered; null without such a day or with any doubt. */
export function expectedDayIn(clauses: string[], today: LocalDate, calendar: Calendar): LocalDate | null {
  const days: (LocalDate | null)[] = [];
  for (const clause of clauses) {
    if (OTHER.test(clause) || !EXPECTED.test(clause)) continue;
    const dates = datesNamed(prepare(clause), today, calendar);
    if (dates.length > 0) days.push(HEDGED.test(clause) ? null : onlyDay(dates));
  }
  return agreed(days);
}
