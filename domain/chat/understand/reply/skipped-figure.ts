import type { Measure } from './measures.ts';
import type { Written } from './numbers.ts';
import type { UnitRead } from './units.ts';

/** What isn't a figure of now: what is left, wanted, was, or comes. */
const SKIP_BEFORE =
  /(?:年初[为是有]?|(?:上年度?|去年|前年|同期|往年|同类|上一年)[^,。;\d]{0,12}|(?:比|较|同比|环比)[^,。;\d]{0,8}(?:去年|上年|往年|前年|同期|上月|上周|上期|上次|上季度?|§)[^,。;\d增多新净又长加少减]{0,6}|同比[^,。;\d]{0,6}|还剩|剩余?|剩下|剩的|还差|还有|尚有|尚欠|尚余|余下?(?!额)|差|(?<!清)欠|缺|缺口(?:约|大约)?|其余|其他|其它|在(?:建|改造|施工|修|办|审|整治|建设|推进|查|编|谈|装|铺)|其中[^\d,新增又]{0,8}|另外?|另有|另还|最后|每|目标|要求[^,。;\d]{0,6}|计划|指标|涉及|影响|波及|牵涉|原(?:来|报|定|先)?|(?:上次|上月|上期|上回|上周|之前|此前|原来|原先)(?:填|报|说|写)?(?:的|送的|了)?|去年(?:同期)?(?:是|为)?|同期|离|距|不是|到不了|首批|未毕|没完|含|含改建|第|第[一二三四五六七\d](?:批|期|季度|阶段)|离目标|任务(?:目标|数|量)?(?:是|为)?|应(?:完成|建)|需|写成(?:了)?|报成(?:了)?|误(?:写|报)[为成]?)\s?(?:的)?(?:约|近|大约|大概)?$/;
const SKIP_AFTER =
  /^(?:在[\u4e00-\u9fff]{1,3}(?:$|中)|没排上|在建|待|在审|未|正在|在等|等|还没|尚|的(?:目标|任务)|目标|(?!然后)[^,。§]{0,6}?(?:还在|正在|仍在|还没|尚未|没(?!问题)|未(?!发))|不同意|反对|村民|居民|企业主|老人|没有|老板|里(?:有|的)?\d|还在|在办|正|拒|要等|没人)/;
/** Steps before what is counted. */
const STAGE =
  /(不合格|不达标|未通过|退回|淘汰|注销|发现|查出|摸排出?|交办|登记|带动|惠及|吸引|出动|在审|拟建|计划建|申报|报名|储备|意向|洽谈|初选|推荐|入围|受理申请|收到|开工|动工|进场|立项|备案|挂网|选址|踏勘|谈妥|调试|试运行)[^\d,]{0,4}$/;
const APART = /不算|不含|不包括|不计|除外|遗留/;
const HAVE = /(?:^|[^已现共拥具累总仍又新])有$/;
export interface Context {
  measures: Measure[];
  bases: ReadonlySet<string>;
  /** Words of the label and of clauses without a number before this one. */
  lead: string;
  /** The measure of the figure before, for 新增…,累计…. */
  carried: Measure | null;
  /** Clause-wide words of what is to come stand before this place (0: none of them). */
  future: number | null;
}

export function isSkipped(
  written: Written,
  whole: string,
  before: string,
  after: string,
  unit: UnitRead | null,
  { future, measures }: Context,
): boolean {
  if (future !== null && written.start >= future) return true;
  if (APART.test(before) || APART.test(after.slice(0, 14))) return true;
  // 其中人工种草累计1.8万亩: a part that has a target of its own.
  const part = /其中([^\d,]{2,8}?)(?:已?累计|共计?|合计|新增)?$/.exec(whole)?.[1];
  if (part !== undefined && measures.some(({ plain }) => plain === part)) return false;
  if (SKIP_BEFORE.test(whole) || (SKIP_AFTER.test(after) && !/(?:累计|共|合计|总计)[^,\d]{0,4}$/.test(before)))
    return true;
  const stage = STAGE.exec(before)?.[1];
  if (stage !== undefined && !measures.some(({ plain }) => plain.includes(stage))) return true;
  if (HAVE.test(whole) && /^[\u4e00-\u9fff]{2}/.test(after)) return true;
  // A year, a duration, a document's number.
  if (
    /^(?:年|月|个月|周|天|日|小时|分钟|点|号(?!线)|时)/.test(unit ? '' : after.trimStart()) ||
    (unit === null && /^个(?:百分点|月|工作日|小时|星期|礼拜)/.test(after))
  )
    return true;
  if (unit?.base === '个' && /^(?:月|工作日|小时|星期|礼拜)/.test(after)) return true;
  if (unit?.base === '个' && whole.endsWith('这') && /^(?:项目|任务|工作|方面|问题|标段)/.test(after)) return true;
  if (/(?:电话|手机|联系|座机|微信|QQ)[^,。;]{0,6}$/i.test(whole) && unit === null) return true;
  // 两家单位, 三个部门: who, not how many.
  if (written.script === 'chinese' && written.raw.length === 1 && /^(?:单位|部门|公司|企业之间|方)/.test(after))
    return true;
  if (unit?.base === '项' && /^(?:任务|工作|指标|目标)/.test(after)) return true;
  if (unit?.base === '条' && /^(?:线上|措施|意见|建议)/.test(after)) return true;
  return /[A-Za-z]$/.test(before) || (/[-]$/.test(before) && written.script === 'arabic');
}
