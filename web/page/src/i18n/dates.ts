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

/** 11月23日 10:12 */
export function momentText(at: string): string {
  const { month, day, time } = split(at);
  return `${month}月${day}日 ${time}`;
}

/** 2026年11月23日 10:12 */
export function longMomentText(at: string): string {
  return `${split(at).year}年${momentText(at)}`;
}

/** 2026年11月23日 */
export function longDayOf(at: string): string {
  return `${split(at).year}年${dayOf(at)}`;
}

/** 11月20日, with the hour on the day itself and the year when it is another. */
export function sinceText(at: string, now: string): string {
  const [then, today] = [split(at), split(now)];
  if (then.year !== today.year) return `${then.year}年${dayOf(at)}`;
  return dayOf(at) === dayOf(now) ? momentText(at) : dayOf(at);
}

/** 10:12 */
export function clockText(at: string): string {
  return split(at).time;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 11月23日, or 23 Nov. */
export function dayOf(at: string, language: 'zh' | 'en' = 'zh'): string {
  const { month, day } = split(at);
  if (language === 'en') return `${day} ${MONTHS[month - 1]}`;
  return `${month}月${day}日`;
}

/** 2028年6月30日, from a local date. */
export function dateText(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return day === undefined ? `${year}年${month}月` : `${year}年${month}月${day}日`;
}

/** 2026年6月1日 – 6月30日: the year is said once where it is the same. */
export function spanText(start: string, end: string): string {
  const [year, month, day] = end.split('-').map(Number);
  return `${dateText(start)} – ${start.startsWith(`${year}-`) ? `${month}月${day}日` : dateText(end)}`;
}

/** A proposal's dates (`2026-11-23/2026-12-18 …`) as they are read; any other text as it came. */
export function spansIn(text: string): string {
  const spans = text.split(' ').map((span) => /^(\d{4}-\d{2}-\d{2})(?:\/(\d{4}-\d{2}-\d{2}))?$/.exec(span));
  if (spans.includes(null)) return text;
  return spans
    .map((span) => (span?.[2] === undefined ? dateText(span?.[1] ?? '') : spanText(span[1] ?? '', span[2])))
    .join('、');
}

/** 2026年11月, 2026年第四季度, 2027年上半年, 2026年度 or 2026年第48周, from a duty's cycle; nothing where it has none. */
export function cycleText(cycle: string): string {
  const [, year, quarter, month] = /^(\d{4})(?:Q([1-4])|-(\d{2}))$/.exec(cycle) ?? [];
  if (year !== undefined)
    return month === undefined ? `${year}年第${'一二三四'[Number(quarter) - 1]}季度` : `${year}年${Number(month)}月`;
  const [, of, half, week] = /^[a-z]+-(\d{4})(?:H([12])|W(\d{2}))?$/.exec(cycle) ?? [];
  if (of === undefined) return '';
  if (week !== undefined) return `${of}年第${Number(week)}周`;
  return half === undefined ? `${of}年度` : `${of}年${half === '1' ? '上' : '下'}半年`;
}

/** 11-18 within the year of `today`, else 28-06-30. */
export function shortDate(date: string, today: string): string {
  return date.slice(0, 4) === today.slice(0, 4) ? date.slice(5) : date.slice(2);
}
