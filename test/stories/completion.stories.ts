import { lights, newest, officeList } from './look.ts';
import { accepts, returns } from './office-acts.ts';
import { playGroup } from './play-group.ts';
import { at, task, type Story } from './story.ts';
import { presses } from './unit-acts.ts';

/** Owed by Friday 18 December 2026; the quarter's report, by the 25th, opens on the 11th. */
const one: Pick<Story, 'from' | 'tasks' | 'phases' | 'contacts' | 'policy' | 'start'> = {
  from: '示例市',
  tasks: [task('(四)', ['市科技局'], { due: '2026-12-18' })],
  phases: { implementation: ['2026-11-23', '2027-06-30'] },
  contacts: ['市科技局·联络员', '市科技局·科长'],
  // Who signs is another group's (requests.stories.ts).
  policy: { signOffKinds: [] },
  start: '2026-11-23 08:30',
};
const signed = at('11-23 10:00', presses('科技联络员', '签收'));
const RECEIPT_LATER = 'o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-23 10:00 已签收';
const SIGNED = `科技(四) receipt: issue 11-23 09:15 sent; ${RECEIPT_LATER}`;
const SIGNED_EVENT = '11-23 10:00 科技联络员 receiptGiven 科技(四)';
// After the three days of rest from 1 January 2027 Monday the 4th begins at 10:00.
const REPORT =
  'd3 12-22 09:15, d0 12-25 09:15, o1 12-28 09:15, o3→科长 12-30 09:15, o5→分管 2027-01-04 10:00, w1 2027-01-04 10:00, o10→办公室 2027-01-11 09:15, w2 2027-01-11 09:15, w3 2027-01-18 09:15, w4 2027-01-25 09:15, office→办公室 2027-01-26 09:15';
const LATER =
  'o5→分管 12-25 09:15, w1 12-28 09:15, o10→办公室 2027-01-04 10:00, w2 2027-01-04 10:00, w3 2027-01-11 09:15, w4 2027-01-18 09:15';
const AFTER_D7 = `d3 12-15 09:15, d1 12-17 09:15, d0 12-18 09:15, o1 12-21 09:15, o3→科长 12-23 09:15, ${LATER}, office→办公室 2027-01-19 09:15`;
const CLAIMED = `d7 12-09 09:15 sent; ${AFTER_D7} withdrawn 12-09 10:00 已申请办结`;
const CLAIM_TOLD = '【已登记】第(四)项"提高专利创造质量" 已申请办结,待办公室验收。';
const SELF = 'SELF_ACCEPT 不得验收本人填报或本单位承办的事项。请由其他同志办理。';

