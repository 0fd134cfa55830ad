import { lights, newest } from './look.ts';
import { playGroup } from './play-group.ts';
import { at, task, type Story } from './story.ts';
import { fills, presses } from './unit-acts.ts';

type Setting = Pick<Story, 'from' | 'tasks' | 'phases' | 'contacts' | 'start'>;

/** By the quarter, on 示例市's task (四). */
const quarterly = (start: string, phases: Story['phases']): Setting => ({
  from: '示例市',
  tasks: [task('(四)', ['市科技局'])],
  phases,
  contacts: ['市科技局·联络员', '市科技局·科长'],
  start,
});

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
    name: 'the Saturday that is worked for National Day 2026 is a working day of the ladder',
    ...quarterly('2026-09-29 08:30', { implementation: ['2026-09-29', '2027-03-31'] }),
    steps: [],
    end: '10-20 18:00',
    // 1–7 October rest, Saturday 10 October works: 30 September, 8 and 9 October; +1 is that Saturday, +3 Tuesday, +5 Thursday.
    prompts: [
      '科技(四) receipt: issue 09-29 09:15, o1 10-10 09:15, o3→科长 10-13 09:15 sent; o5→办公室 10-15 09:15 sent office-list',
    ],
    events: [],
  },
  {
    name: 'nobody above the liaison is told on the eve of Spring Festival 2027',
    ...quarterly('2027-01-27 08:30', { implementation: ['2027-01-27', '2027-12-31'] }),
    steps: [],
    end: '02-12 18:00',
    // Due Monday 1 February; +3 would be Thursday the 4th, before four days of rest: Tuesday the 9th, from 10:00. The
    // office's list is no escalation: +5 counts 2, 3, 4, 9, 10 February.
    prompts: [
      '科技(四) receipt: issue 01-27 09:15, o1 02-02 09:15, o3→科长 02-09 10:00 sent; o5→办公室 02-10 09:15 sent office-list',
    ],
    events: [],
  },
  {
    name: 'a due day on a Sunday is red from Monday’s close: that Monday’s report is in time',
    ...monthly('2027-04-07 08:30', { implementation: ['2027-04-07', '2027-12-31'] }),
    steps: [
      at('04-07 10:00', presses('市監联络员', '签收')),
      at('04-26 09:00', lights, '市監(1) blue 时限2027-04-25适逢休息日,2027-04-26下班后计逾期。'),
      at('04-26 17:29', fills('市監联络员', [{ part: '市監(1)', progress: 10 }])),
      at('04-26 17:31', lights, '市監(1) green 按序时推进。'),
    ],
    end: '04-28 18:00',
    // Reminders count from Friday the 23rd; red and what follows from Monday the 26th. 1 and 2 May are a weekend.
    prompts: [
      '市監(1) receipt: issue 04-07 09:15 sent; o1 04-13 09:15, o3→科长 04-15 09:15, o5→办公室 04-19 09:15 withdrawn 04-07 10:00 已签收',
      '市監(1) report 2027-04: d3 04-20 09:15, d0 04-23 09:15 sent; o1 04-27 09:15, o3→科长 04-29 09:15, o5→分管 05-03 09:15, w1 05-03 09:15, o10→办公室 05-10 09:15, w2 05-10 09:15, w3 05-17 09:15, w4 05-24 09:15, office→办公室 05-25 09:15 withdrawn 04-26 17:29 已报送',
    ],
    events: [
      '04-07 10:00 市監联络员 receiptGiven 市監(1)',
      '04-26 17:29 市監联络员 reportFiled 市監(1) after=10 filed=report/2027-04',
    ],
  },
  {
    name: 'over Spring Festival 2027 the Monday that rests moves to Tuesday at 10:00, and that week is not told twice',
    ...monthly('2026-12-28 08:30', { implementation: ['2026-12-28', '2027-12-31'] }),
    steps: [
      at('12-28 10:00', presses('市監联络员', '签收')),
      at(
        '2027-02-09 10:30',
        newest('市監联络员'),
        '【逾期提示】',
        '第1项进展报送时限为1月25日17:30,已逾期9个工作日,尚未收到办理情况。',
        '请报送进展或说明原因。',
        '所涉年度的放假安排尚未公布,工作日为暂定。',
        '〔立即填报〕〔说明原因〕〔提请协调〕',
      ),
      at('2027-02-10 11:00', fills('市監联络员', [{ part: '市監(1)', progress: 5 }])),
    ],
    end: '2027-02-11 18:00',
    // Due Monday 25 January; 5–8 February rest. The Mondays are 1 February, the 8th moved to the 9th, the 15th, the 22nd.
    // 28–31 December and 1 January: the receipt is due on Thursday the 31st, +1 is Monday 4 January, from 10:00.
    prompts: [
      '市監(1) receipt: issue 12-28 09:15 sent; o1 2027-01-04 10:00, o3→科长 2027-01-06 09:15, o5→办公室 2027-01-08 09:15 withdrawn 12-28 10:00 已签收',
      '市監(1) report 2027-01: d3 2027-01-20 09:15, d0 2027-01-25 09:15, o1 2027-01-26 09:15, o3→科长 2027-01-28 09:15 sent; o5→分管 2027-02-01 09:15 skipped no-rank; w1 2027-02-01 09:15, w2 2027-02-09 10:00 sent; o10→办公室 2027-02-10 09:15 sent circular-draft; w3 2027-02-15 09:15, w4 2027-02-22 09:15, office→办公室 2027-02-23 09:15 withdrawn 2027-02-10 11:00 已报送',
    ],
    events: [
      '12-28 10:00 市監联络员 receiptGiven 市監(1)',
      '2027-02-10 11:00 市監联络员 reportFiled 市監(1) after=5 filed=report/2027-01 late',
    ],
  },
  {
    name: 'before National Day 2027 the section head is not told on the eve, and the Mondays count from where that came to lie',
    ...quarterly('2027-08-02 08:30', { implementation: ['2027-08-02', '2027-12-31'] }),
    steps: [at('08-02 10:00', presses('科技联络员', '签收'))],
    end: '11-03 18:00',
    // Due Saturday 25 September: reminded until Friday, red from Monday the 27th; +3 would be Thursday the 30th, before
    // three days of rest: Monday 4 October from 10:00. So the first Monday is the 11th.
    prompts: [
      '科技(四) receipt: issue 08-02 09:15 sent; o1 08-06 09:15, o3→科长 08-10 09:15, o5→办公室 08-12 09:15 withdrawn 08-02 10:00 已签收',
      '科技(四) report 2027Q3: d3 09-21 09:15, d0 09-24 09:15, o1 09-28 09:15, o3→科长 10-04 10:00 sent; o5→分管 10-05 09:15 skipped no-rank; w1 10-11 09:15 sent; o10→办公室 10-12 09:15 sent circular-draft; w2 10-18 09:15, w3 10-25 09:15, w4 11-01 09:15 sent; office→办公室 11-02 09:15 sent office-list',
    ],
    events: ['08-02 10:00 科技联络员 receiptGiven 科技(四)'],
  },
];

playGroup(stories);
