import type { PlanFacts } from '../../domain/plan/types.ts';
import { department, independent, target, task } from './entries.ts';

const SECTION = '工作措施和责任分解';

/**
 * Facts of 郴政办函[2009]306号. The end of the period is that of the last printed phase; the host of the
 * office is not printed: 市知识产权局 by convention, being named in all ten tasks.
 */
export const chenzhou = {
  title: '郴州市国家知识产权试点城市工作方案',
  docNumber: '郴政办函[2009]306号',
  issuedOn: '2009-11-23',
  issuer: '郴州市人民政府办公室',
  place: '郴州市',
  period: { start: '2009-06-01', end: '2011-07' },
  phases: [
    {
      name: '安排部署阶段',
      kind: 'deployment',
      start: '2009-11',
      end: '2009-11',
      duties: [
        '制定下发郴州市国家知识产权试点城市工作方案',
        '成立试点工作领导小组',
        '举行国家知识产权试点城市授牌仪式',
        '召开试点工作领导小组会议,部署安排我市国家知识产权试点城市各项工作',
        '明确各成员单位的职责和任务',
      ],
    },
    {
      name: '实施推进阶段',
      kind: 'implementation',
      start: '2009-11',
      end: '2011-06',
      duties: ['认真落实本工作方案的各项工作措施', '在实践中不断调整完善,提高工作水平', '完成试点工作任务'],
    },
    {
      name: '迎检表彰阶段',
      kind: 'inspection',
      start: '2011-06',
      end: '2011-07',
      duties: ['迎接国家知识产权局对我市国家知识产权试点城市的验收', '对我市国家知识产权试点城市工作进行总结表彰'],
    },
  ],
  tasks: [
    task('(一)', SECTION, '加强对知识产权工作的组织领导', {
      responsibleUnits: ['市政府办', '市财政局', '市知识产权局', '市工商局', '市版权局'],
    }),
    task('(二)', SECTION, '完善知识产权法制和政策环境', {
      responsibleUnits: ['市政府办', '市科技局', '市知识产权局', '市工商局', '市版权局'],
    }),
    task('(三)', SECTION, '健全知识产权管理体系', {
      responsibleUnits: [
        '市政府办',
        '市编办',
        '市人事局',
        '市财政局',
        '市科技局',
        '市知识产权局',
        '市工商局',
        '市版权局',
      ],
    }),
    task('(四)', SECTION, '加强专利信息化建设,提高专利信息利用水平', {
      responsibleUnits: ['市知识产权局', '市发改委', '市经委', '市商务局'],
    }),
    task('(五)', SECTION, '探索知识产权联合执法模式', {
      responsibleUnits: [
        '市知识产权局',
        '市工商局',
        '市版权局',
        '市公安局',
        '市质监局',
        '市食品药品监管局',
        '长沙海关驻郴州办事处',
      ],
    }),
    task('(六)', SECTION, '加强知识产权宣传教育培训工作', {
      responsibleUnits: ['市知识产权局', '市工商局', '市版权局', '市教育局', '市人事局', '市司法局', '市广电局'],
    }),
    task('(七)', SECTION, '提高知识产权的产出能力', {
      responsibleUnits: ['市知识产权局', '市工商局', '市版权局', '市农业局', '市林业局', '市质监局'],
    }),
    task('(八)', SECTION, '大力推进以专利为核心的企业知识产权工作', {
      responsibleUnits: [
        '市发改委',
        '市经委',
        '市商务局',
        '市国资委',
        '市财政局',
        '市科技局',
        '市知识产权局',
        '市地税局',
        '市金融证券办',
        '市人民银行',
        '郴州银监分局',
      ],
    }),
    task('(九)', SECTION, '研究制定知识产权发展战略与规划', {
      responsibleUnits: ['市科技局', '市知识产权局', '市发改委', '市经委', '市商务局', '市国资委'],
    }),
    task('(十)', SECTION, '引导和支持知识产权中介机构发展', {
      responsibleUnits: ['市知识产权局', '市工商局'],
    }),
  ],
  targets: [
    target('全市专利申请量年增长率', '>', { baseline: '全省、全国平均水平', per: 'year', scope: 'period' }),
    target('发明专利特别是职务发明的申请量和授权量的比例', 'increase', { scope: 'period' }),
    target('全市注册商标、湖南省著名商标、中国驰名商标的数量', 'increase', { scope: 'period' }),
    target('在国际国内具有较大影响力和较强竞争力的国际知名品牌', 'range', {
      value: 1,
      max: 2,
      unit: '个',
      scope: 'period',
    }),
  ],
  bodies: [
    {
      name: '郴州市国家知识产权试点工作领导小组',
      kind: 'leading group',
      duties: ['统筹和协调全市知识产权工作', '部署安排我市国家知识产权试点城市各项工作', '明确各成员单位的职责和任务'],
    },
    {
      name: '知识产权联席会议',
      kind: 'joint conference',
      duties: ['统筹和协调全市知识产权工作'],
    },
  ],
  recurring: [{ what: '研究部署检查知识产权工作', every: 'periodic', who: '市政府' }],
  safeguards: [],
  office: { name: '试点工作领导小组办公室', host: '市知识产权局' },
  units: [
    department('市政府办', '府办', '市政府办公室', '市人民政府办公室'),
    department('市财政局', '财政', '财政局'),
    department('市知识产权局', '知产', '知识产权局', '市知产局'),
    // Merged with 质监 and 食药监 into 市场监管 since: the new name leads to one unit only, for an alias may not fit two.
    department('市工商局', '工商', '工商局', '市工商行政管理局', '市市场监管局', '市市场监督管理局'),
    department('市版权局', '版权', '版权局'),
    department('市科技局', '科技', '科技局', '市科学技术局'),
    department('市编办', '编办', '市委编办', '市机构编制委员会办公室'),
    department('市人事局', '人事', '人事局', '市人社局', '市人力资源和社会保障局'),
    department('市发改委', '发改', '发改委', '市发展和改革委员会'),
    department('市经委', '经委', '市经济委员会', '市工信局', '市工业和信息化局'),
    department('市商务局', '商务', '商务局'),
    department('市公安局', '公安', '公安局'),
    department('市质监局', '质监', '质监局', '市质量技术监督局'),
    department('市食品药品监管局', '食药监', '市食药监局', '市食品药品监督管理局'),
    independent('长沙海关驻郴州办事处', '海关', '郴州海关', '长沙海关驻郴办事处'),
    department('市教育局', '教育', '教育局'),
    department('市司法局', '司法', '司法局'),
    department('市广电局', '广电', '广电局', '市广播电视局', '市文旅广体局'),
    department('市农业局', '农业', '农业局', '市农业农村局'),
    department('市林业局', '林业', '林业局'),
    department('市国资委', '国资', '国资委', '市国有资产监督管理委员会'),
    department('市地税局', '地税', '地税局', '市地方税务局', '市税务局'),
    department('市金融证券办', '金融办', '金融证券办', '市政府金融办'),
    independent('市人民银行', '人行', '人民银行', '人行郴州市中心支行', '中国人民银行郴州市中心支行'),
    independent('郴州银监分局', '银监', '银监分局', '郴州银保监分局'),
  ],
  contacts: [],
} satisfies PlanFacts;
