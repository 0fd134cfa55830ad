import { lastWorkdayOnOrBefore } from '../../domain/calendar/working-days.ts';
import type { PlanFacts } from '../../domain/plan/types.ts';
import { SEED_CALENDAR } from '../calendar/calendar.ts';
import { target } from '../plans/entries.ts';
import { dayAt, monthAt } from './dates.ts';
import { demoTasks } from './tasks.ts';
import { demoContacts, demoUnits } from './units.ts';

export const DEMO_PLAN_ID = 'demo';

/** The month of plan.txt. */
export const DEMO_START_MONTH = '2026-06';

/**
 * The invented 示例市 with all dates written from `startMonth` (`YYYY-MM`), the month of its deployment.
 * The default gives exactly what plan.txt prints.
 */
export function demoFacts(startMonth: string = DEMO_START_MONTH): PlanFacts {
  const month = (offset: number) => monthAt(startMonth, offset);
  const end = month(24);
  return {
    title: '示例市知识产权试点城市工作方案',
    docNumber: `示政办发〔${startMonth.slice(0, 4)}〕18号`,
    issuedOn: dayAt(startMonth, 0, 1),
    issuer: '示例市人民政府办公室',
    place: '示例市',
    period: { start: month(0), end: month(25) },
    phases: [
      {
        name: '安排部署阶段',
        kind: 'deployment',
        start: month(0),
        end: month(0),
        duties: ['印发工作方案', '召开动员部署会议', '明确各单位分管负责同志和联络员'],
      },
      {
        name: '实施推进阶段',
        kind: 'implementation',
        start: month(1),
        end,
        duties: ['按季调度任务进展', '开展中期评估'],
      },
      {
        name: '迎检总结阶段',
        kind: 'inspection',
        start: end,
        end: month(25),
        duties: ['完成自查自评', '汇编迎检材料', '召开总结会议'],
      },
    ],
    tasks: demoTasks(startMonth),
    targets: [
      target('高价值发明专利拥有量', '>=', { value: 1200, unit: '件', by: end, scope: 'cumulative' }),
      target('新增地理标志', '>=', { value: 4, unit: '件', scope: 'period' }),
      target('专利转让许可', '>=', { value: 300, unit: '件', scope: 'period' }),
      target('知识产权质押融资金额', '>=', { value: 3, unit: '亿元', scope: 'period' }),
      target('市级以上示范优势企业', '>=', { value: 30, unit: '家', by: month(12), scope: 'cumulative' }),
      target('知识产权保护工作站', '>=', { value: 20, unit: '家', by: month(6), scope: 'cumulative' }),
      target('查办侵权假冒案件', '>=', { value: 80, unit: '件', scope: 'period' }),
      target('知识产权保护社会满意度', 'increase', { by: end }),
      target('培训知识产权人才', '>=', { value: 2000, unit: '人次', per: 'year', scope: 'year' }),
      target('知识产权教育试点学校', '>=', { value: 12, unit: '所', by: month(6), scope: 'cumulative' }),
    ],
    bodies: [
      {
        name: '示例市知识产权试点城市工作领导小组',
        kind: 'leading group',
        duties: ['统筹协调试点工作', '研究解决重大问题'],
      },
      { name: '知识产权执法联席会议', kind: 'joint conference', duties: ['研究案件线索移送', '组织联合执法'] },
      {
        name: '领导小组办公室(设在市知识产权局)',
        kind: 'office',
        duties: ['承担日常工作', '组织调度任务进展', '组织考核验收'],
      },
    ],
    recurring: [
      { what: '培训知识产权人才2000人次以上', every: 'year', who: null },
      { what: '报送重点任务进展', every: 'month', who: '重点任务承担单位' },
      { what: '报送任务进展', every: 'quarter', who: '各单位' },
      { what: '调度任务进展', every: 'quarter', who: null },
      { what: '召开全体会议', every: 'half year', who: '领导小组' },
      { what: '制定年度推进计划', every: 'year', who: '市知识产权局' },
      { what: '报送年度总结', every: 'year', who: '各单位' },
    ],
    safeguards: [
      {
        title: '强化统筹协调',
        gist: '示例市知识产权试点城市工作领导小组统筹协调试点工作;领导小组办公室设在市知识产权局;建立知识产权执法联席会议',
      },
      { title: '强化经费保障', gist: '市、县两级财政统筹安排试点经费' },
      { title: '强化督查考核', gist: '市知识产权局每年制定年度推进计划;对逾期未报的予以提示,对确需延期的按程序审定' },
    ],
    office: { name: '示例市试点办', host: '市知识产权局' },
    units: demoUnits,
    contacts: demoContacts,
  };
}

/**
 * The day for which the scripted answers compose the board: one task overdue, two lagging, three due soon.
 * Before it the demo catches up; after it the visitor steps on. A working day, since on any other the visitor's
 * first 〔催办〕 would wait for the next.
 */
export function demoBoardDate(startMonth: string = DEMO_START_MONTH): string {
  return lastWorkdayOnOrBefore(SEED_CALENDAR, dayAt(startMonth, 5, 23));
}
