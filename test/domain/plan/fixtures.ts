import type { PlanFacts, PlanTarget, PlanTask } from '../../../domain/plan/types.ts';

const blank: PlanFacts = {
  title: '方案',
  docNumber: null,
  issuedOn: null,
  issuer: null,
  place: null,
  period: { start: null, end: null },
  phases: [],
  tasks: [],
  targets: [],
  bodies: [],
  recurring: [],
  safeguards: [],
  office: { name: '领导小组办公室', host: null },
  units: [],
  contacts: [],
};

export const task = (title: string, more: Partial<PlanTask> = {}): PlanTask => ({
  no: null,
  section: null,
  title,
  leadUnits: [],
  responsibleUnits: [],
  otherUnits: [],
  obligation: null,
  ...more,
});

export const target = (name: string, more: Partial<PlanTarget> = {}): PlanTarget => ({
  name,
  comparator: '>=',
  value: 1,
  max: null,
  unit: null,
  baseline: null,
  per: null,
  by: null,
  scope: null,
  ...more,
});

export const plan = (more: Partial<PlanFacts>): PlanFacts => ({ ...blank, tasks: [task('任务一')], ...more });

/** 000: three printed phases that overlap. */
export const chenzhou = plan({
  title: '郴州',
  issuedOn: '2009-11-23',
  period: { start: '2009-06-01', end: '2011-07' },
  phases: [
    { name: '安排部署阶段', kind: 'deployment', start: '2009-11', end: '2009-11', duties: ['制定下发方案'] },
    { name: '实施推进阶段', kind: 'implementation', start: '2009-11', end: '2011-06', duties: [] },
    { name: '迎检表彰阶段', kind: 'inspection', start: '2011-06', end: '2011-07', duties: [] },
  ],
});

/** 001: a date of issue and a horizon. */
export const huangshi = plan({
  title: '黄石',
  issuedOn: '2022-09-30',
  targets: [target('拥有量', { by: '2025' }), target('许可')],
});

/** 002: no date at all. */
export const shanghai = plan({ title: '区县', targets: [target('正版率')] });

/** 003: a horizon without a date of issue. */
export const bazhong = plan({ title: '巴中', targets: [target('注册量', { by: '2020' })] });

/** 004: a whole year, assessed in the January after it. */
export const national = plan({
  title: '2018年计划',
  period: { start: '2018-01', end: '2018-12' },
  targets: [target('企业数量', { baseline: '2017年', by: '2018' })],
  recurring: [
    { what: '对上一年度示范城市工作进行考核', every: 'year', who: null },
    { what: '对示范城市每三年工作复核', every: '3 years', who: null },
    { what: '对示范城市专利实力进行评价', every: 'year', who: null },
  ],
});
