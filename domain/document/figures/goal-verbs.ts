/** Doings whose number is a goal where nothing compares: 培育10家, 新建3所. */
const WORDS =
  '新增|新建|新改建|改扩建|改建|扩建|续建|建成|建设|建立|建有|建好|共建|培育|培养|培训|培植|打造|创建|创成|创办|引进|引育|招引|发展|完成|改造|举办|开展|组织|实施|争取|争创|' +
  '选派|选树|选育|选聘|推出|遴选|认定|评选|评定|形成|推广|布局|布设|扶持|孵化|设立|落地|签约|开工|竣工|投产|投用|治理|修复|整治|整改|拆除|拆违|关停|关闭|淘汰|' +
  '更新|更换|安装|加装|购置|配备|配置|招录|招聘|招募|帮扶|解决|化解|筹集|筹措|提供|开发|研发|制定|制订|制修订|修订|编制|发布|命名|申报|获批|获得|取得|建|新设|增设|增加|增挂|' +
  '完善|提升|实现|落实|推动|推进|力争|新认定|新培育|新引进|新开工|新入库|新发展|新登记|新注册|新签约|再造|植树|造林|绿化|清理|清运|排查|检查|抽检|抽查|查处|办结|办理|调解|' +
  '救助|安置|搬迁|转移|吸纳|带动|扶助|资助|开通|新开|铺设|敷设|架设|更新改造|提质改造|创评|评比|拍摄|出版|采集|建档|入库|储备|谋划|策划|盘活|腾退|处置|去化|供应|供给|交付|投放|投入|募集|覆盖|服务|惠及|达标|创|育|引|上市|挂牌|纳统|升规|入统|转化|转让|成交|登记|授权|注册|申请|拥有|设置|增配|补充|压减|削减|减少|化解|建改|改厕|退出|' +
  '净增|新打|新修|新栽|新购|新配|新办|新种|新植|新招|办好|办实|建强|做强|晋升|升级|成立|组建|聘请|聘任|选拔|储备|输送|引导|吸引|招收|招生|录用|派驻|下派|轮训|演练|宣讲|走访|慰问|征集|推荐|命名|创作|保护|维修|抢救|复垦|整理|流转|种植|养殖|出栏|存栏|收储|播种|开挖|疏浚|加固|清淤|关井|封井|' +
  '新增设|评审|评估|审计|审核|破获|侦破|打掉|抓获|起诉|执结|受理|审结';

/** Longest first: 建成 before 建. */
const VERBS = [...new Set(WORDS.split('|'))].toSorted((a, b) => b.length - a.length).join('|');

const END = new RegExp(`(?:${VERBS})(?:出|了|好|起|完成|达|约|近|共|不少于|至少)?$`);
const ANY = new RegExp(VERBS);
const START = new RegExp(`^(?:${VERBS})`);
const FILLER = new RegExp(
  `^(?:全[省市县区州镇乡]|全系统|[我本][省市县区]|各(?:县市区|县区|乡镇街道|乡镇|镇街|地|级|部门|单位)|各县\\(市、区\\)|每个?(?:县区|县|乡镇|镇|村|社区|街道|区|学校|单位|行业|季度|年|月)|` +
    `计划|规划|拟|共|累计|再|新|重点|积极|加快|大力|分别|至少|最少|力争|争取|确保|努力|年度|着力|统筹|逐步|扎实|深入|集中|择优|优先|继续|联合|高[标质水][准量平]|和|及|以及|并|或|、|约|近|要|应|还|${VERBS})`,
);

/** The text ends with a doing, as before `10家企业`. */
export const endsWithGoalVerb = (text: string): boolean => END.test(text.slice(-12));
/** The doing that the text ends with; empty: none. */
export const endingGoalVerb = (text: string): string => END.exec(text.slice(-12))?.[0] ?? '';
/** The text begins with a doing, perhaps after 全市. */
export const startsWithGoalVerb = (text: string): boolean =>
  START.test(text.replace(/^(?:全[省市县区州镇]|我[省市县区])?(?:计划|规划|拟|力争|共|累计|再)?/, ''));
/** A doing stands anywhere in the text. */
export const hasGoalVerb = (text: string): boolean => ANY.test(text);

/** Nothing but doings and where: the name must stand after the number, or be the one before. */
export function onlyGoalVerbs(text: string): boolean {
  if (text.length > 60) return false;
  let rest = text;
  for (let word = FILLER.exec(rest); word; word = FILLER.exec(rest)) rest = rest.slice(word[0].length);
  return rest === '';
}

/** A noun that is itself a measure: 拥有量, 覆盖率, 增加值. */
const INDICATOR =
  /(?:(?<!质|能|力|当|考|商|衡|测|打|较)量|数量|总数|人数|户数|家数|件数|面积|次数|起数|天数|里程|(?<!效|频|心|税)率|税率|(?:满意|知晓|认可|美誉|贡献|集中|参与|知名|开放|达标|认知|认同|感知|信任|支持|获得感|公信|便利|活跃)度|密度|浓度|强度|比例|比重|占比|比值|总额|金额|数额|余额|产值|增加值|(?<!负|债)收入|税收|利润|投资额?|规模|指数|指标值|均值|得分|排名|位次|寿命|年限|时间|时限|时长|环节|材料|成本|缺口|床位|里程|产量|能耗|电耗|水耗|煤耗|用量|耗量|总量|存量|增量|流量|库容|装机|容量|水平线|死亡人数|交易额|销售额|融资额|成交额|贷款|存款|交易值|生产总值|GDP|覆盖面|增速|增幅|增长率|降幅|经费|预算)$/i;

export const endsWithIndicator = (text: string): boolean => INDICATOR.test(text.slice(-10));
