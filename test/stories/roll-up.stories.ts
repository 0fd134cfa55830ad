import { newest } from './look.ts';
import { playGroup } from './play-group.ts';
import { at, task, type Story } from './story.ts';
import { fills, presses } from './unit-acts.ts';

const FIRST = [
  '2026年第四季度汇总:2家中1家已报,缺市科技局。',
  '市知识产权局:“新增质押登记3件,累计9件”(进度40%)',
  '进度:40%(1家报数)。',
];
const SECOND = [
  '2026年第四季度汇总:2家均已报。',
  '市知识产权局:“新增质押登记3件,累计9件”(进度40%)',
  '市科技局:“本季度新增质押登记2件”(进度20%)',
  '进度:最低20%,最高40%,平均30%(2家报数单位简单平均,四舍五入)。',
  '数据:新增质押登记5件(市知识产权局3件、市科技局2件)。',
];
const ASKED = '【请核对】第(七)项"扩大质押融资" 拟登记汇总:';
const CONFIRM = '确认后登记,各单位原话一并留存。如需改动,请按〔修改〕后直接回复全文。';
const LATER =
  'o5→分管 2027-01-04 10:00, w1 2027-01-04 10:00, o10→办公室 2027-01-11 09:15, w2 2027-01-11 09:15, w3 2027-01-18 09:15, w4 2027-01-25 09:15, office→办公室 2027-01-26 09:15';
const receipt = (unit: string, when: string): string =>
  `${unit}(七) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn ${when} 已签收`;

const stories: Story[] = [
  {
    name: 'the lead confirms what two of three units have said; the third comes late and is offered again',
    from: '示例市',
    tasks: [task('(七)', ['市财政局'], { responsible: ['市知识产权局', '市科技局'] })],
    phases: { implementation: ['2026-11-23', '2027-06-30'] },
    contacts: ['市财政局·联络员@web', '市知识产权局·联络员@web', '市科技局·联络员@web'],
    start: '2026-11-23 08:30',
    steps: [
      at('11-23 10:00', presses('财政联络员', '签收')),
      at('11-23 10:01', presses('知产联络员', '签收')),
      at('11-23 10:02', presses('科技联络员', '签收')),
      at('12-14 10:00', fills('知产联络员', [{ part: '知产(七)', progress: 40, words: '新增质押登记3件,累计9件' }])),
      at(
        '12-22 10:00',
        newest('财政联络员'),
        '【进展报送】',
        '市财政局2026年第四季度,共1项,请于12月25日(星期五)17:30前报送。',
        '1.第(七)项 尚无登记;其他承办单位2家中1家已报,缺市科技局',
        '请报进度、完成事项及数据、存在问题。可直接回复文字,经你核对后登记。',
        '〔逐项填报〕〔汇总各单位情况〕〔申请办结〕〔提请协调〕',
      ),
      at('12-23 10:00', presses('财政联络员', '汇总各单位情况'), ASKED, ...FIRST, CONFIRM),
      at('12-23 10:05', presses('财政联络员', '确认登记'), '【已登记】第(七)项"扩大质押融资" 汇总(1家,缺1家)。'),
      at('12-28 10:00', fills('科技联络员', [{ part: '科技(七)', progress: 20, words: '本季度新增质押登记2件' }])),
      at('12-28 11:00', presses('财政联络员', '汇总各单位情况'), ASKED, ...SECOND, CONFIRM),
      at('12-28 11:05', presses('财政联络员', '确认登记'), '【已登记】第(七)项"扩大质押融资" 汇总(2家)。'),
    ],
    end: '12-29 18:00',
    prompts: [
      receipt('财政', '11-23 10:00'),
      `财政(七) report 2026Q4: d3 12-22 09:15 sent; d0 12-25 09:15, o1 12-28 09:15, o3→科长 12-30 09:15, ${LATER} withdrawn 12-23 10:05 已汇总报送`,
      receipt('知产', '11-23 10:01'),
      `知产(七) report 2026Q4: d3 12-22 09:15, d0 12-25 09:15, o1 12-28 09:15, o3→科长 12-30 09:15, ${LATER} withdrawn 12-14 10:00 已报送`,
      receipt('科技', '11-23 10:02'),
      `科技(七) report 2026Q4: d3 12-22 09:15, d0 12-25 09:15, o1 12-28 09:15 sent; o3→科长 12-30 09:15, ${LATER} withdrawn 12-28 10:00 已报送`,
    ],
    events: [
      '11-23 10:00 财政联络员 receiptGiven 财政(七)',
      '11-23 10:01 知产联络员 receiptGiven 知产(七)',
      '11-23 10:02 科技联络员 receiptGiven 科技(七)',
      '12-14 10:00 知产联络员 reportFiled 知产(七) after=40 filed=report/2026Q4 words=新增质押登记3件,累计9件',
      `12-23 10:05 财政联络员 rollUpConfirmed 财政(七) received=12-23 10:00 asOf=12-23 10:00 cycle=2026Q4 filed=report/2026Q4 from=知产(七) missing=科技(七) n=1 progress=40 words=${FIRST.join('\n')}`,
      '12-28 10:00 科技联络员 reportFiled 科技(七) after=20 filed=report/2026Q4 late words=本季度新增质押登记2件',
      `12-28 11:05 财政联络员 rollUpConfirmed 财政(七) received=12-28 11:00 asOf=12-28 11:00 cycle=2026Q4 from=知产(七),科技(七) n=2 progress=30 words=${SECOND.join('\n')}`,
    ],
  },
];

playGroup(stories);
