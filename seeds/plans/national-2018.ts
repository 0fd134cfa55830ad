import type { PlanFacts } from '../../domain/plan/types.ts';
import { group, target, task } from './entries.ts';

/** Facts of a fragment: it starts at (五), so sections are unknown. 执行单位 stands as the responsible unit. */
export const national2018 = {
  title: '2018年国家知识产权示范城市工作计划',
  docNumber: null,
  issuedOn: null,
  issuer: null,
  place: '各示范城市',
  period: { start: '2018-01', end: '2018-12' },
  phases: [],
  tasks: [
    task('(五)', null, '全面提升企事业单位知识产权管理水平', {
      responsibleUnits: ['各示范城市知识产权局'],
      obligation: 'mandatory',
    }),
    task('(六)', null, '大力培育强县工程试点示范县(区)', {
      responsibleUnits: ['各示范城市知识产权局'],
      obligation: 'mandatory',
    }),
    task('(七)', null, '进一步完善知识产权公共服务体系', {
      responsibleUnits: ['各示范城市知识产权局'],
      obligation: 'optional',
    }),
    task('(八)', null, '深入开展知识产权助力创新创业', {
      responsibleUnits: ['各示范城市知识产权局'],
      obligation: 'optional',
    }),
  ],
  targets: [
    target('新增获得认证证书的企业数量', '>=', {
      value: 10,
      unit: '%',
      baseline: '2017年',
      by: '2018',
      scope: 'year',
    }),
    target('国家知识产权强县工程试点示范县(区)', 'range', {
      value: 1,
      max: 2,
      unit: '个',
      by: '2018',
      scope: 'year',
    }),
  ],
  bodies: [],
  recurring: [
    { what: '对上一年度示范城市工作进行考核', every: 'year', who: null },
    { what: '对示范城市每三年工作复核', every: '3 years', who: null },
    { what: '对示范城市专利实力进行评价', every: 'year', who: null },
    { what: '对示范城市知识产权局处(科、室)主要负责人以上管理人员的轮训', every: '3 years', who: null },
  ],
  safeguards: [
    {
      title: '加强工作考核',
      gist: '每年年初对上一年度示范城市工作进行考核;考核结果以一定方式公布,并作为对示范城市每三年工作复核的重要依据;年度考核优秀的示范城市,在计划实施中给予重点支持',
    },
    {
      title: '开展专利实力状况评价',
      gist: '每年对示范城市专利实力进行评价;评价结果以一定方式公布,并作为示范城市加强和改进工作的重要依据',
    },
    {
      title: '加强业务培训',
      gist: '持续开展针对示范城市知识产权局各级管理人员的业务培训;每3年完成一次对示范城市知识产权局处(科、室)主要负责人以上管理人员的轮训',
    },
    {
      title: '加大指导支持力度',
      gist: '进一步加大对示范城市工作的指导力度;应示范城市申请,在战略规划制定、重大政策出台、重大事件协调等方面提供专家咨询支持;各类培训方面提供课程设计和师资支持',
    },
    {
      title: '提供政策倾斜支持',
      gist: '优先在示范城市布局知识产权保护中心、知识产权运营、专利导航创新质量评价、知识产权金融服务创新等方面的相关政策、重大工程和试点示范项目',
    },
  ],
  office: { name: '示范城市工作办公室', host: null },
  units: [group('各示范城市知识产权局', '示范市', ['各示范城市', '示范城市知识产权局'])],
  contacts: [],
} satisfies PlanFacts;
