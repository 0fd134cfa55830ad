import { describe, expect, it } from 'vitest';
import { readPlan, readTarget } from '../../../domain/chat/command-target.ts';

const TASKS = [
  { no: '(九)', title: '研究制定知识产权发展战略与规划' },
  { no: '第10项', title: '建设保护工作站' },
  { no: null, title: '开展联合执法检查' },
];
const UNITS = [
  { name: '市公安局', short: '公安局', aliases: ['公安'] },
  { name: '市科技局', short: '科技局', aliases: [] },
  { name: '市公安局交警支队', short: '交警支队', aliases: [] },
];

const read = (words: string) => {
  const { named, tasks, unit, exact, left } = readTarget(words, TASKS, UNITS);
  return {
    named,
    tasks: tasks.map(({ no, title }) => no ?? title),
    unit: unit?.units.map(({ name }) => name),
    exact,
    left,
  };
};

describe('a task and a unit in words', () => {
  it.each([
    ['第九项 市公安局', '(九)', ['市公安局'], true, ''],
    ['第九项市公安局', '(九)', ['市公安局'], true, ''],
    ['市公安局第(九)项', '(九)', ['市公安局'], true, ''],
    ['9 公安局', '(九)', ['市公安局'], true, ''],
    ['(十)、市科技局', '第10项', ['市科技局'], true, ''],
    ['10', '第10项', undefined, true, ''],
    ['九', '(九)', undefined, true, ''],
    ['第九项 市公安局交警支队', '(九)', ['市公安局交警支队'], true, ''],
    ['向市科技局 第九项', '(九)', ['市科技局'], true, ''],
    ['开展联合执法检查 市公安局', '开展联合执法检查', ['市公安局'], true, ''],
    ['联合执法', '开展联合执法检查', undefined, false, ''],
    ['第九项 科技', '(九)', ['市科技局'], false, ''],
    ['第九项 市科技局,佐证不全。', '(九)', ['市科技局'], true, '佐证不全。'],
    ['第九项 佐证不全,请补充', '(九)', undefined, true, '佐证不全,请补充'],
  ])('%j', (words, task, unit, exact, left) => {
    expect(read(words)).toMatchObject({ tasks: [task], unit, exact, left });
  });

  it('keeps a number that nothing has, and words that name nothing', () => {
    expect(read('第九十九项')).toMatchObject({ named: '第九十九项', tasks: [] });
    expect(read('')).toMatchObject({ named: null, tasks: [], left: '' });
    expect(read('十里镇的事')).toMatchObject({ named: null, left: '十里镇的事' });
    expect(read('85%完成')).toMatchObject({ named: null });
  });
});

describe('a plan in words', () => {
  const plans = [
    { id: 'chenzhou', title: '郴州市知识产权试点工作方案' },
    { id: 'demo', title: '示例市优化营商环境行动方案' },
  ];
  it.each([
    ['郴州', ['chenzhou'], ''],
    ['demo 第九项', ['demo'], '第九项'],
    ['《示例市优化营商环境行动方案》', ['demo'], ''],
    ['方案', ['chenzhou', 'demo'], ''],
  ])('%j', (words, ids, left) => {
    const named = readPlan(words, plans);
    expect(named?.plans.map(({ id }) => id)).toEqual(ids);
    expect(named?.left).toBe(left);
  });
  it('is none where no title holds the words', () => {
    expect(readPlan('第九项 市公安局', plans)).toBeNull();
    expect(readPlan('', plans)).toBeNull();
  });
});
