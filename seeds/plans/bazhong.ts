import type { PlanFacts } from '../../domain/plan/types.ts';
import { county, department, group, target, task } from './entries.ts';

const SECTION = '细化八项重点任务';

/**
 * Facts taken from a news report about the plan, not from the plan: no owners, no phases, no dates.
 * The units are those that the report names, for the office to assign.
 */
export const bazhong = {
  title: '巴中市深入实施知识产权战略促进创新发展的实施意见',
  docNumber: null,
  issuedOn: null,
  issuer: null,
  place: '巴中市',
  period: { start: null, end: null },
  phases: [],
  tasks: [
    task(null, SECTION, '提升知识产权创造水平'),
    task(null, SECTION, '发展知识产权密集型产业'),
    task(null, SECTION, '开展知识产权强企行动'),
    task(null, SECTION, '实施知识产权强县工程'),
    task(null, SECTION, '推进知识产权资本化运营'),
    task(null, SECTION, '深化知识产权综合服务'),
    task(null, SECTION, '实行严格的知识产权保护'),
    task(null, SECTION, '培育知识产权文化'),
  ],
  targets: [
    target('发明专利申请量年均增长率', '>=', {
      value: 15,
      unit: '%',
      per: 'year',
      by: '2020',
      scope: 'period',
    }),
    target('商标有效注册量', '>=', { value: 0.5, unit: '万件', by: '2020', scope: 'cumulative' }),
    target('作品著作权登记量', '>=', { value: 4000, unit: '件', by: '2020', scope: 'cumulative' }),
    target('新增有效动植物新品种', '=', { value: 5, unit: '件', by: '2020', scope: 'period' }),
    target('年专利实施新增产值', '>=', { value: 5, unit: '亿元', per: 'year', by: '2020', scope: 'year' }),
    target('年专利实施创利税', '>=', { value: 7000, unit: '万元', per: 'year', by: '2020', scope: 'year' }),
    target('知识产权密集型产业增加值占GDP的比重', 'increase', { by: '2020' }),
    target('知识产权权利人满意度', '>', { value: 80, unit: '%', by: '2020' }),
    target('全市所有县(区)成为国家知识产权强县工程试点县(区)', null, { by: '2020', scope: 'cumulative' }),
    target('市级以上知识产权试点示范和优势培育企业', '>=', {
      value: 15,
      unit: '家',
      by: '2020',
      scope: 'cumulative',
    }),
    target('知识产权服务机构', '>=', { value: 10, unit: '家', by: '2020', scope: 'cumulative' }),
    target('知识产权服务从业人员', '>=', { value: 100, unit: '人', by: '2020', scope: 'cumulative' }),
  ],
  bodies: [
    {
      name: '知识产权工作领导小组',
      kind: 'leading group',
      duties: ['统筹协调'],
    },
  ],
  recurring: [],
  safeguards: [],
  office: { name: '知识产权工作领导小组办公室', host: null },
  units: [
    department('市科知局', '科知', '市科学技术和知识产权局', '市科技局', '市知识产权局'),
    group('县(区)政府', '县区', ['各县(区)', '各县(区)政府', '所有县(区)']),
    county('巴中经开区', '经开', '经开区', '巴中经济技术开发区'),
  ],
  contacts: [],
} satisfies PlanFacts;
