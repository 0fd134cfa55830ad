import { lights, newest, officeList } from './look.ts';
import { playGroup } from './play-group.ts';
import { quarterly, signed, SIGNED, SIGNED_EVENT } from './quarterly.ts';
import { drops, releases } from './request-acts.ts';
import { at, type Story } from './story.ts';
import { commands, fills, presses, says } from './unit-acts.ts';

const HELD = 'p1:report:2026Q4:1';
const TO_O3 = 'd3 12-22 09:15, d0 12-25 09:15, o1 12-28 09:15, o3→科长 12-30 09:15';
const MONDAYS = 'w2 2027-01-11 09:15, w3 2027-01-18 09:15, w4 2027-01-25 09:15, office→办公室 2027-01-26 09:15';
const answers = fills('科技联络员', [{ part: '科技(四)', progress: 30 }]);

/** What the office says of a held rung, and when. */
const stories: Story[] = [
  {
    name: 'the supervisor is told only once the office has released it',
    ...quarterly,
    steps: [
      signed,
      at('2027-01-04 10:30', officeList, 'escalation 科技(四)'),
      at('2027-01-04 10:31', newest('科技分管'), '(无)'),
      at('2027-01-05 10:00', releases('(四)', '市科技局'), '已核定,将提示分管负责同志:市科技局'),
      at(
        '2027-01-05 10:01',
        newest('科技分管'),
        '【逾期提示】',
        '第(四)项进展报送时限为2026年12月25日17:30,已逾期6个工作日,尚未收到办理情况。',
        '请督促承办同志报送进展或说明原因。',
        '所涉年度的放假安排尚未公布,工作日为暂定。',
        '〔立即填报〕〔说明原因〕〔提请协调〕',
      ),
      at('2027-01-05 10:02', officeList, '(无)'),
      at(
        '2027-01-05 10:03',
        releases('(四)', '市科技局'),
        'ESCALATION_NONE “市科技局”在此项任务上没有待核定的提级提示。请在待办中查看。',
      ),
      at('2027-01-06 10:00', fills('科技分管', [{ part: '科技(四)', progress: 20, words: '已督促报送' }])),
      at('2027-01-06 10:01', lights, '科技(四) yellow 曾逾期,补报后待一次达到序时的报送。'),
    ],
    end: '2027-01-06 18:00',
    prompts: [
      SIGNED,
      `科技(四) report 2026Q4: ${TO_O3} sent; o5→分管 2027-01-04 10:00 sent 2027-01-05 10:00; w1 2027-01-04 10:00 sent; o10→办公室 2027-01-11 09:15, ${MONDAYS} withdrawn 2027-01-06 10:00 已报送`,
    ],
    events: [
      SIGNED_EVENT,
      '2027-01-05 10:00 协调员 escalationReleased 科技(四) cycle=2026Q4 duty=report heldSince=2027-01-04 10:00 rung=o5 sendFrom=2027-01-05 10:00',
      '2027-01-05 10:03 协调员 refused act=escalate code=ESCALATION_NONE details={unit=市科技局}',
      '2027-01-06 10:00 科技分管 reportFiled 科技(四) after=20 filed=report/2026Q4 late words=已督促报送',
    ],
  },
  {
    name: 'an answer before the office’s word takes the held rung away, and a release after it is refused',
    ...quarterly,
    steps: [
      signed,
      at('2027-01-04 10:30', answers),
      at(
        '2027-01-04 10:31',
        releases('(四)', '市科技局', HELD),
        'ESCALATION_ANSWERED 该事项已经报送或办结,提级提示随之撤销,无需核定。',
      ),
      at(
        '2027-01-04 10:32',
        releases('(四)', '市科技局'),
        'ESCALATION_NONE “市科技局”在此项任务上没有待核定的提级提示。请在待办中查看。',
      ),
    ],
    end: '2027-01-05 18:00',
    prompts: [
      SIGNED,
      '科技(四) report 2026Q4: d3 12-22 09:15, d0 12-25 09:15, o1 12-28 09:15, o3→科长 12-30 09:15 sent; o5→分管 2027-01-04 10:00 withdrawn 2027-01-04 10:30 已报送; w1 2027-01-04 10:00 sent; o10→办公室 2027-01-11 09:15, w2 2027-01-11 09:15, w3 2027-01-18 09:15, w4 2027-01-25 09:15, office→办公室 2027-01-26 09:15 withdrawn 2027-01-04 10:30 已报送',
    ],
    events: [
      SIGNED_EVENT,
      '2027-01-04 10:30 科技联络员 reportFiled 科技(四) after=30 filed=report/2026Q4 late',
      '2027-01-04 10:31 协调员 refused (四) act=release-escalation code=ESCALATION_ANSWERED',
      '2027-01-04 10:32 协调员 refused act=escalate code=ESCALATION_NONE details={unit=市科技局}',
    ],
  },
  {
    name: 'an answer between the release and its sending keeps the supervisor from being told',
    ...quarterly,
    steps: [
      signed,
      at('2027-01-04 10:30', releases('(四)', '市科技局')),
      at('2027-01-04 11:59', answers),
      at('2027-01-04 16:00', newest('科技分管'), '(无)'),
    ],
    end: '2027-01-05 18:00',
    prompts: [
      SIGNED,
      '科技(四) report 2026Q4: d3 12-22 09:15, d0 12-25 09:15, o1 12-28 09:15, o3→科长 12-30 09:15 sent; o5→分管 2027-01-04 10:00 withdrawn 2027-01-04 11:59 已报送; w1 2027-01-04 10:00 sent; o10→办公室 2027-01-11 09:15, w2 2027-01-11 09:15, w3 2027-01-18 09:15, w4 2027-01-25 09:15, office→办公室 2027-01-26 09:15 withdrawn 2027-01-04 11:59 已报送',
    ],
    events: [
      SIGNED_EVENT,
      '2027-01-04 10:30 协调员 escalationReleased 科技(四) cycle=2026Q4 duty=report heldSince=2027-01-04 10:00 rung=o5 sendFrom=2027-01-04 14:30',
      '2027-01-04 11:59 科技联络员 reportFiled 科技(四) after=30 filed=report/2026Q4 late',
    ],
  },
  {
    name: 'unreleased it stays held and visible; dropped it ends with its reason, and the ladder goes on',
    ...quarterly,
    steps: [
      signed,
      at('2027-01-08 10:00', officeList, 'escalation 科技(四)'),
      at('2027-01-08 10:01', drops('(四)', '市科技局', '无'), 'REASON_REQUIRED 请写明理由(不少于5个字)。'),
      at('2027-01-08 10:02', drops('(四)', '市科技局', '该局正在机构调整'), '不再提示分管负责同志:市科技局'),
      at('2027-01-08 10:03', officeList, '(无)'),
      at('2027-01-11 10:00', officeList, 'circular 科技(四)'),
    ],
    end: '2027-01-12 18:00',
    prompts: [
      SIGNED,
      '科技(四) report 2026Q4: d3 12-22 09:15, d0 12-25 09:15, o1 12-28 09:15, o3→科长 12-30 09:15 sent; o5→分管 2027-01-04 10:00 withdrawn 2027-01-08 10:02 办公室核定不提示:该局正在机构调整; w1 2027-01-04 10:00 sent; o10→办公室 2027-01-11 09:15 sent circular-draft; w2 2027-01-11 09:15 sent',
    ],
    events: [
      SIGNED_EVENT,
      '2027-01-08 10:01 协调员 refused (四) act=hold-escalation code=REASON_REQUIRED',
      '2027-01-08 10:02 协调员 escalationDropped 科技(四) cycle=2026Q4 duty=report heldSince=2027-01-04 10:00 reason=该局正在机构调整 rung=o5',
    ],
  },
  {
    name: 'released on a Friday afternoon the supervisor is told on Monday',
    ...quarterly,
    steps: [
      signed,
      at(
        '2027-01-08 15:00',
        releases('(四)', '市科技局'),
        '已核定,将提示分管负责同志:市科技局,1月11日(星期一)09:15发出',
      ),
      at('2027-01-08 17:00', newest('科技分管'), '(无)'),
    ],
    end: '2027-01-11 09:30',
    prompts: [
      SIGNED,
      '科技(四) report 2026Q4: d3 12-22 09:15, d0 12-25 09:15, o1 12-28 09:15, o3→科长 12-30 09:15 sent; o5→分管 2027-01-04 10:00 sent 2027-01-11 09:15; w1 2027-01-04 10:00 sent; o10→办公室 2027-01-11 09:15 sent circular-draft; w2 2027-01-11 09:15 sent',
    ],
    events: [
      SIGNED_EVENT,
      '2027-01-08 15:00 协调员 escalationReleased 科技(四) cycle=2026Q4 duty=report heldSince=2027-01-04 10:00 rung=o5 sendFrom=2027-01-11 09:15',
    ],
  },
  {
    name: 'released by its button in chat; pressed once more after that, or after the answer, it says how it went',
    ...quarterly,
    units: ['市工信局'],
    contacts: [...quarterly.contacts, '市工信局·联络员+协调员'],
    steps: [
      signed,
      at(
        '2027-01-04 10:30',
        commands('工信联络员', '进度 第四项'),
        '【进度】第(四)项"提高专利创造质量":逾期。已逾期5个工作日,尚未报送。',
        '办结时限2027年6月30日。',
        '市科技局(牵头,科技联络员) 尚无登记 2026年第四季度进展报送2026年12月25日(已逾期)',
      ),
      at(
        '2027-01-04 11:00',
        presses('工信联络员', '核定提示'),
        '【已登记】第(四)项"提高专利创造质量":已核定,将提示分管负责同志:市科技局,1月4日(星期一)14:30发出。',
      ),
      at('2027-01-04 11:01', presses('工信联络员', '核定提示'), '【未登记】该事项已经办理:已登记。'),
      at('2027-01-04 14:00', answers, '【已登记】第(四)项"提高专利创造质量" 进度0%→30%。'),
      at(
        '2027-01-04 14:01',
        presses('工信联络员', '不提示'),
        '【请写明理由】请直接回复不就第(四)项"提高专利创造质量"提示市科技局分管负责同志的理由(不少于5个字)。',
      ),
      at(
        '2027-01-04 14:02',
        says('工信联络员', '已电话沟通,不再提示'),
        '【未登记】“市科技局”在此项任务上没有待核定的提级提示。请在待办中查看。',
      ),
      at('2027-01-04 16:00', newest('科技分管'), '(无)'),
    ],
    end: '2027-01-05 18:00',
    prompts: [
      '科技(四) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-23 10:00 已签收',
      '科技(四) report 2026Q4: d3 12-22 09:15, d0 12-25 09:15, o1 12-28 09:15, o3→科长 12-30 09:15 sent; o5→分管 2027-01-04 10:00 withdrawn 2027-01-04 14:00 已报送; w1 2027-01-04 10:00 sent; o10→办公室 2027-01-11 09:15, w2 2027-01-11 09:15, w3 2027-01-18 09:15, w4 2027-01-25 09:15, office→办公室 2027-01-26 09:15 withdrawn 2027-01-04 14:00 已报送',
    ],
    events: [
      '11-23 10:00 科技联络员 receiptGiven 科技(四)',
      '2027-01-04 11:00 工信联络员 escalationReleased 科技(四) cycle=2026Q4 duty=report heldSince=2027-01-04 10:00 rung=o5 sendFrom=2027-01-04 14:30',
      '2027-01-04 14:00 科技联络员 reportFiled 科技(四) after=30 filed=report/2026Q4 late',
      '2027-01-04 14:02 工信联络员 refused act=escalate code=ESCALATION_NONE details={unit=市科技局}',
    ],
  },
];

playGroup(stories);
