import { lights } from './look.ts';
import { accepts, amends } from './office-acts.ts';
import { playGroup } from './play-group.ts';
import { at, task, type Story } from './story.ts';
import { breaksOut, bringsSheet, tree } from './sub-item-acts.ts';
import { presses, says } from './unit-acts.ts';

/** Owed by Friday 18 December 2026. */
const one: Pick<Story, 'from' | 'tasks' | 'units' | 'phases' | 'contacts' | 'start'> = {
  from: '示例市',
  tasks: [task('(四)', ['市科技局'], { due: '2026-12-18' })],
  units: ['市工信局'],
  phases: { implementation: ['2026-11-23', '2027-06-30'] },
  contacts: ['市科技局·联络员', '市工信局·联络员'],
  start: '2026-11-23 08:30',
};
const SIGNED =
  '科技(四) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-23 10:00 已签收';
const SIGNED_EVENT = '11-23 10:00 科技联络员 receiptGiven 科技(四)';
// As any task of the plan owes it; after the rest from 1 January 2027 Monday the 4th begins at 10:00.
const REPORT =
  'd3 12-22 09:15, d0 12-25 09:15, o1 12-28 09:15, o3→科长 12-30 09:15, o5→分管 2027-01-04 10:00, w1 2027-01-04 10:00, o10→办公室 2027-01-11 09:15, w2 2027-01-11 09:15, w3 2027-01-18 09:15, w4 2027-01-25 09:15, office→办公室 2027-01-26 09:15';
const BY_18_DECEMBER =
  'd7 12-09 09:15, d3 12-15 09:15, d1 12-17 09:15, d0 12-18 09:15, o1 12-21 09:15, o3→科长 12-23 09:15, o5→分管 12-25 09:15, w1 12-28 09:15, o10→办公室 2027-01-04 10:00, w2 2027-01-04 10:00, w3 2027-01-11 09:15, w4 2027-01-18 09:15, office→办公室 2027-01-19 09:15';
/** Of a sub-item issued on 24 November: three working days for its receipt. */
const RECEIPT_LATER = 'o3→科长 12-02 09:15, o5→办公室 12-04 09:15';
const PARENT = 'parentNo=(四) parentTitle=提高专利创造质量';
const signed = at('11-23 10:00', presses('科技联络员', '签收'));

