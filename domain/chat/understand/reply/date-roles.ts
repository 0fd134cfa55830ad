import type { DateNamed } from './dates-named.ts';
import { NOT_DONE } from './words.ts';

/** What begins then, or is only a term that others set: no day of finishing. */
const STARTS =
  /^(?!补?报|提?交|上报|送)(?:[^,。;]{0,10}?)(?:启动|开始|开工|动工|进场|复工|开班|开课|开学|开幕|恢复(?!通[车水电气航行])|召开|开展|(?<!一)起(?!草|来)|入场|开标|招标|开会|就该|再开工|以来|止|报的|那天|那次|的(?:会|通知|要求|数)|正式开|动员|开挖|破土|打桩|铺开|试点(?!完))/;
const FINISHES =
  /完成|办结|办完|完工|完毕|竣工|弄完|做完|搞定|收官|结束|清完|装完|印发|出台|落地|建成|交付|完(?!善)|齐|到位|收工|收尾|收口|闭环|清零|开放|入库|收得了|达标|上线|投用|投运|投产|启用|通车|搞得完|没问题|验收|通电|通水|通气|通网|联网|并网|^(?:就|能|可以?|会|才)?出(?:来|稿|版|炉)?$|弄好|做好|办好|结业|毕业|定稿|成稿|见底|开张|出(?:结果|成果|结论|清单|报告|数)|定数/;
/** 招标公告11月20日发布 */
const STEP_BEFORE = /(?:招标|采购|遴选|比选|征集)(?:公告|文件|通知)[^,。;]{0,4}$/;
/** Beside a step: it ends all the same. */
const FINISHED = /完成|办结|办完|完工|完毕|竣工|交付|投用|印发|出台|材料|数据|总结|名单/;
const DELIVERS =
  /报(?!名|批|告厅)|补|交|送|上传|提供|反馈|答复|给(?:你|您|贵)|提交|回复|寄|材料|名单|总结|核实|发(?:您|你|给|至|往|过[去来]|到|送|来|群)|[照图]片|清单|台账|佐证|凭证|deliver|submit/i;
/** An event of a fixed day says nothing of how the task stands. */
const EVENT = /定于/;
const HAPPENS =
  /开业|开张|举行|举办|闭幕|揭牌|挂牌|发布|评审|公示|出|办|能|定数|做|弄|搞|改|清|跑|赶|拿|签|发|开通|投入|到(?=[\d一二三四五六七八九])|达|过|可|前|内|完/;
const BEFORE_CUE =
  /预计|预期|争取|计划|力争|拟|将|定于|定在|定到|安排在|要到|推迟到|推迟至|改到|估计|大概|可|能|确保|保证|打算|最迟|最晚|不晚于|得|放在|(?:还|再|尚)(?:需|要|得|有|用|差)要?$|到$|至$|于$|在$|^(?:应?该?是|改为|应为)$|月$|(?:完成|完工|竣工|交付|办结|报送)(?:时间|日期|时限)?(?:为|是|:)?$/;
const IMAGINED =
  /^(?:如果|假如|要是|倘若?|若(?!干)|万一|只要|除非)|本(?:来)?以为|原(?:本|先)?(?:以为|打算|想)|本来(?:想|打算)|(?:写|定|要求)的是[^,。;]{0,4}$/;
/** 预计20日办结,说错了,是22日 */
const SET = /^(?:应?该?是|改为|应为)$/;
/** 还需8个工作日 */
const NEEDS = /(?:还|再|尚)(?:需|要|得|有|用|差)要?[^,。;]{0,8}$/;
const TERM_BEFORE =
  /(?:截至|截止|原定|原计划|(?<!按[^,]{0,5})要求|规定|(?<!完成|办结)时限|期限|到期|自|从|由|早在|(?:上次|上期|上回|原来|原先|之前|先前|此前|之前|前次)[^,。;]{0,6}|请于|应于|本应|公示期?(?:到|至|为|从)?|到目前|至今)[^,。;]{0,6}$/;
const REFUSED =
  /[排腾抽安]不(?:开|出|过来)|不行了?|没戏|没可能|够呛|难以|无法|来不及|交不出|完不成|不可能|赶不上|拿不出|[印交报写编弄做赶办](?:得)?不(?:出来?|了|完|成|上)|不了$|不了[,。]|不了(?=的|了|啊)/;

export interface Role {
  kind: 'expected' | 'none';
  finishes: boolean;
  delivers: boolean;
  /** Told by a verb that may be of a step as well. */
  weak: boolean;
  /** Something will happen then that is no end. */
  happens?: boolean;
}

