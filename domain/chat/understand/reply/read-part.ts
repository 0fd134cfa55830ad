import type { LocalDate } from '../../../plan/types.ts';
import type { Span } from '../types.ts';
import { heldUp, STOP_ONLY } from './blockers.ts';
import type { Clause } from './clauses.ts';
import { isExplained, isOwnFigure } from './explained.ts';
import { roleOf } from './date-roles.ts';
import type { DateNamed } from './dates-named.ts';
import type { Draft } from './draft.ts';
import { figuresSaid } from './figures-said.ts';
import { HEDGED_CLAUSE } from './hedges.ts';
import { kindOf } from './kinds.ts';
import { percentsIn } from './percents.ts';
import { requestsIn } from './requests.ts';
import { nameScore } from './topics.ts';
import { unitOf } from './units.ts';
import * as words from './words.ts';

/** One clause in the light of the task that it speaks of. */
export interface PartWords {
  clause: Clause;
  /** The clause without its days (§) and the numbers of its tasks, as long as it was. */
  body: string;
  next: string;
  dates: DateNamed[];
  plain: string;
  today: LocalDate;
  bases: ReadonlySet<string>;
  leave: boolean;
  /** Where its tasks are named. */
  label: Span[];
  /** Where a request for help begins in the clause; what follows are others' days. -1: none. */
  helps: number;
}

const OTHER_SHARE = /同比|环比|增长(?!到|至)|增幅|涨幅|下降|较(?:去年|同期|上年)|提高了?\d|资金(?:缺口|占)|满意度/;
const OWN_PROGRESS =
  /已做|做到|做完|(?:年度|全年|总)(?:目标|任务|计划)|占(?:目标|任务|计划)|刚好|恰好|正好|^占比?$|进度|完成|进展|形象|推进|总体|整体|办理率|清偿率|达成|序时|任务|干了|做了|弄了|搞了|过程|建了/;
const DENIED = /(?:不是|写成了?|报成了?|误(?:写|报)[为成]?|写|填成|打成|而非)\s?$/;
const REPORTS =
  /已|了|在|完|方案|正|印发|起草|召开|组织|发布|签|报|初稿|送审|征求|研究|推进|复工|迎检|动员|进场|招标|验收|差|审|检|迁|测|下来/;
/** All of it stands still, whatever was reached before. */
const STANDS = /停工|停了|停着|停摆|停滞|暂停|动不了|卡在|卡住|卡着|推不动|停在|停下来/;
const PART_ONLY =
  /部分|有[\d一二两三四五六七八九十]+[个处家户段条座栋]|[\d一二两三四五六七八九十]+(?:个|处|家|户|段|条|座|栋)|最后|其余|其他|这部分|路段|标段|原因/;
const STRONG_BARE = /^(?:目前|现在|现|已|大约|大概|约|近|差不多|完成|进度|才|刚|也就|的|[:了就是]|\s)*$/;

