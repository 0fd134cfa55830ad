import { expect, it } from 'vitest';
import { targetsOfTasks } from '../../../domain/plan/targets-of-task.ts';
import type { PlanTarget } from '../../../domain/plan/types.ts';

const target = (name: string, value: number | null = 20, unit: string | null = '家'): PlanTarget => ({
  name,
  comparator: '>=',
  value,
  max: null,
  unit,
  baseline: null,
  per: null,
  by: null,
  scope: 'cumulative',
});
const task = (id: string, title: string) => ({ id, title });

it.each([
  ['全市建成知识产权保护工作站', ['建设保护工作站'], ['建设保护工作站']],
  ['知识产权质押融资金额', ['扩大质押融资', '发展金融服务'], ['扩大质押融资']],
  // 知识产权 stands in half the titles; four characters of a long name say too little.
  ['知识产权保护社会满意度', ['提升知识产权保护水平'], []],
  ['企业接受高校院所、国有企业专利转让许可', ['实施高校院所推进工程'], []],
  // Named by two tasks alike: nobody's.
  ['新增地理标志', ['加强地理标志保护', '推广地理标志产品'], []],
])('%s belongs to the task that names it, or to none', (name, titles, owners) => {
  const found = targetsOfTasks(
    [target(name)],
    titles.map((title) => task(title, title)),
  );
  expect([...found.keys()]).toEqual(owners);
});

it('a target without a number or a unit is none that a task is measured by', () => {
  const tasks = [task('t', '建设保护工作站')];
  expect(targetsOfTasks([target('保护工作站', null), target('保护工作站', 20, null)], tasks).size).toBe(0);
  expect(targetsOfTasks([target('保护工作站')], tasks).get('t')).toEqual([
    { name: '保护工作站', value: 20, unit: '家' },
  ]);
});