const stories: Story[] = [
  {
    name: 'a task with two sub-items is accepted once both are, each by its own units and days',
    ...one,
    steps: [
      signed,
      at('11-24 10:00', breaksOut('(四)', '编制工作台账', ['市科技局'], '2026-12-04'), '已列入分解任务第4.1项。'),
      at('11-24 10:05', breaksOut('(四)', '组织质量培训', ['市工信局']), '已列入分解任务第4.2项。'),
      at('11-24 10:10', breaksOut('(四)', '编制工作台账', ['市工信局']), '该分解任务此前已列入(第4.1项),未作改动。'),
      at(
        '11-24 10:15',
        breaksOut('(四)', '总结推广', ['市科技局'], '2026-12-31'),
        'SUB_ITEM_DUE 分解任务的时限(2026年12月31日)不得晚于上级任务的时限(2026年12月18日)。请填写2026年12月18日以前的日期,或先办理上级任务的延期。',
      ),
      at(
        '12-01 10:00',
        says('科技联络员', '第4.1项台账已编制完成,申请办结'),
        '【请核对】据你12月1日10:00回复,拟登记:',
        '第4.1项"编制工作台账" 申请办结(经办公室验收后办结)',
        '原话:"第4.1项台账已编制完成,申请办结"',
        '确认后登记,原话一并留存。',
      ),
      at('12-01 10:05', presses('科技联络员', '确认登记'), '【已登记】第4.1项"编制工作台账" 已申请办结,待办公室验收。'),
      at('12-01 10:30', accepts('4.1'), '任务已验收办结'),
      at('12-02 10:00', says('科技联络员', '第(四)项已全部完成,申请办结')),
      at(
        '12-02 10:05',
        presses('科技联络员', '确认登记'),
        '【已登记】第(四)项"提高专利创造质量" 已申请办结,待办公室验收。',
      ),
      at(
        '12-02 10:30',
        accepts('(四)'),
        'SUB_ITEMS_OPEN 该项任务的2项分解任务中尚有1项未办结(第4.2项),暂不能验收。请待其办结;确需先行验收的,请写明理由(不少于5个字)。',
      ),
      at('12-03 10:00', says('工信联络员', '第4.2项培训已组织完成,申请办结')),
      at('12-03 10:05', presses('工信联络员', '确认登记')),
      at('12-03 10:30', accepts('4.2'), '任务已验收办结'),
      at('12-03 10:31', accepts('(四)'), '任务已验收办结'),
      at('12-03 10:32', tree, '(四) 已办结 2/2 已验收办结。', '- 4.1 已办结 已验收办结。', '- 4.2 已办结 已验收办结。'),
    ],
    end: '12-04 18:00',
    prompts: [
      SIGNED,
      `科技(四) report 2026Q4: ${REPORT} withdrawn 12-03 10:31 任务已验收办结`,
      `科技(四) completion: ${BY_18_DECEMBER} withdrawn 12-02 10:05 已申请办结`,
      `科技(4.1) receipt: issue 11-24 10:00, o1 11-30 09:15 sent; ${RECEIPT_LATER} withdrawn 12-01 10:05 已申请办结`,
      `科技(4.1) report 2026Q4: ${REPORT} withdrawn 12-01 10:30 任务已验收办结`,
      '科技(4.1) completion: d7 11-25 09:15, d3 12-01 09:15 sent; d1 12-03 09:15, d0 12-04 09:15, o1 12-07 09:15, o3→科长 12-09 09:15, o5→分管 12-11 09:15, w1 12-14 09:15, o10→办公室 12-18 09:15, w2 12-21 09:15, w3 12-28 09:15, w4 2027-01-04 10:00, office→办公室 2027-01-05 09:15 withdrawn 12-01 10:05 已申请办结',
      '工信(4.2) receipt: issue 11-24 10:05, o1 11-30 09:15 sent; o3→科长 12-02 09:15 skipped no-such-rank; o5→办公室 12-04 09:15 withdrawn 12-03 10:05 已申请办结',
      `工信(4.2) report 2026Q4: ${REPORT} withdrawn 12-03 10:30 任务已验收办结`,
      `工信(4.2) completion: ${BY_18_DECEMBER} withdrawn 12-03 10:05 已申请办结`,
    ],
    events: [
      SIGNED_EVENT,
      '11-24 10:00 协调员 subItemAdded dueOn=2026-12-04 no=4.1 title=编制工作台账',
      '11-24 10:00 协调员 subItemAdded (四) dueOn=2026-12-04 no=4.1 title=编制工作台账 units=市科技局',
      `11-24 10:00 协调员 brokenOut (4.1) ${PARENT} title=编制工作台账`,
      '11-24 10:05 协调员 subItemAdded no=4.2 title=组织质量培训',
      '11-24 10:05 协调员 subItemAdded (四) no=4.2 title=组织质量培训 units=市工信局',
      `11-24 10:05 协调员 brokenOut (4.2) ${PARENT} title=组织质量培训`,
      '11-24 10:15 协调员 refused act=break-down code=SUB_ITEM_DUE details={date=2026年12月31日 due=2026年12月18日}',
      '12-01 10:05 科技联络员 completionClaimed 科技(4.1) received=12-01 10:00 late words=第4.1项台账已编制完成,申请办结',
      '12-01 10:30 协调员 subItemAccepted (四) no=4.1 title=编制工作台账',
      '12-01 10:30 协调员 taskAccepted (4.1) claimedBy=科技联络员 parts=科技(4.1)',
      '12-02 10:05 科技联络员 completionClaimed 科技(四) received=12-02 10:00 words=第(四)项已全部完成,申请办结',
      '12-02 10:30 协调员 refused (四) act=accept code=SUB_ITEMS_OPEN details={open=1 total=2 which=第4.2项}',
      '12-03 10:05 工信联络员 completionClaimed 工信(4.2) received=12-03 10:00 late words=第4.2项培训已组织完成,申请办结',
      '12-03 10:30 协调员 subItemAccepted (四) no=4.2 title=组织质量培训',
      '12-03 10:30 协调员 taskAccepted (4.2) claimedBy=工信联络员 parts=工信(4.2)',
      '12-03 10:31 协调员 taskAccepted (四) claimedBy=科技联络员 parts=科技(四)',
    ],
  },
  {
    name: 'a sub-item late while its task is on time makes the task late, by name, and no more once it is filed',
    ...one,
    steps: [
      signed,
      at('11-24 10:00', breaksOut('(四)', '组织质量培训', ['市工信局'], '2026-12-02'), '已列入分解任务第4.1项。'),
      at('11-24 10:30', presses('工信联络员', '签收')),
      at('12-03 09:30', lights, '科技(四) green 按序时推进。', '工信(4.1) red 已逾期1个工作日,尚未报送。'),
      at(
        '12-03 09:31',
        tree,
        '(四) 逾期 0/1 分解任务第4.1项:已逾期1个工作日,尚未报送。',
        '- 4.1 逾期 已逾期1个工作日,尚未报送。',
      ),
      at('12-03 10:00', presses('工信联络员', '申请办结'), '【已登记】第4.1项"组织质量培训" 已申请办结,待办公室验收。'),
      at('12-03 10:30', accepts('4.1'), '任务已验收办结'),
      at('12-03 10:31', tree, '(四) 正常 1/1 按序时推进。', '- 4.1 已办结 已验收办结。'),
    ],
    end: '12-03 18:00',
    prompts: [
      SIGNED,
      `工信(4.1) receipt: issue 11-24 10:00 sent; o1 11-30 09:15, ${RECEIPT_LATER} withdrawn 11-24 10:30 已签收`,
      `工信(4.1) report 2026Q4: ${REPORT} withdrawn 12-03 10:30 任务已验收办结`,
      '工信(4.1) completion: d7 11-23 09:15 skipped 11-24 10:00 启用前已过; d3 11-27 09:15, d1 12-01 09:15, d0 12-02 09:15, o1 12-03 09:15 sent; o3→科长 12-07 09:15, o5→分管 12-09 09:15, w1 12-14 09:15, o10→办公室 12-16 09:15, w2 12-21 09:15, w3 12-28 09:15, w4 2027-01-04 10:00, office→办公室 2027-01-05 09:15 withdrawn 12-03 10:00 已申请办结',
    ],
    events: [
      SIGNED_EVENT,
      '11-24 10:00 协调员 subItemAdded dueOn=2026-12-02 no=4.1 title=组织质量培训',
      '11-24 10:00 协调员 subItemAdded (四) dueOn=2026-12-02 no=4.1 title=组织质量培训 units=市工信局',
      `11-24 10:00 协调员 brokenOut (4.1) ${PARENT} title=组织质量培训`,
      '11-24 10:30 工信联络员 receiptGiven 工信(4.1)',
      '12-03 10:00 工信联络员 completionClaimed 工信(4.1) late',
      '12-03 10:30 协调员 subItemAccepted (四) no=4.1 title=组织质量培训',
      '12-03 10:30 协调员 taskAccepted (4.1) claimedBy=工信联络员 parts=工信(4.1)',
    ],
  },
  {
    name: 'a breakdown plan is read out of a sheet, and the same sheet again adds nothing',
    ...one,
    steps: [
      signed,
      at(
        '11-24 10:00',
        bringsSheet(
          '(四)',
          '1,编制工作台账,市科技局,,2026-12-04',
          '2,组织质量培训,市工信局,市科技局,',
          '3,总结推广,市科技局,,2027-03-31',
        ),
        '共读到3项,可列入2项,1项不能列入。已列入2项分解任务。',
      ),
      at(
        '11-24 11:00',
        bringsSheet(
          '(四)',
          '1,编制工作台账,市科技局,,2026-12-04',
          '2,组织质量培训,市工信局,市科技局,',
          '3,总结推广,市科技局,,2027-03-31',
        ),
        '共读到3项,可列入0项,2项此前已列入,1项不能列入。',
      ),
      at(
        '11-24 11:01',
        tree,
        '(四) 正常 0/2 按序时推进。',
        '- 4.1 临期 距时限3个工作日。',
        '- 4.2 临期 工信等2个单位:距时限3个工作日。',
      ),
    ],
    end: '11-24 18:00',
    prompts: [
      SIGNED,
      '科技(4.1) receipt: issue 11-24 10:00 sent',
      '工信(4.2) receipt: issue 11-24 10:00 sent',
      '科技(4.2) receipt: issue 11-24 10:00 sent',
    ],
    events: [
      SIGNED_EVENT,
      '11-24 10:00 协调员 subItemAdded dueOn=2026-12-04 no=4.1 title=编制工作台账',
      '11-24 10:00 协调员 subItemAdded no=4.2 title=组织质量培训',
      '11-24 10:00 协调员 subItemAdded (四) dueOn=2026-12-04 no=4.1 title=编制工作台账 units=市科技局',
      '11-24 10:00 协调员 subItemAdded (四) no=4.2 title=组织质量培训 units=市工信局,市科技局',
      `11-24 10:00 协调员 brokenOut (4.1) ${PARENT} title=编制工作台账`,
      `11-24 10:00 协调员 brokenOut (4.2) ${PARENT} title=组织质量培训`,
    ],
  },
  {
    name: 'an amendment that takes a task out of the plan ends its sub-items, and nothing of them is asked any more',
    ...one,
    tasks: [...one.tasks, task('(五)', ['市工信局'])],
    steps: [
      signed,
      at('11-23 10:01', presses('工信联络员', '签收')),
      at('11-24 10:00', breaksOut('(四)', '组织质量培训', ['市工信局'], '2026-12-02'), '已列入分解任务第4.1项。'),
      at('11-25 10:00', amends({ ...one, tasks: [task('(五)', ['市工信局'])], units: ['市科技局'] })),
      at('11-25 10:01', tree, '(五) 正常 按序时推进。', '(四) 已取消 任务已取消。', '- 4.1 已取消 任务已取消。'),
    ],
    end: '12-03 18:00',
    prompts: [
      '工信(五) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-23 10:01 已签收',
      SIGNED,
      `科技(四) report 2026Q4: ${REPORT} withdrawn 11-25 10:00 方案修订,任务取消`,
      `科技(四) completion: ${BY_18_DECEMBER} withdrawn 11-25 10:00 方案修订,任务取消`,
      `工信(4.1) receipt: issue 11-24 10:00 sent; o1 11-30 09:15, ${RECEIPT_LATER} withdrawn 11-25 10:00 方案修订,任务取消`,
      `工信(4.1) report 2026Q4: ${REPORT} withdrawn 11-25 10:00 方案修订,任务取消`,
      '工信(4.1) completion: d7 11-23 09:15 skipped 11-24 10:00 启用前已过; d3 11-27 09:15, d1 12-01 09:15, d0 12-02 09:15, o1 12-03 09:15, o3→科长 12-07 09:15, o5→分管 12-09 09:15, w1 12-14 09:15, o10→办公室 12-16 09:15, w2 12-21 09:15, w3 12-28 09:15, w4 2027-01-04 10:00, office→办公室 2027-01-05 09:15 withdrawn 11-25 10:00 方案修订,任务取消',
    ],
    events: [
      SIGNED_EVENT,
      '11-23 10:01 工信联络员 receiptGiven 工信(五)',
      '11-24 10:00 协调员 subItemAdded dueOn=2026-12-02 no=4.1 title=组织质量培训',
      '11-24 10:00 协调员 subItemAdded (四) dueOn=2026-12-02 no=4.1 title=组织质量培训 units=市工信局',
      `11-24 10:00 协调员 brokenOut (4.1) ${PARENT} title=组织质量培训`,
      '11-25 10:00 协调员 amendmentProposed changes=t0.removed no=1',
      '11-25 10:00 协调员 changeAccepted changeId=t0.removed no=1 sentence=新版不再列第(四)项“提高专利创造质量”。',
      '11-25 10:00 系统 cardClosed closedWith=已撤销。方案第1次修订:新版不再列第(四)项“提高专利创造质量”,无需再报',
      '11-25 10:00 协调员 taskCancelled (四) changeId=t0.removed reason=新版不再列第(四)项“提高专利创造质量”。',
      '11-25 10:00 协调员 taskCancelled (4.1) changeId=t0.removed reason=上级任务第(四)项取消',
    ],
  },
];

playGroup(stories);
