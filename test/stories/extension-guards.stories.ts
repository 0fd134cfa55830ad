import type { Act } from './act.ts';
import { approval, signed } from './approval.ts';
import { lights, newest } from './look.ts';
import { playGroup } from './play-group.ts';
import { grants } from './request-acts.ts';
import { at, type Story } from './story.ts';
import { fills, presses } from './unit-acts.ts';

const REASON = '部门会签尚未完成';
const asks = (newDueOn: string, reason = REASON): Act => fills('科技联络员', [{ part: '科技(四)', newDueOn, reason }]);

const stories: Story[] = [
  {
    name: 'a day in the past, on a rest day, beyond the plan, or no later than the old one is refused, each with what to write; a reason of one character too',
    ...approval,
    steps: [
      signed,
      at(
        '12-09 10:00',
        asks('2026-12-08'),
        '【未登记】第(四)项"提高专利创造质量" 拟延至的日期(2026年12月8日)不晚于现时限(2026年12月18日)。请填写更晚的日期。',
      ),
      at(
        '12-09 10:01',
        asks('2026-12-26'),
        '【未登记】第(四)项"提高专利创造质量" 拟延至的日期(2026年12月26日)是休息日。请改为工作日,如2026年12月28日。',
      ),
      at(
        '12-09 10:02',
        asks('2027-07-01'),
        '【未登记】第(四)项"提高专利创造质量" 拟延至的日期(2027年7月1日)超出方案期限(2027年6月30日)。请填写2027年6月30日以前的工作日。',
      ),
      at(
        '12-09 10:03',
        asks('2026-12-18'),
        '【未登记】第(四)项"提高专利创造质量" 拟延至的日期(2026年12月18日)不晚于现时限(2026年12月18日)。请填写更晚的日期。',
      ),
      at('12-09 10:04', asks('2026-12-25', '忙'), '【未登记】第(四)项"提高专利创造质量" 请写明理由(不少于5个字)。'),
      at('12-09 10:05', lights, '科技(四) blue 距时限7个工作日。'),
    ],
    end: '12-09 18:00',
    prompts: [
      '科技(四) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-23 10:00 已签收',
      '科技(四) completion: d7 12-09 09:15 sent',
    ],
    events: [
      '11-23 10:00 科技联络员 receiptGiven 科技(四)',
      '12-09 10:00 科技联络员 refused (四) act=ask-extension code=EXTENSION_DATE_EARLY details={date=2026年12月8日 due=2026年12月18日}',
      '12-09 10:01 科技联络员 refused (四) act=ask-extension code=EXTENSION_DATE_REST details={date=2026年12月26日 next=2026年12月28日}',
      '12-09 10:02 科技联络员 refused (四) act=ask-extension code=EXTENSION_DATE_BEYOND details={date=2027年7月1日 end=2027年6月30日}',
      '12-09 10:03 科技联络员 refused (四) act=ask-extension code=EXTENSION_DATE_EARLY details={date=2026年12月18日 due=2026年12月18日}',
      '12-09 10:04 科技联络员 refused (四) act=ask-extension code=REASON_REQUIRED',
    ],
  },
  {
    name: 'asked after its day it is refused, and the report that it owes instead is named',
    ...approval,
    steps: [
      signed,
      at(
        '12-18 17:31',
        asks('2026-12-25'),
        '【未登记】第(四)项"提高专利创造质量" 时限(2026年12月18日)已过,不再受理延期申请。请报送办理情况并说明原因。',
      ),
      at('12-18 17:32', lights, '科技(四) red 已过时限,尚未报送。'),
    ],
    end: '12-21 18:00',
    prompts: [
      '科技(四) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-23 10:00 已签收',
      '科技(四) completion: d7 12-09 09:15, d3 12-15 09:15, d1 12-17 09:15, d0 12-18 09:15, o1 12-21 09:15 sent',
    ],
    events: [
      '11-23 10:00 科技联络员 receiptGiven 科技(四)',
      '12-18 17:31 科技联络员 refused (四) act=ask-extension code=EXTENSION_EXPIRED details={due=2026年12月18日}',
    ],
  },
  {
    name: 'asked in time and never signed it protects nobody: its day passes, it lapses, and what is signed after it is told so',
    ...approval,
    steps: [
      signed,
      at(
        '12-09 10:00',
        asks('2026-12-25'),
        '【已登记】第(四)项"提高专利创造质量" 已申请延期至2026年12月25日,待单位分管负责同志审签。',
      ),
      at('12-18 17:31', lights, '科技(四) red 已过时限,尚未报送。'),
      at(
        '12-21 10:00',
        presses('科技分管', '审签同意'),
        '【已登记】第(四)项"提高专利创造质量":时限已过,延期申请未及审签,已失效。',
      ),
      at(
        '12-21 10:01',
        grants('(四)', '市科技局'),
        'EXTENSION_NONE 该单位没有待批的延期申请,可能已经批复、退回或不再需要。',
      ),
      at(
        '12-21 10:02',
        newest('科技联络员'),
        '【延期答复】',
        '第(四)项"提高专利创造质量"的延期申请未及单位分管负责同志审签,时限已过,申请已失效。请报送办理情况并说明原因。',
      ),
    ],
    end: '12-23 18:00',
    prompts: [
      '科技(四) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-23 10:00 已签收',
      '科技(四) report 2026Q4: d3 12-22 09:15 sent',
      '科技(四) completion: d7 12-09 09:15, d3 12-15 09:15, d1 12-17 09:15, d0 12-18 09:15, o1 12-21 09:15 sent; o3→科长 12-23 09:15 skipped no-such-rank',
    ],
    events: [
      '11-23 10:00 科技联络员 receiptGiven 科技(四)',
      '12-09 10:00 科技联络员 extensionAsked 科技(四) decideBy=12-11 17:30 dueOn=2026-12-18 expiresAt=12-18 17:30 level=office newDueOn=2026-12-25 openOfUnit=1 reason=部门会签尚未完成 signOff=waiting words=部门会签尚未完成 workingDaysBefore=7',
      '12-21 10:00 科技分管 extensionLapsed 科技(四) askedBy=科技联络员',
      '12-21 10:01 协调员 refused (四) act=decide-extension code=EXTENSION_NONE',
    ],
  },
  {
    name: 'granted for another day than asked: rest days and past days are refused, and the unit is told the day that holds',
    ...approval,
    steps: [
      signed,
      at('12-09 10:00', asks('2026-12-30')),
      at('12-09 10:30', presses('科技分管', '审签同意')),
      at(
        '12-10 10:00',
        grants('(四)', '市科技局', { dueOn: '2026-12-26' }),
        'EXTENSION_DATE_REST 拟延至的日期(2026年12月26日)是休息日。请改为工作日,如2026年12月28日。',
      ),
      at(
        '12-10 10:01',
        grants('(四)', '市科技局', { dueOn: '2026-12-09' }),
        'EXTENSION_DATE_EARLY 拟延至的日期(2026年12月9日)不晚于现时限(2026年12月18日)。请填写更晚的日期。',
      ),
      at(
        '12-10 10:02',
        grants('(四)', '市科技局', { dueOn: '2026-12-28' }),
        '已同意延至2026年12月28日,10分钟内可以撤回,其后通知市科技局',
      ),
      at(
        '12-10 10:13',
        newest('科技联络员'),
        '【延期答复】',
        '经研究,同意第(四)项"提高专利创造质量"延至12月28日(星期一)17:30,仅此一次。',
        '〔收悉〕〔提请协调〕',
      ),
      at('12-18 18:00', lights, '科技(四) blue 距时限5个工作日。'),
    ],
    end: '12-18 18:00',
    prompts: [
      '科技(四) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-23 10:00 已签收',
      '科技(四) completion: d7 12-09 09:15 sent; d3 12-15 09:15, d1 12-17 09:15, d0 12-18 09:15, o1 12-21 09:15, o3→科长 12-23 09:15, o5→分管 12-25 09:15, w1 12-28 09:15, o10→办公室 2027-01-04 10:00, w2 2027-01-04 10:00, w3 2027-01-11 09:15, w4 2027-01-18 09:15, office→办公室 2027-01-19 09:15 withdrawn 12-10 10:02 已同意延期,时限已调整; d7#2 12-17 09:15 sent',
    ],
    events: [
      '11-23 10:00 科技联络员 receiptGiven 科技(四)',
      '12-09 10:00 科技联络员 extensionAsked 科技(四) decideBy=12-11 17:30 dueOn=2026-12-18 expiresAt=12-18 17:30 level=office newDueOn=2026-12-30 openOfUnit=1 reason=部门会签尚未完成 signOff=waiting words=部门会签尚未完成 workingDaysBefore=7',
      '12-09 10:30 科技分管 signOffGiven 科技(四) of=extension',
      '12-10 10:00 协调员 refused (四) act=decide-extension code=EXTENSION_DATE_REST details={date=2026年12月26日 next=2026年12月28日}',
      '12-10 10:01 协调员 refused (四) act=decide-extension code=EXTENSION_DATE_EARLY details={date=2026年12月9日 due=2026年12月18日}',
      '12-10 10:02 协调员 extensionGranted 科技(四) asked=2026-12-30 askedBy=科技联络员 dueOn=2026-12-28 from=2026-12-18 level=office undoUntil=12-10 10:12',
    ],
  },
];

playGroup(stories);
