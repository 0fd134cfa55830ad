import { localOf } from '../../../domain/calendar/local-time.ts';
import { windowsText } from './windows-text.ts';
import type { Calendar } from '../../../domain/calendar/types.ts';
import { dayKind, isWorkday, type DayKind } from '../../../domain/calendar/working-days.ts';
import type { Locale } from '../../../domain/chat/catalogue/index.ts';
import { dayText, dayWithWeekday } from '../../../domain/chat/local-text.ts';
import type { Policy } from '../../../domain/plan/policy.ts';
import type { Instant } from '../../../domain/plan/types.ts';
import type { Today } from '../../../web/api.ts';

const KINDS: Record<Locale, Record<DayKind['kind'], string>> = {
  zh: { workday: '工作日', makeup: '调休上班日', weekend: '休息日', holiday: '节假日' },
  en: { workday: 'working day', makeup: 'make-up working day', weekend: 'day of rest', holiday: 'holiday' },
};

/** 11月23日 10:12 */
export function localNowText(now: Instant, zone: string, locale: Locale = 'zh'): string {
  const { date, time } = localOf(now, zone);
  return `${dayText(date, date, locale)} ${time}`;
}

/** 11月22日(星期日) · 休息日, with the hours in which messages may go; none on a rest day. */
export function dayOf(now: Instant, calendar: Calendar, policy: Policy, locale: Locale = 'zh'): Today['day'] {
  const { date } = localOf(now, policy.values.zone);
  const { kind, provisional } = dayKind(calendar, date);
  return {
    text: `${dayWithWeekday(date, date, locale)} · ${KINDS[locale][kind]}`,
    kind,
    provisional,
    windows: isWorkday(calendar, date) ? windowsText(calendar, policy, date) : '',
  };
}
