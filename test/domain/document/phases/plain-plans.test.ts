import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../../domain/document/read-plan.ts';
import { planWith, windowsOf, type Window } from './read-phases.ts';

const THREE: Window[] = [
  ['动员部署阶段', '2024-03', '2024-04'],
  ['组织实施阶段', '2024-05', '2024-09'],
  ['总结验收阶段', '2024-10', '2024-10'],
];

/** A plan that numbers nothing, with what stands between its tasks and its safeguards. */
function plainWindows(printed: string): Window[] {
  const text = [
    '云泽市湿地保护工作方案',
    '为保护湿地,结合实际,制定本方案。',
    '总体要求',
    '坚持保护优先,统筹推进各项工作。',
    '重点任务',
    '修复岸线',
    '清理围网,恢复自然岸坡,逐片验收。(责任单位:市林业局)',
    '补种水草',
    '选择本地物种,分片补种,定期巡护。(责任单位:市水利局)',
    printed,
    '保障措施',
    '强化支撑。各单位密切配合,抓好落实。',
    '强化宣传。及时报道进展情况。',
    '云泽市人民政府办公室',
    '2024年1月10日',
  ].join('\n');
  const reading = readPlan({ format: 'txt', text, blocks: [] });
  if (reading.kind !== 'plan') throw new Error(reading.reason);
  return reading.plan.phases
    .filter(({ proposed }) => proposed !== true)
    .map(({ name, start, end }) => [name, start, end]);
}

const PLAIN: [style: string, printed: string][] = [
  [
    'windows and names on lines with their work',
    '工作进程\n2024年3月至4月:动员部署阶段。印发方案。\n2024年5月至9月:组织实施阶段。逐项落实。\n2024年10月:总结验收阶段。开展验收。',
  ],
  [
    'the name above its time',
    '方法步骤\n动员部署阶段\n起止时间:2024.3—2024.4\n印发方案。\n组织实施阶段\n起止时间:2024.5—2024.9\n逐项落实。\n总结验收阶段\n起止时间:2024年10月\n开展验收。',
  ],
  [
    'dotted windows in brackets before the names',
    '推进步骤\n(2024.3至2024.4)动员部署阶段\n印发方案。\n(2024.5至2024.9)组织实施阶段\n逐项落实。\n(2024.10)总结验收阶段\n开展验收。',
  ],
  [
    'months without a year behind a full stop, a quarter among them',
    '时间安排\n动员部署阶段。3-4月。印发方案。\n组织实施阶段。5-9月。逐项落实。\n总结验收阶段。10月。开展验收。',
  ],
  [
    'a sentence that a page broke within a name',
    '日程安排\n工作分三个阶段进行:2024年3月至4月为动员部署阶段;2024年5月至9月为组织实\n\n施阶段;2024年10月为总结验收阶段。',
  ],
];

describe('phases of a plan without any numbers', () => {
  it.each(PLAIN)('are read with %s', (_, printed) => {
    expect(plainWindows(printed)).toEqual(THREE);
  });
});

