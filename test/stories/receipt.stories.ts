import { digests, lights, newest, officeList } from './look.ts';
import { playGroup } from './play-group.ts';
import { at, task, type Story } from './story.ts';
import { presses } from './unit-acts.ts';

/** One task of one unit in half a year of implementation; the first report is due on 25 December. */
const one: Pick<Story, 'from' | 'tasks' | 'phases' | 'contacts' | 'start'> = {
  from: '示例市',
  tasks: [task('(四)', ['市科技局'])],
  phases: { implementation: ['2026-11-23', '2027-06-30'] },
  contacts: ['市科技局·联络员', '市科技局·科长'],
  start: '2026-11-23 08:30',
};

// Policy "Receipt": asked with Monday's digest, owed 3 working days later, Thursday 26 November 17:30; then
// +1 Friday, +3 Tuesday, +5 Thursday.
const stories: Story[] = [
  {
    name: 'a receipt given in time ends its ladder',
    ...one,
    steps: [
      at(
        '11-23 10:00',
        newest('科技联络员'),
        '【任务签收】',
        '市科技局:',
        '《工作方案》第(四)项"提高专利创造质量",你单位为牵头单位。',
        '办结时限2027年6月30日,进展按季报送。',
        '请于11月26日(星期四)17:30前签收。原文:提升创造和运用效益 (四)。',
        '〔签收〕〔职责有异议〕〔更换联络员〕',
      ),
      at('11-24 10:20', presses('科技联络员', '签收'), '【已登记】第(四)项"提高专利创造质量" 已签收。'),
      at('11-26 18:00', lights, '科技(四) green 按序时推进。'),
    ],
    end: '12-08 18:00',
    prompts: [
      '科技(四) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-24 10:20 已签收',
    ],
    events: ['11-24 10:20 科技联络员 receiptGiven 科技(四)'],
  },
  {
    name: 'a receipt never given goes to the liaison, the section head and the office’s list, to no leader',
    ...one,
    contacts: ['市科技局·联络员', '市科技局·科长', '市科技局·分管'],
    steps: [
      at('11-26 09:00', lights, '科技(四) blue 今天到期。'),
      at('11-26 17:31', lights, '科技(四) red 已过时限,尚未报送。'),
      at(
        '11-27 10:00',
        newest('科技联络员'),
        '【逾期提示】',
        '第(四)项任务签收时限为11月26日17:30,已逾期1个工作日,尚未签收。',
        '请签收;职责有异议的,请予说明。',
        '〔签收〕〔说明原因〕〔提请协调〕',
      ),
      at('12-01 10:00', lights, '科技(四) red 已逾期3个工作日,尚未报送。'),
      at('12-03 09:16', officeList, 'office-call 科技(四)'),
      at('12-21 18:00', digests('科技分管'), '(无)'),
    ],
    end: '12-21 18:00',
    prompts: [
      '科技(四) receipt: issue 11-23 09:15, o1 11-27 09:15, o3→科长 12-01 09:15 sent; o5→办公室 12-03 09:15 sent office-list',
    ],
    events: [],
  },
  {
    name: 'a receipt given late says so, and ends what is left of its ladder',
    ...one,
    steps: [
      at('12-02 10:00', presses('科技联络员', '签收'), '【已登记】第(四)项"提高专利创造质量" 已签收。'),
      at('12-02 10:01', lights, '科技(四) yellow 曾逾期,补报后待一次达到序时的报送。'),
    ],
    end: '12-08 18:00',
    prompts: [
      '科技(四) receipt: issue 11-23 09:15, o1 11-27 09:15, o3→科长 12-01 09:15 sent; o5→办公室 12-03 09:15 withdrawn 12-02 10:00 已签收',
    ],
    events: ['12-02 10:00 科技联络员 receiptGiven 科技(四) late'],
  },
  {
    name: 'a unit without contacts is one item of the office’s list, and its missing rank is skipped',
    ...one,
    contacts: [],
    steps: [at('12-04 10:00', officeList, 'undeliverable 科技')],
    end: '12-08 18:00',
    prompts: [
      '科技(四) receipt: issue 11-23 09:15 undeliverable 11-26 17:30 no-contact; o1 11-27 09:15 undeliverable no-contact; o3→科长 12-01 09:15 skipped no-such-rank; o5→办公室 12-03 09:15 sent office-list',
    ],
    events: [],
  },
  {
    name: 'a phase of six working days gives two for the receipt',
    ...one,
    phases: { deployment: ['2026-11-23', '2026-11-30'], implementation: ['2026-12-01', '2027-06-30'] },
    steps: [at('11-25 17:31', lights, '科技(四) red 已过时限,尚未报送。')],
    end: '12-03 18:00',
    // Wednesday 25 November, then Thursday, Monday, Wednesday.
    prompts: [
      '科技(四) receipt: issue 11-23 09:15, o1 11-26 09:15, o3→科长 11-30 09:15 sent; o5→办公室 12-02 09:15 sent office-list',
    ],
    events: [],
  },
  {
    name: 'a plan that is started on a Sunday asks with Monday’s digest',
    ...one,
    start: '2026-11-22 10:00',
    steps: [at('11-22 10:30', lights, '科技(四) grey 尚未启动。'), at('11-23 09:30', presses('科技联络员', '签收'))],
    end: '12-08 18:00',
    prompts: [
      '科技(四) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-23 09:30 已签收',
    ],
    events: ['11-23 09:30 科技联络员 receiptGiven 科技(四)'],
  },
  {
    name: 'a plan that is started on Friday evening asks on Monday, and counts from there',
    ...one,
    phases: { implementation: ['2026-11-20', '2027-06-30'] },
    start: '2026-11-20 18:00',
    steps: [],
    end: '12-08 18:00',
    prompts: [
      '科技(四) receipt: issue 11-23 09:15, o1 11-27 09:15, o3→科长 12-01 09:15 sent; o5→办公室 12-03 09:15 sent office-list',
    ],
    events: [],
  },
  {
    name: 'a plan that is started inside a send window asks at once',
    ...one,
    start: '2026-11-23 14:40',
    steps: [],
    end: '12-01 18:00',
    prompts: ['科技(四) receipt: issue 11-23 14:40, o1 11-27 09:15, o3→科长 12-01 09:15 sent'],
    events: [],
  },
  {
    name: 'a unit that is not subordinate is asked for its liaison’s name, and nobody above is told',
    ...one,
    tasks: [task('(十一)', ['市法院'])],
    contacts: ['市法院·联络员', '市法院·科长'],
    steps: [
      at(
        '11-23 10:00',
        newest('法院联络员'),
        '【工作商请】',
        '市法院:',
        '商请贵院支持下列事项,请于11月26日(星期四)17:30前确认联络员。',
        '1.《工作方案》第(十一)项"加强司法保护" 办结时限2027年6月30日',
        '〔收悉〕〔需沟通〕〔更换联络员〕',
      ),
      at(
        '11-27 10:00',
        newest('法院联络员'),
        '【逾期提示】',
        '第(十一)项任务签收时限为11月26日17:30,已逾期1个工作日,尚未收到回复。',
        '商请贵院函告进展或说明有关情况。',
        '〔收悉〕〔说明原因〕〔需沟通〕',
      ),
      at('12-02 10:00', officeList, 'office-call 法院(十一)'),
      at('12-02 10:01', presses('法院联络员', '收悉'), '【已登记】第(十一)项"加强司法保护" 已签收。'),
    ],
    end: '12-08 18:00',
    prompts: ['法院(十一) receipt: issue 11-23 09:15, o1 11-27 09:15 sent; o3→办公室 12-01 09:15 sent office-list'],
    events: ['12-02 10:01 法院联络员 receiptGiven 法院(十一) late'],
  },
  {
    name: 'two people of one unit sign at once: the first counts, the second is told so',
    ...one,
    contacts: ['市科技局·联络员', '市科技局·科长'],
    steps: [
      at('12-01 10:00', presses('科技科长', '签收'), '【已登记】第(四)项"提高专利创造质量" 已签收。'),
      at('12-01 10:01', presses('科技联络员', '签收'), '【未登记】该事项已经办理:已签收(科技科长)。'),
    ],
    end: '12-08 18:00',
    prompts: [
      '科技(四) receipt: issue 11-23 09:15, o1 11-27 09:15, o3→科长 12-01 09:15 sent; o5→办公室 12-03 09:15 withdrawn 12-01 10:00 已签收',
    ],
    events: ['12-01 10:00 科技科长 receiptGiven 科技(四) late'],
  },
];

playGroup(stories);
