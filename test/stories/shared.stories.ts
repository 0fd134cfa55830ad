import { digests, lights } from './look.ts';
import { links, startsSecond, unlinks } from './people-acts.ts';
import { playGroup } from './play-group.ts';
import { at, task, type Story } from './story.ts';
import { fills, presses } from './unit-acts.ts';

/** 市科技局 has (四) in one plan and (九) in another. */
const both: Pick<Story, 'from' | 'tasks' | 'second' | 'phases' | 'contacts' | 'start'> = {
  from: '示例市',
  tasks: [task('(四)', ['市科技局'])],
  second: { tasks: [task('(九)', ['市科技局'])], phases: { implementation: ['2026-11-23', '2027-06-30'] } },
  phases: { implementation: ['2026-11-23', '2027-06-30'] },
  contacts: ['市科技局·联络员', '市科技局·科长'],
  start: '2026-11-23 08:30',
};
const signed = [
  at('11-23 10:00', presses('科技联络员', '签收')),
  at('11-24 08:30', startsSecond),
  at('11-24 10:00', presses('科技联络员', '签收'), '【已登记】第(九)项"研究制定战略与规划" 已签收。'),
];

const stories: Story[] = [
  {
    name: 'one task in two plans: asked once a period, one answer is recorded in both, each with its own light',
    ...both,
    steps: [
      ...signed,
      at('11-24 10:30', links('(四)', '(九)'), '已关联:《示例市知识产权试点城市工作方案》第(九)项"研究制定战略与规划"'),
      at('11-24 10:31', links('(四)', '(九)'), '此前已关联。'),
      at(
        '12-22 10:00',
        digests('科技联络员'),
        '11-23 09:15 【任务签收】',
        '11-24 09:15 【任务签收】',
        '12-22 09:15 【进展报送】',
      ),
      at(
        '12-23 10:00',
        fills('科技联络员', [{ part: '科技(四)', progress: 30 }]),
        '【已登记】第(四)项"提高专利创造质量" 进度0%→30%,《示例市知识产权试点城市工作方案》同步办理。',
      ),
      at('12-23 10:01', lights, '科技(四) green 按序时推进。', '科技(九) green 按序时推进。'),
    ],
    end: '12-28 18:00',
    prompts: [
      '科技(四) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-23 10:00 已签收',
      '科技(四) report 2026Q4: d3 12-22 09:15 sent; d0 12-25 09:15, o1 12-28 09:15, o3→科长 12-30 09:15, o5→分管 2027-01-04 10:00, w1 2027-01-04 10:00, o10→办公室 2027-01-11 09:15, w2 2027-01-11 09:15, w3 2027-01-18 09:15, w4 2027-01-25 09:15, office→办公室 2027-01-26 09:15 withdrawn 12-23 10:00 已报送',
      '科技(九) receipt: issue 11-24 09:15 sent; o1 11-30 09:15, o3→科长 12-02 09:15, o5→办公室 12-04 09:15 withdrawn 11-24 10:00 已签收',
      '科技(九) report 2026Q4: d3 12-22 09:15 superseded 与《示例市知识产权试点城市工作方案》第(四)项合并报送; d0 12-25 09:15, o1 12-28 09:15, o3→科长 12-30 09:15, o5→分管 2027-01-04 10:00, w1 2027-01-04 10:00, o10→办公室 2027-01-11 09:15, w2 2027-01-11 09:15, w3 2027-01-18 09:15, w4 2027-01-25 09:15, office→办公室 2027-01-26 09:15 withdrawn 12-23 10:00 已报送',
    ],
    events: [
      '11-23 10:00 科技联络员 receiptGiven 科技(四)',
      '11-24 10:00 科技联络员 receiptGiven 科技(九)',
      '11-24 10:30 协调员 taskLinked (四) other=《示例市知识产权试点城市工作方案》第(九)项"研究制定战略与规划" otherEntityId=(九)',
      '11-24 10:30 协调员 taskLinked (九) other=《示例市知识产权试点城市工作方案》第(四)项"提高专利创造质量" otherEntityId=(四)',
      '12-23 10:00 科技联络员 reportFiled 科技(四) after=30 filed=report/2026Q4',
      '12-23 10:00 科技联络员 reportFiled 科技(九) after=30 filed=report/2026Q4 sharedFrom=(四)',
    ],
  },
  {
    name: 'unlinked in mid-period each asks for itself again, and one answer is one plan’s alone',
    ...both,
    steps: [
      ...signed,
      at('11-24 10:30', links('(四)', '(九)')),
      at('12-23 10:00', unlinks('(九)'), '已取消关联,各方案分别提示、分别登记'),
      at('12-23 10:01', unlinks('(九)'), 'SHARED_NOT_LINKED 该项任务没有关联其他方案的任务,无需取消。'),
      at(
        '12-24 10:00',
        fills('科技联络员', [{ part: '科技(九)', progress: 30 }]),
        '【已登记】第(九)项"研究制定战略与规划" 进度0%→30%。',
      ),
      at(
        '12-24 10:01',
        digests('科技联络员'),
        '11-23 09:15 【任务签收】',
        '11-24 09:15 【任务签收】',
        '12-22 09:15 【进展报送】',
        '12-23 10:00 【进展报送】',
      ),
    ],
    end: '12-28 18:00',
    prompts: [
      '科技(四) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-23 10:00 已签收',
      '科技(四) report 2026Q4: d3 12-22 09:15, d0 12-25 09:15, o1 12-28 09:15 sent',
      '科技(九) receipt: issue 11-24 09:15 sent; o1 11-30 09:15, o3→科长 12-02 09:15, o5→办公室 12-04 09:15 withdrawn 11-24 10:00 已签收',
      '科技(九) report 2026Q4: d3 12-22 09:15 sent 12-23 10:00; d0 12-25 09:15, o1 12-28 09:15, o3→科长 12-30 09:15, o5→分管 2027-01-04 10:00, w1 2027-01-04 10:00, o10→办公室 2027-01-11 09:15, w2 2027-01-11 09:15, w3 2027-01-18 09:15, w4 2027-01-25 09:15, office→办公室 2027-01-26 09:15 withdrawn 12-24 10:00 已报送',
    ],
    events: [
      '11-23 10:00 科技联络员 receiptGiven 科技(四)',
      '11-24 10:00 科技联络员 receiptGiven 科技(九)',
      '11-24 10:30 协调员 taskLinked (四) other=《示例市知识产权试点城市工作方案》第(九)项"研究制定战略与规划" otherEntityId=(九)',
      '11-24 10:30 协调员 taskLinked (九) other=《示例市知识产权试点城市工作方案》第(四)项"提高专利创造质量" otherEntityId=(四)',
      '12-23 10:00 协调员 taskUnlinked (四)',
      '12-23 10:00 协调员 taskUnlinked (九)',
      '12-23 10:01 协调员 refused act=link-tasks code=SHARED_NOT_LINKED',
      '12-24 10:00 科技联络员 reportFiled 科技(九) after=30 filed=report/2026Q4',
    ],
  },
];

playGroup(stories);
