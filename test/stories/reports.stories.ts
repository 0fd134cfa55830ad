import { lights, newest } from './look.ts';
import { playGroup } from './play-group.ts';
import { at, task, type Story } from './story.ts';
import { fills, presses, says } from './unit-acts.ts';

type Setting = Pick<Story, 'from' | 'tasks' | 'phases' | 'contacts' | 'start'>;

/** Quarterly: the fourth quarter is due on Friday 25 December 2026 and opens ten working days before, on the 11th. */
const quarterly: Setting = {
  from: '示例市',
  tasks: [task('(四)', ['市科技局'])],
  phases: { implementation: ['2026-11-23', '2027-06-30'] },
  contacts: ['市科技局·联络员', '市科技局·科长'],
  start: '2026-11-23 08:30',
};
const signed = at('11-23 10:00', presses('科技联络员', '签收'));
const SIGNED =
  '科技(四) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-23 10:00 已签收';
const SIGNED_EVENT = '11-23 10:00 科技联络员 receiptGiven 科技(四)';
// 1 January 2027 is a Friday: after its three days of rest Monday the 4th begins at 10:00.
const LATER =
  'o5→分管 2027-01-04 10:00, w1 2027-01-04 10:00, o10→办公室 2027-01-11 09:15, w2 2027-01-11 09:15, w3 2027-01-18 09:15, w4 2027-01-25 09:15, office→办公室 2027-01-26 09:15';

/** Monthly on 黄石's task 1, a key task of this story, by the 25th. */
const monthly = (start: string, phases: Story['phases']): Setting => ({
  from: '黄石',
  tasks: [task('1', ['市市場監管局'], { key: true })],
  phases,
  contacts: ['市市場監管局·联络员', '市市場監管局·科长'],
  start,
});

