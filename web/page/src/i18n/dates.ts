import { storedValue } from '../api/stored.ts';

/** Plans are local; everything is shown in the plans' zone, whatever the reader's computer says. */
const ZONE = 'Asia/Shanghai';

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function split(at: string) {
  const found = Object.fromEntries(parts.formatToParts(new Date(at)).map((part) => [part.type, part.value]));
  return {
    year: found['year'] ?? '',
    month: Number(found['month']),
    day: Number(found['day']),
    time: `${found['hour']}:${found['minute']}`,
  };
}

/** A language to speak, where it isn't the page's own: a formal paper stays Chinese. */
type Spoken = 'zh' | 'en';

const pageLanguage = (): Spoken => (storedValue('language') === 'en' ? 'en' : 'zh');

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const dayIn = (language: Spoken, month: number | string, day: number | string): string =>
  language === 'en' ? `${day} ${MONTHS[Number(month) - 1]}` : `${month}月${day}日`;

const yearIn = (language: Spoken, year: number | string, day: string): string =>
  language === 'en' ? `${day} ${year}` : `${year}年${day}`;

/** 11月23日 10:12, or 23 Nov 10:12 */
export function momentText(at: string): string {
  return `${dayOf(at)} ${split(at).time}`;
}

/** 2026年11月23日 10:12, or 23 Nov 2026 10:12 */
export function longMomentText(at: string): string {
  return `${longDayOf(at)} ${split(at).time}`;
}

/** 2026年11月23日, or 23 Nov 2026 */
export function longDayOf(at: string, language: Spoken = pageLanguage()): string {
  return yearIn(language, split(at).year, dayOf(at, language));
}

/** 11月20日, with the hour on the day itself and the year when it is another. */
export function sinceText(at: string, now: string): string {
  if (split(at).year !== split(now).year) return longDayOf(at);
  return dayOf(at) === dayOf(now) ? momentText(at) : dayOf(at);
}

/** 10:12 */
export function clockText(at: string): string {
  return split(at).time;
}

/** 11月23日, or 23 Nov. */
export function dayOf(at: string, language: Spoken = pageLanguage()): string {
  const { month, day } = split(at);
  return dayIn(language, month, day);
}

/** 2028年6月30日, or 30 Jun 2028, from a local date; a month alone where it has no day. */
export function dateText(date: string): string {
  const [year = 0, month = 0, day] = date.split('-').map(Number);
  const language = pageLanguage();
  if (day !== undefined) return yearIn(language, year, dayIn(language, month, day));
  return language === 'en' ? `${MONTHS[month - 1]} ${year}` : `${year}年${month}月`;
}

/** 2026年6月1日 – 6月30日, or 1 Jun – 30 Jun 2026: the year is said once where it is the same. */
export function spanText(start: string, end: string): string {
  const [year = '', month = '', day = ''] = end.split('-');
  if (!start.startsWith(`${year}-`)) return `${dateText(start)} – ${dateText(end)}`;
  if (pageLanguage() === 'zh') return `${dateText(start)} – ${dayIn('zh', Number(month), Number(day))}`;
  const [, from = '', first = ''] = start.split('-');
  return `${dayIn('en', from, Number(first))} – ${dateText(end)}`;
}

/** A proposal's dates (`2026-11-23/2026-12-18 …`) as they are read; any other text as it came. */
export function spansIn(text: string): string {
  const spans = text.split(' ').map((span) => /^(\d{4}-\d{2}-\d{2})(?:\/(\d{4}-\d{2}-\d{2}))?$/.exec(span));
  if (spans.includes(null)) return text;
  return spans
    .map((span) => (span?.[2] === undefined ? dateText(span?.[1] ?? '') : spanText(span[1] ?? '', span[2])))
    .join(pageLanguage() === 'en' ? ', ' : '、');
}

/** 2026年11月, 2026年第四季度, 2027年上半年, 2026年度 or 2026年第48周, from a duty's cycle; nothing where it has none. */
export function cycleText(cycle: string): string {
  const english = pageLanguage() === 'en';
  const [, year, quarter, month] = /^(\d{4})(?:Q([1-4])|-(\d{2}))$/.exec(cycle) ?? [];
  if (year !== undefined && month !== undefined) return dateText(cycle);
  if (year !== undefined) return english ? `Q${quarter} ${year}` : `${year}年第${'一二三四'[Number(quarter) - 1]}季度`;
  const [, of, half, week] = /^[a-z]+-(\d{4})(?:H([12])|W(\d{2}))?$/.exec(cycle) ?? [];
  if (of === undefined) return '';
  if (week !== undefined) return english ? `week ${Number(week)} of ${of}` : `${of}年第${Number(week)}周`;
  if (half === undefined) return english ? of : `${of}年度`;
  return english ? `${half === '1' ? 'first' : 'second'} half of ${of}` : `${of}年${half === '1' ? '上' : '下'}半年`;
}

/** 11-18 within the year of `today`, else 28-06-30. */
export function shortDate(date: string, today: string): string {
  return date.slice(0, 4) === today.slice(0, 4) ? date.slice(5) : date.slice(2);
}
