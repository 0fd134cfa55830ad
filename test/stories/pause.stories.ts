import { approval, AFTER_D7, REPORT, SIGNED, SIGNED_EVENT, signed } from './approval.ts';
import { lights, newest } from './look.ts';
import { playGroup } from './play-group.ts';
import { pauses, resumes } from './request-acts.ts';
import { at, type Story } from './story.ts';

const stories: Story[] = [
  {
    name: 'a task that is put off asks nothing until its day, and keeps the working days it had left',
    ...approval,
    steps: [
      signed,
      at('12-08 10:00', pauses('(四)', '2027-01-11', '等待省级部门批复'), '已暂缓至2027年1月11日,期间不发提示'),
      at('12-08 10:02', lights, '科技(四) grey 暂缓至2027年1月11日:等待省级部门批复。'),
      at(
        '2027-01-11 10:00',
        newest('科技联络员'),
        '【恢复办理】',
        '第(四)项"提高专利创造质量"恢复办理,办结时限1月21日(星期四)。',
        '〔收悉〕',
      ),
    ],
    end: '2027-01-12 18:00',
    // Eight working days were left on 8 December: from Monday 11 January they reach Thursday the 21st. The quarter's day
    // fell due in between: nobody's debt.
    prompts: [
      SIGNED,
      `科技(四) report 2026Q4: ${REPORT} withdrawn 12-08 10:00 暂缓至2027年1月11日`,
      `科技(四) completion: d7 12-09 09:15, ${AFTER_D7} withdrawn 12-08 10:00 暂缓至2027年1月11日; d7#2 2027-01-12 09:15 sent`,
    ],
    events: [
      SIGNED_EVENT,
      '12-08 10:00 协调员 taskPaused (四) parts={dueOn=2027-01-21 partId=科技(四) remainingWorkingDays=8} reason=等待省级部门批复 until=2027-01-11',
      '2027-01-11 00:00 系统 taskResumed (四) parts={dueOn=2027-01-21 partId=科技(四) remainingWorkingDays=8} until=2027-01-11',
    ],
  },
  {
    name: 'put off to a day in the past, a rest day or beyond the plan, or for a reason of one character, is refused; and twice is refused too',
    ...approval,
    steps: [
      signed,
      at(
        '12-08 10:00',
        pauses('(四)', '2026-12-07', '等待省级部门批复'),
        'PAUSE_DATE 暂缓至的日期(2026年12月7日)应为今天以后、2027年6月30日以前的工作日。请改正后重新提交。',
      ),
      at(
        '12-08 10:01',
        pauses('(四)', '2026-12-19', '等待省级部门批复'),
        'PAUSE_DATE 暂缓至的日期(2026年12月19日)应为今天以后、2027年6月30日以前的工作日。请改正后重新提交。',
      ),
      at(
        '12-08 10:02',
        pauses('(四)', '2027-07-01', '等待省级部门批复'),
        'PAUSE_DATE 暂缓至的日期(2027年7月1日)应为今天以后、2027年6月30日以前的工作日。请改正后重新提交。',
      ),
      at('12-08 10:03', pauses('(四)', '2027-01-11', '等'), 'REASON_REQUIRED 请写明理由(不少于5个字)。'),
      at('12-08 10:04', resumes('(四)', '批复已经下达'), 'NOT_PAUSED 该项任务没有暂缓,无需恢复。'),
      at('12-08 10:05', pauses('(四)', '2027-01-11', '等待省级部门批复'), '已暂缓至2027年1月11日,期间不发提示'),
      at(
        '12-08 10:06',
        pauses('(四)', '2027-01-12', '等待省级部门批复'),
        'TASK_PAUSED 该项任务暂缓至2027年1月11日,暂不办理该事项。如需办理,请先恢复。',
      ),
      at('12-15 10:00', resumes('(四)', '批复已经下达'), '已恢复办理'),
      at('12-15 10:01', lights, '科技(四) green 按序时推进。'),
    ],
    end: '12-16 18:00',
    prompts: [
      '科技(四) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-23 10:00 已签收',
      '科技(四) report 2026Q4: d3 12-22 09:15, d0 12-25 09:15, o1 12-28 09:15, o3→科长 12-30 09:15, o5→分管 2027-01-04 10:00, w1 2027-01-04 10:00, o10→办公室 2027-01-11 09:15, w2 2027-01-11 09:15, w3 2027-01-18 09:15, w4 2027-01-25 09:15, office→办公室 2027-01-26 09:15 withdrawn 12-08 10:05 暂缓至2027年1月11日',
      '科技(四) completion: d7 12-09 09:15, d3 12-15 09:15, d1 12-17 09:15, d0 12-18 09:15, o1 12-21 09:15, o3→科长 12-23 09:15, o5→分管 12-25 09:15, w1 12-28 09:15, o10→办公室 2027-01-04 10:00, w2 2027-01-04 10:00, w3 2027-01-11 09:15, w4 2027-01-18 09:15, office→办公室 2027-01-19 09:15 withdrawn 12-08 10:05 暂缓至2027年1月11日; d7#2 12-16 09:15 sent',
    ],
    events: [
      '11-23 10:00 科技联络员 receiptGiven 科技(四)',
      '12-08 10:00 协调员 refused (四) act=pause code=PAUSE_DATE details={date=2026年12月7日 end=2027年6月30日}',
      '12-08 10:01 协调员 refused (四) act=pause code=PAUSE_DATE details={date=2026年12月19日 end=2027年6月30日}',
      '12-08 10:02 协调员 refused (四) act=pause code=PAUSE_DATE details={date=2027年7月1日 end=2027年6月30日}',
      '12-08 10:03 协调员 refused (四) act=pause code=REASON_REQUIRED',
      '12-08 10:04 协调员 refused (四) act=resume code=NOT_PAUSED',
      '12-08 10:05 协调员 taskPaused (四) parts={dueOn=2027-01-21 partId=科技(四) remainingWorkingDays=8} reason=等待省级部门批复 until=2027-01-11',
      '12-08 10:06 协调员 refused (四) act=pause code=TASK_PAUSED details={until=2027年1月11日}',
      '12-15 10:00 协调员 taskResumed (四) parts={dueOn=2026-12-25 partId=科技(四) remainingWorkingDays=8} reason=批复已经下达',
    ],
  },
];

playGroup(stories);
