import type { PlanRecurring } from '../../plan/types.ts';
import type { Span } from '../types.ts';
import type { FigureText, Found } from './figure-types.ts';
import { chineseNumber } from './chinese-number.ts';
import { shortCycles } from './short-cycles.ts';
import { clausesIn, sentencesIn } from './sentences.ts';

const COUNT = '[\\d一二两三四五六七八九十]{1,2}';
const CYCLE = new RegExp(
  `每(?:隔)?(?<years>${COUNT})年(?:度)?|每(?:隔)?(?<months>${COUNT})个月|(?<twoMonths>每?逢?双月(?=调度|通报|例会|召开|报送|开展|组织|[上中下]旬|\\d)|每两月|两月(?=一(?:次|调度|通报|督查))|每逢双月)|每(?:隔)?(?<bare>[两二三四五六])月|每(?:隔)?(?<weeks>${COUNT})周|(?<half>每半年|半年(?=一次)|每年度?两次)|(?<halfMonth>每半个?月|每旬|逐旬)|` +
    `(?<quarter>每个?季度?|按季度?|逐季|季度?(?=(?:调度|通报|报告|例会|分析|点评|督查|考核|评估|小结)))|(?<month>每个?月|按月|逐月|(?<![\\d一二三四五六七八九十每本上下各逐按当双单个半满首末两])月度?(?=(?:调度|通报|报告|例会|分析|点评|考核|督查|小结|评估)))|` +
    `(?<week>每周|每星期|按周|周(?=(?:调度|例会|报告|通报)))|(?<day>每日|每天|按日)|(?<year>每年度?|逐年(?=[开组安制])|一年一度|一年(?=一次))|(?<periodic>定期)|` +
    `(?<annual>(?<!上一?|本|下一?|各|双|纳入|作为|列入|跨|分|个|财政|预算|全|当|按|三|五|该|\\d)年度(?=[^,;。、的]{0,8}(?:计划|总结|报告|考核|评估|评价|自评|任务书|清单|方案|审计|体检|会议|工作要点|述职)))`,
  'g',
);

/** Every cycle holds one of these; most sentences hold none. */
const MAY_RECUR =
  /[每旬季逐周按]|月度|双月|两月|月(?:调度|通报|报告|例会|分析|点评|考核|督查|小结|评估)|年度|半年|一年|定期/;

/** 每年培训… is a duty; 每年的, 每月5日前 and the like belong to something else. */
const NO_DUTY =
  /^(?:的(?!.)|增长|递增|提高|下降|降低|减少|提升|以|按不低于|新增|均|度(?:考核|绩效|综合)?(?:优秀|结果|成绩|合格|等次|指标|体系))/;
const ANNUAL_NO_DUTY =
  /(?:考核|评估|评价|总结|计划|报告)(?:优秀|结果|成绩|合格|等次|指标|内容|体系|范围|重要|和|与)?(?:优秀|结果|成绩|合格|等次|指标|内容|体系|范围|的)/;
const TAKEN_UP = /(?:纳入|列入|作为|计入|挂钩|依据)[^,;。]{0,10}$/;
/** Acts that deliver what the duty before them made. */
const OUTCOME = /^(?:并)?(?:签订|签署|报送|上报|提交|出具)/;
const SUBJECT = /^(?<who>[^,;。:的]{2,24}?)(?:要|应当?|须|必须|负责|将|牵头|会同|需|于|在)*$/;
const UNIT =
  /(?:政府|党委|办公室|部门|单位|小组|委员会|局|厅|委|办|院|街道|乡镇|各地|(?:市|县|区|省|镇|园区|乡镇)|财政|科室|联席会议|企业|学校|中心|公司|指挥部|专班|督查室|村|社区|队)$/;
const LIGHT_START = /^(?:都|均|要|应当?|须|必须|至少|将|还要|并|且|再|则|统一|原则上)+/;
const POINT_IN_CYCLE =
  /^(?:年[初中末底]|[初中末底](?:之|以)?前?(?!月)|的?(?:首|末|第[一二三]个?)月(?:份)?|的?\d{1,2}月(?:份)?(?:(?:和|、|及)\d{1,2}月(?:份)?)*(?:\d{1,2}日)?(?:底|初|[上中下]旬)?(?:之|以)?(?:前|各)?|第?[一二三四1-4]季度|[一二三四五六日](?:下班)?(?:之|以)?前|下旬|上旬|中旬|结束后|的?\d{1,2}[日号](?:之|以)?前|终了后?|,)+/;
