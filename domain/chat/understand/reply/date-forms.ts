import { hasYear } from '../../../calendar/calendar-index.ts';
import { addDays, daysBetween, lastDayOfMonth, yearOf } from '../../../calendar/local-date.ts';
import { lastWorkdayOnOrBefore } from '../../../calendar/working-days.ts';
import {
  afterHoliday,
  beforeHoliday,
  dayOfMonth,
  monthNamed,
  monthSaid,
  weekday,
  weekdayOfMonth,
  workingDays,
  type Day,
} from './day-resolvers.ts';
import { endOfWeek, holidayMeant, justOver, workdayBefore } from './holidays-named.ts';
import {
  addMonths,
  AHEAD_DAYS,
  monthOf,
  pad,
  partOfMonth,
  plusMonths,
  yearFor,
  yearSaid,
  ymd,
  type Resolved,
} from './month-days.ts';
import { COUNT, countOf } from './numbers.ts';

export type Form = [pattern: string, resolve: (groups: (string | undefined)[], day: Day) => Resolved];

const N = COUNT;
const WHICH_MONTH = '(?<!个)(本|这个?|当|下下个?|下个?|次|上个?)?月';
const YEAR = '(今年|本年|明年|来年|去年|\\d{4}年|\\d{2}年)?';

const HOLIDAY =
  '(元旦|新年|春节|过年|清明|五一|劳动节|端午|中秋|国庆|(?<![第\\d])十一(?=[前后放节长假期]))(?:、?(?:中秋|国庆))?(?:节|假期|长假|小长假|放假)?';

