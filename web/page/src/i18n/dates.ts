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

/** 10:12 */
export function clockText(at: string): string {
  return split(at).time;
}

/** 11月23日 */
export function dayOf(at: string): string {
  const { month, day } = split(at);
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

/** 11-18 within the year of `today`, else 28-06-30. */
export function shortDate(date: string, today: string): string {
  return date.slice(0, 4) === today.slice(0, 4) ? date.slice(5) : date.slice(2);
}
