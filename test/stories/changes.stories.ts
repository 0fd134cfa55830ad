import { together } from './act.ts';
import { lights, officeList } from './look.ts';
import { amends, assigns, cancels } from './office-acts.ts';
import { playGroup } from './play-group.ts';
import { at, task, type Story } from './story.ts';
import { fills, presses } from './unit-acts.ts';

type Setting = Pick<Story, 'from' | 'tasks' | 'phases' | 'contacts' | 'start'>;

const one: Setting = {
  from: '示例市',
  tasks: [task('(四)', ['市科技局'])],
  phases: { implementation: ['2026-11-23', '2027-06-30'] },
  contacts: ['市科技局·联络员'],
  start: '2026-11-23 08:30',
};
const LADDER = 'o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15';
const signed = at('11-23 10:00', presses('科技联络员', '签收'));
const SIGNED = `科技(四) receipt: issue 11-23 09:15 sent; ${LADDER} withdrawn 11-23 10:00 已签收`;
const SIGNED_EVENT = '11-23 10:00 科技联络员 receiptGiven 科技(四)';
const REPORT_LATER =
  'o1 12-28 09:15, o3→科长 12-30 09:15, o5→分管 2027-01-04 10:00, w1 2027-01-04 10:00, o10→办公室 2027-01-11 09:15, w2 2027-01-11 09:15, w3 2027-01-18 09:15, w4 2027-01-25 09:15, office→办公室 2027-01-26 09:15';
// Without a day of its own the task is due with implementation: Wednesday 30 June 2027, the 9th resting.
const BY_30_JUNE =
  'd7 2027-06-21 09:15, d3 2027-06-25 09:15, d1 2027-06-29 09:15, d0 2027-06-30 09:15, o1 2027-07-01 09:15, o3→科长 2027-07-05 09:15, o5→分管 2027-07-07 09:15, w1 2027-07-12 09:15, o10→办公室 2027-07-14 09:15, w2 2027-07-19 09:15, w3 2027-07-26 09:15, w4 2027-08-02 09:15, office→办公室 2027-08-03 09:15';
const CANCEL = '上级已另行部署';
const two = [task('(四)', ['市科技局'], { responsible: ['市工信局'] })];

