import type { Span } from '../types.ts';

/** A heading is a phrase; what is longer is a sentence of its own. */
const LONGEST_HEADING = 70;
const LONGEST_BEFORE_COLON = 30;
const OPEN = '([〔【《“';
const CLOSE = ')]〕】》”';

/** Brackets that name owners or dates belong to the body. */
const OWNERS =
  /^[(〔【[](?:[^()〔〕【】]{0,12}(?:单位|部门|主体|时限|时间|领导|责任人|负责人|处室|科室|区县) ?:|[^()〔〕【】]{1,400}(?:牵头|负责|配合|参与|落实|承办|协助|实施)(?:[^()〔〕【】]{0,8})[)〕】\]])/;
/** 2.责任单位:市X局 is a field of the task above it. */
const OWNERS_FIRST =
  /^(?:牵头|责任|配合|参与|主办|协办|承办|执行|实施|主管|完成)(?:责任)?(?:单位|部门|主体|时限|时间):/;
const LABELLED = /(?:牵头|责任|配合|参与|主办|协办|承办|执行|实施|主管|完成)(?:责任)?(?:单位|部门|主体|时限|时间) ?:/;

/** 第一阶段: or 2025年3月: — the name itself stands behind the colon. */
const LABEL_BEFORE_NAME =
  /^(?:第[一二三四五六1-6] ?(?:个)?(?:阶段|步)|[\d〇零一二三四五六七八九十年月日初底上中下旬半季度第起止至到自从~—–. -]+)$/;

/** A heading of the genre with its text right behind it, as converters run them together. */
const GENRE_AND_TEXT =
  /^(?:指导思想|总体要求|总体目标|(?:工作|主要|具体|发展)目标|(?:基本|工作)原则|(?:重点|主要|工作)任务|(?:工作|主要|保障)措施|(?:实施|工作|方法)步骤|(?:进度|时间|工作)安排|组织领导|组织保障|工作要求)(?=[\u4e00-\u9fff“])(?!和|与|及|以及|的)/;
const LEAST_TEXT = 24;

/** The place of the first sign at depth 0 that `wanted` accepts, else -1. */
function firstAt(text: string, wanted: (sign: string, at: number) => boolean): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (OPEN.includes(sign)) depth++;
    else if (CLOSE.includes(sign)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && wanted(sign, at)) return at;
  }
  return -1;
}

function ownersAt(text: string): number {
  for (const found of text.matchAll(/[(〔【[]/g))
    if (OWNERS.test(text.slice(found.index, found.index + 420))) return found.index;
  const label = text.search(LABELLED);
  return label < 0 ? text.length : label;
}

/**
 * Where the heading of a numbered paragraph ends: before its first full stop, a colon soon after the beginning, a wide
 * gap, or the brackets with its owners. `rest` is where what runs on begins. Offsets within the given text.
 */
export function splitHeading(text: string): { heading: Span; rest: number } {
  const genre = GENRE_AND_TEXT.exec(text)?.[0].length;
  if (genre !== undefined && text.length - genre >= LEAST_TEXT)
    return { heading: { start: 0, end: genre }, rest: genre };
  const field = OWNERS_FIRST.exec(text);
  if (field) return { heading: { start: 0, end: field[0].length - 1 }, rest: field[0].length };
  const limit = ownersAt(text);
  const stop = firstAt(text.slice(0, limit), (sign) => sign === '。' || sign === '!' || sign === '?');
  const sentence = stop < 0 ? limit : stop;
  const colon = firstAt(text.slice(0, Math.min(sentence, LONGEST_BEFORE_COLON)), (sign) => sign === ':');
  const comma = firstAt(text.slice(0, sentence), (sign) => sign === ',');
  const gap = /^\S{4,30}( {2,}|\t)(?=\S{12})/.exec(text.slice(0, sentence));
  let end = sentence;
  const label = colon > 0 && LABEL_BEFORE_NAME.test(text.slice(0, colon));
  if (gap?.[1] !== undefined) end = gap[0].length - gap[1].length;
  else if (colon > 0 && !label && (comma < 0 || comma > colon)) end = colon;
  else if (sentence > LONGEST_HEADING) {
    const part = firstAt(text.slice(0, sentence), (sign) => sign === ';');
    if (part > 0) end = part;
  }
  const rest = end === sentence && stop < 0 ? limit : gap?.[1] !== undefined ? gap[0].length : end + 1;
  let to = end;
  while (to > 0 && /[\s。:;,、.]/.test(text.charAt(to - 1))) to--;
  return { heading: { start: 0, end: to }, rest: Math.min(rest, text.length) };
}
