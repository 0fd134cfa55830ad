import { endsWithGoalVerb, endsWithIndicator, onlyGoalVerbs } from '../figures/goal-verbs.ts';
import type { PlanTarget } from '../../plan/types.ts';

/** Names that begin or end as no name does. */
const ODD_ENDS =
  /^(?:[^()]*\)|的|及(?!时|格)|和(?!谐)|与(?!会)|等(?!级|外)|在(?![校册岗建职读园训营孵编库线])|到(?!位|岗|期|户|村)|至|后(?![备勤续进厨台置])|共(?![建享有治产性])|将(?!军|来)|含(?![量税糖水油氧碳金硫])|三年|两年|汛前|力\s?争|其\s?中|确\s?保)|(?:[的在将为及和与等,]|\([^()]*)$|\s/;
/** Too short to say what is counted. */
const TOO_SHORT =
  /^(?:.|改造|新建|建成|完成|新增|培训|建设|.(?:占比|率|比例|比重)|主体|比例|比率|总产|面积|覆盖|完成率|占比|总数|数量|增幅|其他|其余|其它|全部|全年|全市|全县|全区|全省|同时|目标|指标|任务)$/;
/** Who acts, how, or on what terms: what stands before a name and was not known for what it is. */
const BEFORE_NAME =
  /^(?:由(?!于)|把(?!关)|使(?!用|馆)|让(?!渡|利)|被(?!征)|向|从(?!业|事)|经(?![费济营常开贸办停销典纪])|因(?!病|素|公|工|特)|通过(?!率|验收|[^,;]{0,8}(?:认证|评[审价估]|考[核试]|审[核查]|验收))|依托|根据|围绕|针对|结合|凡|若|则|须|拟(?!建|新|投|开|上|认|引|培|出)|扣除|剔除|不含|不计|包括|其余|此外|另外|同时|相关指标|以(?![上下内]|工代|县|乡|村|奖|旧|租|竹|城|案))/;
const ACTS_WITHIN =
  /(?:[^分]把(?!关|握|控|手)|(?<![大指天即促驱行])使(?!用|馆|命|节|领)|(?<![出转礼受割承])让(?!渡|利|座|步)|(?<!即|大|小|武|良|名|主|干|麻|健)将(?!军|来|领|士|帅|乐|台)|力争|确保|争取|努力|合力|总体看|预计|牵头|负责(?!人|制))/;
/** 原则上, 口径一致地: a manner, however it is said. */
const MANNER =
  /^(?:[^以上,]{1,4}上(?![市升海岗线网学门游级规缴年述浮下调报证星云架牌岸水])|[^地,]{2,5}(?<![用绿产场土基湿林草耕外内各当工本属农牧荒田高盆营园阵宅驻实两异山坡洼陆空质扶])地(?![区方下质表理块税铁级震市域市域膜价名址形面带标])|[^,]{2,6}(?:来看|而言|来说|前提下|情况下|努力后|基础上))/;
/** 各单位合计淘汰锅炉: a doing behind somebody who does it. Nouns that are doings as well, 改造, 建设, are left out. */
const DOING_WITHIN =
  /^(?<who>[^,;()的“”"]{3,14}?)(?:新增|新建(?!改)|建成(?!区)|打造|培育|引进|完成(?![率量度])|淘汰|拆除|加装|增设|设立|举办|创建|发放|筹集|吸纳|消除|招录|组建|开通|接待)[^,;]{2,}$/;
const PLACE_ONLY = /^(?:[全我各每本年]|县级|市级|省级|城[镇乡区]|乡镇|农村|年度|规模以上|重点)/;
/** A manner, a term or a bound between the name and its number. */
const BEHIND_NAME =
  /(?:以[上下内外]|[到至于攀跃爬飙冲迈跨]|(?<!规模)(?:原则|总体|面|基本|整体|大体|数量|质量|时间|口头|事实)上|(?:口径|年度|地方|一般|尽可能|尽量|期间|年内|月内|日内|常年|左右|逐年|每年|同步|如期|按期|适时|及时|接近|稳住|守住|锁定|优先|大约|之间|方面|情况下))$|(?<![存现潜所正])在(?![校册岗建职读园训营孵编库线逃家途期])[^,;在]{1,6}$|(?<!查|[同环])按(?![期时质摩])[^,;按]{1,8}$|[净仅约拟须仍再累各每逐渐已曾便更最很较均且而或则既又并还也都却不未]$|(?<!兼)[有含](?:条件|续建)[^,;]{0,6}$/;
/** A measure behind which more follows: 满意率多年来. An area may: 保证率平原区. */
const MEASURE_GOES_ON =
  /(?:(?<![效频心税汇速功])率|比例(?!尺)|比重|占比|满意度|知晓度|浓度|覆盖面)(?!新增|提高|提升|指数|指标|目标|先进|达标|考核|系数)[^,;()]{1,10}$/;
const AREA = /[区县市镇乡村类级型]$/;
const SHARE = /(?:(?<![效频心税汇利费速功])率|比例|比重|占比)$/;
/** What is counted one by one has no share, unless it grows by one. */
const COUNTED = /^[个家所座处户名件台套辆条项]$/;

/** Why the words can be no complete name of what the target measures; null: they can. Words in Simplified, half width. */
export function oddName(said: string, { name }: PlanTarget): string | null {
  if (ODD_ENDS.test(said) || TOO_SHORT.test(name)) return '名称过短,或像是从句子中间截取的。';
  if (BEFORE_NAME.test(said) || ACTS_WITHIN.test(said) || MANNER.test(said))
    return '名称之前像还有说明由谁办、怎么办的文字。';
  const who = endsWithIndicator(said) ? undefined : DOING_WITHIN.exec(said)?.groups?.['who'];
  if (who !== undefined && !PLACE_ONLY.test(who) && !onlyGoalVerbs(who) && !endsWithGoalVerb(who))
    return '名称之前像还有说明由谁办、怎么办的文字。';
  const goesOn = MEASURE_GOES_ON.test(said) && !endsWithIndicator(said) && !AREA.test(said);
  if (goesOn || BEHIND_NAME.test(said)) return '名称之后像还有不属于名称的文字。';
  return null;
}

/** Why a number's unit can't be that of what the name says; null: it can. */
export function oddUnit(said: string, { unit }: PlanTarget): string | null {
  if (unit !== null && COUNTED.test(unit) && SHARE.test(said)) return '名称是比率,数值却按个数计。';
  return null;
}