/** 实行月报制度,每月末报送…: the rule is what the next clause says. */
const RULE = /^(?:报告?|通报|调度|例会|会商)(?:制度|机制)$/;

/** Duties that come back: what, verbatim, how often and whose, as far as the sentence says. */
export function recurringIn({ text, folded }: FigureText, paragraph: Span): Found<PlanRecurring>[] {
  const found: Found<PlanRecurring>[] = [];
  const local = folded.slice(paragraph.start, paragraph.end);
  for (const sentence of sentencesIn(local)) {
    if (!MAY_RECUR.test(local.slice(sentence.start, sentence.end))) continue;
    const shifted = { start: sentence.start + paragraph.start, end: sentence.end + paragraph.start };
    const clauses = clausesIn(folded, shifted);
    let subject: Span | null = null;
    let taken: Span | null = null;
    for (const [index, clause] of clauses.entries()) {
      const words = folded.slice(clause.start, clause.end);
      subject = subjectOf(words, clause) ?? subject;
      const short = shortCycles(words);
      for (const { start, end, every } of short) {
        const what = { start: clause.start + start, end: clause.start + end };
        const who = subject && text.slice(subject.start, subject.end);
        found.push({ value: { what: text.slice(what.start, what.end), every, who }, at: clause, fields: { what } });
      }
      if (short.length > 0) continue;
      const duty = dutyOf(folded, clause, clauses[index + 1] ?? null);
      // The clause that said what comes back may hold a word of the cycle itself (年度总结).
      if (!duty || clause === taken) continue;
      if (duty.what.start >= clause.end) taken = clauses[index + 1] ?? null;
      const who = duty.who ?? subject;
      found.push({
        value: {
          what: text.slice(duty.what.start, duty.what.end),
          every: duty.every,
          who: who && text.slice(who.start, who.end),
        },
        at: clause,
        fields: { what: duty.what, ...(who ? { who } : {}) },
      });
    }
  }
  return found;
}

/** 各镇要…: who is to act, in this clause and those that follow. */
function subjectOf(words: string, clause: Span): Span | null {
  const match = /^(?<who>[^,;。:]{2,24}?)(?:要|应当?|须|必须)(?![求素点])/.exec(words);
  const who = match?.groups?.['who'];
  return who !== undefined && UNIT.test(who) ? { start: clause.start, end: clause.start + who.length } : null;
}

interface Duty {
  what: Span;
  every: string;
  who: Span | null;
}

