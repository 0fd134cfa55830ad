import { describe, expect, it } from 'vitest';
import { windowsOf, type Window } from './read-phases.ts';

const THREE: Window[] = [
  ['动员部署阶段', '2024-03', '2024-04'],
  ['组织实施阶段', '2024-05', '2024-09'],
  ['总结验收阶段', '2024-10', '2024-10'],
];
const OPEN: Window[] = THREE.map(([name]) => [name, null, null]);
const named = (...names: string[]): Window[] =>
  names.map((name, at) => [name, THREE[at]?.[1] ?? null, THREE[at]?.[2] ?? null]);

/** The words of a plan's third section, from its heading on. */
const HEADED: [style: string, printed: string, phases: Window[]][] = [
  [
    'brackets behind numbered names',
    '三、实施步骤\n(一)动员部署阶段(2024年3月—4月)。印发方案。\n(二)组织实施阶段(2024年5月—9月)。逐项落实。\n(三)总结验收阶段(2024年10月)。开展验收。',
    THREE,
  ],
  [
    'marks of one character',
    '三、实施步骤\n㈠动员部署阶段(2024年3月—4月)。印发方案。\n㈡组织实施阶段(2024年5月—9月)。逐项落实。\n㈢总结验收阶段(2024年10月)。开展验收。',
    THREE,
  ],
  [
    'the stage joined to its name',
    '三、实施步骤\n第一阶段动员部署阶段(3月—4月)。印发方案。\n第二阶段组织实施阶段(5月—9月)。逐项落实。\n第三阶段总结验收阶段(10月)。开展验收。',
    THREE,
  ],
  [
    'the stage joined to a short name',
    '三、实施步骤\n第一阶段动员部署(3月—4月):印发方案。\n第二阶段组织实施(5月—9月):逐项落实。\n第三阶段总结验收(10月):开展验收。',
    named('动员部署', '组织实施', '总结验收'),
  ],
  [
    'the stage, a blank, the name',
    '三、实施步骤\n第一阶段 动员部署(3月—4月)\n印发方案,明确分工。\n第二阶段 组织实施(5月—9月)\n逐项落实,加强调度。\n第三阶段 总结验收(10月)\n开展验收,总结经验。',
    named('动员部署', '组织实施', '总结验收'),
  ],
  [
    'stages counted behind the word',
    '三、实施步骤\n阶段一:动员部署(3月—4月)。印发方案。\n阶段二:组织实施(5月—9月)。逐项落实。\n阶段三:总结验收(10月)。开展验收。',
    named('动员部署', '组织实施', '总结验收'),
  ],
  [
    'steps',
    '三、方法步骤\n第一步:动员部署(3月—4月)。印发方案。\n第二步:组织实施(5月—9月)。逐项落实。\n第三步:总结验收(10月)。开展验收。',
    named('动员部署', '组织实施', '总结验收'),
  ],
  [
    'links',
    '三、活动步骤\n第一环节:动员部署(3月—4月)。印发方案。\n第二环节:组织实施(5月—9月)。逐项落实。\n第三环节:总结验收(10月)。开展验收。',
    named('动员部署', '组织实施', '总结验收'),
  ],
  [
    'the window behind the stage and a comma',
    '三、实施步骤\n第一阶段,3月至4月,动员部署阶段。印发方案。\n第二阶段,5月至9月,组织实施阶段。逐项落实。\n第三阶段,10月,总结验收阶段。开展验收。',
    THREE,
  ],
  [
    'stage, time is, name',
    '三、实施步骤\n第一阶段:动员部署阶段,时间为3月至4月。印发方案。\n第二阶段:组织实施阶段,时间为5月至9月。逐项落实。\n第三阶段:总结验收阶段,时间为10月。开展验收。',
    THREE,
  ],
  [
    'a stage, its window, is its name',
    '三、实施步骤\n第一阶段(3月至4月)为动员部署阶段。印发方案。\n第二阶段(5月至9月)为组织实施阶段。逐项落实。\n第三阶段(10月)为总结验收阶段。开展验收。',
    THREE,
  ],
  [
    'a name and a sentence with its window',
    '三、实施步骤\n(一)动员部署阶段。3月至4月。印发方案。\n(二)组织实施阶段。5月至9月。逐项落实。\n(三)总结验收阶段。10月。开展验收。',
    THREE,
  ],
  [
    'a name and a window that begins its text',
    '三、实施步骤\n(一)动员部署阶段。2024年3月至4月,召开动员会议,印发方案。\n(二)组织实施阶段。2024年5月至9月,逐项落实。\n(三)总结验收阶段。2024年10月,开展验收。',
    THREE,
  ],
  [
    'a name and from — to with a comma',
    '三、实施步骤\n(一)动员部署阶段。从3月开始,至4月结束。印发方案。\n(二)组织实施阶段。从5月开始,至9月结束。逐项落实。\n(三)总结验收阶段。10月,开展验收。',
    THREE,
  ],
  [
    'plain headings and from — to',
    '三、实施步骤\n动员部署阶段。自2024年3月起至4月止。印发方案。\n组织实施阶段。自2024年5月起至9月止。逐项落实。\n总结验收阶段。2024年10月。开展验收。',
    THREE,
  ],
  [
    'plain lines with brackets',
    '三、实施步骤\n动员部署阶段(3月—4月):印发方案。\n组织实施阶段(5月—9月):逐项落实。\n总结验收阶段(10月):开展验收。',
    THREE,
  ],
  [
    'plain lines of names that are no stages',
    '三、时间安排\n动员部署(3月—4月)\n印发方案,明确分工。\n组织实施(5月—9月)\n逐项落实,加强调度。\n总结验收(10月)\n开展验收,总结经验。',
    named('动员部署', '组织实施', '总结验收'),
  ],
  [
    'a time on a line of its own',
    '三、实施步骤\n(一)动员部署阶段\n时间:2024年3月至4月\n印发方案,明确分工。\n(二)组织实施阶段\n时间:2024年5月至9月\n逐项落实,加强调度。\n(三)总结验收阶段\n时间:2024年10月\n开展验收,总结经验。',
    THREE,
  ],
  [
    'a time label of many words',
    '三、实施步骤\n(一)动员部署阶段\n起止时间:2024年3月至4月\n印发方案。\n(二)组织实施阶段\n起止时间:2024年5月至9月\n逐项落实。\n(三)总结验收阶段\n起止时间:2024年10月\n开展验收。',
    THREE,
  ],
  [
    'a window before the name, a colon',
    '三、进度安排\n1.3月—4月:动员部署阶段。印发方案。\n2.5月—9月:组织实施阶段。逐项落实。\n3.10月:总结验收阶段。开展验收。',
    THREE,
  ],
  [
    'a window before the name, no sign',
    '三、进度安排\n(一)2024年3月—4月动员部署阶段\n印发方案,明确分工。\n(二)2024年5月—9月组织实施阶段\n逐项落实,加强调度。\n(三)2024年10月总结验收阶段\n开展验收,总结经验。',
    THREE,
  ],
  [
    'a window in brackets before the name',
    '三、进度安排\n(一)(2024年3月—4月)动员部署阶段\n印发方案,明确分工。\n(二)(2024年5月—9月)组织实施阶段\n逐项落实,加强调度。\n(三)(2024年10月)总结验收阶段\n开展验收,总结经验。',
    THREE,
  ],
  [
    'one, two, three in one paragraph',
    '三、实施步骤\n一是动员部署阶段,从3月到4月,主要印发方案;二是组织实施阶段,从5月到9月,主要逐项落实;三是总结验收阶段,10月,主要开展验收。',
    THREE,
  ],
  [
    'one, two, three on lines',
    '三、实施步骤\n一是动员部署阶段(3月—4月)。印发方案。\n二是组织实施阶段(5月—9月)。逐项落实。\n三是总结验收阶段(10月)。开展验收。',
    THREE,
  ],
  [
    'all in one paragraph behind an announcement',
    '三、实施步骤\n工作分三个阶段进行。第一阶段:动员部署阶段(3月—4月)。印发方案。第二阶段:组织实施阶段(5月—9月)。逐项落实。第三阶段:总结验收阶段(10月)。开展验收。',
    THREE,
  ],
  [
    'marks in one paragraph',
    '三、实施步骤\n工作分三个阶段进行:(一)动员部署阶段(3月—4月)。印发方案。(二)组织实施阶段(5月—9月)。逐项落实。(三)总结验收阶段(10月)。开展验收。',
    THREE,
  ],
  [
    'brackets within a sentence',
    '三、实施步骤\n整个工作分为动员部署(3月—4月)、组织实施(5月—9月)、总结验收(10月)三个阶段。',
    named('动员部署', '组织实施', '总结验收'),
  ],
  [
    'windows with is',
    '三、实施步骤\n2024年3月到4月是动员部署阶段,印发方案\n2024年5月到9月是组织实施阶段,逐项落实\n2024年10月是总结验收阶段,开展验收',
    THREE,
  ],
  [
    'a semicolon behind brackets',
    '三、活动时间\n2024年3月至10月,分三个阶段进行:\n(一)动员部署阶段(3月—4月);\n(二)组织实施阶段(5月—9月);\n(三)总结验收阶段(10月)。',
    THREE,
  ],
  [
    'bullets',
    '三、实施步骤\n●动员部署阶段(3月—4月)。印发方案。\n●组织实施阶段(5月—9月)。逐项落实。\n●总结验收阶段(10月)。开展验收。',
    THREE,
  ],
  [
    'dashes',
    '三、实施步骤\n——动员部署阶段(3月—4月)。印发方案。\n——组织实施阶段(5月—9月)。逐项落实。\n——总结验收阶段(10月)。开展验收。',
    THREE,
  ],
  [
    'under a heading of tasks and steps',
    '三、工作任务与实施步骤\n(一)动员部署阶段(3月—4月)。印发方案。\n(二)组织实施阶段(5月—9月)。逐项落实。\n(三)总结验收阶段(10月)。开展验收。',
    THREE,
  ],
  [
    'under organisation',
    '三、组织实施\n(一)动员部署(3月—4月)。\n(二)组织实施(5月—9月)。\n(三)总结验收(10月)。',
    named('动员部署', '组织实施', '总结验收'),
  ],
  [
    'under an arrangement of the action',
    '三、行动安排\n(一)动员部署(3月—4月)。印发方案。\n(二)组织实施(5月—9月)。逐项落实。\n(三)总结验收(10月)。开展验收。',
    named('动员部署', '组织实施', '总结验收'),
  ],
  [
    'under steps and ways, one level lower',
    '三、步骤与方法\n(一)步骤\n分三个阶段进行。\n1.动员部署阶段:2024年3月至4月。印发方案。\n2.组织实施阶段:2024年5月至9月。逐项落实。\n3.总结验收阶段:2024年10月。开展验收。\n(二)方法\n1.典型引路。推广经验。\n2.整体推进。条块结合。',
    THREE,
  ],
  [
    'without a window',
    '三、实施步骤\n(一)动员部署阶段。印发方案。\n(二)组织实施阶段。逐项落实。\n(三)总结验收阶段。开展验收。',
    OPEN,
  ],
  [
    'stages without a window',
    '三、实施步骤\n第一阶段动员部署阶段。印发方案。\n第二阶段组织实施阶段。逐项落实。\n第三阶段总结验收阶段。开展验收。',
    OPEN,
  ],
  [
    'windows of durations',
    '三、实施步骤\n(一)动员部署阶段(第一个月)\n印发方案,明确分工。\n(二)组织实施阶段(第二个月至第五个月)\n逐项落实,加强调度。\n(三)总结验收阶段(第六个月)\n开展验收,总结经验。',
    OPEN,
  ],
  [
    'a table',
    '三、实施步骤\n阶段\t时间\t主要工作\n动员部署阶段\t3月—4月\t印发方案\n组织实施阶段\t5月—9月\t逐项落实\n总结验收阶段\t10月\t开展验收',
    THREE,
  ],
  [
    'a table of steps, its window first',
    '三、进度安排\n时间安排\t工作阶段\t工作内容\n3月—4月\t动员部署阶段\t印发方案\n5月—9月\t组织实施阶段\t逐项落实\n10月\t总结验收阶段\t开展验收',
    THREE,
  ],
  [
    'a table without a word for stages',
    '三、进度安排\n序号\t工作项目\t起止时间\n1\t动员部署\t3月—4月\n2\t组织实施\t5月—9月\n3\t总结验收\t10月',
    named('动员部署', '组织实施', '总结验收'),
  ],
];

describe('phases under a heading of their own', () => {
  it.each(HEADED)('%s', (_style, printed, phases) => {
    expect(windowsOf(printed)).toEqual(phases);
  });
});

const UNHEADED: [style: string, printed: string, phases: Window[]][] = [
  [
    'an announcement on a line',
    '实施步骤分三个阶段:\n2024年3月到4月是动员部署阶段,印发方案\n2024年5月到9月是组织实施阶段,逐项落实\n2024年10月是总结验收阶段,开展验收',
    THREE,
  ],
  [
    'headings of the highest level',
    '三、动员部署阶段(3月—4月)\n印发方案,明确分工。\n四、组织实施阶段(5月—9月)\n逐项落实,加强调度。\n五、总结验收阶段(10月)\n开展验收,总结经验。',
    THREE,
  ],
  [
    'a sentence at the end of the tasks',
    '本次工作分三个阶段进行:3月—4月为动员部署阶段,5月—9月为组织实施阶段,10月为总结验收阶段。',
    THREE,
  ],
];

describe('phases without a heading of their own', () => {
  it.each(UNHEADED)('%s', (_style, printed, phases) => {
    expect(windowsOf(printed)).toEqual(phases);
  });
});