/** Whether a named day is one on which something will be finished or delivered. `before`, `after`: the clause around it. */
/** 11月25日开评审会, 12月初提交常务会审议, 12月5日挂网: a step on the way, not the end. */
const STEP =
  /^(?:之?前|左右|前后|[上下]午)?(?:拟|将|要|会|能|可|先|再|计划|预计|准备|我们|已)*(?:(?:召)?开[^,。;]{0,8}会|(?:评审|论证|听证|协调|推进|专题|调度|座谈|联席|审查|部署|动员|座谈|现场|常务)会|挂网|发布?(?:招标|公告|通知|征集|比选)|签(?:订|署)?合同|报名|面试|笔试|进行(?:评审|论证|初审|答辩|复核)|(?:公示|摸底|调研|踏勘|勘察|进料|备料|备案)(?!完|结束|期满))/;
/** 年内完成有难度: it may not be. */
const DOUBTED =
  /有(?:一定|较大|很大|点|些)?(?:难度|困难|压力)|(?:不|没)(?:太|大)?(?:好说|乐观|现实|把握)|悬|玄|完不|做不完|困难(?:很|较)?大/;

export function roleOf(
  date: DateNamed,
  words: string,
  before: string,
  after: string,
  nextClause: string,
  isToday: boolean,
): Role {
  const none: Role = { kind: 'none', finishes: false, delivers: false, weak: false };
  const tail = after === '' || /^(?:之|以)?前?$/.test(after) ? nextClause.slice(0, 16) : after;
  if (date.past && !isToday) return none;
  if (isToday && !/能|可|前|将|要|会|争取|预计|报|交|下班/.test(words + after)) return none;
  if (isToday && (/了|已/.test(after) || !/今|[前底末内]/.test(words + after.slice(0, 2)))) return none;
  if (IMAGINED.test(before) || /^[^,。;]{0,8}为准/.test(after)) return none;
  if (TERM_BEFORE.test(before) && !(/上次|上期/.test(before) && /^(?:之?前)?(?:报|交|送|给|发|补)/.test(after)))
    return none;
  // 年底冲了一把
  if (
    /^[\u4e00-\u9fff]{1,3}(?<!得)了(?![解结])/.test(after) &&
    !/^[^,。;]{0,3}(?:前|内|能|可|就|完|办|弄|做)|[报交送给]/.test(after)
  )
    return none;
  // 年末申请集中: a time of the year.
  if (/^年[末底]$/.test(words) && /^(?:申请|考核|报告|检查|工作|任务|数据|集中|盘点|决算|绩效|业务)/.test(after))
    return none;
  if (/^的(?:活|事|会|那[段阵])/.test(after)) return none;
  if (REFUSED.test(after) || NOT_DONE.test(after)) return none;
  if (DOUBTED.test(after) || STEP_BEFORE.test(before)) return none;
  // 下批设备8月24日到货
  if (/^[^,。;]{0,2}到货(?!安装|到位|完)/.test(after) && !/余|剩|最后/.test(before)) return none;
  if (STEP.test(after) && !FINISHED.test(after)) return none;
  if (STARTS.test(after) && !/完成|办结|办完|完工|全部完/.test(after)) return none;
  const finishes = FINISHES.test(tail) || FINISHES.test(before);
  const delivers = DELIVERS.test(tail) || (DELIVERS.test(before) && !finishes);
  const bounded = /[底前内]$|(?<!周)末$/.test(words) || /^(?:之|以)?[前内]|^(?:左右|前后)?(?:之前|以前|前)/.test(after);
  // A day that can't be told is asked about by less.
  const open = date.date === null && (HAPPENS.test(tail) || BEFORE_CUE.test(before));
  const cue =
    finishes ||
    delivers ||
    bounded ||
    open ||
    SET.test(before) ||
    /闭幕|落幕/.test(tail) ||
    NEEDS.test(before + words) ||
    /(?:最迟|最晚|不晚于|顶多)[^,。;]{0,3}$/.test(before);
  // 定于11月26日举行: it tells of the work, not of its end.
  if (!cue) return HAPPENS.test(tail) || BEFORE_CUE.test(before) ? { ...none, happens: true } : none;
  if (date.period && !finishes && !delivers && !/能|可/.test(after)) return none;
  if (after.startsWith('的') && !bounded) return none;
  return {
    kind: 'expected',
    finishes,
    delivers: (delivers && !FINISHES.test(tail)) || EVENT.test(before),
    weak: !finishes && !delivers && !bounded && !BEFORE_CUE.test(before),
  };
}
