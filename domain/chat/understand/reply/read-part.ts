import type { Span } from '../types.ts';
import { heldUp } from './blockers.ts';
import { isExplained, isOwnFigure } from './explained.ts';
import type { Draft } from './draft.ts';
import { figuresSaid } from './figures-said.ts';
import { HEDGED_CLAUSE } from './hedges.ts';
import { kindOf } from './kinds.ts';
import { isOwn, OWN_PROGRESS } from './own-share.ts';
import type { PartWords } from './part-words.ts';
import { names0 } from './is-claim.ts';
import { readDates } from './read-dates.ts';
import { readState } from './read-state.ts';
import { percentsIn } from './percents.ts';
import { requestsIn } from './requests.ts';
import { nameScore } from './topics.ts';
import * as words from './words.ts';

const OTHER_SHARE = /同比|环比|增长(?!到|至)|增幅|涨幅|下降|较(?:去年|同期|上年)|提高了?\d|资金(?:缺口|占)|满意度/;
const DENIED = /(?:不是|写成了?|报成了?|误(?:写|报)[为成]?|写|填成|打成|而非)\s?$/;
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
