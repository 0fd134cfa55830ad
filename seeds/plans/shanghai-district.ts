import type { PlanFacts } from '../../domain/plan/types.ts';
import { department, group, target, task } from './entries.ts';

const SECTIONS = ['行动方案', '工作措施'] as const;

/**
 * Facts of a district's action plan whose copy is damaged: two rates are unreadable and stay without a
 * value, misprinted words stand as printed. No task names its owner; the units are those that sentences
 * outside brackets oblige, for the office to assign.
 */
export const shanghaiDistrict = {
  title: '区县实施知识产权战略活动方案',
  docNumber: null,
  issuedOn: null,
  issuer: null,
  place: 'xx区',
  period: { start: null, end: null },
  phases: [],
  tasks: [
    task('(一)', SECTIONS[0], '加强本区知识产权工作体系建设'),
    task('(二)', SECTIONS[0], '推进国家知识产权战略的实施'),
    task('(三)', SECTIONS[0], '积极开展知识产权经济'),
    task('(四)', SECTIONS[0], '自主知识产权水平大幅度提高,拥有量进一步增加'),
    task('(五)', SECTIONS[0], '加强知识产权保护'),
    task('(六)', SECTIONS[0], '加大知识产权知识的宣传普及工作'),
    task('(一)', SECTIONS[1], '完善区知识产权联席会议制度'),
    task('(二)', SECTIONS[1], '建立健全区知识产权效劳体系'),
    task('(三)', SECTIONS[1], '加强对知识产权工作的引导和鼓励功能,提高企业核心竞争力'),
    task('(四)', SECTIONS[1], '积极开展知识产权工作交流'),
    task('(五)', SECTIONS[1], '加大行政保护知识产权力度'),
    task('(六)', SECTIONS[1], '实施知识产权的宣传教育与培训战略'),
    task('(七)', SECTIONS[1], '切实保护企业的商标、商业秘密和企业的名称、商号'),
  ],
  targets: [
    target('区政府及工作部门使用正版软件率', '>=', { unit: '%' }),
    target('辖区内音像制品及出版物的正版率', '>=', { unit: '%' }),
    target('软件登记量', 'increase', { baseline: '与本区经济同步增长' }),
  ],
  bodies: [
    {
      name: '区知识产权联席会议',
      kind: 'joint conference',
      duties: [
        '教育与引导政府各行政部门认清形势,提高对知识产权工作的认识',
        '贯彻执行国家与XX省的知识产权的方针政策',
        '健全区知识产权效劳体系与区知识产权管理机制',
        '营造有利于知识产权创新的良好环境,推动专利技术成果的产业化',
        '积极进行本区与兄弟区以及外省市知识产权组织的交流与合作',
        '继续采取各种有效措施严厉打击知识产权的侵权行为',
        '及时了解、协调在专项行动中发生的重大事件',
      ],
    },
    {
      name: '区知识产权联席会议办公室',
      kind: 'office',
      duties: ['接收参加保护知识产权专项行动的单位报送的有关工作情况'],
    },
    {
      name: '各镇、街道的知识产权网络',
      kind: 'liaison network',
      duties: ['定期举办联络员工作交流会'],
    },
  ],
  recurring: [
    {
      what: '本区与其他区县、区政府各部门之间、区政府和企业之间定期的知识产权工作交流机制',
      every: 'periodic',
      who: null,
    },
    { what: '举办联络员工作交流会', every: 'periodic', who: '各镇、街道' },
    { what: '上报的知识产权信息反响制度', every: 'periodic', who: null },
    { what: '遴选出数家专利试点单位,签订试点合同', every: 'year', who: null },
    { what: '组织企业与专利、商标、版权等相关区政府部门的研讨会', every: 'periodic', who: null },
    { what: '组织联合执法行动', every: 'periodic', who: null },
    { what: '“保护知识产权宣传周活动', every: 'year', who: null },
    { what: '验收合格的试点学校,报送备选市知识产权试点学校', every: 'periodic', who: null },
    { what: '培训政府、企业的知识产权管理干部与工作人员', every: 'periodic', who: null },
    {
      what: '对区工商分局商标管理干部与工作人员以及中小型企业知识产权管理干部与工作人员定期进行商标法和专利法的培训',
      every: 'periodic',
      who: null,
    },
    { what: '对新闻采编人员、印刷厂厂长定期进行著作权法的培训', every: 'periodic', who: null },
  ],
  safeguards: [],
  office: { name: '区知识产权联席会议办公室', host: null },
  units: [
    department('区政府', '区政府', '区人民政府'),
    department('区知识产权联席会议办公室', '联席办', '联席会议办公室'),
    group('各镇、街道', '镇街', ['各镇街', '各街镇', '各镇和街道']),
    department('区工商分局', '工商', '工商分局', '区市场监管局', '区市场监督管理局'),
  ],
  contacts: [],
} satisfies PlanFacts;
