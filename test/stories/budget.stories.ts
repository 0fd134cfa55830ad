import { digests, lights } from './look.ts';
import { nudges } from './office-acts.ts';
import { together } from './act.ts';
import { playGroup } from './play-group.ts';
import { at, task, type Story } from './story.ts';
import { presses } from './unit-acts.ts';

type Setting = Pick<Story, 'from' | 'tasks' | 'phases' | 'contacts' | 'start'>;

const one: Setting = {
  from: '示例市',
  tasks: [task('(四)', ['市科技局'])],
  phases: { implementation: ['2026-11-23', '2027-06-30'] },
  contacts: ['市科技局·联络员'],
  start: '2026-11-23 08:30',
};
const LADDER = 'o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15';
const signedAt = (part: string, when: string): string =>
  `${part} receipt: issue 11-23 09:15 sent; ${LADDER} withdrawn ${when} 已签收`;
const DUES: Record<string, string> = { '(一)': '12-16', '(二)': '12-17', '(三)': '12-18', '(十)': '12-14' };
const lead = (no: string, due: string) => task(no, ['市知识产权局'], { due: `2026-${due}` });

const stories: Story[] = [
  {
    name: 'more than three digests a week: a reminder waits for Monday, and the next rung takes its place; what is due that day goes',
    ...one,
    tasks: Object.entries(DUES).map(([no, due]) => lead(no, due)),
    contacts: ['市知识产权局·联络员'],
    steps: [
      at('11-23 10:00', presses('知产联络员', '全部签收')),
      at(
        '12-18 18:00',
        digests('知产联络员'),
        '11-23 09:15 【任务签收】',
        '12-03 09:15 【临期提示】',
        // Monday, Tuesday, Wednesday; Friday's would be the fourth.
        '12-07 09:15 【临期提示】',
        '12-08 09:15 【临期提示】',
        '12-09 09:15 【临期提示】',
        // Five in a week, the last two because something is due that day.
        '12-14 09:15 【临期提示】',
        '12-15 09:15 【逾期提示】',
        '12-16 09:15 【临期提示】',
        '12-17 09:15 【逾期提示】',
        '12-18 09:15 【逾期提示】',
      ),
    ],
    end: '12-18 18:00',
    prompts: [
      signedAt('知产(一)', '11-23 10:00'),
      '知产(一) completion: d7 12-07 09:15 sent; d3 12-11 09:15 sent 12-14 09:15; d1 12-15 09:15, d0 12-16 09:15, o1 12-17 09:15 sent',
      signedAt('知产(二)', '11-23 10:00'),
      '知产(二) completion: d7 12-08 09:15, d3 12-14 09:15, d1 12-16 09:15, d0 12-17 09:15, o1 12-18 09:15 sent',
      signedAt('知产(三)', '11-23 10:00'),
      '知产(三) completion: d7 12-09 09:15, d3 12-15 09:15, d1 12-17 09:15, d0 12-18 09:15 sent',
      signedAt('知产(十)', '11-23 10:00'),
      '知产(十) completion: d7 12-03 09:15, d3 12-09 09:15 sent; d1 12-11 09:15 superseded 12-14 09:15 d0; d0 12-14 09:15, o1 12-15 09:15 sent; o3→科长 12-17 09:15 skipped no-such-rank',
    ],
    events: ['(一)', '(二)', '(三)', '(十)'].map((no) => `11-23 10:00 知产联络员 receiptGiven 知产${no}`),
  },
  {
    name: 'what one unit owes on several tasks is one digest, and one press signs for all of it',
    ...one,
    tasks: [lead('(一)', '12-16'), lead('(二)', '12-17')],
    contacts: ['市知识产权局·联络员'],
    steps: [
      at(
        '11-23 10:00',
        presses('知产联络员', '全部签收'),
        '【已登记】第(一)项"加强组织领导" 已签收。',
        '第(二)项"健全工作体系" 已签收。',
      ),
      at('11-23 10:10', digests('知产联络员'), '11-23 09:15 【任务签收】'),
    ],
    end: '11-30 18:00',
    prompts: [signedAt('知产(一)', '11-23 10:00'), signedAt('知产(二)', '11-23 10:00')],
    events: ['11-23 10:00 知产联络员 receiptGiven 知产(一)', '11-23 10:00 知产联络员 receiptGiven 知产(二)'],
  },
  {
    name: 'one part’s two duties in one digest: the one is sent, the other merged into it',
    ...one,
    tasks: [lead('(三)', '12-21')],
    contacts: ['市知识产权局·联络员'],
    steps: [
      at('11-23 10:00', presses('知产联络员', '签收')),
      at(
        '12-22 18:00',
        digests('知产联络员'),
        '11-23 09:15 【任务签收】',
        '12-10 09:15 【临期提示】',
        '12-16 09:15 【临期提示】',
        '12-18 09:15 【临期提示】',
        '12-21 09:15 【临期提示】',
        '12-22 09:15 【逾期提示】',
      ),
    ],
    end: '12-22 18:00',
    prompts: [
      signedAt('知产(三)', '11-23 10:00'),
      '知产(三) report 2026Q4: d3 12-22 09:15 merged 同一事项并入同条消息',
      '知产(三) completion: d7 12-10 09:15, d3 12-16 09:15, d1 12-18 09:15, d0 12-21 09:15, o1 12-22 09:15 sent',
    ],
    events: ['11-23 10:00 知产联络员 receiptGiven 知产(三)'],
  },
  {
    name: 'a nudge goes at once, the next one to the same unit on the third working day',
    ...one,
    steps: [
      at('11-23 10:00', presses('科技联络员', '签收')),
      at('12-01 10:00', nudges('(四)', '市科技局'), '已催办市科技局'),
      at(
        '12-03 10:00',
        nudges('(四)', '市科技局'),
        'NUDGE_TOO_SOON 该项任务3个工作日内已经向该单位催办过,12月4日09:00之后方可再次催办。',
      ),
      at('12-04 09:00', nudges('(四)', '市科技局'), '已催办市科技局'),
    ],
    end: '12-04 18:00',
    prompts: [
      signedAt('科技(四)', '11-23 10:00'),
      '科技(四) report 2026Q4: nudge-1 12-01 10:00, nudge-2 12-04 09:00 sent',
    ],
    events: [
      '11-23 10:00 科技联络员 receiptGiven 科技(四)',
      '12-01 10:00 协调员 nudged 科技(四) cycle=2026Q4 duty=report n=1',
      '12-03 10:00 协调员 refused act=nudge code=NUDGE_TOO_SOON details={days=3 until=12月4日09:00}',
      '12-04 09:00 协调员 nudged 科技(四) cycle=2026Q4 duty=report n=2',
    ],
  },
  {
    name: 'a nudge in the evening waits for the morning’s window',
    ...one,
    steps: [
      at('11-23 10:00', presses('科技联络员', '签收')),
      at('12-01 20:00', nudges('(四)', '市科技局'), '已催办市科技局,12月2日09:00发送时段开始后送达'),
      at('12-02 08:59', digests('科技联络员'), '11-23 09:15 【任务签收】'),
    ],
    end: '12-02 18:00',
    prompts: [signedAt('科技(四)', '11-23 10:00'), '科技(四) report 2026Q4: nudge-1 12-01 20:00 sent 12-02 09:00'],
    events: [
      '11-23 10:00 科技联络员 receiptGiven 科技(四)',
      '12-01 20:00 协调员 nudged 科技(四) cycle=2026Q4 duty=report n=1',
    ],
  },
  {
    name: 'of a storm of nudges one goes',
    ...one,
    steps: [
      at('11-23 10:00', presses('科技联络员', '签收')),
      at(
        '12-01 10:00',
        together(nudges('(四)', '市科技局'), nudges('(四)', '市科技局'), nudges('(四)', '市科技局')),
        '已催办市科技局',
        'NUDGE_TOO_SOON 该项任务3个工作日内已经向该单位催办过,12月4日09:00之后方可再次催办。',
        'NUDGE_TOO_SOON 该项任务3个工作日内已经向该单位催办过,12月4日09:00之后方可再次催办。',
      ),
    ],
    end: '12-01 18:00',
    prompts: [signedAt('科技(四)', '11-23 10:00'), '科技(四) report 2026Q4: nudge-1 12-01 10:00 sent'],
    events: [
      '11-23 10:00 科技联络员 receiptGiven 科技(四)',
      '12-01 10:00 协调员 refused act=nudge code=NUDGE_TOO_SOON details={days=3 until=12月4日09:00}',
      '12-01 10:00 协调员 refused act=nudge code=NUDGE_TOO_SOON details={days=3 until=12月4日09:00}',
      '12-01 10:00 协调员 nudged 科技(四) cycle=2026Q4 duty=report n=1',
    ],
  },
  {
    name: 'a unit that is not subordinate is not nudged: the office calls or writes',
    ...one,
    tasks: [task('(十一)', ['市法院'])],
    contacts: ['市法院·联络员'],
    steps: [
      at('11-23 10:00', presses('法院联络员', '收悉')),
      at(
        '12-01 10:00',
        nudges('(十一)', '市法院'),
        'NUDGE_NOT_SUBORDINATE “市法院”与本级不相隶属,请由办公室电话或发函商请。',
      ),
      at('12-01 10:01', lights, '法院(十一) green 按序时推进。'),
    ],
    end: '12-02 18:00',
    prompts: [
      '法院(十一) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→办公室 12-01 09:15 withdrawn 11-23 10:00 已签收',
    ],
    events: [
      '11-23 10:00 法院联络员 receiptGiven 法院(十一)',
      '12-01 10:00 协调员 refused act=nudge code=NUDGE_NOT_SUBORDINATE details={unit=市法院}',
    ],
  },
];

playGroup(stories);