/** Adds what one clause says to the draft of its task. */
export function readPart(draft: Draft, part: PartWords): void {
  const { clause, body, bases, next } = part;
  const text = body.trim();
  const span: Span = { start: clause.start, end: clause.end };
  const offset = clause.start;
  const names = draft.measures.map((one) => one.plain).join(' ');
  const title = draft.lead;
  const requests = requestsIn(text, part.leave, names0(draft));
  const polite = requests.length > 0 && !/请问|问一?下|怎么|如何|哪|什么|多少|(?<!可以|行)吗/.test(text);
  const asked = (clause.asked || words.ASKS.test(text)) && !requests.includes('extension') && !polite;
  if (text === '' || (asked && !requests.includes('dispute'))) return;
  if (/[:\n。]/.test(clause.after) || (clause.after === ',' && /^下一?步/.test(text))) {
    const heading = words.HEADINGS.find(([pattern]) => pattern.test(text))?.[1];
    if (heading) {
      draft.heading = heading;
      return;
    }
  }
  if (words.ANNOUNCES.test(text)) return;
  if (words.ENUMERATES.test(text) && /[、.:)]/.test(clause.after)) return;
  if (draft.heading === 'problem' && /^(?:暂?无|没有?|不存在|无其他|暂时没有)/.test(text)) return;
  if (words.ALMOST.test(text) && /完成|建成|办结|完工/.test(text)) draft.hedged = true;
  const nothing = words.COURTESY.test(text) && !/\d|[一二三四五六七八九十]/.test(text) && requests.length === 0;
  if (nothing) return;
  draft.spans.push(span);
  const extends_ = requests.includes('extension');
  const told = extends_ && !/因|由于|受/.test(text) ? null : heldUp(text);
  const under = draft.heading === 'problem' || draft.heading === 'cause';
  const held =
    told ?? (under && clause.before !== '\n' ? { stops: false, waits: false, lacks: true, cause: true } : null);
  readDates(
    draft,
    { ...part, helps: requests.includes('help') ? body.search(/请|希望|需|恳|盼|建议/) : -1 },
    extends_,
    held !== null && held.waits,
  );

  const dated = part.dates.filter(
    (date) =>
      !date.past &&
      date.date !== part.today &&
      !/(?:截至|截止|到)$/.test(part.plain.slice(Math.max(0, date.start - 2), date.start)),
  );
  const future =
    draft.heading === 'plan'
      ? 0
      : futureFrom(
          body,
          names,
          dated.map((date) => date.start - offset),
        );
  const percents = percentsIn(body);
  let masked = body;
  let measured = false;
  let skipped = false;
  for (const said of percents) {
    masked = masked.slice(0, said.start) + '%'.repeat(said.end - said.start) + masked.slice(said.end);
    if (future !== null && said.start >= future) continue;
    if (/分别|土建|其中/.test(said.before) || (said.before === '、' && skipped)) {
      skipped = true;
      continue;
    }
    if (/(?:上次|上期|上月|上周|上回|上季度|原来|去年|此前)[^%,]{0,6}$/.test(said.before)) continue;
    if (DENIED.test(said.before) || /^的?(?:目标|任务)/.test(said.after) || /目标$|离$|距$/.test(said.before)) continue;
    const later = percents.find((other) => other.start > said.start);
    // 由55%提升至68%: the first was.
    if (later && /(?:由|从)[^%]*$/.test(said.before) && /[到至]/.test(later.before)) continue;
    if (later && /^\s*(?:→|->|—>|~)/.test(later.before)) continue;
    if (/^[\s(]*比上/.test(said.after)) continue;
    const shares = draft.measures.filter((measure) => measure.base === '%');
    const around = said.before + (said.before.trim() === '' ? title : '');
    const named = shares.filter(
      (measure) =>
        nameScore(said.before, measure.plain) > 0 ||
        (/率|占比|比例|比重/.test(said.before) && !/完成率|进度/.test(said.before) && shares.length === 1),
    );
    const share =
      named[0] ??
      (shares.length === 1 &&
      !/进度|完成|办结|推进|干|任务/.test(said.before) &&
      (STRONG_BARE.test(said.before) || /达|为|是|升|降|至|到/.test(said.before))
        ? shares[0]
        : undefined);
    const at: Span = { start: offset + said.start, end: offset + said.end };
    if (share) {
      draft.figures.push({
        name: share.name,
        value: said.value,
        unit: '%',
        kind: kindOf(said.before, share.plain, body),
        ...at,
        approx: said.approx,
        open: false,
        measure: share,
      });
      measured = true;
      continue;
    }
    if (OTHER_SHARE.test(said.before) && !/进度|完成率/.test(said.before)) continue;
    if (
      /[^成度偿办]率[^,]{0,4}$|占比|比重|覆盖面/.test(said.before) &&
      !OWN_PROGRESS.test(said.before) &&
      nameScore(said.before.replace(/率.*$/, ''), draft.task.title) === 0
    ) {
      draft.hedged = true;
      continue;
    }
    if (!isOwn(percents[0] === said ? said.before : body.slice(0, said.start).replace(/%+/g, ''), draft)) {
      draft.hedged = true;
      draft.report.push(at);
      continue;
    }
    const rivals = draft.measures.filter((measure) => nameScore(said.before, measure.plain) > 0);
    draft.percents.push({
      value: said.value,
      span: at,
      approx: said.approx,
      about: draft.measures.length > 1 && rivals.length === 1 ? (rivals[0]?.name ?? null) : null,
    });
    void around;
    measured = true;
  }
  const partial = fraction(masked, draft);
  if (partial) {
    draft.figures.push({ ...partial, start: offset + partial.start, end: offset + partial.end });
    measured = true;
  } else if (!extends_ && !part.leave) {
    const said = figuresSaid(masked, {
      measures: draft.measures,
      bases,
      lead: draft.lead,
      carried: draft.carried,
      future,
    });
    const own =
      held && !/累计|新增|共|已/.test(masked) && (held.stops || held.waits || held.lacks)
        ? said.figures.filter(
            (figure) => figure.measure !== null && nameScore(masked.slice(0, figure.start), figure.measure.plain) > 0,
          )
        : said.figures;
    for (const figure of own)
      draft.figures.push({
        ...figure,
        kind: figure.kind ?? (draft.more && clause.before === ',' ? 'increase' : null),
        start: offset + figure.start,
        end: offset + figure.end,
      });
    for (const figure of own) {
      const from = said.figures[said.figures.indexOf(figure) - 1]?.end ?? 0;
      if (!isOwnFigure(masked.slice(from, figure.start), `${draft.task.title}${names0(draft)}`))
        draft.unexplained = true;
    }
    draft.carried = own.at(-1)?.measure ?? draft.carried;
    if (said.range) draft.openValue = true;
    if (own.length > 0) measured = true;
    draft.more = own.length === 0 && /又|再(?!就业)/.test(masked);
  }
  if (/(?<![第\d])[一二三四五六七八九]{2}成/.test(body)) draft.openValue = true;
  if (/两套口径|不(?:晓得|知道)报哪|也可能|记不清|拿不准/.test(text)) draft.openValue = true;
  for (const request of requests) draft.requests.push({ request, span });
  if (draft.heading !== 'plan')
    readState(draft, text, span, { held, measured, future: future !== null, requests: requests.length > 0, next });
  if (HEDGED_CLAUSE.test(withoutNames(text, names)) && !requests.includes('dispute')) {
    const contract = text.replace(/[签预节合租履制违特集]约|约(?:定|束|谈|请|见)/g, '');
    if (HEDGED_CLAUSE.test(withoutNames(contract, names)) && !/差不多了?$/.test(contract)) draft.hedged = true;
    else if (/差不多/.test(contract)) draft.hedged = true;
  }
  const within = (one: { start: number; end: number }): boolean => one.start >= span.start && one.end <= span.end;
  const taken = [
    ...draft.figures.filter(within),
    ...draft.percents.map((one) => one.span).filter(within),
    ...[...draft.dates, ...draft.requestDates].map((one) => one.span).filter(within),
    ...part.label,
  ];
  const bears = taken.length > part.label.length || draft.claims.some(within);
  const limit = bears || /\d/.test(body) ? 3 : held ? 99 : 4;
  if (!isExplained(body, `${draft.task.title}${names0(draft)}`, taken, offset, limit)) draft.unexplained = true;
  if (!measured) draft.lead = `${draft.lead}${text}`.slice(-60);
}

