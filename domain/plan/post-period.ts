import { lastDayOfMonth, yearOf } from '../calendar/local-date.ts';
import type { Calendar } from '../calendar/types.ts';
import { lastWorkdayOnOrBefore, nextWorkdayOnOrAfter } from '../calendar/working-days.ts';
import type { PostPeriodMatter } from './redate-types.ts';
import type { LocalDate, PlanFacts } from './types.ts';

const LAST_YEARS_ASSESSMENT = /上(一|1)?年度?.*(考核|评价|評價|评估|評估|检查|檢查)/;

/** A yearly assessment of the year before (004 四(一)) comes once more in the January after the period. */
export function postPeriodMatters(facts: PlanFacts, calendar: Calendar, periodEnd: LocalDate): PostPeriodMatter[] {
  const january = `${yearOf(periodEnd) + 1}-01`;
  return facts.recurring
    .filter(({ what, every }) => every === 'year' && LAST_YEARS_ASSESSMENT.test(what))
    .map(({ what }) => ({
      what,
      start: nextWorkdayOnOrAfter(calendar, `${january}-01`),
      end: lastWorkdayOnOrBefore(calendar, lastDayOfMonth(january)),
    }));
}