const stories: Story[] = [
  {
    name: 'a task without a unit waits for the office, and a unit named in mid-quarter owes that quarter’s report',
    ...one,
    tasks: [task('(十六)', [])],
    units: ['市科技局'],
    steps: [
      at('12-15 09:59', officeList, 'unassigned (十六)'),
      at('12-15 10:00', assigns('(十六)', '市科技局', 'lead'), '已指定承办单位:科技'),
      at('12-15 10:01', officeList, '(无)'),
      at('12-15 10:30', presses('科技联络员', '签收')),
      at('12-15 10:31', assigns('(十六)', '市科技局', 'lead'), '该单位此前已指定。:科技'),
    ],
    end: '12-25 18:00',
    prompts: [
      '科技(十六) receipt: issue 12-15 10:00 sent; o1 12-21 09:15, o3→科长 12-23 09:15, o5→办公室 12-25 09:15 withdrawn 12-15 10:30 已签收',
      '科技(十六) report 2026Q4: d3 12-22 09:15, d0 12-25 09:15 sent',
    ],
    events: [
      '12-15 10:00 协调员 itemSettled key=unassigned/(十六)',
      '12-15 10:00 协调员 unitsAssigned (十六) parts={id=科技(十六) relation=subordinate role=lead unitId=科技}',
      '12-15 10:30 科技联络员 receiptGiven 科技(十六)',
    ],
  },
  {
    name: 'a unit named after the quarter’s day owes the next quarter only',
    ...one,
    tasks: [task('(十六)', [])],
    units: ['市科技局'],
    steps: [
      at('12-28 10:00', assigns('(十六)', '市科技局', 'lead'), '已指定承办单位:科技'),
      at('12-28 10:30', presses('科技联络员', '签收')),
      at('12-28 10:31', lights, '科技(十六) green 按序时推进。'),
    ],
    end: '2027-01-05 18:00',
    prompts: [
      '科技(十六) receipt: issue 12-28 10:00 sent; o1 2027-01-04 10:00, o3→科长 2027-01-06 09:15, o5→办公室 2027-01-08 09:15 withdrawn 12-28 10:30 已签收',
    ],
    events: [
      '12-28 10:00 协调员 itemSettled key=unassigned/(十六)',
      '12-28 10:00 协调员 unitsAssigned (十六) parts={id=科技(十六) relation=subordinate role=lead unitId=科技}',
      '12-28 10:30 科技联络员 receiptGiven 科技(十六)',
    ],
  },
  {
    name: 'a group unit is a part for each member, and the office’s own part where its members are not entered',
    ...one,
    tasks: [task('(一)', ['市知识产权局'], { responsible: ['各县'] })],
    contacts: ['市知识产权局·联络员', '东城县·联络员', '西山县·联络员'],
    steps: [
      at('11-23 10:00', presses('知产联络员', '签收')),
      at('11-23 10:01', presses('东城联络员', '签收')),
      at('11-27 10:00', presses('西山联络员', '签收')),
    ],
    end: '11-27 18:00',
    prompts: [
      `知产(一) receipt: issue 11-23 09:15 sent; ${LADDER} withdrawn 11-23 10:00 已签收`,
      `东城(一) receipt: issue 11-23 09:15 sent; ${LADDER} withdrawn 11-23 10:01 已签收`,
      '西山(一) receipt: issue 11-23 09:15, o1 11-27 09:15 sent; o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-27 10:00 已签收',
      '临江(一) receipt: issue 11-23 09:15 undeliverable 11-26 17:30 no-contact; o1 11-27 09:15 undeliverable no-contact',
    ],
    events: [
      '11-23 10:00 知产联络员 receiptGiven 知产(一)',
      '11-23 10:01 东城联络员 receiptGiven 东城(一)',
      '11-27 10:00 西山联络员 receiptGiven 西山(一) late',
    ],
  },
  {
    name: '黄石’s counties, not entered yet, are asked for by the office',
    ...one,
    from: '黄石',
    tasks: [task('14', ['市市場監管局'], { responsible: ['各縣(市、區)'] })],
    contacts: ['市市場監管局·联络员', '領導小組辦公室·联络员'],
    steps: [at('11-23 10:00', presses('市監联络员', '签收')), at('11-23 10:01', presses('办公室联络员', '签收'))],
    end: '11-27 18:00',
    prompts: [
      `市監(14) receipt: issue 11-23 09:15 sent; ${LADDER} withdrawn 11-23 10:00 已签收`,
      `办公室(14) receipt: issue 11-23 09:15 sent; ${LADDER} withdrawn 11-23 10:01 已签收`,
    ],
    events: ['11-23 10:00 市監联络员 receiptGiven 市監(14)', '11-23 10:01 办公室联络员 receiptGiven 办公室(14)'],
  },
  {
    name: 'a cancelled task asks nothing any more, its card is closed, and what its unit says all the same is kept',
    ...one,
    steps: [
      at('11-24 10:00', cancels('(四)', '不办'), 'REASON_REQUIRED 请写明理由(不少于5个字)。'),
      at('11-24 10:01', cancels('(四)', CANCEL), '任务已取消'),
      at(
        '11-24 11:00',
        presses('科技联络员', '签收'),
        '【已登记】第(四)项"提高专利创造质量" 该任务已于2026年11月24日调整(任务取消:上级已另行部署),答复已留存,无需再报。',
      ),
      at('11-24 11:01', cancels('(四)', CANCEL), 'TASK_CLOSED 该项任务已经取消,不再接受填报。如需更正,请联系办公室。'),
    ],
    end: '12-08 18:00',
    prompts: [
      `科技(四) receipt: issue 11-23 09:15 sent; ${LADDER} withdrawn 11-24 10:01 任务取消`,
      `科技(四) report 2026Q4: d3 12-22 09:15, d0 12-25 09:15, ${REPORT_LATER} withdrawn 11-24 10:01 任务取消`,
      `科技(四) completion: ${BY_30_JUNE} withdrawn 11-24 10:01 任务取消`,
    ],
    events: [
      '11-24 10:00 协调员 refused (四) act=cancel code=REASON_REQUIRED',
      '11-24 10:01 系统 cardClosed closedWith=已撤销。任务取消:上级已另行部署,无需再报',
      '11-24 10:01 协调员 taskCancelled (四) reason=上级已另行部署',
      '11-24 11:00 科技联络员 replyAfterWithdrawal 科技(四) reading={kind=receipt}',
      '11-24 11:01 协调员 refused act=cancel code=TASK_CLOSED details={status=取消}',
    ],
  },
  {
    name: 'a unit that an amendment takes out while its answer waits in the inbox: the answer counts first',
    ...one,
    tasks: two,
    contacts: ['市科技局·联络员', '市工信局·联络员'],
    steps: [
      signed,
      at('11-23 10:01', presses('工信联络员', '签收')),
      at(
        '12-22 10:00',
        together(fills('工信联络员', [{ part: '工信(四)', progress: 30 }]), amends({ ...one })),
        '【已登记】第(四)项"提高专利创造质量" 进度0%→30%。',
        '已采纳1项改动。',
      ),
      at('12-22 10:05', lights, '科技(四) blue 距时限3个工作日。'),
    ],
    end: '12-25 12:00',
    prompts: [
      SIGNED,
      `科技(四) report 2026Q4: d3 12-22 09:15, d0 12-25 09:15 sent`,
      `工信(四) receipt: issue 11-23 09:15 sent; ${LADDER} withdrawn 11-23 10:01 已签收`,
      `工信(四) report 2026Q4: d3 12-22 09:15 sent; d0 12-25 09:15, ${REPORT_LATER} withdrawn 12-22 10:00 已报送`,
      `工信(四) completion: ${BY_30_JUNE} withdrawn 12-22 10:00 方案修订,不再承担`,
    ],
    events: [
      SIGNED_EVENT,
      '11-23 10:01 工信联络员 receiptGiven 工信(四)',
      '12-22 10:00 协调员 amendmentProposed changes=t0.responsibleUnits-市工信局 no=1',
      '12-22 10:00 协调员 changeAccepted changeId=t0.responsibleUnits-市工信局 no=1 sentence=市工信局不再是第(四)项“提高专利创造质量”的责任单位。',
      '12-22 10:00 工信联络员 reportFiled 工信(四) after=30 filed=report/2026Q4',
      '12-22 10:00 协调员 taskAmended (四) changeId=t0.responsibleUnits-市工信局 partsOut={unitId=工信}',
    ],
  },
  {
    name: 'an earlier day by amendment is another deadline, whose past rungs are passed over',
    ...one,
    tasks: [task('(四)', ['市科技局'], { due: '2027-03-31' })],
    steps: [
      signed,
      at(
        '12-08 10:00',
        amends({ ...one, tasks: [task('(四)', ['市科技局'], { due: '2026-12-16' })] }),
        '已采纳1项改动。',
      ),
      at('12-08 10:01', lights, '科技(四) blue 距时限6个工作日。'),
    ],
    end: '12-11 18:00',
    // Seven working days before Wednesday the 16th was Monday the 7th; three are Friday the 11th.
    prompts: [
      SIGNED,
      '科技(四) completion: d7 2027-03-22 09:15, d3 2027-03-26 09:15, d1 2027-03-30 09:15, d0 2027-03-31 09:15, o1 2027-04-01 09:15, o3→科长 2027-04-06 10:00, o5→分管 2027-04-08 09:15, w1 2027-04-12 09:15, o10→办公室 2027-04-15 09:15, w2 2027-04-19 09:15, w3 2027-04-26 09:15, w4 2027-05-03 09:15, office→办公室 2027-05-04 09:15 withdrawn 12-08 10:00 时限已调整; d7#2 12-07 09:15 skipped 12-08 10:00 下达较晚,原提醒时点已过; d3#2 12-11 09:15 sent',
    ],
    events: [
      SIGNED_EVENT,
      '12-08 10:00 协调员 amendmentProposed changes=t0.due no=1',
      '12-08 10:00 协调员 changeAccepted changeId=t0.due no=1 sentence=第(四)项“提高专利创造质量”的完成时限由2027年3月31日改为2026年12月16日。',
      '12-08 10:00 协调员 taskAmended (四) changeId=t0.due dueOn=2026-12-16',
    ],
  },
];

playGroup(stories);