const withoutNames = (text: string, names: string): string =>
  text.replace(/基本|大体|初步|争取|主体|应该/g, (word) => (names.includes(word) ? '' : word));

/** The task's own share: told as progress, or of nothing but the task. */
function isOwn(before: string, draft: Draft): boolean {
  if (OWN_PROGRESS.test(before)) return true;
  const subject = stripped(before.replace(/[§\s:]/g, ''))
    .replace(
      /^(?:应该?是|应为|更正为|改为|改成|实际是?|约莫?|可能|按|即|依旧|仍旧?|还是|推到|提到|请|就是|折合|近|大概|大约|达到?|到|至|为|是|由|从|了|过|已|有|才|只|刚|差不多|估计|算|将近|接近|超过)+/g,
      '',
    )
    .replace(
      /(?:约莫?|可能|按|即|依旧|仍旧?|还是|推到|提到|更正为|改为|就是|近|大概|大约|达到?|到|至|为|是|由|从|了|过|已|有|才|只|刚|差不多|估计|将近|接近|超过|占)+$/g,
      '',
    );
  const names = names0(draft);
  const known = [...subject].filter((sign) => names.includes(sign)).length;
  return known >= subject.length * 0.5;
}

/** Where words of what is to come begin; null: none. */
function futureFrom(body: string, names: string, dates: number[]): number | null {
  const at: number[] = [...dates];
  const match = words.TO_COME.exec(body);
  if (match && !names.includes(match[0]) && !/已|累计/.test(body.slice(match.index))) at.push(match.index);
  return at.length === 0 ? null : Math.min(...at);
}