export const FORMS: Form[] = [
  [`${YEAR}的?(?:${N}月|(?:本|这个?|下个?|次)月)(?:中下|上中)旬`, () => ({ date: null })],
  // A range names its last day.
  [
    `${YEAR}(${N})月(${N})[日号]?\\s?(?:至|到|-|~)\\s?(?:(${N})月)?(${N})[日号]`,
    ([y, m, , m2, d2], { today }) => {
      const month = countOf(m2 ?? m) ?? 0;
      return { date: ymd(yearSaid(y, month, today), month, countOf(d2) ?? 0), fuzzy: true };
    },
  ],
  [
    `(\\d{4})\\s?[年/.-]\\s?(\\d{1,2})\\s?[月/.-]\\s?(\\d{1,2})[日号]?`,
    ([y, m, d]) => ({ date: ymd(Number(y), Number(m), Number(d)) }),
  ],
  // 宽限到12/31, 12/20前: a share of a target has no such words around it.
  [
    `(?:(?<=[到至于在延] ?)(1[0-2]|[1-9])/([12]\\d|3[01]|[1-9])(?![\\d/个家户])|(?<![\\d/])(1[0-2]|[1-9])/([12]\\d|3[01]|[1-9])(?=\\s?(?:之?前|以前|交|报送|返岗|回岗)))`,
    ([m, d, month = m, day = d], { today }) => {
      const here = ymd(yearOf(today), countOf(month) ?? 0, countOf(day) ?? 0);
      return {
        date: here === null || here >= today ? here : ymd(yearOf(today) + 1, countOf(month) ?? 0, countOf(day) ?? 0),
      };
    },
  ],
  // 延到12.18
  [
    `(?<=[延改推挪缓移调宽展期]限?[到至] ?)(1[0-2]|[1-9])\\.([12]\\d|3[01]|0?[1-9])(?=$|[,。;\\s前之以吧呢么吗不可行交报完办])`,
    ([m, d], { today }) => {
      const date = ymd(yearFor(Number(m), today), Number(m), Number(d));
      return date === null ? 'none' : { date };
    },
  ],
  [
    `${YEAR}的?(${N})月份?(${N})[日号]?(?!\\d|[家个件户])`,
    ([y, m, d], { today }) => {
      const month = countOf(m) ?? 0;
      const day = countOf(d) ?? 0;
      if (month < 1 || month > 12) return 'none';
      if (y) return { date: ymd(yearSaid(y, month, today), month, day) };
      const here = ymd(yearOf(today), month, day);
      if (here === null || here >= today) return { date: here };
      const next = ymd(yearOf(today) + 1, month, day);
      return { date: next !== null && daysBetween(today, next) <= AHEAD_DAYS ? next : here };
    },
  ],
  [
    `${YEAR}的?(${N})月份?(上旬|中旬|下旬|初|中(?!旬|[标秋小心])|底|末|内)`,
    ([y, m, part], { today }) => {
      const month = countOf(m) ?? 0;
      return month < 1 || month > 12 ? 'none' : partOfMonth(`${yearSaid(y, month, today)}-${pad(month)}`, part ?? '');
    },
  ],
  [
    `${WHICH_MONTH}的?(${N})[日号]`,
    ([which, d], { today }) => (which ? { date: dayOfMonth(monthSaid(which, today), countOf(d)) } : 'none'),
  ],
  [
    `${WHICH_MONTH}(上旬|中旬|下旬|初|中(?!旬|[标秋小心])|底|末|内)`,
    ([which, part], { today }) => partOfMonth(monthSaid(which, today), part ?? ''),
  ],
  [
    `${YEAR}的?第?([一二三四1-4])季度(末|底|内)?`,
    ([y, q, part], { today }) => {
      const month = (countOf(q) ?? 1) * 3;
      return { date: lastDayOfMonth(`${yearSaid(y, month, today)}-${pad(month)}`), period: part === undefined };
    },
  ],
  [
    `(今年|本年|明年|来年)?(上半年|下半年)(?:末|底|内)?`,
    ([y, half], { today }) => {
      const month = half === '上半年' ? 6 : 12;
      return { date: lastDayOfMonth(`${yearSaid(y ?? '今年', month, today)}-${pad(month)}`), period: true };
    },
  ],
  [
    `${YEAR}的?(?:(${N})月份?|(本|这个?|当|下下个?|下个?)月)的?(第[一二三四]|最后)一?个?(?:周|星期|礼拜)([一二三四五六日天])`,
    ([y, m, which, nth, name], { today }) => weekdayOfMonth(monthNamed(y, m, which, today), nth ?? '', name ?? ''),
  ],
  [
    `${YEAR}的?(?:(${N})月份?|(本|这个?|当|下下个?|下个?)月)的?最后一?(?:个(工作日)|天|日)`,
    ([y, m, which, worked], { today, calendar }) => {
      const last = lastDayOfMonth(monthNamed(y, m, which, today));
      return { date: worked && hasYear(calendar, yearOf(last)) ? lastWorkdayOnOrBefore(calendar, last) : last };
    },
  ],
  [
    `(?<![一二三四1-4])(本|这个?|当|下个?)?季度?(?:末|底)`,
    ([which], { today }) => {
      const quarter = Math.ceil(Number(today.slice(5, 7)) / 3) * 3;
      return {
        date: lastDayOfMonth(addMonths(`${today.slice(0, 4)}-${pad(quarter)}`, which?.startsWith('下') ? 3 : 0)),
      };
    },
  ],
  [`(?<![月初])([上中下])旬`, ([part], { today }) => partOfMonth(monthOf(today), `${part ?? ''}旬`)],
  // A month to come, by itself: its last day if something is finished in it.
  [
    `${YEAR}的?(${N})月份?(?![\\d上中下初底末内旬日号了一二三四五六七八九十])|(下下?)个?月份?(?![\\d上中下初底末内旬日号了一二三四五六七八九十])`,
    ([y, m, next], { today }) => {
      const number = countOf(m) ?? 0;
      if (!next && (number < 1 || number > 12)) return 'none';
      const month = next ? addMonths(monthOf(today), next.length) : `${yearSaid(y, number, today)}-${pad(number)}`;
      return month === monthOf(today) ? 'none' : { date: lastDayOfMonth(month), fuzzy: true, period: true };
    },
  ],
  [
    `(今年|本|明|今|来|明年|当)?年(?:的)?(?:底|末|内)|(\\d{4})年(?:底|末|内)`,
    ([which, y], { today }) => ({
      date: `${y ? Number(y) : yearOf(today) + (/明|来/.test(which ?? '') ? 1 : 0)}-12-31`,
    }),
  ],
  [
    `(?<![一二三四五六七八九十\\d半前去今明近多几成全青])年前(?!后)`,
    (_groups, { calendar, today }) =>
      Number(today.slice(5, 7)) <= 2 ? beforeHoliday('春节', { calendar, today, month: null }) : { date: null },
  ],
  [`(?<![一二三四五六七八九十\\d半今明近多几全])年后(?:第一个月内?)?|过完年`, () => ({ date: null })],
  [`${HOLIDAY}后第?(${N})个?工作日内?`, ([word, n], day) => afterHoliday(word, countOf(n) ?? 1, day)],
  [`节后第?(${N})个?工作日内?`, ([n], day) => afterHoliday(undefined, countOf(n) ?? 1, day)],
  [`(?:${HOLIDAY}|节|放假)后上班(?:后)?的?第(${N})天`, ([word, n], day) => afterHoliday(word, countOf(n) ?? 1, day)],
  [`节后(?:上班)?(?:首个工作日|首日|第一天|上班第一天)`, (_groups, day) => afterHoliday(undefined, 1, day)],
  [
    `${HOLIDAY}(?:长|小长)?(?:假|节)?(?:之|以)?后的?(?:上班)?(?:(?:首|头一|第一)个工作日|(?:首|头一|第一|头)(?:天|日)(?:上班)?|上班的?(?:首|头一|第一)天)`,
    ([word], day) => afterHoliday(word, 1, day),
  ],
  [`${HOLIDAY}(?:放假)?(?:之|以)?前(?!后)`, ([word], day) => beforeHoliday(word, day)],
  [`${HOLIDAY}(?:之|以)?后(?!就|一直|再|便|至今|以来|没|未|已|停)`, () => ({ date: null })],
  [
    `(?<![环季调时细章关佳])节(?:日|假日)?前(?!后)`,
    (_groups, { calendar, today }) => {
      // In the days after a holiday it is the one that is over.
      if (justOver(calendar, today)) return { date: addDays(today, -1), past: true };
      const day = holidayMeant(calendar, today);
      return { date: day && workdayBefore(calendar, day) };
    },
  ],
  [
    `(?<![环季调时细章关佳])节(?:日|假日)?后`,
    (_groups, { calendar, today }) =>
      justOver(calendar, today) ? { date: addDays(today, -1), past: true } : { date: null },
  ],
  [
    `(?:放)?(?:暑假|寒假|开学|放假|期末|汛期|入冬|放寒假|秋收|春耕|元宵节?|腊月|正月|供暖季?|采暖季?|雨季|高考|中考|两会|霜冻|封冻|上冻|麦收|夏收|三夏|开春|入汛|主汛期|学期(?:结束|末)|入户前)[^,。;]{0,3}?(?:之)?[前后]`,
    () => ({ date: null }),
  ],
  [
    `过几天|过两天|这两天(?!又|已|刚|都|才|新|在|正|[^,。;]{0,4}了)|近几天|近日|过阵子|过些时候|过段日子|再过(?:几天|阵子|些时候?|段时间)|不久|近期内?(?=[可能办完交报])|尽快(?=[可能])|这几天内?|过些(?:天|日子)|过段时间|过一阵|改天|回头(?=[再补报])`,
    () => ({ date: null }),
  ],
  // 意见下来以后15个工作日内: counted from a day that nobody knows.
  [
    `(?:以后|之后|过后|(?<![今往前随])后)的?(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})个工作日(?:之?内|以内)?`,
    () => ({ date: null }),
  ],
  [`(\\d{1,2}|[一二两三四五六七八九十]{1,3})个工作日(?:之?内|以内|后)?`, ([n], day) => workingDays(countOf(n), day)],
  [`(${N})个?(?:天|日)(?:之?内|以内|后)`, ([n], { today }) => ({ date: addDays(today, countOf(n) ?? 0) })],
  [`(${N})个?(?:周|星期|礼拜)(?:之?内|以内|后)`, ([n], { today }) => ({ date: addDays(today, 7 * (countOf(n) ?? 0)) })],
  [`(半)个月(?:之?内|以内|后)`, (_groups, { today }) => ({ date: addDays(today, 15) })],
  [`(${N})个月(?:之?内|以内|后)`, ([n], { today }) => ({ date: plusMonths(today, countOf(n) ?? 0) })],
  // 下周一到周五: both of one week.
  [
    `(上|下下|下|本|这)?个?(?:周|星期|礼拜)([一二三四五六日天])\\s?(?:至|到|-|~)\\s?(?:(下下|下|本|这)?个?(?:周|星期|礼拜))?([一二三四五六日天])`,
    ([which, first, other, last], { today }) => {
      const { date: from } = weekday(which, first ?? '', today);
      const { date } = weekday(other ?? which, last ?? '', today);
      return { date: date < from ? addDays(date, 7) : date, fuzzy: true };
    },
  ],
  [
    `(上|下下|下|本|这)?个?(?:周|星期|礼拜)([一二三四五六日天]|[1-7](?![\\d家个件户.月]))(?!期|样|致|直)`,
    ([which, name], { today }) => weekday(which, name ?? '', today),
  ],
  [
    `(本|这|下|下下)个?(?:周|星期|礼拜)(?:之?内|末)|周内|周末`,
    ([which], { calendar, today }) => {
      const weeks = which?.startsWith('下下') ? 14 : which?.startsWith('下') ? 7 : 0;
      return { date: endOfWeek(calendar, addDays(today, weeks)), fuzzy: true };
    },
  ],
  [
    `(?:再|还)(?:有|要|需|得|过|用)(?:大约|大概|约|个)?半个?月`,
    (_groups, { today }) => ({ date: addDays(today, 15), fuzzy: true }),
  ],
  [
    `(?:再(?:有|需|得|过|用)|还(?:有|要|需|得|用))要?(?:大约|大概|约)?(${N})(天|个?(?:周|星期|礼拜)|个月)(?!的)`,
    ([n, unit], { today }) => {
      const count = countOf(n) ?? 0;
      const date = /月/.test(unit ?? '') ? plusMonths(today, count) : addDays(today, count * (unit === '天' ? 1 : 7));
      return { date, fuzzy: true };
    },
  ],
  [`大后天`, (_groups, { today }) => ({ date: addDays(today, 3) })],
  [
    `(今|明|后)(?:天|日|晚|早|儿个?|晨)`,
    ([which], { today }) => ({ date: addDays(today, '今明后'.indexOf(which ?? '')) }),
  ],
  [`昨[天日夜晚]|前天|前日|昨儿`, (_groups, { today }) => ({ date: addDays(today, -1), past: true })],
  [`当天|当日`, () => 'none'],
  [
    `(?<![\\d.])(\\d{1,2})[/.](\\d{1,2})(?=\\s?(?:之?前|日|号|出|报|完|交|办|能|可|到|对|收|全|开|上|投|正|闭|清|送|竣|扫|通|贯|验|排|挂))(?!\\d)`,
    ([m, d], { today }) => {
      const month = Number(m);
      if (month < 1 || month > 12) return 'none';
      const date = ymd(yearFor(month, today), month, Number(d));
      return date === null ? 'none' : { date };
    },
  ],
  [
    `(?<![\\d月〕\\])】第])(\\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九](?=号)|廿[一二三四五六七八九]?)[日号](?!任务|文|机|线|楼|令|召|常|外)`,
    ([d], { today, month }) => {
      const day = countOf(d);
      const here = dayOfMonth(month ?? monthOf(today), day);
      if (here !== null && (month !== null || here >= today)) return { date: here };
      return { date: dayOfMonth(addMonths(monthOf(today), 1), day) };
    },
  ],
];
