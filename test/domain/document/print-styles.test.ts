import { describe, expect, it } from 'vitest';
import type { PlanTask } from '../../../domain/plan/types.ts';
import { readPlan } from '../../../domain/document/read-plan.ts';
import type { DraftPlan } from '../../../domain/document/types.ts';

const planOf = (text: string): DraftPlan => {
  const reading = readPlan({ format: 'txt', text, blocks: [] });
  if (reading.kind !== 'plan') throw new Error(reading.reason);
  return reading.plan;
};

/** Two tasks under 二、重点任务; the first carries what is printed. */
const withTask = (printed: string, after = ''): PlanTask => {
  const text = [
    '云泽市湿地保护工作方案',
    '为保护湿地,制定本方案。',
    '一、总体要求',
    '坚持保护优先,统筹推进各项工作。',
    '二、重点任务',
    `(一)完善保护网络。划定保护范围,设立界碑。${printed}`,
    `(二)开展监测评估。布设监测站点,按期发布结果。${printed}`,
    after,
    '三、保障措施',
    '(一)加强组织领导。各单位密切配合。',
  ].join('\n');
  const [first] = planOf(text).tasks;
  if (!first) throw new Error('no task was read');
  return first;
};

const owners = ({ leadUnits, responsibleUnits, otherUnits }: PlanTask) => [leadUnits, responsibleUnits, otherUnits];

