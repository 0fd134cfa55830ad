import type { Span } from '../types.ts';
import { heldUp } from './blockers.ts';
import { isExplained, isOwnFigure } from './explained.ts';
import type { Draft } from './draft.ts';
import { figuresSaid } from './figures-said.ts';
import { HEDGED_CLAUSE } from './hedges.ts';
import { kindOf } from './kinds.ts';
import type { PartWords } from './part-words.ts';
import { names0 } from './is-claim.ts';
import { readDates } from './read-dates.ts';
import { readShares } from './read-shares.ts';
import { readState } from './read-state.ts';
import { givesRange } from './value-ranges.ts';
import { requestsIn } from './requests.ts';
import { nameScore } from './topics.ts';
import * as words from './words.ts';

/** 不确定哪天能报, 什么时候完还定不了. */
const OPEN_DATE =
  /(?:不确定|不好说|说不[准好]|不知道?|不清楚|定不[了下]|没定|未定|难说|拿不准)[^,。;]{0,6}(?:哪天|什么时候|啥时候|几号|何时|几时|多久|哪月|几月)|(?:哪天|什么时候|啥时候|几号|何时|几时|多久|具体(?:时间|日期|哪天))[^,。;]{0,10}(?:不确定|不好说|说不[准好]|不知道|不清楚|定不[了下]|没定|未定|难说|拿不准|再定|待定|另定)/;

/** 具体几所我得问下: what is told is no value yet. */
const COUNTED_LATER =
  /(?:具体|准确|确切|详细|精确)(?:是|有|到底)?(?:多少|几[\u4e00-\u9fff]|数|[个台所户家件人栋条项]数|数量|数字|数据|台数)[^,。;]{0,12}(?:核|查|统计|问|盘|定(?!于)|清点|汇总|报上来|等|对一下|算)/;

/** 已有80个通过验收: a stage that some of what is counted has reached. */
const STAGE_AFTER = /^(?:已|已经|刚)?(?:通过|投入使用|投用|投运|挂牌|验收|开工|动工|进场|立项|备案|封顶|签约|试运行|通电|启用)/;

/** Adds what one clause says to the draft of its task. */
export function readPart(draft: Draft, part: PartWords): void {
  const { clause, body, bases, next } = part;
  const text = body.trim();
  const span: Span = { start: clause.start, end: clause.end };
  const offset = clause.start;
  const names = draft.measures.map((one) => one.plain).join(' ');
  const requests = requestsIn(text.replace(/《[^《》]*(?:》|$)|^[^《》]*》/g, ''), part.leave, names0(draft));
  const polite = requests.length > 0 && !/请问|问一?下|怎么|如何|哪|什么|多少|(?<!可以|行)吗/.test(text);
  const asked = (clause.asked || words.ASKS.test(text)) && !requests.includes('extension') && !polite;
  if (COUNTED_LATER.test(text)) {
    draft.openSpans.push(/\d|[一二三四五六七八九十]/.test(body) ? span : (draft.spans.at(-1) ?? span), span);
    if (asked) draft.spans.push(span);
  }
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
  const told =
    extends_ && !/因|由于|受/.test(text)
      ? null
      : heldUp(text, `${draft.task.title} ${names0(draft)}`, draft.figures.length > 0 || draft.percents.length > 0, next);
  const under = draft.heading === 'problem' || draft.heading === 'cause';
  const held =
    told ??
    (under && clause.before !== '\n' ? { stops: false, waits: false, lacks: true, cause: true, soft: false } : null);
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
      !isUnderWay(date, part) &&
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
  // 二季度末二期上线、全面完成: what was to come still is.
  const coming = future ?? (draft.ahead && clause.before === '、' && dated.length === 0 ? 0 : null);
  const shares = readShares(draft, body, clause, future);
  const { masked } = shares;
  let { measured } = shares;
  const partial = fraction(masked, draft);
  if (partial) {
    draft.figures.push({ ...partial, start: offset + partial.start, end: offset + partial.end });
    measured = true;
    draft.carried = partial.measure;
  } else if (!extends_ && !part.leave) {
    const among = /其中|包括|里面/.exec(masked);
    const counted =
      draft.among && clause.before === '、'
        ? ''
        : among && !/新增|本月|本周|本季|又|上月/.test(masked.slice(among.index))
          ? masked.slice(0, among.index)
          : masked;
    draft.among = among !== null || (draft.among && clause.before === '、');
    const said = figuresSaid(counted, {
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
        alien:
          STAGE_AFTER.test(masked.slice(figure.end)) ||
          !isOwnFigure(
            masked.slice(said.figures[said.figures.indexOf(figure) - 1]?.end ?? 0, figure.start),
            `${draft.task.title}${names0(draft)}`,
          ),
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
    if (said.range) draft.openSpans.push(span);
    if (own.length > 0) measured = true;
    draft.more = own.length === 0 && /又|(?<!不)再(?!就业|次确认)/.test(masked);
  }
  if (future === null && !extends_ && givesRange(body)) {
    draft.openSpans.push(span);
    draft.percents = draft.percents.filter(({ span: at }) => at.start < span.start || at.end > span.end);
  }
  if (/(?<![第\d])[一二三四五六七八九]{2}成/.test(body)) draft.openValue = true;
  if (OPEN_DATE.test(text)) draft.openDate = true;
  if (/[两2][个套]口径|(?:不知道?|不确定)(?:按|用|算|以)哪|不(?:晓得|知道)报哪|也可能|记不清|拿不准/.test(text))
    draft.openValue = true;
  for (const request of requests) draft.requests.push({ request, span });
  if (draft.heading !== 'plan')
    readState(draft, text, span, { held, measured, future: coming !== null, requests: requests.length > 0, next });
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
  if (held?.soft) draft.unexplained = true;
  const bears = taken.length > part.label.length || draft.claims.some(within);
  const limit = bears || /\d/.test(body) ? 3 : held ? 99 : 4;
  if (!isExplained(body, `${draft.task.title}${names0(draft)}`, taken, offset, limit)) draft.unexplained = true;
  if (
    !bears &&
    !measured &&
    !held &&
    requests.length === 0 &&
    dated.length === 0 &&
    !words.VAGUE.test(text) &&
    !words.NO_CHANGE.test(text) &&
    !words.NOT_STARTED.test(text) &&
    text.length >= 4
  ) {
    draft.leftover.push(span);
    if (/[没未不无难]/.test(text)) draft.unexplained = true;
  }
  draft.ahead = future !== null;
  if (!measured) draft.lead = `${draft.lead}${text}`.slice(-60);
}

const withoutNames = (text: string, names: string): string =>
  text.replace(/基本|大体|初步|争取|主体|应该/g, (word) => (names.includes(word) ? '' : word));

/** 一季度累计签约13个, written in March: the quarter that is going on. */
function isUnderWay(date: PartWords['dates'][number], { plain, today }: PartWords): boolean {
  if (!date.period || date.date === null || date.date.slice(0, 4) !== today.slice(0, 4)) return false;
  const months = /季度/.test(plain.slice(date.start, date.end)) ? 3 : /半年/.test(plain.slice(date.start, date.end)) ? 6 : 0;
  const left = Number(date.date.slice(5, 7)) - Number(today.slice(5, 7));
  return left >= 0 && left < months && /^(?:以来|末?已|累计|共|新|又|合计|总计|全市|全[县区]|我)/.test(plain.slice(date.end));
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
    kind: kindOf(body.slice(0, match.index), measure.plain, body),
    start: match.index,
    end: match.index + match[0].length,
    approx: false,
    open: false,
    measure,
  };
}
