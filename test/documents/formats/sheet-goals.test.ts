import { expect, it } from 'vitest';
import { readPlan } from '../../../domain/document/read-plan.ts';
import { decoded } from '../read-blocks.ts';
import { printXlsx } from './print-sheet.ts';

it.each([
  ['目标', null],
  ['工作目标', null],
  ['预期成效', null],
  ['绩效指标', null],
  ['目标值', null],
  ['2027年目标', '2027'],
])('a sheet’s column %s is read into targets', async (head, by) => {
  const rows = [
    ['序号', '工作任务', head, '牵头单位', '完成时限'],
    ['1', '完善河道管护', '2026年底前,新建管护站20个以上', '市水利局', '2026年12月'],
    ['2', '扩大河岸绿化', '河岸绿化率达到85%', '市林业局', '2027年6月'],
  ];
  const reading = readPlan(await decoded(printXlsx('青溪市清水行动任务分解表', rows)));
  expect(reading.kind === 'plan' && reading.plan.targets).toMatchObject([
    { name: '新建管护站', comparator: '>=', value: 20, unit: '个', by: '2026' },
    { name: '河岸绿化率', comparator: '>=', value: 85, unit: '%', by },
  ]);
});