describe('units of a task, by the ways in which plans print them', () => {
  it.each<[string, string, string[], string[], string[]]>([
    [
      'labels in brackets',
      '(牵头单位:市林业局;责任单位:市水利局、市财政局)',
      ['市林业局'],
      ['市水利局', '市财政局'],
      [],
    ],
    ['square brackets', '〔责任单位:市林业局、各县(市、区)〕', [], ['市林业局', '各县(市、区)'], []],
    ['lenticular brackets', '【牵头部门:市林业局,配合部门:市水利局】', ['市林业局'], ['市水利局'], []],
    [
      'three roles',
      '(牵头单位:市林业局;责任单位:市水利局;配合单位:市气象局)',
      ['市林业局'],
      ['市水利局'],
      ['市气象局'],
    ],
    ['verbs in brackets', '(市林业局牵头,市水利局、市财政局配合)', ['市林业局'], ['市水利局', '市财政局'], []],
    ['by duty', '(市林业局、市水利局等按职责分工负责)', [], ['市林业局', '市水利局'], []],
    ['in charge, others with it', '(市林业局负责,市水利局配合)', ['市林业局'], ['市水利局'], []],
    ['together with', '(市林业局会同市水利局负责)', ['市林业局'], ['市水利局'], []],
    ['names alone', '(市林业局、市水利局)', [], ['市林业局', '市水利局'], []],
    ['a line below', '\n责任单位:市林业局、市水利局', [], ['市林业局', '市水利局'], []],
    ['two lines below', '\n主办单位:市林业局\n协办单位:市水利局', ['市林业局'], ['市水利局'], []],
    ['short labels', '(牵头:市林业局;配合:市水利局)', ['市林业局'], ['市水利局'], []],
    ['a line of who does what', '\n责任分工:市林业局牵头,市水利局参与', ['市林业局'], ['市水利局'], []],
    ['a mark behind the name', '\n责任单位:市林业局(牵头)、市水利局', ['市林业局'], ['市水利局'], []],
    ['a sentence of its own', '由市林业局牵头,市水利局、市财政局配合。', ['市林业局'], ['市水利局', '市财政局'], []],
    ['a sentence that points back', '此项工作由市林业局牵头,市水利局配合。', ['市林业局'], ['市水利局'], []],
    ['groups', '(责任单位:各成员单位、市直有关部门)', [], ['各成员单位', '市直有关部门'], []],
    ['a group with a sign within', '(责任单位:市林业局,各区、县人民政府)', [], ['市林业局', '各区、县人民政府'], []],
    [
      'names joined by words',
      '(责任单位:文化和旅游局和市教育局以及各县区)',
      [],
      ['文化和旅游局', '市教育局', '各县区'],
      [],
    ],
    ['throughout the year', '(市林业局、市水利局按职责分工负责,年内持续推进)', [], ['市林业局', '市水利局'], []],
    [
      'a clause for all tasks behind its own',
      '(市林业局牵头,市水利局参与,县(市、区)政府负责落实。以下均需县(市、区)政府落实,不再列出)',
      ['市林业局'],
      ['县(市、区)政府'],
      ['市水利局'],
    ],
    [
      'led and urged on',
      '(市林业局牵头督导,各县、区人民政府(管委会)负责落实)',
      ['市林业局'],
      ['各县、区人民政府(管委会)'],
      [],
    ],
    [
      'labels in brackets of their own',
      '\n【牵头单位】市林业局\n【责任单位】市水利局、市财政局',
      ['市林业局'],
      ['市水利局', '市财政局'],
      [],
    ],
    ['in charge, others working with it', '\n主管单位:市林业局;协作单位:市水利局', ['市林业局'], ['市水利局'], []],
    ['a label for tasks', '\n任务单位:市林业局、市水利局', [], ['市林业局', '市水利局'], []],
    [
      'a clause for all tasks behind its labels',
      '(牵头单位:市林业局;责任单位:市水利局,以下均需各县区落实,不再逐一列出)',
      ['市林业局'],
      ['市水利局'],
      [],
    ],
    [
      'who leads and who carries out',
      '由市林业局牵头负责,各县(市、区)政府具体实施。',
      ['市林业局'],
      ['各县(市、区)政府'],
      [],
    ],
    [
      'groups of several kinds',
      '(责任单位:各市、特区、区人民政府,各乡镇、街道)',
      [],
      ['各市、特区、区人民政府', '各乡镇、街道'],
      [],
    ],
    [
      'a clause among the names',
      '(责任单位:市林业局、市水利局,列第一位的为牵头单位,下同)',
      ['市林业局'],
      ['市水利局'],
      [],
    ],
    [
      'a clause for all tasks in a sentence of its own',
      '[责任单位:市林业局,各县(市、区)政府。以下任务均涉及各县(市、区),不再列出]',
      [],
      ['市林业局', '各县(市、区)政府'],
      [],
    ],
    [
      'the party and the government of a place',
      '(责任单位:市林业局、各县(市、区)党委、政府)',
      [],
      ['市林业局', '各县(市、区)党委、政府'],
      [],
    ],
    [
      'names alone, another bracket behind them',
      '(市林业局、市水利局)\n整理规划、图纸和档案(设计)。',
      [],
      ['市林业局', '市水利局'],
      [],
    ],
    ['two groups joined', '(市级有关部门及各县区政府按职责分工负责)', [], ['市级有关部门', '各县区政府'], []],
    ['blanks between names', '\n责任单位:市林业局 市水利局 市财政局', [], ['市林业局', '市水利局', '市财政局'], []],
  ])('%s', (_style, printed, lead, responsible, other) => {
    expect(owners(withTask(printed))).toEqual([lead, responsible, other]);
  });

  it('the first leads where a clause says so', () => {
    const task = withTask('(责任单位:市林业局、市水利局)', '上述任务中,排在第一位的为牵头单位。');
    expect(owners(task)).toEqual([['市林业局'], ['市水利局'], []]);
  });

  it('does not take an owner out of a sentence, but proposes it', () => {
    const text =
      '云泽市湿地保护工作方案\n一、重点任务\n(一)完善保护网络。市林业局要划定保护范围。\n(二)开展监测评估。按期发布结果。';
    const reading = readPlan({ format: 'txt', text, blocks: [] });
    expect(reading).toMatchObject({ kind: 'plan', plan: { tasks: [{ leadUnits: [], responsibleUnits: [] }, {}] } });
    expect(reading.kind === 'plan' ? reading.questions : []).toContainEqual(
      expect.objectContaining({ code: 'unit-in-sentence', path: '/tasks/0/leadUnits', proposal: ['市林业局'] }),
    );
  });

  it('reads the due date beside the owners', () => {
    expect(withTask('(责任单位:市林业局;完成时限:2031年6月底前)').due).toBe('2031-06');
    expect(withTask('(市林业局牵头,市水利局配合,2031年6月底前完成)').due).toBe('2031-06');
    expect(withTask('(责任单位:市林业局;完成时限:长期坚持)').due).toBeUndefined();
  });
});

