import { describe, expect, it } from 'vitest';
import { windowsOf } from './read-phases.ts';

const NONE: [style: string, printed: string][] = [
  [
    'tasks with a last day each',
    '三、重点举措\n(一)修建步道(2024年6月底前)。选定线路。\n(二)安装标识(2024年9月底前)。统一样式。',
  ],
  ['years of goals', '三、工作目标\n到2025年,修复岸线10公里。到2027年,修复岸线20公里。到2030年,全面修复岸线。'],
  ['goals by year, one a line', '三、年度目标\n2024年:修复岸线10公里。\n2025年:修复岸线20公里。'],
  ['a meeting and its agenda', '三、有关要求\n3月1日召开会议,议程如下:1.听取汇报;2.审议方案;3.安排工作。'],
  ['rounds of inspection', '三、督查检查\n全年开展三轮督查,第一轮为4至5月,第二轮为7至8月,第三轮为10至11月。'],
  [
    'days of reports',
    '三、信息报送\n(一)3月20日前,报送方案。\n(二)6月20日前,报送半年总结。\n(三)12月10日前,报送全年总结。',
  ],
  ['groups of inspectors', '三、督查分工\n第一组:由市林业局带队。\n第二组:由市水利局带队。'],
];

describe('what looks like phases and is none', () => {
  it.each(NONE)('%s', (_style, printed) => {
    expect(windowsOf(printed)).toEqual([]);
  });

  it("a task's own steps", () => {
    expect(
      windowsOf(
        '三、重点举措\n(一)修建步道。分三步走:第一步选定线路,第二步组织施工,第三步开放使用。\n(二)安装标识。统一样式。',
      ),
    ).toEqual([]);
  });

  it("a phase's own steps are not phases beside it", () => {
    const phases = windowsOf(
      '三、实施步骤\n(一)组织实施阶段(5月—9月)。\n逐项落实。\n(二)检查验收阶段(10月—11月)。\n1.检查验收分两步进行:\n第一步:各县区自查。\n第二步:市级抽查。\n2.验收时间。分两次进行,时间分别为10月上旬和11月上旬。',
    );
    expect(phases).toEqual([
      ['组织实施阶段', '2024-05', '2024-09'],
      ['检查验收阶段', '2024-10', '2024-11'],
    ]);
  });
});
