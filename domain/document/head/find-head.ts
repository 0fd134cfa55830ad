import type { CleanText } from '../clean-text.ts';
import type { Outline } from '../outline-types.ts';
import type { Span } from '../types.ts';
import { linesOf, trimmed } from '../clean/edit-text.ts';
import { findDates } from '../dates.ts';
import type { FoundTitle } from './find-title.ts';

export interface HeadFacts {
  docNumber: Span | null;
  issuedOn: { date: string; at: Span } | null;
  issuer: Span | null;
  place: Span | null;
}

const NUMBER = /[\u4e00-\u9fff]{1,14}(?:[A-Z]{0,4}) ?[〔[(【] ?(?:19|20)?\d{2} ?[〕\])】] ?第? ?\d{1,4} ?号/;
const NUMBER_LINE = new RegExp(
  `^(?:【?(?:发文字号|发布文号|文件?(?:编号|字号|号)|文号|字号)】? ?:? ?)?[(〔]?(${NUMBER.source})[)〕]?(?:$| {2,}|\\t)`,
);
const ORGAN = /^[^,。;:《》]{3,40}(?:政府|办公室|办公厅|委员会|领导小组|局|厅|部|委|院|会|处|中心|公司|办|集团|行)$/;
const DAY =
  /^(?:(?:成文|发文|印发|签发)日期 ?:? ?)?[(]?(\d{4}|[〇一二三四五六七八九零]{4}) ?年 ?[\d一二三四五六七八九十〇]{1,3} ?月 ?[\d一二三四五六七八九十〇]{1,4} ?日(?:印发|发布)?[)]?$/;
const ISSUED = /(?:^|[\s(])(?:成文|发文|印发|签发)日期】? ?:? ?/;
/** A place by its levels: province, city, county, township; a name of each has two to five characters. */
const LEVELS = [
  '[\\u4e00-\\u9fff]{2,3}(?:特别行政区|自治区|省)|(?:北京|上海|天津|重庆)市',
  '[\\u4e00-\\u9fff]{2,5}?(?:自治州|地区|市|州|盟)',
  '[\\u4e00-\\u9fff]{2,6}?(?:自治县|自治旗|新区|开发区|高新区|县|区|旗|市)',
  '[\\u4e00-\\u9fff]{2,4}?(?:街道|镇|乡)',
];
/** What ends like a place and is none. */
const NO_PLACE =
  /城市$|创建|建设|推进|国家|全国|全省|全市|各|示范|试点|实施|老旧|小区|社区$|关于|深化|加强|产权|强|卫生|园林|森林|法治|平安|健康|数字|智慧|农村|乡村|城乡|文明|全域|生态/;
const IN_TEXT = /(?:结合|为|按照)(?:我们)?([a-z\u4e00-\u9fff]{1,6}?(?:省|市|县|区|州|旗))(?:的?实际|实施|工作|情况)/i;

interface Line extends Span {
  said: string;
}

const linesIn = (simplified: string, { start, end }: Span): Line[] =>
  linesOf(simplified.slice(start, end)).flatMap((line) => {
    const span = trimmed(simplified, { start: line.start + start, end: line.end + start });
    return span.end > span.start ? [{ ...span, said: simplified.slice(span.start, span.end) }] : [];
  });

function numberIn(lines: readonly Line[]): Span | null {
  for (const { start, said } of lines) {
    const found = NUMBER_LINE.exec(said);
    const number = found?.[1];
    if (found && number !== undefined) {
      const from = start + said.indexOf(number);
      return { start: from, end: from + number.length };
    }
  }
  return null;
}

interface Signature {
  date: { date: string; at: Span };
  organs: Line[];
}

/** A date on a line of its own, with the organs on the lines above it. */
function signatureIn(lines: readonly Line[]): Signature | null {
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at];
    if (!line || !DAY.test(line.said)) continue;
    const date = findDates(line.said)[0]?.from;
    if (!date || date.length !== 10) continue;
    const organs: Line[] = [];
    for (let above = at - 1; above >= 0; above--) {
      const one = lines[above];
      if (!one || !ORGAN.test(one.said)) break;
      organs.unshift(one);
    }
    return { date: { date, at: line }, organs };
  }
  return null;
}