const TASK_PRINTS: [string, string, [string | null, string][]][] = [
  [
    '(一) with its text in the same line',
    '一、主要任务\n(一)修复岸线。清理围网。\n(二)补种水草。选择本地物种。',
    [
      ['(一)', '修复岸线'],
      ['(二)', '补种水草'],
    ],
  ],
  [
    '1. under (一), counting on',
    '一、主要任务\n(一)保护\n1.修复岸线。清理围网。\n(二)利用\n2.发展观鸟。建设步道。',
    [
      ['1', '修复岸线'],
      ['2', '发展观鸟'],
    ],
  ],
  [
    'chapters and articles',
    '第一章 总则\n第一条 为保护湿地,制定本方案。\n第二章 主要任务\n第二条 修复岸线。清理围网。\n第三条 补种水草。选择本地物种。',
    [
      ['第二条', '修复岸线'],
      ['第三条', '补种水草'],
    ],
  ],
  [
    'decimal numbers',
    '1 总体要求\n统筹推进。\n2 主要任务\n2.1 修复岸线\n清理围网,恢复自然岸坡。\n2.2 补种水草\n选择本地物种,分片补种。',
    [
      ['2.1', '修复岸线'],
      ['2.2', '补种水草'],
    ],
  ],
  [
    '(一) counting on under chapters without numbers',
    '守护湿地岸线\n(一)修复岸线。清理围网,恢复岸坡。\n(二)设立界碑。沿保护范围设置标识。\n恢复湿地生态\n(三)补种水草。选择本地物种,分片补种。',
    [
      ['(一)', '修复岸线'],
      ['(二)', '设立界碑'],
      ['(三)', '补种水草'],
    ],
  ],
  [
    'numbers in one sign',
    '一、主要任务\n㈠修复岸线。清理围网。\n㈡补种水草。选择本地物种。',
    [
      ['㈠', '修复岸线'],
      ['㈡', '补种水草'],
    ],
  ],
  [
    'owners in brackets behind the name',
    '一、主要任务\n1.修复岸线(市水利局、市林业局)\n清理围网,恢复自然岸坡。\n2.补种水草(市林业局、各县区)\n选择本地物种,分片补种。',
    [
      ['1', '修复岸线'],
      ['2', '补种水草'],
    ],
  ],
  [
    'owners below the last task named as a page names its host',
    '1、修复岸线12公里。\n主办单位:市水利局。协办单位:市林业局。\n2、补种水草300亩。\n主办单位:市林业局。协办单位:市水利局。\n3、建设步道8公里。\n主办单位:市文旅局。协办单位:各县区。',
    [
      ['1', '修复岸线12公里'],
      ['2', '补种水草300亩'],
      ['3', '建设步道8公里'],
    ],
  ],
  [
    'words before the number',
    '一、主要任务\n任务1:修复岸线\n清理围网,恢复岸坡。\n任务2:补种水草\n选择本地物种,分片补种。',
    [
      ['任务1', '修复岸线'],
      ['任务2', '补种水草'],
    ],
  ],
  [
    'words before the number, a blank behind it',
    '一、主要任务\n行动一 修复岸线\n清理围网,恢复岸坡。\n行动二 补种水草\n选择本地物种,分片补种。',
    [
      ['行动一', '修复岸线'],
      ['行动二', '补种水草'],
    ],
  ],
  [
    'signs',
    '一、主要任务\n★修复岸线。清理围网。\n★补种水草。选择本地物种。',
    [
      [null, '修复岸线'],
      [null, '补种水草'],
    ],
  ],
  [
    '一是, 二是',
    '一、主要任务\n一是修复岸线。清理围网。\n二是补种水草。选择本地物种。',
    [
      [null, '修复岸线'],
      [null, '补种水草'],
    ],
  ],
  [
    'no marks at all',
    '总体要求\n统筹推进各项工作,取得实效。\n主要任务\n修复岸线\n清理围网,恢复自然岸坡。\n补种水草\n选择本地物种,分片补种。\n保障措施\n各单位密切配合,抓好落实。',
    [
      [null, '修复岸线'],
      [null, '补种水草'],
    ],
  ],
  [
    'two lists of the same numbers',
    '一、重点任务\n(一)修复岸线。清理围网。\n二、工作措施\n(一)补种水草。选择本地物种。',
    [
      ['(一)', '修复岸线'],
      ['(一)', '补种水草'],
    ],
  ],
];