const DAMAGED: [style: string, printed: string, phases: Window[]][] = [
  [
    'a blank that a scan put into 阶段',
    '三、实施步骤\n(一)动员 部署阶 段(2024年3月—4月)。印发方案。\n(二)组织实施 阶段(2024年5月—9月)。逐项落实。\n(三)总结验收阶段(2024年10月)。开展验收。',
    [
      ['动员 部署阶 段', '2024-03', '2024-04'],
      ['组织实施 阶段', '2024-05', '2024-09'],
      ['总结验收阶段', '2024-10', '2024-10'],
    ],
  ],
  [
    'a blank in the stage and before the time',
    '三、实施步骤\n第 一阶段:动员部署阶段,时 间为2024年3月至4月。印发方案。\n第二 阶段:组织实施阶段,时间为2024年5月至9月。逐项落实。\n第三阶 段:总结验收阶段,时间为2024年10月。开展验收。',
    THREE,
  ],
  [
    'all of it in one line',
    '三、时间安排 (一)动员部署阶段(3月-4月) 各单位结合实际情况印发方案,完成动员部署工作。 (二)组织实施阶段(5月-9月) 各单位对照清单逐项落实,按月报送进展情况。 (三)总结验收阶段(10月) 各单位对照目标开展验收,并按时报送书面总结。',
    THREE,
  ],
  [
    'stages without a name above what is counted below them',
    '三、活动安排\n(一)第一阶段(3月至4月)\n1.印发方案,广泛宣传发动。\n2.召开会议。\n(二)第二阶段(5月至9月)\n1.逐项落实。\n(三)第三阶段(10月)\n1.总结经验。',
    [
      ['第一阶段', '2024-03', '2024-04'],
      ['第二阶段', '2024-05', '2024-09'],
      ['第三阶段', '2024-10', '2024-10'],
    ],
  ],
  [
    'a long heading above its work',
    '第三部分 实施步骤\n一、(2024年3月1日—2024年4月30日)动员部署阶段\n对各单位印发方案,明确分工。\n二、(2024年5月1日—2024年9月30日)组织实施阶段\n对照清单逐项落实,加强调度。',
    [
      ['动员部署阶段', '2024-03-01', '2024-04-30'],
      ['组织实施阶段', '2024-05-01', '2024-09-30'],
    ],
  ],
];

const IN_SENTENCES: [style: string, printed: string, phases: Window[]][] = [
  [
    'windows and names parted by 、, the last without a verb',
    '三、时间安排\n工作分三个阶段进行,今年3-4月为动员部署阶段、5-9月为组织实施阶段,2024年10月总结验收阶段。',
    THREE,
  ],
  [
    'names of two parts before their windows',
    '三、工作步骤\n行动分两个阶段进行,分别是动员部署和自查自纠阶段(3月);集中整治和重点检查阶段(4——9月)。',
    [
      ['动员部署和自查自纠阶段', '2024-03', '2024-03'],
      ['集中整治和重点检查阶段', '2024-04', '2024-09'],
    ],
  ],
  [
    'stages without full stops, the last right above the next chapter',
    '三、活动安排\n第一阶段(3月-4月):动员部署月\n第二阶段(5月-9月):环境整治月\n第三阶段(10月):长效管理',
    [
      ['动员部署月', '2024-03', '2024-04'],
      ['环境整治月', '2024-05', '2024-09'],
      ['长效管理', '2024-10', '2024-10'],
    ],
  ],
  [
    'blanks between stage, name and window',
    '三、进度安排\n第一阶段 动员部署阶段 2024年3月1日—2024年4月30日\n印发方案。\n第二阶段 组织实施阶段 2024年5月\n逐项落实。',
    [
      ['动员部署阶段', '2024-03-01', '2024-04-30'],
      ['组织实施阶段', '2024-05', '2024-05'],
    ],
  ],
  [
    'a window from the day of issue, with a dash',
    '三、时间安排\n(一)动员部署阶段(印发之日—4月30日)。印发方案。\n(二)组织实施阶段(5月1日—9月30日)。逐项落实。',
    [
      ['动员部署阶段', null, '2024-04-30'],
      ['组织实施阶段', '2024-05-01', '2024-09-30'],
    ],
  ],
];

describe('phases side by side', () => {
  it.each(IN_SENTENCES)('are read with %s', (_, printed, phases) => {
    expect(windowsOf(printed)).toEqual(phases);
  });
});

describe('what is to be done in a phase', () => {
  it('is neither the word that ends its window nor the sentence that announces its parts', () => {
    const { plan } = planWith(
      '三、实施步骤\n(一)启动阶段:2024年4月15日前完成。主要有两个环节:\n1.印发方案。\n2.召开会议。\n(二)推进阶段:2024年11月底前完成。本阶段主要任务是:逐项落实。',
    );
    expect(plan.phases.map(({ duties }) => duties)).toEqual([['印发方案', '召开会议'], ['逐项落实']]);
  });
});

describe('phases on a damaged page', () => {
  it.each(DAMAGED)('are read with %s', (_, printed, phases) => {
    expect(windowsOf(printed)).toEqual(phases);
  });
});
