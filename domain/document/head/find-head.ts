import type { CleanText } from '../clean-text.ts';
import type { Outline } from '../outline-types.ts';
import type { Span } from '../types.ts';
import { docNumberIn } from './doc-number.ts';
import { findIssuer, organOfTitle } from './find-issuer.ts';
import type { FoundTitle } from './find-title.ts';
import { linesIn } from './head-lines.ts';
import { labelledDates, signatureIn } from './signature.ts';

export interface HeadFacts {
  docNumber: Span | null;
  issuedOn: { date: string; at: Span } | null;
  issuer: Span | null;
  place: Span | null;
}

/** A place by its levels: province, city, county, township; a name of each has two to five characters. */
const LEVELS = [
  '[\\u4e00-\\u9fff]{2,3}(?:特别行政区|自治区|省)|(?:北京|上海|天津|重庆)市',
  '[\\u4e00-\\u9fff]{2,5}?(?:自治州|地区|市|州|盟)',
  '[\\u4e00-\\u9fff]{2,6}?(?:自治县|自治旗|新区|开发区|高新区|县|区|旗|市)',
  '[\\u4e00-\\u9fff]{2,4}?(?:街道|镇|乡)',
];
/** What ends like a place and is none. */
const NO_PLACE =
  /(?<=..)城市$|^[各全大小老新]?城市$|创建|建设|推进|国家|全国|全省|全市|各|示范|试点|实施|老旧|小区|社区$|关于|深化|加强|产权|强|卫生|园林|森林|法治|平安|健康|数字|智慧|农村|乡村|城乡|文明|全域|生态/;
const IN_TEXT = /(?:结合|为|按照)(?:我们)?([a-z\u4e00-\u9fff]{1,6}?(?:省|市|县|区|州|旗))(?:的?实际|实施|工作|情况)/i;

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
  const title = found?.title ?? null;
  const notice = found?.notice ?? null;
  const issuer = findIssuer(simplified, signature, above, { notice, title, below });
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
  const numbered = docNumberIn(above) ?? docNumberIn(below);
  return {
    docNumber: numbered?.number ?? null,
    issuedOn: signature?.date ?? labelledDates([...above, ...below])[0] ?? numbered?.dated ?? null,
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