/** 55/64: done of the target. */
function fraction(body: string, draft: Draft): Draft['figures'][number] | null {
  const match = /(?<![\d.])(\d{1,6})\s?\/\s?(\d{1,6})(?![\d.])/.exec(body);
  if (!match) return null;
  const measure = draft.measures.find((one) => one.target === Number(match[2]));
  if (!measure) return null;
  return {
    name: measure.name,
    value: Number(match[1]),
    unit: measure.unit,
    kind: null,
    start: match.index,
    end: match.index + match[0].length,
    approx: false,
    open: false,
    measure,
  };
}

function readDates(draft: Draft, part: PartWords, extends_: boolean, waits: boolean): void {
  const { clause, body, plain, today, next } = part;
  for (const date of part.dates) {
    const at = date.start - clause.start;
    // 完工时间:11月30日
    const before =
      (clause.before === ':' ? plain.slice(Math.max(0, clause.start - 9), clause.start - 1) : '') + body.slice(0, at);
    const after = body.slice(date.end - clause.start);
    const span: Span = { start: date.start, end: date.end };
    const said = plain.slice(date.start, date.end);
    if (part.helps >= 0 && at > part.helps) continue;
    if (extends_) {
      if (/(?:由|从|原)[^§]{0,8}$/.test(before)) continue;
      if (!(date.past && date.date !== null)) draft.requestDates.push({ date: date.date, span, unsure: date.fuzzy });
      continue;
    }
    // 申请延期,大概要到一月底: the day that was asked for.
    const asking = draft.requests.some(
      ({ request, span: asked }) => request === 'extension' && !/[。;\n]/.test(plain.slice(asked.end, date.start)),
    );
    if (
      asking &&
      !draft.requestDates.some((one) => one.date !== null) &&
      /(?:到|至|为|§|^)\s?$/.test(before) &&
      !/报|交|送/.test(after)
    ) {
      draft.requestDates.push({
        date: date.date,
        span,
        unsure: date.fuzzy || /大概|估计|可能|左右/.test(before + after),
      });
      continue;
    }
    const role = roleOf(date, said, before, after, next, date.date === today);
    if (role.kind === 'none') continue;
    if (waits && date.date !== null && !/前|预计/.test(after)) continue;
    const unsure =
      date.fuzzy ||
      /(?:评审|验收|面试|笔试|答辩|开标)/.test(before + after.slice(0, 6)) ||
      /争取|力争|估计|大概|可能|左右|前后|应该|有望|顺利|的话/.test(before + after);
    draft.dates.push({ date: date.date, span, unsure, finishes: role.finishes, delivers: role.delivers });
  }
}

interface Around {
  held: ReturnType<typeof heldUp>;
  measured: boolean;
  future: boolean;
  requests: boolean;
  next: string;
}

function readState(draft: Draft, text: string, span: Span, { held, measured, future, requests }: Around): void {
  const own = text.replace(/§/g, '').trim();
  if (words.NOT_STARTED.test(own) && !/就该|原地/.test(own) && !held?.stops) {
    const part = /第[一二三四五\d](?:批|期|条|座|个)|部分|另|其余|剩余|二期/.test(own);
    if (part) draft.partlyNotStarted = true;
    else draft.notStarted.push(span);
    draft.report.push(span);
    return;
  }
  if (words.STILL.test(own) && measured) draft.still = span;
  if (words.NO_CHANGE.test(own)) {
    if (/没有?新增|无新增|没有?增加|没(?:有)?新/.test(own) && !/内容/.test(own)) draft.softNoChange.push(span);
    else draft.noChange.push(span);
    return;
  }
  const negated = words.NOT_DONE.test(own);
  if (negated) draft.notDone.push(span);
  const below =
    measured &&
    !/任务|本项|该项|此项|全部|事项/.test(own) &&
    draft.figures.some(
      (one) =>
        one.start >= span.start &&
        one.end <= span.end &&
        one.kind !== 'increase' &&
        typeof one.measure?.target === 'number' &&
        one.value * (unitOf(one.unit).scale / one.measure.scale) < one.measure.target,
    );
  const claims = !negated && !future && !below && isClaim(own, draft);
  if (claims) {
    if (words.ALMOST.test(own)) draft.almost.push(span);
    else draft.claims.push(span);
  }
  if (held)
    draft.held.push({
      span,
      stops: held.stops && !/原因|理由/.test(own),
      waits: (held.waits && !/须报?/.test(own)) || /(?:批复|审批|许可)/.test(own),
      cause: held.cause,
      stopOnly: STOP_ONLY.test(own),
      stands: STANDS.test(own) && !PART_ONLY.test(own),
    });
  if (words.VAGUE.test(own)) draft.vague.push(span);
  if (!future && !/才能|待|未|没/.test(own) && /照常|正常(?:推进|施工|干|办理|开展)?|都在干|恢复|复工/.test(own))
    draft.ongoing = true;
  if (claims || negated || held || measured || requests || words.VAGUE.test(own) || REPORTS.test(own))
    draft.report.push(span);
}

