import { addDays } from '../../../calendar/local-date.ts';
import { hasYear } from '../../../calendar/calendar-index.ts';
import type { Calendar } from '../../../calendar/types.ts';
import { addWorkingDays } from '../../../calendar/working-days.ts';
import type { LocalDate } from '../../../plan/types.ts';
import type { Span } from '../types.ts';
import { plusMonths } from './month-days.ts';
import type { Draft } from './draft.ts';
import { COUNT, countOf } from './numbers.ts';

const LENGTH = new RegExp(`(半|${COUNT})\\s?(?:个)?(工作日|自然日|天|日|周|星期|礼拜|月|季度|年)(?!底|末|前|[\\d])`);

const BARE = new RegExp(
  `^(?:大概|大约|约)?(?:(?:再|多|另)?(?:给|宽限?|延期?|推迟|顺延|缓|晚|要|需要?)(?:我们?|本?单位|一下|个)*)?${LENGTH.source}(?:就?够了?|就行|即可|可以|时间|吧|左右)*[。!]?$`,
);

/** 两周, 再给十天: so long after a day, and nothing else said; null: other words, or no certain length. */
export function lengthAfter(plain: string, day: LocalDate, calendar: Calendar): LocalDate | null {
  const match = BARE.exec(plain.trim());
  const n = match && !/[几多]/.test(match[0]) ? countOf(match[1]) : null;
  return match && n !== null ? lengthened(day, n, match[2] ?? '', calendar) : null;
}

const EITHER = /也可能|要么|或者?|说不定/;

/** The day that is asked for: named, or so long after the task's due date. */
export function extensionDate(
  draft: Draft,
  plain: string,
  calendar: Calendar,
): { date: LocalDate | null; span: Span; unsure: boolean } | null {
  const clauses = draft.requests.filter(({ request }) => request === 'extension');
  for (const { span } of clauses) {
    const words = plain.slice(span.start, span.end);
    const verb =
      /(?:(?:再|多|另)?放宽|延期|延长|顺延|宽限|推迟|延后|宽延|展期|缓期|往后[推靠顺放移]|宽裕|后移|后延|延一延|往后延|往后挪|往后拖|(?:再|多|另)(?:宽?给|宽|批|留|要|缓|放|容|匀|争取)|缓|延|晚|迟|拖)(?:时间|办理|完成|交|报|上|办|我们?|咱们?|单位|一下|点|出|大?约|大概)*\s?/.exec(
        words,
      );
    const from = verb ? verb.index + verb[0].length : -1;
    const match = from < 0 ? null : LENGTH.exec(words.slice(from));
    if (!match || match.index > 0) continue;
    const n = countOf(match[1]);
    // 缓两天呗,给到礼拜五: the day that is named counts.
    if (/^[缓晚迟]/.test(verb?.[0] ?? '') && draft.requestDates.some((one) => one.date !== null)) continue;
    const { due } = draft.task;
    const at = { start: span.start + from + match.index, end: span.start + from + match.index + match[0].length };
    if (n === null) continue;
    if (/[几多]/.test(match[0]) || due === null) return null;
    return { date: lengthened(due, n, match[2] ?? '', calendar), span: at, unsure: /左右|大概|约|可能/.test(words) };
  }
  const [first] = draft.requestDates.slice(-1);
  const [other] = draft.requestDates;
  // 可能延到8月底,也可能9月份
  if (first && other && other !== first && EITHER.test(plain.slice(other.span.end, first.span.start))) return null;
  if (first) return first;
  // 申请延期,到12月20日 says it in the clause that follows.
  return null;
}

function lengthened(due: LocalDate, n: number, unit: string, calendar: Calendar): LocalDate | null {
  if (unit === '工作日')
    return hasYear(calendar, Number(due.slice(0, 4)) + 1) && n < 200 ? addWorkingDays(calendar, due, n) : null;
  if (/天|日/.test(unit)) return addDays(due, n);
  if (/周|星期|礼拜/.test(unit)) return addDays(due, n * 7);
  if (unit === '月') return n === 0.5 ? addDays(due, 15) : plusMonths(due, n);
  if (unit === '季度') return plusMonths(due, n * 3);
  return n === 0.5 ? plusMonths(due, 6) : plusMonths(due, n * 12);
}
