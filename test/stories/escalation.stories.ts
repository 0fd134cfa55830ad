import { lights, newest, officeList } from './look.ts';
import { playGroup } from './play-group.ts';
import { quarterly, signed, SIGNED, SIGNED_EVENT } from './quarterly.ts';
import { drops, releases } from './request-acts.ts';
import { at, type Story } from './story.ts';
import { fills } from './unit-acts.ts';

const TO_O3 = 'd3 12-22 09:15, d0 12-25 09:15, o1 12-28 09:15, o3→科长 12-30 09:15';
const MONDAYS = 'w2 2027-01-11 09:15, w3 2027-01-18 09:15, w4 2027-01-25 09:15, office→办公室 2027-01-26 09:15';

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
    name: 'an answer that comes before the release ends the held rung, and the release is told so',
    ...quarterly,
    steps: [
      signed,
      at('2027-01-05 10:00', fills('科技联络员', [{ part: '科技(四)', progress: 20 }])),
      at(
        '2027-01-05 10:01',
        releases('(四)', '市科技局', 'p1:report:2026Q4:1'),
        'ESCALATION_ANSWERED 该事项已经报送或办结,提级提示随之撤销,无需核定。',
      ),
      at('2027-01-05 10:02', officeList, '(无)'),
    ],
    end: '2027-01-06 18:00',
    prompts: [
      SIGNED,
      `科技(四) report 2026Q4: ${TO_O3} sent; o5→分管 2027-01-04 10:00 withdrawn 2027-01-05 10:00 已报送; w1 2027-01-04 10:00 sent; o10→办公室 2027-01-11 09:15, ${MONDAYS} withdrawn 2027-01-05 10:00 已报送`,
    ],
    events: [
      SIGNED_EVENT,
      '2027-01-05 10:00 科技联络员 reportFiled 科技(四) after=20 filed=report/2026Q4 late',
      '2027-01-05 10:01 协调员 refused (四) act=release-escalation code=ESCALATION_ANSWERED',
    ],
  },
  {
    name: 'a held rung that the office drops ends with its reason, and what comes later stands',
    ...quarterly,
    steps: [
      signed,
      at('2027-01-05 10:00', drops('(四)', '市科技局', '不办'), 'REASON_REQUIRED 请写明理由(不少于5个字)。'),
      at('2027-01-05 10:01', drops('(四)', '市科技局', '已电话沟通,本周补报'), '不再提示分管负责同志:市科技局'),
      at('2027-01-11 10:00', officeList, 'circular 科技(四)'),
    ],
    end: '2027-01-11 18:00',
    prompts: [
      SIGNED,
      `科技(四) report 2026Q4: ${TO_O3} sent; o5→分管 2027-01-04 10:00 withdrawn 2027-01-05 10:01 办公室核定不提示:已电话沟通,本周补报; w1 2027-01-04 10:00 sent; o10→办公室 2027-01-11 09:15 sent circular-draft; w2 2027-01-11 09:15 sent`,
    ],
    events: [
      SIGNED_EVENT,
      '2027-01-05 10:00 协调员 refused (四) act=hold-escalation code=REASON_REQUIRED',
      '2027-01-05 10:01 协调员 escalationDropped 科技(四) cycle=2026Q4 duty=report heldSince=2027-01-04 10:00 reason=已电话沟通,本周补报 rung=o5',
    ],
  },
  {
    name: 'unreleased it stays held and visible, while the Mondays go on',
    ...quarterly,
    steps: [signed, at('2027-01-13 10:00', officeList, 'escalation 科技(四)', 'circular 科技(四)')],
    end: '2027-01-13 18:00',
    prompts: [
      SIGNED,
      `科技(四) report 2026Q4: ${TO_O3} sent; o5→分管 2027-01-04 10:00 held; w1 2027-01-04 10:00 sent; o10→办公室 2027-01-11 09:15 sent circular-draft; w2 2027-01-11 09:15 sent`,
    ],
    events: [SIGNED_EVENT],
  },
];

playGroup(stories);