describe('tasks, by the ways in which plans number them', () => {
  it.each(TASK_PRINTS)('%s', (_style, body, tasks) => {
    const plan = planOf(`云泽市湿地保护工作方案\n为保护湿地,制定本方案。\n${body}`);
    expect(plan.tasks.map(({ no, title }) => [no, title])).toEqual(tasks);
  });

  it('reads a table with tabs, its groups as sections', () => {
    const rows = [
      '序号\t工作任务\t牵头单位\t配合单位\t完成时限',
      '一、岸线',
      '1\t清理围网\t市水利局\t市林业局、各县区\t2031年6月底前',
      '2\t恢复岸坡\t市林业局\t市水利局\t持续推进',
    ];
    const { tasks } = planOf(`云泽市湿地保护任务分解表\n${rows.join('\n')}`);
    expect(
      tasks.map(({ no, title, leadUnits, responsibleUnits, due }) => [no, title, leadUnits, responsibleUnits, due]),
    ).toEqual([
      ['1', '清理围网', ['市水利局'], ['市林业局', '各县区'], '2031-06'],
      ['2', '恢复岸坡', ['市林业局'], ['市水利局'], undefined],
    ]);
  });

  it('tells required from optional tasks', () => {
    const { tasks } = planOf(
      '湿地保护示范县工作计划\n一、主要任务\n(一)修复岸线(必做)\n清理围网,恢复岸坡。\n(二)发展观鸟(选做)\n建设步道,完善标识。',
    );
    expect(tasks.map(({ title, obligation }) => [title, obligation])).toEqual([
      ['修复岸线', 'mandatory'],
      ['发展观鸟', 'optional'],
    ]);
  });
});

describe('phases, by the ways in which plans print them', () => {
  it.each<[string, string]>([
    ['side by side in one sentence', '工作分两个阶段进行:2024年3月至4月为动员部署阶段,2024年5月至9月为组织实施阶段。'],
    ['windows with their work', '2024年3月至4月:动员部署阶段。印发方案。\n2024年5月至9月:组织实施阶段。逐项落实。\n'],
    [
      'a window for a heading',
      '(一)2024年3月至4月:动员部署阶段。印发方案。\n(二)2024年5月至9月:组织实施阶段。逐项落实。',
    ],
  ])('%s', (_style, printed) => {
    const plan = planOf(
      `云泽市湿地保护工作方案\n为保护湿地,制定本方案。\n一、主要任务\n(一)修复岸线。清理围网。\n(二)补种水草。选择本地物种。\n二、阶段划分\n${printed}`,
    );
    expect(plan.phases.map(({ name, start, end }) => [name, start, end])).toEqual([
      ['动员部署阶段', '2024-03', '2024-04'],
      ['组织实施阶段', '2024-05', '2024-09'],
    ]);
  });

  it('un-numbered, with the owners of a task on a line before them', () => {
    const plan = planOf(
      '云泽市湿地保护工作方案\n为保护湿地,制定本方案。\n主要任务\n修复岸线\n清理围网,恢复自然岸坡。\n责任分工:市林业局牵头,市水利局参与\n补种水草\n选择本地物种,分片补种。\n责任分工:市林业局牵头,市水利局参与\n阶段划分\n工作分两个阶段进行:2024年3月至4月为动员部署阶段;2024年5月至9月为组织实施阶段。\n工作保障\n各单位密切配合,抓好落实。',
    );
    expect(plan.tasks.map(({ title }) => title)).toEqual(['修复岸线', '补种水草']);
    expect(plan.phases.map(({ name }) => name)).toEqual(['动员部署阶段', '组织实施阶段']);
  });
});
