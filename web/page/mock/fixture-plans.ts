import type { DryRun, PlanRow, RedatePreview } from '../../api.ts';
import { PLAN_ID } from './fixture.ts';

const phase = (
  kind: 'deployment' | 'implementation' | 'inspection',
  name: string,
  printed: string,
  start: string | null,
  end: string | null,
) => ({ kind, name, printed, start, end, proposed: false });

export function freshPlans(): PlanRow[] {
  const real = (
    id: string,
    title: string,
    place: string,
    docNumber: string,
    status: PlanRow['status'],
    tasks: number,
    unitCount: number,
  ): PlanRow => ({
    id,
    title,
    place,
    docNumber,
    demo: false,
    status,
    tasks,
    units: unitCount,
    unitsBound: 0,
    phases: [
      phase('deployment', '安排部署阶段', '2009年11月', null, null),
      phase('implementation', '实施推进阶段', '2009年11月至2011年6月', null, null),
      phase('inspection', '迎检表彰阶段', '2011年6月至7月', null, null),
    ],
  });
  return [
    {
      id: PLAN_ID,
      title: '示例市知识产权试点城市工作方案',
      place: '示例市',
      docNumber: '示政办函〔2026〕1号',
      demo: true,
      status: 'running',
      tasks: 16,
      units: 12,
      unitsBound: 11,
      phases: [
        phase('deployment', '部署', '2026年6月', '2026-06-01', '2026-06-30'),
        phase('implementation', '实施', '2026年7月至2028年6月', '2026-07-01', '2028-06-30'),
        phase('inspection', '迎检', '2028年6月至7月', '2028-06-01', '2028-07-31'),
      ],
    },
    real('chenzhou', '郴州市国家知识产权试点城市工作方案', '郴州市', '郴政办函[2009]306号', 'draft', 10, 25),
    real('huangshi', '黄石市国家知识产权试点城市建设工作方案', '黄石市', '黄政办发〔2019〕33号', 'draft', 27, 38),
    real('bazhong', '巴中市国家知识产权试点城市工作方案', '巴中市', '巴府办发〔2018〕12号', 'draft', 20, 30),
    real('shanghai', '某区创建国家知识产权示范城区工作方案', '上海市', '沪某府办〔2016〕20号', 'draft', 18, 22),
    real(
      'national',
      '2018年深入实施国家知识产权战略加快建设知识产权强国推进计划',
      '全国',
      '国知战联办〔2018〕16号',
      'draft',
      109,
      44,
    ),
  ];
}

const SUMMARY = {
  shift: '顺延17年',
  rearrange: '自2026年11月23日起重排',
  takeover: '在途接管',
  archive: '补录归档,不计时',
};

export function redatePreview(mode: RedatePreview['mode']): RedatePreview {
  const moved = mode !== 'archive';
  return {
    mode,
    defaultMode: 'shift',
    summary: SUMMARY[mode],
    rows: [
      {
        what: '安排部署阶段',
        printed: '2009年11月',
        effective: moved ? '2026年11月23日至11月30日' : '2009年11月',
        moved,
      },
      {
        what: '实施推进阶段',
        printed: '2009年11月至2011年6月',
        effective: moved ? '2026年11月至2028年6月30日' : '2009年11月至2011年6月',
        moved,
      },
      {
        what: '迎检表彰阶段',
        printed: '2011年6月至7月',
        effective: moved ? '2028年6月1日至7月31日' : '2011年6月至7月',
        moved,
      },
      {
        what: '发文字号、印发日期',
        printed: '郴政办函[2009]306号,2009年11月23日',
        effective: '2009年11月23日',
        moved: false,
      },
    ],
    questions: [
      { code: 'baseline', text: '“较2008年增长20%”的基数随顺延改为较2025年,基数值待填。', proposed: '较2025年' },
    ],
    firstWeek: moved
      ? [
          { day: '2026-11-23', prompts: 10, persons: 0 },
          { day: '2026-11-25', prompts: 10, persons: 0 },
          { day: '2026-11-26', prompts: 4, persons: 0 },
        ]
      : [],
    unboundUnits: ['市政府办', '市财政局', '市知识产权局', '市工商局', '市版权局', '长沙海关驻郴州办事处'],
  };
}

export const DRY_RUN: DryRun = {
  from: 'implementation',
  to: 'inspection',
  toName: '迎检',
  hash: '9c41d7e0a2b35f68'.repeat(4),
  gaps: [
    { code: 'open-tasks', text: '任务尚未办结', count: 15 },
    { code: 'overdue', text: '单位逾期未报', count: 5 },
    { code: 'no-evidence', text: '任务没有佐证', count: 9 },
  ],
  facts: [
    { label: '任务', value: '16项' },
    { label: '已签收', value: '16/16' },
    { label: '已验收', value: '0项' },
    { label: '累计答复', value: '138条' },
    { label: '待发提示', value: '5条' },
  ],
  unboundUnits: ['临江县'],
  firstWeek: [
    { day: '2026-11-24', prompts: 24, persons: 11 },
    { day: '2026-11-25', prompts: 8, persons: 5 },
    { day: '2026-11-26', prompts: 3, persons: 3 },
  ],
  undoMinutes: 30,
};