function dutyOf(folded: string, clause: Span, next: Span | null): Duty | null {
  const words = folded.slice(clause.start, clause.end);
  CYCLE.lastIndex = 0;
  const match = CYCLE.exec(words);
  if (!match) return null;
  const every = cycleOf(match);
  const before = words.slice(0, match.index);
  const after = words.slice(match.index + match[0].length);
  if (NO_DUTY.test(after)) return null;
  if (next && RULE.test(after) && new RegExp(CYCLE.source).test(folded.slice(next.start, next.end))) return null;
  if (match.groups?.['annual'] !== undefined)
    return ANNUAL_NO_DUTY.test(after) || TAKEN_UP.test(before) ? null : annualDuty(folded, clause, match.index, every);
  const inside = nominal(before, after);
  if (inside) return { what: { start: clause.start + inside.start, end: clause.start + inside.end }, every, who: null };
  if (TAKEN_UP.test(before)) return null;
  const who = whoBefore(before, clause);
  let start = clause.start + match.index + match[0].length;
  start += POINT_IN_CYCLE.exec(after)?.[0].length ?? 0;
  start += LIGHT_START.exec(folded.slice(start, clause.end))?.[0].length ?? 0;
  start += /^(?:完成一次(?=对)|一次的|一度的|的)/.exec(folded.slice(start, clause.end))?.[0].length ?? 0;
  if (start >= clause.end && next) return actOf(folded, next, every, who);
  let { end } = clause;
  if (next && OUTCOME.test(folded.slice(next.start, next.end))) end = next.end;
  const bracket = /[(〔【](?:牵头|责任|配合)[^()〔〕【】]*$/.exec(folded.slice(start, end));
  if (bracket) end = start + bracket.index;
  return end - start >= 2 ? { what: { start, end }, every, who } : null;
}

/** 每年12月10日前,各县区报送总结: whose duty it is stands before the act. */
function actOf(folded: string, clause: Span, every: string, who: Span | null): Duty {
  const words = folded.slice(clause.start, clause.end);
  const found =
    /^(?<who>[^,;。:的]{2,16}?)(?:要|应当?|须|必须|负责)?(?=报送|上报|向|将|对|组织|开展|召开|进行|通报)/.exec(words);
  const subject = found?.groups?.['who'];
  if (!found || subject === undefined || !UNIT.test(subject)) return { what: clause, every, who };
  return {
    what: { start: clause.start + found[0].length, end: clause.end },
    every,
    who: { start: clause.start, end: clause.start + subject.length },
  };
}

/** 对…定期进行…培训 and 建立…定期的…机制: the cycle stands inside what it is said of. */
function nominal(before: string, after: string): Span | null {
  if (/^(?:的|性)/.test(after) && before !== '' && !UNIT.test(before)) {
    const verb = /^(?:并)?(?:进一步)?(?:建立健全|建立|健全|完善|实行|落实|坚持|推行|执行|开展|形成)+/.exec(before);
    if (verb || before.length > 4) return { start: verb?.[0].length ?? 0, end: before.length + 2 + after.length };
  }
  if (/^(?:对|向|为|将|把)/.test(before) && before.length > 2)
    return { start: 0, end: before.length + 2 + after.length };
  const serves = /(?:作为|是)(?=(?:对|向|为))(?<what>[^,;]{2,30})$/.exec(before);
  const cut = /的(?:重要)?(?:依据|参考|内容)/.exec(after);
  const what = serves?.groups?.['what'];
  return what !== undefined && cut ? { start: before.length - what.length, end: before.length + 3 + cut.index } : null;
}

/** 制定年度推进计划 as a whole; after 和 only the part of its own. */
function annualDuty(folded: string, clause: Span, at: number, every: string): Duty | null {
  const before = folded.slice(clause.start, clause.start + at);
  const joined = /[和及与、]$/.test(before);
  const verb = joined
    ? null
    : /(?:制定|编制|制订|报送|提交|形成|开展|做好|召开|组织|实施|印发|撰写|完成|下达|落实|发布|进行)$/.exec(before);
  if (!joined && !verb) return null;
  const start = clause.start + (verb ? verb.index : at);
  const who = whoBefore(before.slice(0, verb?.index ?? at), clause);
  return { what: { start, end: clause.end }, every, who };
}

function whoBefore(before: string, clause: Span): Span | null {
  const who = SUBJECT.exec(before)?.groups?.['who'];
  return who !== undefined && UNIT.test(who) ? { start: clause.start, end: clause.start + who.length } : null;
}

/** year, quarter, month, week, day, `half year`, `3 years`, periodic. */
function cycleOf({ groups = {} }: RegExpExecArray): string {
  const counted = (text: string | undefined, unit: string): string | null => {
    if (text === undefined) return null;
    const count = /\d/.test(text) ? Number(text) : chineseNumber(text);
    return count === 1 || count === null ? unit : `${count} ${unit}s`;
  };
  const plain = ['quarter', 'month', 'week', 'day', 'year', 'periodic'].find((name) => groups[name] !== undefined);
  return (
    counted(groups['years'], 'year') ??
    counted(groups['months'] ?? groups['bare'], 'month') ??
    counted(groups['weeks'], 'week') ??
    (groups['twoMonths'] !== undefined ? '2 months' : null) ??
    (groups['half'] !== undefined ? 'half year' : groups['halfMonth'] !== undefined ? 'half month' : (plain ?? 'year'))
  );
}
