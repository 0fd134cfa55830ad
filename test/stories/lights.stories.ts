import { lights, officeList } from './look.ts';
import { optsIn } from './office-acts.ts';
import { playGroup } from './play-group.ts';
import { at, task, type Story } from './story.ts';
import { fills, presses, says } from './unit-acts.ts';

type Setting = Pick<Story, 'from' | 'tasks' | 'phases' | 'contacts' | 'start'>;

/** 152 working days from 23 November 2026 to 30 June 2027, by which the task is due; reports by the quarter. */
const quarterly: Setting = {
  from: '示例市',
  tasks: [task('(四)', ['市科技局'])],
  phases: { implementation: ['2026-11-23', '2027-06-30'] },
  contacts: ['市科技局·联络员'],
  start: '2026-11-23 08:30',
};
const signed = at('11-23 10:00', presses('科技联络员', '签收'));
const SIGNED =
  '科技(四) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-23 10:00 已签收';
const SIGNED_EVENT = '11-23 10:00 科技联络员 receiptGiven 科技(四)';
const AFTER_D0 =
  'o1 12-28 09:15, o3→科长 12-30 09:15, o5→分管 2027-01-04 10:00, w1 2027-01-04 10:00, o10→办公室 2027-01-11 09:15, w2 2027-01-11 09:15, w3 2027-01-18 09:15, w4 2027-01-25 09:15, office→办公室 2027-01-26 09:15';
