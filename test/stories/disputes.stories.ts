import { closing, lights, newest, officeList } from './look.ts';
import { playGroup } from './play-group.ts';
import { reassigns, settlesDispute } from './request-acts.ts';
import { at, task, type Story } from './story.ts';
import { presses, says } from './unit-acts.ts';

const one: Pick<Story, 'from' | 'tasks' | 'units' | 'phases' | 'contacts' | 'start'> = {
  from: '示例市',
  tasks: [task('(四)', ['市科技局'])],
  units: ['市工信局'],
  phases: { implementation: ['2026-11-23', '2027-06-30'] },
  contacts: ['市科技局·联络员', '市工信局·联络员'],
  start: '2026-11-23 08:30',
};

const REPORT =
  'd3 12-22 09:15, d0 12-25 09:15, o1 12-28 09:15, o3→科长 12-30 09:15, o5→分管 2027-01-04 10:00, w1 2027-01-04 10:00, o10→办公室 2027-01-11 09:15, w2 2027-01-11 09:15, w3 2027-01-18 09:15, w4 2027-01-25 09:15, office→办公室 2027-01-26 09:15';
const BY_30_JUNE =
  'd7 2027-06-21 09:15, d3 2027-06-25 09:15, d1 2027-06-29 09:15, d0 2027-06-30 09:15, o1 2027-07-01 09:15, o3→科长 2027-07-05 09:15, o5→分管 2027-07-07 09:15, w1 2027-07-12 09:15, o10→办公室 2027-07-14 09:15, w2 2027-07-19 09:15, w3 2027-07-26 09:15, w4 2027-08-02 09:15, office→办公室 2027-08-03 09:15';

