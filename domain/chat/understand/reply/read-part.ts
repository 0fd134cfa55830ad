import type { Span } from '../types.ts';
import { heldUp } from './blockers.ts';
import { isExplained } from './explained.ts';
import type { Draft } from './draft.ts';
import { HEDGED_CLAUSE } from './hedges.ts';
import { COUNTED_LATER, OPEN_DATE, SEVERAL_MORE, UNDECIDED } from './left-open.ts';
import { numbersIn } from './numbers.ts';
import type { PartWords } from './part-words.ts';
import { names0 } from './is-claim.ts';
import { readDates } from './read-dates.ts';
import { readFigures } from './read-figures.ts';
import { readShares } from './read-shares.ts';
import { readState } from './read-state.ts';
import { givesRange } from './value-ranges.ts';
import { requestsIn } from './requests.ts';
import { daysToCome, futureFrom } from './to-come.ts';
import * as words from './words.ts';

const OTHERS_NAMED = /隔壁|邻[县市区镇村]|兄弟(?:县|市|区|单位)|外[县市]/;
const sentenceBefore = ({ plain, clause }: PartWords): string =>
  plain
    .slice(Math.max(0, clause.start - 30), clause.start)
    .split(/[。;\n]/)
    .at(-1) ?? '';

/** Adds what one clause says to the draft of its task. */
export function readPart(draft: Draft, part: PartWords): void {
  const { clause, body, next } = part;
  const text = body.trim();
  const span: Span = { start: clause.start, end: clause.end };
  const offset = clause.start;
  const names = draft.measures.map((one) => one.plain).join(' ');
  const asks = requestsIn(text.replace(/《[^《》]*(?:》|$)|^[^《》]*》/g, ''), part.leave, names0(draft));
  // 隔壁县停工了,跟我们无关: no duty of ours is denied.
  const aboutOthers = OTHERS_NAMED.test(sentenceBefore(part));
  const requests = aboutOthers ? asks.filter((one) => one !== 'dispute') : asks;
  const polite = requests.length > 0 && !/请问|问一?下|怎么|如何|哪|什么|多少|(?<!可以|行)吗/.test(text);
  const asked = (clause.asked || words.ASKS.test(text)) && !requests.includes('extension') && !polite;
  if (COUNTED_LATER.test(text)) {
    draft.openSpans.push(numbersIn(body).length > 0 ? span : (draft.spans.at(-1) ?? span), span);
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
  draft.labels.push(...part.label);
  const extends_ = requests.includes('extension');
  const told = extends_ && !/因|由于|受/.test(text) ? null : heldUp(text, `${draft.task.title} ${names0(draft)}`, next);
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

  const dated = daysToCome(part);
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
  if (readFigures(draft, part, masked, { held, future, told: !extends_ && !part.leave })) measured = true;
  if (future === null && !extends_ && givesRange(body)) {
    draft.openSpans.push(span);
    draft.percents = draft.percents.filter(({ span: at }) => at.start < span.start || at.end > span.end);
  }
  if (OPEN_DATE.test(text)) draft.openDate = true;
  if (UNDECIDED.test(text) || (SEVERAL_MORE.test(text) && draft.measures.length > 0)) draft.openValue = true;
  for (const request of requests) draft.requests.push({ request, span });
  if (draft.heading !== 'plan')
    readState(draft, text, span, {
      held,
      measured,
      future: coming !== null,
      requests: requests.length > 0,
      next,
      sentence: clause.sentence,
    });
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
