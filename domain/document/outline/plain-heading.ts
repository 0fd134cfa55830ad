import { FIELD_LINE } from '../units/owner-words.ts';
import type { Paragraph } from './paragraphs.ts';
import { roleOf } from './section-role.ts';

/** A line that begins with its time in brackets, or with a name and its time. */
const WINDOWED =
  /^[(〔【][^()〔〕【】]{0,24}(?:[年月季旬日]|\d{4}[./]\d)[^()〔〕【】]{0,24}[)〕】]|^[\u4e00-\u9fff、]{2,14}[:。,] ?[自从]?(?:[\d一二三四五六七八九十]{1,3} ?月|\d{4} ?[年.]|[一二][〇零一二三四五六七八九]{3}年)/;
/** 实施阶段 above 起止时间:2000.4—2000.7 is a phase, not what they stand under. */
const ONE_PHASE = /阶段$/;
const SHORTEST = 3;
const LONGEST = 40;
/** A line of these is no heading, however short; 印发(附全文) is the rest of a headline that a page broke. */
const NOT_A_HEADING =
  /[。;!?]|[:,、]$|^[(〔【•●—*-]|^\d{4}年|年\d{1,2}月\d{1,2}日$|^附件|^抄送|:$|^[\u4e00-\u9fff]{2,8}(?:单位|部门|主体|时限|时间|期限|领导|责任人|科室) ?:|^联系(?:人|电话)|^(?:正式)?(?:印发|发布|公布|出台)(?:[(〔].*)?$/;

/** 第一阶段 动员部署 2024年3月1日—3月31日: the window needs no brackets. */
const STAGE_WINDOW = /^(第 ?[一二三四五六七八1-8] ?个? ?(?:阶 ?段|步|环 ?节).{0,24}?)[ \d年月日.—–~至到-]+$/;

/** Share of Chinese characters, dates in brackets or behind a stage aside. */
function hanShare(said: string): number {
  const bare = said.replace(/[(〔][^()〔〕]*[)〕]/g, '').replace(STAGE_WINDOW, '$1');
  return (bare.match(/[\u4e00-\u9fff]/g)?.length ?? 0) / Math.max(1, bare.length);
}

const looksLikeOne = ({ said, mark, inTable }: Paragraph): boolean =>
  !inTable &&
  mark === null &&
  said.length >= SHORTEST &&
  said.length <= LONGEST &&
  !NOT_A_HEADING.test(said) &&
  !FIELD_LINE.test(said.replaceAll(' ', '')) &&
  (said.match(/,/g)?.length ?? 0) <= 1 &&
  hanShare(said) >= 0.6;

/** How an un-numbered heading stands: above a numbered one, above another heading, or above its own text. */
export type PlainHeading = 'above-numbered' | 'above-plain' | 'above-text';

/** What an un-numbered line is a heading of, by itself and its neighbours; null: it is none. */
export function plainHeading(paragraphs: readonly Paragraph[], at: number): PlainHeading | null {
  const here = paragraphs[at];
  const next = paragraphs[at + 1];
  if (!here || !next || here.mark || here.inTable) return null;
  if (here.level === null && !looksLikeOne(here)) return null;
  const before = paragraphs[at - 1];
  const afterText =
    !before ||
    before.mark !== null ||
    /[。;!?:)〕】”"]$/.test(before.said) ||
    looksLikeOne(before) ||
    // Owners on a line of their own end a task, mostly without a full stop.
    FIELD_LINE.test(before.said) ||
    before.inTable;
  if (!afterText && here.level === null) return null;
  if (next.mark) return 'above-numbered';
  if (next.inTable) return 'above-text';
  if (looksLikeOne(next)) return 'above-plain';
  // 推进步骤 above (2008年第四季度)学习宣传阶段 or 学习宣传:2008年10月至12月.
  const announces = roleOf(here.said, null) === 'phases' && !ONE_PHASE.test(here.said);
  if (announces && WINDOWED.test(next.said)) return 'above-plain';
  return (next.said.length > here.said.length || /^.{6,}。$/.test(next.said)) && /[。;:,]/.test(next.said)
    ? 'above-text'
    : null;
}