const stories: Story[] = [
  {
    name: 'a quarterly report in time, in words that its author confirms, ends the period’s ladder',
    ...quarterly,
    steps: [
      signed,
      at(
        '12-22 10:00',
        newest('科技联络员'),
        '【进展报送】',
        '市科技局2026年第四季度,共1项,请于12月25日(星期五)17:30前报送。',
        '1.第(四)项 尚无登记',
        '请报进度、完成事项及数据、存在问题。可直接回复文字,经你核对后登记。',
        '〔逐项填报〕〔申请办结〕〔提请协调〕',
      ),
      at(
        '12-24 10:00',
        says('科技联络员', '第(四)项已完成15%'),
        '【请核对】据你12月24日10:00回复,拟登记:',
        '第(四)项"提高专利创造质量" 进度15%',
        '预计办结:未报 问题:无 佐证:未附',
        '原话:"第(四)项已完成15%"',
        '确认后登记,原话一并留存。',
      ),
      at('12-24 10:05', presses('科技联络员', '确认登记'), '【已登记】第(四)项"提高专利创造质量" 进度0%→15%。'),
      at('12-28 10:00', lights, '科技(四) green 按序时推进。'),
    ],
    end: '2027-01-05 18:00',
    prompts: [
      SIGNED,
      `科技(四) report 2026Q4: d3 12-22 09:15 sent; d0 12-25 09:15, o1 12-28 09:15, o3→科长 12-30 09:15, ${LATER} withdrawn 12-24 10:05 已报送`,
    ],
    events: [
      SIGNED_EVENT,
      '12-24 10:05 科技联络员 reportFiled 科技(四) received=12-24 10:00 after=15 filed=report/2026Q4 words=第(四)项已完成15%',
    ],
  },
  {
    name: 'a report on the day on which its period opens files it, and nobody is reminded',
    ...quarterly,
    steps: [signed, at('12-11 09:00', fills('科技联络员', [{ part: '科技(四)', progress: 15, words: '方案已印发' }]))],
    end: '2027-01-05 18:00',
    prompts: [
      SIGNED,
      `科技(四) report 2026Q4: d3 12-22 09:15, d0 12-25 09:15, o1 12-28 09:15, o3→科长 12-30 09:15, ${LATER} withdrawn 12-11 09:00 已报送`,
    ],
    events: [SIGNED_EVENT, '12-11 09:00 科技联络员 reportFiled 科技(四) after=15 filed=report/2026Q4 words=方案已印发'],
  },
  {
    name: 'a report one day before its period opens informs, but the period is still asked for',
    ...quarterly,
    steps: [
      signed,
      at('12-10 16:00', fills('科技联络员', [{ part: '科技(四)', progress: 15, words: '方案已印发' }])),
      at('12-10 16:01', lights, '科技(四) green 按序时推进。'),
      at('12-22 10:00', presses('科技联络员', '较上次无变化'), '【已登记】第(四)项"提高专利创造质量" 较上次无变化。'),
    ],
    end: '2027-01-05 18:00',
    prompts: [
      SIGNED,
      `科技(四) report 2026Q4: d3 12-22 09:15 sent; d0 12-25 09:15, o1 12-28 09:15, o3→科长 12-30 09:15, ${LATER} withdrawn 12-22 10:00 已报送`,
    ],
    events: [
      SIGNED_EVENT,
      '12-10 16:00 科技联络员 reportFiled 科技(四) after=15 words=方案已印发',
      '12-22 10:00 科技联络员 noChangeReported 科技(四) filed=report/2026Q4',
    ],
  },
  {
    name: 'one minute before the due instant is in time',
    ...quarterly,
    steps: [
      signed,
      at('12-25 17:29', fills('科技联络员', [{ part: '科技(四)', progress: 15 }])),
      at('12-25 17:31', lights, '科技(四) green 按序时推进。'),
    ],
    end: '12-28 18:00',
    prompts: [
      SIGNED,
      `科技(四) report 2026Q4: d3 12-22 09:15, d0 12-25 09:15 sent; o1 12-28 09:15, o3→科长 12-30 09:15, ${LATER} withdrawn 12-25 17:29 已报送`,
    ],
    events: [SIGNED_EVENT, '12-25 17:29 科技联络员 reportFiled 科技(四) after=15 filed=report/2026Q4'],
  },
  {
    name: 'one minute after the due instant is late: the light stays yellow until one report on pace',
    ...quarterly,
    steps: [
      signed,
      at('12-25 17:29', lights, '科技(四) blue 今天到期。'),
      at('12-25 17:31', fills('科技联络员', [{ part: '科技(四)', progress: 15 }])),
      at('12-25 17:32', lights, '科技(四) yellow 曾逾期,补报后待一次达到序时的报送。'),
      at('12-29 10:00', fills('科技联络员', [{ part: '科技(四)', progress: 20, words: '补充进展' }])),
      at('12-29 10:01', lights, '科技(四) green 按序时推进。'),
    ],
    end: '12-29 18:00',
    prompts: [
      SIGNED,
      `科技(四) report 2026Q4: d3 12-22 09:15, d0 12-25 09:15 sent; o1 12-28 09:15, o3→科长 12-30 09:15, ${LATER} withdrawn 12-25 17:31 已报送`,
    ],
    events: [
      SIGNED_EVENT,
      '12-25 17:31 科技联络员 reportFiled 科技(四) after=15 filed=report/2026Q4 late',
      '12-29 10:00 科技联络员 reportFiled 科技(四) after=20 before=15 words=补充进展',
    ],
  },
  {
    name: 'a report never given climbs its ladder over the turn of the year, to four Mondays and the office’s list',
    ...quarterly,
    steps: [
      signed,
      at(
        '12-28 10:00',
        newest('科技联络员'),
        '【逾期提示】',
        '第(四)项进展报送时限为12月25日17:30,已逾期1个工作日,尚未收到办理情况。',
        '请报送进展或说明原因。2027年1月4日(星期一)12:00前仍未报送的,经办公室核定,向你单位分管负责同志提示。',
        '〔立即填报〕〔说明原因〕〔提请协调〕',
      ),
      at('12-30 10:00', lights, '科技(四) red 已逾期3个工作日,尚未报送。'),
    ],
    end: '2027-01-27 18:00',
    prompts: [
      SIGNED,
      '科技(四) report 2026Q4: d3 12-22 09:15, d0 12-25 09:15, o1 12-28 09:15, o3→科长 12-30 09:15 sent; o5→分管 2027-01-04 10:00 skipped no-rank; w1 2027-01-04 10:00 sent; o10→办公室 2027-01-11 09:15 sent circular-draft; w2 2027-01-11 09:15, w3 2027-01-18 09:15, w4 2027-01-25 09:15 sent; office→办公室 2027-01-26 09:15 sent office-list',
    ],
    events: [SIGNED_EVENT],
  },
  {
    name: 'a phase that begins a week before the quarter’s day joins that period to the next one',
    ...quarterly,
    phases: { implementation: ['2026-12-18', '2027-06-30'] },
    start: '2026-12-18 08:30',
    steps: [at('12-18 10:00', presses('科技联络员', '签收'))],
    end: '2027-01-05 18:00',
    // Seven days from the 18th to the 25th: the first period is the one of March.
    prompts: [
      '科技(四) receipt: issue 12-18 09:15 sent; o1 12-24 09:15, o3→科长 12-28 09:15, o5→办公室 12-30 09:15 withdrawn 12-18 10:00 已签收',
    ],
    events: ['12-18 10:00 科技联络员 receiptGiven 科技(四)'],
  },
  {
    name: 'no change passes twice running',
    ...monthly('2026-12-28 08:30', { implementation: ['2026-12-28', '2027-12-31'] }),
    steps: [
      at('12-28 10:00', presses('市監联络员', '签收')),
      at('2027-01-15 10:00', fills('市監联络员', [{ part: '市監(1)', progress: 5 }])),
      at(
        '2027-02-22 10:00',
        presses('市監联络员', '较上次无变化'),
        '【已登记】第1项"實施知識產權示范企業培育工程" 较上次无变化。',
      ),
      at(
        '2027-03-22 10:00',
        presses('市監联络员', '较上次无变化'),
        '【已登记】第1项"實施知識產權示范企業培育工程" 较上次无变化。',
      ),
    ],
    end: '2027-03-23 18:00',
    // Each files its own period alone: 25 January (opens on the 11th), Thursday 25 February, Thursday 25 March.
    prompts: [
      '市監(1) receipt: issue 12-28 09:15 sent; o1 2027-01-04 10:00, o3→科长 2027-01-06 09:15, o5→办公室 2027-01-08 09:15 withdrawn 12-28 10:00 已签收',
      '市監(1) report 2027-01: d3 2027-01-20 09:15, d0 2027-01-25 09:15, o1 2027-01-26 09:15, o3→科长 2027-01-28 09:15, o5→分管 2027-02-01 09:15, w1 2027-02-01 09:15, w2 2027-02-09 10:00, o10→办公室 2027-02-10 09:15, w3 2027-02-15 09:15, w4 2027-02-22 09:15, office→办公室 2027-02-23 09:15 withdrawn 2027-01-15 10:00 已报送',
      '市監(1) report 2027-02: d3 2027-02-22 09:15 sent; d0 2027-02-25 09:15, o1 2027-02-26 09:15, o3→科长 2027-03-02 09:15, o5→分管 2027-03-04 09:15, w1 2027-03-08 09:15, o10→办公室 2027-03-11 09:15, w2 2027-03-15 09:15, w3 2027-03-22 09:15, w4 2027-03-29 09:15, office→办公室 2027-03-30 09:15 withdrawn 2027-02-22 10:00 已报送',
      '市監(1) report 2027-03: d3 2027-03-22 09:15 sent; d0 2027-03-25 09:15, o1 2027-03-26 09:15, o3→科长 2027-03-30 09:15, o5→分管 2027-04-01 09:15, w1 2027-04-06 10:00, o10→办公室 2027-04-09 09:15, w2 2027-04-12 09:15, w3 2027-04-19 09:15, w4 2027-04-26 09:15, office→办公室 2027-04-27 09:15 withdrawn 2027-03-22 10:00 已报送',
    ],
    events: [
      '12-28 10:00 市監联络员 receiptGiven 市監(1)',
      '2027-01-15 10:00 市監联络员 reportFiled 市監(1) after=5 filed=report/2027-01',
      '2027-02-22 10:00 市監联络员 noChangeReported 市監(1) filed=report/2027-02',
      '2027-03-22 10:00 市監联络员 noChangeReported 市監(1) filed=report/2027-03',
    ],
  },
];

playGroup(stories);