const stories: Story[] = [
  {
    name: 'a disputed duty that is not upheld stays with its unit, by its old day',
    ...one,
    steps: [
      at(
        '11-24 10:00',
        presses('科技联络员', '职责有异议'),
        '【说明】请直接回复文字说明理由(不少于5个字),登记后转办公室核定。',
      ),
      at(
        '11-24 10:05',
        says('科技联络员', '该项职能已划转市工信局'),
        '【已登记】第(四)项"提高专利创造质量" 已登记职责异议,待办公室核定。',
      ),
      at('11-24 10:06', officeList, 'dispute 科技(四)'),
      at('11-25 10:00', settlesDispute('(四)', '市科技局', '职能未划转'), '科技:异议不成立,仍由该单位承办'),
      at('11-25 10:01', officeList, '(无)'),
      at(
        '11-25 10:02',
        newest('科技联络员'),
        '【异议答复】',
        '经核定,第(四)项"提高专利创造质量"仍由你单位承办。理由:职能未划转',
        '请于11月26日17:30前签收。如有困难,可提请协调。',
        '〔签收〕〔提请协调〕',
      ),
      at('11-27 18:00', lights, '科技(四) red 已逾期1个工作日,尚未报送。'),
    ],
    end: '11-27 18:00',
    // A dispute stops no reminder: the receipt is still owed by Thursday.
    prompts: ['科技(四) receipt: issue 11-23 09:15, o1 11-27 09:15 sent'],
    events: [
      '11-24 10:05 科技联络员 dutyDisputed 科技(四) reason=该项职能已划转市工信局',
      '11-25 10:00 协调员 itemSettled key=dispute/(四)/p1',
      '11-25 10:00 协调员 disputeDecided 科技(四) dispute={at=11-24 10:05 by=科技联络员 reason=该项职能已划转市工信局} reason=职能未划转',
    ],
  },
  {
    name: 'a disputed duty that is upheld goes to the unit that is named, which is asked afresh',
    ...one,
    steps: [
      at('11-24 10:00', presses('科技联络员', '职责有异议')),
      at('11-24 10:05', says('科技联络员', '该项职能已划转市工信局')),
      at('11-25 10:00', settlesDispute('(四)', '市科技局', '职能已划转', '市工信局'), '科技:已改由市工信局承办'),
      at(
        '11-25 10:01',
        newest('工信联络员'),
        '【任务签收】',
        '市工信局:',
        '《工作方案》第(四)项"提高专利创造质量",你单位为牵头单位。',
        '办结时限2027年6月30日,进展按季报送。',
        '请于11月30日(星期一)17:30前签收。原文:提升创造和运用效益 (四)。',
        '〔签收〕〔职责有异议〕〔更换联络员〕',
      ),
      at('11-25 11:00', presses('工信联络员', '签收')),
      at('11-25 11:01', lights, '工信(四) green 按序时推进。'),
      at(
        '11-25 11:02',
        newest('科技联络员'),
        '【异议答复】',
        '经核定,你单位所提异议成立,第(四)项"提高专利创造质量"改由市工信局承办,你单位不再承担,无需再报。理由:职能已划转',
      ),
    ],
    end: '12-04 18:00',
    // Asked afresh on Wednesday 25 November: owed by Monday the 30th.
    prompts: [
      '科技(四) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-25 10:00 已改由市工信局承办',
      `科技(四) report 2026Q4: ${REPORT} withdrawn 11-25 10:00 已改由市工信局承办`,
      `科技(四) completion: ${BY_30_JUNE} withdrawn 11-25 10:00 已改由市工信局承办`,
      '工信(四) receipt: issue 11-25 10:00 sent; o1 12-01 09:15, o3→科长 12-03 09:15, o5→办公室 12-07 09:15 withdrawn 11-25 11:00 已签收',
    ],
    events: [
      '11-24 10:05 科技联络员 dutyDisputed 科技(四) reason=该项职能已划转市工信局',
      '11-25 10:00 协调员 itemSettled key=dispute/(四)/p1',
      '11-25 10:00 系统 cardClosed closedWith=已撤销。改由市工信局承办(职能已划转),无需再报',
      '11-25 10:00 协调员 disputeDecided 科技(四) dispute={at=11-24 10:05 by=科技联络员 reason=该项职能已划转市工信局} reason=职能已划转 uphold',
      '11-25 10:00 协调员 partReassigned 科技(四) from=市科技局 newPartId=工信(四) reason=职能已划转 role=lead to=市工信局',
      '11-25 11:00 工信联络员 receiptGiven 工信(四)',
    ],
  },
  {
    name: 'a part that is reassigned while its card is open: what the old unit presses is kept, and counts for nothing',
    ...one,
    steps: [
      at(
        '11-24 10:00',
        reassigns('(四)', '市科技局', '市工信局', '机构调整'),
        'REASON_REQUIRED 请写明理由(不少于5个字)。',
      ),
      at('11-24 10:01', reassigns('(四)', '市科技局', '市工信局', '机构职能调整'), '科技:已改由市工信局承办'),
      at('11-24 10:29', closing('科技联络员'), '已撤销。改由市工信局承办(机构职能调整),无需再报'),
      at(
        '11-24 10:30',
        presses('科技联络员', '签收'),
        '【已登记】第(四)项"提高专利创造质量" 该任务已于2026年11月24日调整(改由市工信局承办(机构职能调整)),答复已留存,无需再报。',
      ),
      at('11-24 10:31', presses('工信联络员', '签收'), '【已登记】第(四)项"提高专利创造质量" 已签收。'),
    ],
    end: '12-04 18:00',
    prompts: [
      '科技(四) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-24 10:01 已改由市工信局承办',
      `科技(四) report 2026Q4: ${REPORT} withdrawn 11-24 10:01 已改由市工信局承办`,
      `科技(四) completion: ${BY_30_JUNE} withdrawn 11-24 10:01 已改由市工信局承办`,
      '工信(四) receipt: issue 11-24 10:01 sent; o1 11-30 09:15, o3→科长 12-02 09:15, o5→办公室 12-04 09:15 withdrawn 11-24 10:31 已签收',
    ],
    events: [
      '11-24 10:00 协调员 refused (四) act=reassign code=REASON_REQUIRED',
      '11-24 10:01 系统 cardClosed closedWith=已撤销。改由市工信局承办(机构职能调整),无需再报',
      '11-24 10:01 协调员 partReassigned 科技(四) from=市科技局 newPartId=工信(四) reason=机构职能调整 role=lead to=市工信局',
      '11-24 10:30 科技联络员 replyToFormerPart 科技(四) reading={kind=receipt}',
      '11-24 10:31 工信联络员 receiptGiven 工信(四)',
    ],
  },
];

playGroup(stories);
