import { describe, expect, it } from 'vitest';
import { planWith } from '../phases/read-phases.ts';

const PRINTS: [print: string, what: string, every: string, who: string | null][] = [
  ['各县区每月5日前向市林业局报送上月进展情况。', '向市林业局报送上月进展情况', 'month', '各县区'],
  ['自4月起,各县区每月底前报送统计报表。', '报送统计报表', 'month', '各县区'],
  ['市林业局每季度通报一次工作进展。', '通报一次工作进展', 'quarter', '市林业局'],
  ['各成员单位于每季度末月25日前报送工作进展。', '报送工作进展', 'quarter', '各成员单位'],
  ['市水利局每半年开展一次专项检查。', '开展一次专项检查', 'half year', '市水利局'],
  ['每年12月10日前,各县区报送工作总结。', '报送工作总结', 'year', '各县区'],
  ['每年3月和9月各组织一次集中清理。', '组织一次集中清理', 'year', null],
  ['实行周报告制度,各单位每周五前报送进展。', '报送进展', 'week', '各单位'],
  ['建立会商机制,每两月召开一次联席会议。', '召开一次联席会议', '2 months', null],
  ['每逢双月召开一次联席会议。', '召开一次联席会议', '2 months', null],
  ['各县区双月报送一次进展。', '报送一次进展', '2 months', '各县区'],
];

describe('duties that come back', () => {
  it.each(PRINTS)('%s', (print, what, every, who) => {
    const { plan } = planWith(`三、调度通报\n${print}`);
    expect(plan.recurring).toEqual([{ what, every, who }]);
  });

  it('are told with their cycles in one list', () => {
    const { plan } = planWith('三、调度通报\n各县区要落实“月调度、季通报、年考核”机制。');
    expect(plan.recurring).toEqual([
      { what: '月调度', every: 'month', who: '各县区' },
      { what: '季通报', every: 'quarter', who: '各县区' },
      { what: '年考核', every: 'year', who: '各县区' },
    ]);
  });
});
