import { describe, expect, it } from 'vitest';
import type { DraftPlan } from '../../../domain/document/types.ts';
import { readPlan } from '../../../domain/document/read-plan.ts';

function read(text: string): DraftPlan {
  const reading = readPlan({ format: 'txt', text, blocks: [] });
  if (reading.kind !== 'plan') throw new Error(reading.reason);
  return reading.plan;
}

const LINES = [
  '云泽市湿地保护工作方案',
  '为保护湿地,修复岸线,恢复自然岸坡,补种水草,根据省政府要求,结合我市实际,制定本方案。',
  '一、重点任务',
  '1、修复岸线。清理围网和网箱,恢复自然岸坡,落实24小时值守制度,畅通98765等举报电话,做到件件有回音。(牵头单位:市林业局、市水利局,责任单位:市生态环境局、市农业农村局、市城市管理局、各县区人民政府)',
  '2、补种水草。选择本地物种,分片补种,加强管护,严禁引入外来物种,及时清除水葫芦等有害植物,防止蔓延成灾。(牵头单位:市水利局,责任单位:市园林绿化局、市市场监督管理局、市公安局)',
  '3、加强巡护。组建专业巡护队伍,建立巡护日志,运用无人机、视频监控等手段开展全天候巡护,发现问题立即处置。(牵头单位:市林业局,责任单位:市公安局、市应急管理局)',
  '二、实施步骤',
  '工作分为启动部署阶段(2021年3月~4月)、自查自纠阶段(2021年5月~2022年6月)、重点督查阶段(2022年7月~2023年5月)、总结提高阶段(2023年6月~8月)四个阶段。',
];

/** Broken behind so many characters, as old typewriters of web pages did: in numbers, names and windows too. */
const wrapped = (width: number): string =>
  LINES.flatMap((line) => `  ${line}`.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join('\n');

describe('lines broken behind so many characters', () => {
  it.each([33, 36, 38, 41])('cut no name, number or window: %i', (width) => {
    const plan = read(wrapped(width));
    expect(plan.tasks.map(({ title, leadUnits, responsibleUnits }) => [title, leadUnits, responsibleUnits])).toEqual([
      ['修复岸线', ['市林业局', '市水利局'], ['市生态环境局', '市农业农村局', '市城市管理局', '各县区人民政府']],
      ['补种水草', ['市水利局'], ['市园林绿化局', '市市场监督管理局', '市公安局']],
      ['加强巡护', ['市林业局'], ['市公安局', '市应急管理局']],
    ]);
    expect(plan.phases.map(({ name, start, end }) => `${name} ${start}..${end}`)).toEqual([
      '启动部署阶段 2021-03..2021-04',
      '自查自纠阶段 2021-05..2022-06',
      '重点督查阶段 2022-07..2023-05',
      '总结提高阶段 2023-06..2023-08',
    ]);
  });
});

const ownersOf = (task: string) => {
  const plan = read(
    [LINES[0], LINES[1], '一、重点任务', task, '2、补种水草。分片补种。(牵头单位:市水利局)'].join('\n'),
  );
  return plan.tasks.map(({ leadUnits, responsibleUnits }) => [leadUnits, responsibleUnits]);
};

describe('a bracket with owners', () => {
  it.each([
    ['in a name', '1、修复岸线。清理围网。(牵头单位:市林业和草原\n局;责任单位:云泽国有\n林场)'],
    ['behind a label', '1、修复岸线。清理围网。(牵头单位:\n市林业和草原局;责任单位:\n云泽国有林场)'],
    ['before the sign that closes it', '1、修复岸线。清理围网。(牵头单位:市林业和草原局;责任单位:云泽国有林场\n)'],
  ])('goes on behind the end of a short line: %s', (_, task) => {
    expect(ownersOf(task)).toEqual([
      [['市林业和草原局'], ['云泽国有林场']],
      [['市水利局'], []],
    ]);
  });

  it('that closes nowhere takes no other task with it', () => {
    expect(ownersOf('1、修复岸线。清理围网。(牵头单位:市林业和草原局')[1]).toEqual([['市水利局'], []]);
  });
});

describe('a line that stands beside each page number', () => {
  const PAGES = [
    '1、修复岸线。清理围网。(市林业局负责)',
    '2、补种水草。分片补种。(市水利局负责)',
    '3、加强巡护。建立日志。(市公安局负责)',
  ];
  const printed = (...between: string[]): string =>
    [LINES[0], LINES[1], '一、重点任务', ...PAGES.flatMap((page) => [page, ...between])].join('\n');

  it.each([
    ['below it', ['- 1 -', '云泽市人民政府办公室文件']],
    ['above it', ['云泽市湿地保护工作资料', '— 7 —']],
    ['below it, with the page in words', ['第 2 页', '云泽市湿地简报']],
  ])('is no heading: %s', (_, between) => {
    const { tasks } = read(printed(...between));
    expect(tasks.map(({ title, section }) => [title, section])).toEqual([
      ['修复岸线', '重点任务'],
      ['补种水草', '重点任务'],
      ['加强巡护', '重点任务'],
    ]);
  });
});
