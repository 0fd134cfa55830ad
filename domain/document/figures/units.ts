/** What may follow where the counter is meant, and not the first character of a longer word. */
const NOT_A_WORD: Record<string, string> = {
  个: '人体',
  人: '员民才口均大社工',
  家: '庭',
  项: '目',
  名: '单录牌称义优特',
  处: '理罚置长级室',
  所: '有在属需得',
  座: '谈',
  台: '账',
  张: '贴',
  条: '件例款块',
  次: '生日于数',
  场: '所地景',
  期: '间末限内',
  轮: '训换岗值',
  批: '发次准复示',
  部: '门分署队',
  种: '植子',
  类: '别型',
  支: '部付撑行持',
  门: '诊店户槛',
  份: '额',
  户: '籍口外均',
  天: '然气',
  件: '均',
  组: '织建成长',
  例: '如会',
  宗: '教旨',
  架: '构',
  头: '部',
  口: '径岸号',
  位: '于置居列',
  度: '假',
  片: '区',
  成: '立为员果绩效品本功熟长',
  元: '旦',
  亩: '均',
  路: '面线口灯径政网边段',
  对: '象口接',
  分: '别工为管类之析级布',
  间: '接隔',
  套: '餐',
  道: '路德',
  盏: '',
  本: '',
  幅: '度',
  面: '积向',
  块: '',
  点: '',
  P: 'PMHVKOS',
};

const PLAIN =
  '个百分点 百分点 个等级 册次 个工作日 工作日 个自然日 自然日 个小时 小时 个月 个季度 分钟 微克/立方米 毫克/升 毫克/立方米 ' +
  'μg/m3 μg/m³ mg/L 吨标准煤 标准煤 立方米 平方米 平方公里 平方千米 立方 千瓦时 兆瓦时 兆瓦 吉瓦 千瓦 公里 千米 厘米 毫米 公顷 ' +
  '公斤 千克 微克 毫克 人次 人天 户次 家次 场次 件次 车次 辆次 架次 次/年 位次 名次 学时 课时 标准箱 标箱 TEU MW GW kW 千卡 ' +
  '分贝 蒸吨 尾 人年 批次 /10万 /百万 /万 美元 欧元 日元 港元 人民币 床位 张床 岁 吨 克 斤 米 只 羽 株 棵 眼 册 页 辆 艘 栋 幢 起 篇 番 倍 % ‰ 周 年 日 升 桶 头 枚 颗 根 锭';

/** Units that count time: a target only where the sentence compares with them. */
export const TIME_UNIT = /^(个?工作日|个?自然日|个?小时|天|日|周|个?月|个季度|年|分钟)$/;
/** Units of a share: the stock or flow isn't told by them. */
export const SHARE_UNIT = /^(%|‰|个?百分点)$/;
/** Counts of doings: with 召开 and the like they say how often, not how much. */
export const TIMES_UNIT = /^(次|场|场次|轮|期|遍)$/;

const escape = (text: string): string => text.replace(/[/.]/g, '\\$&');

const counters = [
  ...PLAIN.split(' ').map((unit) => ({ unit, pattern: escape(unit) })),
  ...Object.entries(NOT_A_WORD).map(([unit, after]) => ({ unit, pattern: after ? `${unit}(?![${after}])` : unit })),
].toSorted((a, b) => b.unit.length - a.unit.length);

const FIRST_SIGNS = [...new Set(counters.map(({ unit }) => unit.charAt(0)))].join('');

/** One counter, its base after a stroke included: 件, 个百分点, 元/人, 张/千人. */
export const COUNTER = `(?=[${escape(FIRST_SIGNS)}])(?:${counters.map(({ pattern }) => pattern).join('|')})(?:\\/(?:[百千万亿]?(?:人|元|公里|平方公里|立方米|亩|户|年|天|件|个|吨|升|次))|\\((?:套|台|个|处|次|户|座|家|辆|艘|所)\\))?`;