/** `X市人民政府办公室关于印发…的通知`: what stands before 关于, if it is an organ's whole name. */
function organOfTitle(simplified: string, span: Span | null): Span | null {
  if (!span) return null;
  const said = simplified.slice(span.start, span.end).replace(/\s/g, ' ');
  const before = /^([^《》]{3,30}?)(?=关于|印发|转发)/.exec(said)?.[1]?.trimEnd();
  return before !== undefined && ORGAN.test(before) && !/^(?:省|市|州|县|区|镇|乡)(?:委|人民|政府)/.test(before)
    ? { start: span.start, end: span.start + before.length }
    : null;
}

/** The levels that a text begins with, as far as each is the name of a place. */
function longestPlace(text: string): string | null {
  let place = '';
  for (const level of LEVELS) {
    const found = new RegExp(`^(?:${level})(?!场|民|级|域|块|直)`).exec(text.slice(place.length))?.[0];
    if (found !== undefined && !NO_PLACE.test(found)) place += found;
  }
  return place === '' ? null : place;
}

function placeOf(simplified: string, span: Span | null): Span | null {
  if (!span) return null;
  const said = simplified.slice(span.start, span.end);
  const skip = /^(?:《|\d{4}(?:[-—–~至]\d{4})? ?年?|中共|关于)+/.exec(said)?.[0].length ?? 0;
  const found = longestPlace(said.slice(skip));
  if (found === null) return null;
  const from = span.start + skip + said.slice(skip).indexOf(found);
  return { start: from, end: from + found.length };
}

/** Number, date, issuer and place as the head and the signature print them. */
export function findHead({ simplified }: CleanText, { head, tail }: Outline, found: FoundTitle | null): HeadFacts {
  const above = linesIn(simplified, head);
  const below = linesIn(simplified, tail);
  const signature =
    signatureIn(below) ?? signatureIn(above) ?? signatureIn(linesIn(simplified, { start: head.end, end: tail.start }));
  const labelled = [...above, ...below].flatMap((line) => {
    const label = ISSUED.exec(line.said);
    const date = label ? findDates(line.said.slice(label.index))[0]?.from : undefined;
    return date?.length === 10 ? [{ date, at: { start: line.start, end: line.end } }] : [];
  });
  const title = found?.title ?? null;
  const notice = found?.notice ?? null;
  const first = signature?.organs[0];
  const last = signature?.organs.at(-1);
  const signed = first && last ? { start: first.start, end: last.end } : null;
  const issuer = signed ?? organOfTitle(simplified, notice) ?? organOfTitle(simplified, title);
  const preamble = simplified.slice(found?.end ?? 0, head.end);
  const inText = IN_TEXT.exec(preamble);
  const stated =
    inText?.[1] !== undefined && !/^(?:我|本|全)/.test(inText[1])
      ? {
          start: (found?.end ?? 0) + inText.index + inText[0].indexOf(inText[1]),
          end: (found?.end ?? 0) + inText.index + inText[0].indexOf(inText[1]) + inText[1].length,
        }
      : null;
  const titleOrgan = organOfTitle(simplified, title);
  return {
    docNumber: numberIn(above) ?? numberIn(below),
    issuedOn: signature?.date ?? labelled[0] ?? null,
    issuer,
    place:
      placeOf(simplified, titleOrgan ? null : title) ??
      placeOf(simplified, issuer) ??
      placeOf(simplified, title) ??
      placeOf(simplified, notice) ??
      stated,
  };
}

/** A plan for many places prints none; where all its owners are one group (各试点城市某局), that group's places. */
export function placeOfOwners(owners: readonly string[]): string | null {
  const [only, ...others] = [...new Set(owners)];
  return only === undefined || others.length > 0 ? null : (/^各.{0,8}?(?:城市|省|市|县|区|州)/.exec(only)?.[0] ?? null);
}
