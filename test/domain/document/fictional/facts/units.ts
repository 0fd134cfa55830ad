/** Bureaus as they were called in the years given, without the prefix of their level. */
const BUREAUS: readonly { from: number; to: number; names: string }[] = [
  {
    from: 1997,
    to: 2003,
    names:
      '计委 经贸委 教委 科委 人事局 劳动局 土地管理局 建委 外经贸局 计生委 体委 乡镇企业局 物价局 广播电视局 商业局',
  },
  {
    from: 2004,
    to: 2009,
    names:
      '发改委 经委 人事局 劳动和社会保障局 国土资源局 建设局 外经贸局 文化局 广电局 人口计生委 药监局 物价局 招商局',
  },
  {
    from: 2010,
    to: 2018,
    names:
      '发改委 经信委 人力资源和社会保障局 国土资源局 住房和城乡建设局 商务局 文广新局 安监局 规划局 旅游局 金融办 政务服务中心',
  },
  { from: 1997, to: 2013, names: '卫生局 工商局 质监局 农业局 环保局 交通局 粮食局 国税局 地税局 畜牧局 水务局' },
  {
    from: 2014,
    to: 2018,
    names: '卫生计生委 工商局 质监局 食品药品监管局 农业局 环保局 交通运输局 粮食局 国税局 地税局 水务局 城管执法局',
  },
  {
    from: 2019,
    to: 2026,
    names:
      '发展改革委 工业和信息化局 人力资源社会保障局 自然资源和规划局 生态环境局 住房城乡建设局 交通运输局 农业农村局 文化和旅游局 卫生健康委 应急管理局 市场监管局 医保局 退役军人事务局 行政审批局 大数据局 城市管理局 税务局 地方金融监管局 水利局 数据局 乡村振兴局',
  },
  {
    from: 1997,
    to: 2026,
    names:
      '教育局 科技局 公安局 民政局 司法局 财政局 审计局 统计局 林业局 体育局 信访局 机关事务管理局 气象局 总工会 妇联 残联 科协 工商联 档案馆 法院 检察院',
  },
];
const PARTY = '组织部 宣传部 统战部 政法委 编办 农办 党校'.split(' ');
const VILLAGE =
  '党政综合办公室 农业农村办公室 经济发展办公室 社会事务办公室 财政所 派出所 司法所 自然资源所 卫生院 中心学校 综合行政执法队 水务站 供电所 市场监管所 便民服务中心 平安法治办公室'.split(
    ' ',
  );
const ZONE =
  '党政办公室 经济发展局 招商局 建设局 财政局 社会事业局 应急管理局 行政审批局 公安分局 税务局 市场监督管理分局 生态环境分局 国土分局 人力资源局 投资促进中心 消防救援大队'.split(
    ' ',
  );
const MINISTRY =
  '办公厅 政策法规司 规划财务司 科技教育司 国际合作司 人事司 基层指导司 监督管理司 行业发展司 信息中心 标准化研究所 宣传教育中心 直属机关党委 评估中心'.split(
    ' ',
  );

export type Level = 'province' | 'city' | 'county' | 'district' | 'township' | 'zone' | 'ministry';

/** The character that stands before a bureau's name at that level. */
export const PREFIX: Readonly<Record<Level, string>> = {
  province: '省',
  city: '市',
  county: '县',
  district: '区',
  township: '镇',
  zone: '',
  ministry: '',
};

/** All units that a plan of that place and year may name; `bare` leaves out the prefix, as offices do among themselves. */
export function unitsOf(level: Level, place: string, year: number, bare: boolean): string[] {
  if (level === 'township') return VILLAGE.map((name) => (bare ? name : `镇${name}`));
  if (level === 'zone') return ZONE;
  if (level === 'ministry') return MINISTRY;
  const root = place.slice(0, -1);
  const prefix = bare ? '' : PREFIX[level];
  const bureaus = BUREAUS.filter(({ from, to }) => from <= year && year <= to)
    .flatMap(({ names }) => names.split(' '))
    .map((name) => `${prefix}${level === 'province' ? name.replace(/局$/, '厅') : name}`);
  const head = PREFIX[level];
  const party = PARTY.map((name) => `${head}委${name}`);
  const companies = [
    `国网${root}供电公司`,
    `中国移动${root}分公司`,
    `人民银行${root}中心支行`,
    `${root}日报社`,
    `${root}职业技术学院`,
    `${root}城市建设投资集团有限公司`,
    `${root}海关`,
  ];
  const bracketed = [`${head}教育局(${head}体育局)`, `${head}政府办公室(研究室)`, `${root}高新区管委会`];
  return [...bureaus, ...party, `团${head}委`, ...(year >= 2010 ? companies : companies.slice(3)), ...bracketed];
}

/** Units that stand for many: they may close a list. */
export const GROUPS: Readonly<Record<Level, readonly string[]>> = {
  province: ['各市(州)人民政府', '省直有关部门', '各市人民政府'],
  city: ['各县(市、区)人民政府', '各县(市、区)', '市直有关部门', '各成员单位'],
  county: ['各乡镇人民政府', '各乡镇(街道)', '县直有关部门', '各成员单位'],
  district: ['各街道办事处', '各镇(街道)', '区直各部门'],
  township: ['各村(社区)', '各村民委员会', '镇直各单位'],
  zone: ['各园区', '各街道', '各有关单位'],
  ministry: ['各省级主管部门', '各直属单位', '各有关司局'],
};
