import type { Quantity } from './quantity.ts';
import { TIME_UNIT, TIMES_UNIT } from './units.ts';

interface Judged {
  folded: string;
  quantity: Quantity;
  /** All of the clause before the number. */
  before: string;
  /** What stands before the number and its comparison, light words taken off. */
  leading: string;
  after: string;
  /** A comparing word or 以上 stands with it. */
  compared: boolean;
  change: boolean;
}

const MONEY_GIVEN =
  /奖励|奖金|奖补|补助(?!性)|补贴(?!性)|给予|罚款|处罚|罚金|赔偿|扣[除减]?$|资助标准|一次性|满分|计分|得$|记$|加$|减$/;
const OFFICE =
  '联络员|负责人|分管|领导|工作人员|主任|组长|专人|专班|小组|组员|副职|班子|秘书长|召集人|网格长|网格员|信息员|专管员|科级';
const OFFICE_END = new RegExp(`(?:${OFFICE})$`);
const OFFICE_START = new RegExp(`^(?:的)?[^,;]{0,6}(?:${OFFICE}|(?:督查|督导|检查|工作|专项|指导|巡查|评审|验收)组)`);
const PARTS =
  /^(?:个|类|种|级|项|条|大|层)?(?:方面|阶段|环节|步骤|层次|层级|维度|等次|档次|类别|等级|问题|原则|小组|工作组|专班|专项组|专题组|专责组|部分|必须|不|统一|清单|到位|一律|意识|关系|轮次|重点(?:任务|工作|领域|环节|内容|方面|区域|行业)|体系|转变|关键|抓手|批次|时段|主体责任|指标体系|试点任务)/;
/** 两项制度, 三项行动: how a thing is divided, not how many are wanted. */
const FEW_OF =
  /^(?:重点|主要|专项|基本)?(?:制度|机制|政策|措施|规定|办法|要求|行动|工作|任务|内容|清单|原则|计划|能力|关系|保障|基础)/;
/** 限制使用灰分超过16%的煤: what is kept out. */
const FORBIDDEN = /^(?:限制|严格限制|禁止|严禁|不得|杜绝|凡|严控|对于?(?!.*(?:率|比例|面|度|数|次数)$))/;
/** 发电厂二期, 一期工程: which part of a thing that is built, unless it is held or taught. */
const STAGE = /(?:举办|开办|举行|培训|轮训|组织|开展|编发|编印|印发|刊发|播出|制作|推出|班|刊|报)(?:[^,;]{0,12})$/;
const MEETING =
  /召开|调度|通报|报送|上报|研究|会商|碰头|总结|听取|例会|汇报|督查|督导|检查|会议|走访|慰问|入户|更新|集中学习|巡查|研判|分析|反馈/;
const DEADLINE = /^(?:之?内|以?内|前|后|起|的?(?:公示|时间|期限内)|向|报)/;
const TIME_CUT = /时间|时限|时长|周期|期限|时效|寿命|年限|天数|压缩|缩短|压减|减少|提速/;

/** 缴存比例为5%, 收费标准不得高于200元: what everybody is to pay or to get, once and for all. */
const RULED =
  /(?:(?:缴交|缴存|计提|提取|提留|征收|计征|代扣|贴息|抵扣|上浮|下浮|预留|持股|返还)(?:率|比例|额|系数)|首付款?(?:比例)?|(?:物业|管理|停车|服务|取暖|保育|报名|手续)费|(?:征收|收费|缴费|付费|补偿|工资|租金|计费|缴纳|缴存|价格)标准|单价|租金|票价|房价|水价|电价|气价|地价|利率|税率|费率)$/;
const SET =
  /(?:(?:均|一律|统一|分别|暂|核)?(?:定)?(?:为|是|按)|不得?(?:低于|高于|少于|超过|多于)|(?:调整|提高|降低|下调|上调|核定|确定)(?:到|至|为))(?:每[^,;\d]{1,12})?$|每[^,;\d]{1,8}不得?(?:低于|高于|少于|超过|多于)$/;

/** Numbers that a plan prints and nobody is to reach: parts of a whole, money given, posts, deadlines, how often. */
export function isNoTarget({ folded, quantity, before, leading, after, compared, change }: Judged): boolean {
  const unit = quantity.unit ? folded.slice(quantity.unit.start, quantity.unit.end) : '';
  const near = leading.slice(-24);
  if (MONEY_GIVEN.test(near) || OFFICE_END.test(near) || OFFICE_START.test(after)) return true;
  if (!compared && PARTS.test(after.replace(/^的/, ''))) return true;
  if (quantity.written && !compared && FEW_OF.test(after)) return true;
  if (FORBIDDEN.test(leading) && compared) return true;
  if (isRule(before.slice(-40))) return true;
  if (isQuoted(folded, quantity) || isGrade(folded, quantity, unit)) return true;
  if (quantity.written && folded.charAt(quantity.start - 1) === '每') return true;
  if (
    TIME_UNIT.test(unit) &&
    !change &&
    (!compared ||
      !TIME_CUT.test(`${leading}${folded.slice(quantity.start - 8, quantity.start)}`) ||
      (DEADLINE.test(after) && !/^内$/.test(after)))
  )
    return true;
  if (unit === '期' && !compared && leading !== '' && !STAGE.test(leading)) return true;
  if (TIMES_UNIT.test(unit) && (MEETING.test(near) || MEETING.test(after.slice(0, 16)))) return true;
  // 一个, 一次 and the like are articles, not numbers.
  if (quantity.written && quantity.value === 1 && !compared && !/^(?:倍|番|成)$/.test(unit)) return true;
  if (quantity.value === 1 && TIMES_UNIT.test(unit)) return true;
  if (TIME_UNIT.test(unit) && /[前后]$/.test(folded.slice(Math.max(0, quantity.start - 1), quantity.start)))
    return true;
  // 按照机耕路宽3—6米的标准: how a thing is to be made.
  if (/^\s*(?:按|以)/.test(before) && /的(?:技术)?(?:标准|规格|要求)(?:$|,)/.test(after)) return true;
  if (unit === '' && !compared) return true;
  if (/^(?:岁|年)$/.test(unit) && !/寿命|年限|年龄|时间/.test(leading)) return true;
  return /(?:第|不发生|杜绝|严禁|未|无|不符合|凡|对于|符合|有关第)$/.test(
    folded.slice(Math.max(0, quantity.start - 3), quantity.start),
  );
}

function isRule(before: string): boolean {
  const set = SET.exec(before);
  if (set === null) return false;
  // 征收率不低于98% is to be reached; a price or a share to be paid is not.
  const asked = /不(?:低于|高于|少于|超过|多于)$/.test(set[0]);
  const name = before.slice(0, set.index);
  return RULED.test(name) && !(asked && /[率额数]$/.test(name));
}

/** (一、二类): which ones. */
const isGrade = (folded: string, { start, written }: Quantity, unit: string): boolean =>
  written && /^[类级]$/.test(unit) && /[一二三四五][、和及]$/.test(folded.slice(Math.max(0, start - 2), start));

/** “五个示范区”, “六个百分之百”: the name of something. */
function isQuoted(folded: string, { start, end }: Quantity): boolean {
  const opened = /[“"「『《][^“”"」』》,;]{0,30}$/.test(folded.slice(Math.max(0, start - 31), start));
  return opened && /^[^“”"」』》,;]{0,40}[”"」』》]/.test(folded.slice(end, end + 42));
}