const MANNER =
  /^(?:[,:的]|我(?:们|局|单位|委|办|校|院|镇|县|区|街道|乡|关|馆|所|处)?|这次|本次|本周|本期|此次|这周|截止|本|该|此|这|一|项|任务|工作|目标任务|指标|年度|事项?|内容|现在?|目前|截至|均|都|全部|全面|各项|已经?|业已|早就|早已|也|正式|顺利|圆满|提前|按期|按时|如期|按要求|按计划|超额|今[天日]|昨[天日]|上午|下午|至此|于|刚|刚刚|终于|总算|说明|两|三|四|所有|那|个|就|总体|整体|自查|本期|全|是|呢|啊|情况|圆满地|事|建设|编制|项目|活动|改造|推进|开展|工程|整治|办理|验收|通过|并|经)+/;

/** A plain claim that the whole task is done: its subject is nothing, all, or the task's own words. */
function isClaim(text: string, draft: Draft): boolean {
  if (words.CLOSES.test(text)) return true;
  const match = words.CLAIM.exec(text);
  if (!match) return false;
  if (words.PARTIAL_OBJECT.test(text)) return false;
  if (/如果|若|是否|算不算|除|只|仅|才|(?<!提)前(?:完|办)|待|等/.test(text)) return false;
  const after = text
    .slice(match.index + match[0].length)
    .replace(/%+/g, '')
    .trim();
  const tail =
    /^(?:了|啦|喽|咯|完毕|全部|各项|本|该|此|年度|的|并|到位|整治|整改|所有|建设|目标|任务|工作|内容|指标|申报|报送|验收|销号|交付|投入使用|运行|合格|请|予|好|的了|使用|挂牌|改造|事项?|项|城|一|这|是|情况|呢|啊|成|提前|超额|办结|完成|结束|,|\d|[家个件户项处座条台])*$/.test(
      after,
    );
  if (/^了?(?:\d|[一二两三四五六七八九十百])/.test(after)) return /全部|都|均|全/.test(text) && !/达标/.test(match[0]);
  if (!tail && !/^[了]?[,。]?$/.test(after)) return false;
  if (/达标|如数|交付|完毕|清零|到位了/.test(match[0]) && !/全|都|均|任务|本|该|已|如数/.test(text))
    return /^(?:如数|清零)/.test(match[0]);
  if (/达标/.test(match[0])) return false;
  if (
    match[0] === '完毕' &&
    !/(?:办理|全部|均|都|落实)$/.test(text.slice(0, match.index)) &&
    !names0(draft).includes(text.slice(Math.max(0, match.index - 2), match.index))
  )
    return false;
  const before = text
    .slice(0, match.index)
    .replace(/%+/g, '')
    .replace(/(?:\d[\d,.]*|[一二两三四五六七八九十百千万]+)[万亿]?[\u4e00-\u9fff]{0,2}?(?=全|都|已|均|一|$)/g, '');
  const subject = stripped(before).replace(
    /全部|全面|已经|业已|顺利|圆满|提前|按期|按时|如期|正式|超额|今年|印发|出台|发布|公布|上线|举办|召开|开展|实施|验收|通过|[均都皆已也了并且、]/g,
    '',
  );
  if (subject === '') return true;
  const names = names0(draft);
  const known = [...subject].filter((sign) => names.includes(sign)).length;
  return known >= subject.length * 0.6;
}

const names0 = (draft: Draft): string => [draft.task.title, ...draft.measures.map((one) => one.plain)].join(' ');

function stripped(text: string): string {
  let left = text.trim();
  for (let before = ''; before !== left;) {
    before = left;
    left = left.replace(MANNER, '').trim();
  }
  return left;
}