const stories: Story[] = [
  {
    name: 'a completion claimed in time and accepted ends everything that the task still asks',
    ...one,
    steps: [
      signed,
      at(
        '12-09 09:30',
        newest('科技联络员'),
        '【临期提示】',
        '你单位1项任务临近时限:',
        '1.第(四)项提高专利创造质量 12月18日(剩7个工作日)',
        '已完成的请报送佐证;确需延期的,应于到期3个工作日前提出。',
        '〔逐项填报〕〔申请办结〕〔申请延期〕',
      ),
      at('12-09 09:31', lights, '科技(四) blue 距时限7个工作日。'),
      at('12-09 10:00', presses('科技联络员', '申请办结'), CLAIM_TOLD),
      at('12-10 09:30', accepts('(四)'), '任务已验收办结'),
      at('12-10 09:31', lights, '科技(四) green 已办结。'),
    ],
    end: '2027-01-05 18:00',
    prompts: [
      SIGNED,
      `科技(四) report 2026Q4: ${REPORT} withdrawn 12-10 09:30 任务已验收办结`,
      `科技(四) completion: ${CLAIMED}`,
    ],
    events: [
      SIGNED_EVENT,
      '12-09 10:00 科技联络员 completionClaimed 科技(四)',
      '12-10 09:30 协调员 taskAccepted (四) claimedBy=科技联络员 parts=科技(四)',
    ],
  },
  {
    name: 'a completion returned with what is missing is owed again by its old day, and claimed again',
    ...one,
    steps: [
      signed,
      at('12-09 10:00', presses('科技联络员', '申请办结'), CLAIM_TOLD),
      at('12-10 09:30', returns('(四)', '市科技局', '佐证材料不全,请补报'), '已退回补充:市科技局'),
      at('12-10 09:31', lights, '科技(四) yellow 报送已退回,待补正。'),
      at('12-16 10:00', presses('科技联络员', '申请办结'), CLAIM_TOLD),
      at('12-17 09:30', accepts('(四)', '市科技局'), '任务已验收办结'),
    ],
    end: '12-28 18:00',
    // The second claim comes after the report's period has opened, and files it too. The return reckons everything
    // anew, 116 days ahead, so that the next quarter's rungs end with the acceptance as well.
    prompts: [
      SIGNED,
      `科技(四) report 2026Q4: ${REPORT} withdrawn 12-16 10:00 已申请办结`,
      '科技(四) report 2027Q1: d3#2 2027-03-22 09:15, d0#2 2027-03-25 09:15, o1#2 2027-03-26 09:15, o3#2→科长 2027-03-30 09:15, o5#2→分管 2027-04-01 09:15, w1#2 2027-04-06 10:00, o10#2→办公室 2027-04-09 09:15, w2#2 2027-04-12 09:15, w3#2 2027-04-19 09:15, w4#2 2027-04-26 09:15, office#2→办公室 2027-04-27 09:15 withdrawn 12-17 09:30 已验收办结',
      `科技(四) completion: ${CLAIMED}; d7#2 12-09 09:15 skipped 12-10 09:30 下达较晚,原提醒时点已过; d3#2 12-15 09:15 sent; d1#2 12-17 09:15, d0#2 12-18 09:15, o1#2 12-21 09:15, o3#2→科长 12-23 09:15, o5#2→分管 12-25 09:15, w1#2 12-28 09:15, o10#2→办公室 2027-01-04 10:00, w2#2 2027-01-04 10:00, w3#2 2027-01-11 09:15, w4#2 2027-01-18 09:15, office#2→办公室 2027-01-19 09:15 withdrawn 12-16 10:00 已申请办结`,
    ],
    events: [
      SIGNED_EVENT,
      '12-09 10:00 科技联络员 completionClaimed 科技(四)',
      '12-10 09:30 协调员 completionReturned 科技(四) n=1 reason=佐证材料不全,请补报',
      '12-16 10:00 科技联络员 completionClaimed 科技(四) before=100',
      '12-17 09:30 协调员 completionAccepted 科技(四) claimedBy=科技联络员 closes',
    ],
  },
  {
    name: 'nobody accepts or returns what they or their unit filed, whatever role they hold beside it',
    ...one,
    contacts: ['市科技局·联络员+协调员', '市科技局·科长+协调员'],
    steps: [
      signed,
      at('12-09 10:00', presses('科技联络员', '申请办结'), CLAIM_TOLD),
      at('12-09 11:00', accepts('(四)', undefined, { as: '科技联络员' }), SELF),
      at('12-09 11:01', accepts('(四)', '市科技局', { as: '科技科长' }), SELF),
      at('12-09 11:02', returns('(四)', '市科技局', '佐证材料不全', { as: '科技科长' }), SELF),
      at('12-09 12:00', accepts('(四)', '市科技局'), '任务已验收办结'),
    ],
    end: '12-10 18:00',
    prompts: [
      SIGNED,
      `科技(四) report 2026Q4: ${REPORT} withdrawn 12-09 12:00 已验收办结`,
      `科技(四) completion: ${CLAIMED}`,
    ],
    events: [
      SIGNED_EVENT,
      '12-09 10:00 科技联络员 completionClaimed 科技(四)',
      '12-09 11:00 科技联络员 refused (四) act=accept code=SELF_ACCEPT',
      '12-09 11:01 科技科长 refused (四) act=accept code=SELF_ACCEPT',
      '12-09 11:02 科技科长 refused (四) act=return code=SELF_ACCEPT',
      '12-09 12:00 协调员 completionAccepted 科技(四) claimedBy=科技联络员 closes',
    ],
  },
  {
    name: 'what nobody has claimed is neither accepted nor returned, and a return says what is missing',
    ...one,
    steps: [
      signed,
      at('12-08 10:00', accepts('(四)'), 'NOTHING_CLAIMED 该单位尚未申请办结,不能验收或退回。'),
      at(
        '12-08 10:01',
        returns('(四)', '市科技局', '佐证材料不全'),
        'NOTHING_CLAIMED 该单位尚未申请办结,不能验收或退回。',
      ),
      at('12-09 10:00', presses('科技联络员', '申请办结'), CLAIM_TOLD),
      at('12-09 10:05', returns('(四)', '市科技局', '不全'), 'REASON_REQUIRED 请写明理由(不少于5个字)。'),
      at(
        '12-09 10:06',
        returns('(四)', '市农业农村局', '佐证材料不全'),
        'UNIT_UNKNOWN 没有名为“市农业农村局”的单位。请核对名称或简称。',
      ),
    ],
    end: '12-10 18:00',
    prompts: [SIGNED, `科技(四) completion: ${CLAIMED}`],
    events: [
      SIGNED_EVENT,
      '12-08 10:00 协调员 refused (四) act=accept code=NOTHING_CLAIMED',
      '12-08 10:01 协调员 refused (四) act=return code=NOTHING_CLAIMED',
      '12-09 10:00 科技联络员 completionClaimed 科技(四)',
      '12-09 10:05 协调员 refused (四) act=return code=REASON_REQUIRED',
      '12-09 10:06 协调员 refused act=return code=UNIT_UNKNOWN details={unit=市农业农村局}',
    ],
  },
  {
    name: 'a completion claimed after its day is late, and its light yellow until the office has accepted it',
    ...one,
    steps: [
      signed,
      at('12-18 17:31', lights, '科技(四) red 已过时限,尚未报送。'),
      at('12-24 10:00', presses('科技联络员', '申请办结'), CLAIM_TOLD),
      at('12-24 10:01', lights, '科技(四) yellow 曾逾期,补报后待一次达到序时的报送。'),
      at('12-24 11:00', accepts('(四)'), '任务已验收办结'),
      at('12-24 11:01', lights, '科技(四) green 已办结。'),
    ],
    end: '12-28 18:00',
    prompts: [
      SIGNED,
      `科技(四) report 2026Q4: ${REPORT.replace('15, d0', '15 sent; d0')} withdrawn 12-24 10:00 已申请办结`,
      `科技(四) completion: d7 12-09 09:15, ${AFTER_D7.replace('15, o5', '15 sent; o5')} withdrawn 12-24 10:00 已申请办结`,
    ],
    events: [
      SIGNED_EVENT,
      '12-24 10:00 科技联络员 completionClaimed 科技(四) late',
      '12-24 11:00 协调员 taskAccepted (四) claimedBy=科技联络员 parts=科技(四)',
    ],
  },
  {
    name: 'the lead’s accepted claim ends the task for the units that work with it',
    ...one,
    tasks: [task('(四)', ['市科技局'], { responsible: ['市知识产权局'], due: '2026-12-18' })],
    contacts: ['市科技局·联络员', '市知识产权局·联络员'],
    steps: [
      signed,
      at('11-23 10:01', presses('知产联络员', '签收')),
      at('12-09 10:00', presses('科技联络员', '申请办结'), CLAIM_TOLD),
      at('12-09 10:30', accepts('(四)'), '任务已验收办结'),
      at('12-09 10:31', lights, '科技(四) green 已办结。', '知产(四) green 已办结。'),
    ],
    end: '12-21 18:00',
    prompts: [
      SIGNED,
      `科技(四) report 2026Q4: ${REPORT} withdrawn 12-09 10:30 任务已验收办结`,
      `科技(四) completion: ${CLAIMED}`,
      `知产(四) receipt: issue 11-23 09:15 sent; ${RECEIPT_LATER.replace('10:00 已签收', '10:01 已签收')}`,
      `知产(四) report 2026Q4: ${REPORT} withdrawn 12-09 10:30 任务已验收办结`,
      `知产(四) completion: d7 12-09 09:15 sent; ${AFTER_D7} withdrawn 12-09 10:30 任务已验收办结`,
    ],
    events: [
      SIGNED_EVENT,
      '11-23 10:01 知产联络员 receiptGiven 知产(四)',
      '12-09 10:00 科技联络员 completionClaimed 科技(四)',
      '12-09 10:30 协调员 taskAccepted (四) claimedBy=科技联络员 parts=科技(四),知产(四)',
    ],
  },
  {
    name: 'of several leads each claims its own share, and the task closes with the last one accepted',
    ...one,
    tasks: [task('(六)', ['市知识产权局', '市科技局'], { due: '2026-12-18' })],
    contacts: ['市知识产权局·联络员', '市科技局·联络员'],
    steps: [
      at('11-23 10:00', presses('知产联络员', '签收')),
      at('11-23 10:01', presses('科技联络员', '签收')),
      at('12-09 10:00', presses('知产联络员', '申请办结')),
      at('12-09 10:30', accepts('(六)', '市知识产权局'), '已验收'),
      at('12-09 10:31', lights, '知产(六) green 已办结。', '科技(六) blue 距时限7个工作日。'),
      at('12-09 10:32', accepts('(六)', '市科技局'), 'NOTHING_CLAIMED 该单位尚未申请办结,不能验收或退回。'),
      at('12-09 11:00', presses('科技联络员', '申请办结')),
      at('12-09 11:30', accepts('(六)', '市科技局'), '任务已验收办结'),
      at('12-09 11:40', officeList, '(无)'),
    ],
    end: '12-21 18:00',
    prompts: [
      `知产(六) receipt: issue 11-23 09:15 sent; ${RECEIPT_LATER}`,
      `知产(六) report 2026Q4: ${REPORT} withdrawn 12-09 10:30 已验收办结`,
      `知产(六) completion: ${CLAIMED}`,
      `科技(六) receipt: issue 11-23 09:15 sent; ${RECEIPT_LATER.replace('10:00 已签收', '10:01 已签收')}`,
      `科技(六) report 2026Q4: ${REPORT} withdrawn 12-09 11:30 已验收办结`,
      `科技(六) completion: d7 12-09 09:15 sent; ${AFTER_D7} withdrawn 12-09 11:00 已申请办结`,
    ],
    events: [
      '11-23 10:00 知产联络员 receiptGiven 知产(六)',
      '11-23 10:01 科技联络员 receiptGiven 科技(六)',
      '12-09 10:00 知产联络员 completionClaimed 知产(六)',
      '12-09 10:30 协调员 completionAccepted 知产(六) claimedBy=知产联络员',
      '12-09 10:32 协调员 refused (六) act=accept code=NOTHING_CLAIMED',
      '12-09 11:00 科技联络员 completionClaimed 科技(六)',
      '12-09 11:30 协调员 completionAccepted 科技(六) claimedBy=科技联络员 closes',
    ],
  },
];

playGroup(stories);