const stories: Story[] = [
  {
    name: 'vague words are asked about once, then stored without a figure; the second time running the light is yellow',
    ...quarterly,
    tasks: [task('(八)', ['市知识产权局'], { key: true })],
    contacts: ['市知识产权局·联络员'],
    steps: [
      at('11-23 10:00', presses('知产联络员', '签收')),
      at(
        '12-22 10:00',
        says('知产联络员', '正在有序推进'),
        '【请补充一项】"正在有序推进"已留存,暂未计入进度。',
        '截至12月22日,第(八)项已完成百分之几?数据未出的,请回复可补报的日期。',
      ),
      at(
        '12-22 10:10',
        says('知产联络员', '正在抓紧推进'),
        '【请核对】据你12月22日10:10回复,拟登记:',
        '第(八)项"开展联合执法行动" 进度:未报数字',
        '预计办结:未报 问题:无 佐证:未附',
        '原话:"正在抓紧推进"',
        '确认后登记,原话一并留存。',
      ),
      at('12-22 10:12', presses('知产联络员', '登记为进展(无数字)')),
      at('12-22 10:13', lights, '知产(八) green 按序时推进。'),
      at('2027-01-20 10:00', says('知产联络员', '正在有序推进')),
      at('2027-01-20 10:10', says('知产联络员', '继续推进各项工作')),
      at('2027-01-20 10:12', presses('知产联络员', '登记为进展(无数字)')),
      at('2027-01-20 10:13', lights, '知产(八) yellow 连续2次报送未量化。'),
      // 27.6 % of the span by now: 40 % is ahead of it.
      at('2027-01-21 10:00', fills('知产联络员', [{ part: '知产(八)', progress: 40 }])),
      at('2027-01-21 10:01', lights, '知产(八) green 按序时推进。'),
    ],
    end: '2027-01-21 18:00',
    prompts: [
      '知产(八) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-23 10:00 已签收',
      `知产(八) report 2026-12: d3 12-22 09:15 sent; d0 12-25 09:15, ${AFTER_D0} withdrawn 12-22 10:12 已报送`,
      '知产(八) report 2027-01: d3 2027-01-20 09:15 sent; d0 2027-01-25 09:15, o1 2027-01-26 09:15, o3→科长 2027-01-28 09:15, o5→分管 2027-02-01 09:15, w1 2027-02-01 09:15, w2 2027-02-09 10:00, o10→办公室 2027-02-10 09:15, w3 2027-02-15 09:15, w4 2027-02-22 09:15, office→办公室 2027-02-23 09:15 withdrawn 2027-01-20 10:12 已报送',
    ],
    events: [
      '11-23 10:00 知产联络员 receiptGiven 知产(八)',
      '12-22 10:00 知产联络员 wordsKept 知产(八) words=正在有序推进',
      '12-22 10:12 知产联络员 reportFiled 知产(八) received=12-22 10:10 filed=report/2026-12 words=正在抓紧推进',
      '2027-01-20 10:00 知产联络员 wordsKept 知产(八) words=正在有序推进',
      '2027-01-20 10:12 知产联络员 reportFiled 知产(八) received=2027-01-20 10:10 filed=report/2027-01 words=继续推进各项工作',
      '2027-01-21 10:00 知产联络员 reportFiled 知产(八) after=40',
    ],
  },
  {
    name: 'behind its pace is yellow from a fifth of the span on, at less than nine tenths of what is expected',
    ...quarterly,
    steps: [
      signed,
      at('12-24 10:00', fills('科技联络员', [{ part: '科技(四)', progress: 18 }])),
      at('12-24 10:01', lights, '科技(四) green 按序时推进。'),
      // 31 of 152 working days are 20.4 %, of which nine tenths are 18.4: 18 % is behind. The day before it isn't judged.
      at('2027-01-05 18:00', lights, '科技(四) green 按序时推进。'),
      at('2027-01-06 09:00', lights, '科技(四) yellow 进度18%,低于序时进度20%。'),
      at('2027-01-06 10:00', fills('科技联络员', [{ part: '科技(四)', progress: 19 }])),
      at('2027-01-06 10:01', lights, '科技(四) green 按序时推进。'),
    ],
    end: '2027-01-06 18:00',
    prompts: [
      SIGNED,
      `科技(四) report 2026Q4: d3 12-22 09:15 sent; d0 12-25 09:15, ${AFTER_D0} withdrawn 12-24 10:00 已报送`,
    ],
    events: [
      SIGNED_EVENT,
      '12-24 10:00 科技联络员 reportFiled 科技(四) after=18 filed=report/2026Q4',
      '2027-01-06 10:00 科技联络员 reportFiled 科技(四) after=19 before=18',
    ],
  },
  {
    name: 'red becomes yellow with a late report, stays so with words alone, and green with one figure on pace',
    ...quarterly,
    steps: [
      signed,
      at('12-25 17:31', lights, '科技(四) red 已过时限,尚未报送。'),
      at('12-28 10:00', fills('科技联络员', [{ part: '科技(四)', words: '方案已印发' }])),
      at('12-28 10:01', lights, '科技(四) yellow 曾逾期,补报后待一次达到序时的报送。'),
      at('12-29 10:00', fills('科技联络员', [{ part: '科技(四)', words: '已召开动员会' }])),
      // Two without a figure are another reason, and the nearer one.
      at('12-29 10:01', lights, '科技(四) yellow 连续2次报送未量化。'),
      at('12-30 10:00', fills('科技联络员', [{ part: '科技(四)', progress: 20, words: '已完成首批' }])),
      at('12-30 10:01', lights, '科技(四) green 按序时推进。'),
    ],
    end: '12-30 18:00',
    prompts: [
      SIGNED,
      `科技(四) report 2026Q4: d3 12-22 09:15, d0 12-25 09:15, ${AFTER_D0.replace('15, o3', '15 sent; o3')} withdrawn 12-28 10:00 已报送`,
    ],
    events: [
      SIGNED_EVENT,
      '12-28 10:00 科技联络员 reportFiled 科技(四) filed=report/2026Q4 late words=方案已印发',
      '12-29 10:00 科技联络员 reportFiled 科技(四) words=已召开动员会',
      '12-30 10:00 科技联络员 reportFiled 科技(四) after=20 words=已完成首批',
    ],
  },
  {
    name: 'an issue that stays open for more than ten working days is yellow, a report without change makes it no younger',
    ...quarterly,
    steps: [
      signed,
      at('12-10 10:00', fills('科技联络员', [{ part: '科技(四)', progress: 20, blocker: '部门会签尚未完成' }])),
      at('12-22 10:00', presses('科技联络员', '较上次无变化')),
      at('12-24 18:00', lights, '科技(四) green 按序时推进。'),
      at('12-25 09:00', lights, '科技(四) yellow 问题已11个工作日未销号。'),
      at('12-25 10:00', fills('科技联络员', [{ part: '科技(四)', progress: 25, words: '已会签' }])),
      at('12-25 10:01', lights, '科技(四) green 按序时推进。'),
    ],
    end: '12-28 18:00',
    prompts: [
      SIGNED,
      `科技(四) report 2026Q4: d3 12-22 09:15 sent; d0 12-25 09:15, ${AFTER_D0} withdrawn 12-22 10:00 已报送`,
    ],
    events: [
      SIGNED_EVENT,
      '12-10 10:00 科技联络员 reportFiled 科技(四) after=20 blocker=部门会签尚未完成',
      '12-22 10:00 科技联络员 noChangeReported 科技(四) filed=report/2026Q4',
      '12-25 10:00 科技联络员 reportFiled 科技(四) after=25 before=20 words=已会签',
    ],
  },
  {
    name: 'an issue is as old as its first telling, not as the report before it',
    ...quarterly,
    steps: [
      signed,
      at('12-10 10:00', fills('科技联络员', [{ part: '科技(四)', progress: 20 }])),
      at(
        '12-25 10:00',
        presses('科技联络员', '提请协调'),
        '【已登记】第(四)项"提高专利创造质量" 已提请协调,办公室将在3个工作日内答复。',
      ),
      at('12-25 10:01', lights, '科技(四) blue 今天到期。'),
      at('12-25 10:02', officeList, 'coordination 科技(四)'),
    ],
    end: '12-25 18:00',
    prompts: [SIGNED, '科技(四) report 2026Q4: d3 12-22 09:15, d0 12-25 09:15 sent'],
    events: [
      SIGNED_EVENT,
      '12-10 10:00 科技联络员 reportFiled 科技(四) after=20',
      '12-25 10:00 科技联络员 coordinationAsked 科技(四) words=提请协调',
    ],
  },
  {
    name: 'an optional task is grey and asks nothing until it is chosen; then its receipt is asked at once',
    ...quarterly,
    tasks: [task('(四)', ['市科技局'], { optional: true })],
    steps: [
      at('11-30 10:00', lights, '科技(四) grey 选做任务,未选定。'),
      at('11-30 10:01', optsIn('(四)'), '已列入选做事项'),
      at('11-30 10:02', lights, '科技(四) blue 距时限3个工作日。'),
      at('11-30 10:10', presses('科技联络员', '签收')),
      at('11-30 10:11', lights, '科技(四) green 按序时推进。'),
    ],
    end: '12-02 18:00',
    prompts: [
      '科技(四) receipt: issue 11-30 10:01 sent; o1 12-04 09:15, o3→科长 12-08 09:15, o5→办公室 12-10 09:15 withdrawn 11-30 10:10 已签收',
    ],
    events: ['11-30 10:01 协调员 optedIn (四)', '11-30 10:10 科技联络员 receiptGiven 科技(四)'],
  },
];

playGroup(stories);
