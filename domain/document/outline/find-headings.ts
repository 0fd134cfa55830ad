import type { Span } from '../types.ts';
import type { Paragraph } from './paragraphs.ts';
import { plainHeading } from './plain-heading.ts';
import { isGenreHeading } from './section-role.ts';
import { softItems } from './soft-mark.ts';
import { splitHeading } from './split-heading.ts';

/** A heading and where its section begins; ranges of the clean text. */
export interface Heading {
  at: number;
  rank: number;
  no: string | null;
  span: Span;
  bodyFrom: number;
}

const ATTACHMENT = /^附(?:件|表|录) ?[\d一二三四五六七八九十]{0,3} ?:?$/;
/** `附件:1.X表`: the numbers that count on below it name annexes too. */
const ATTACHMENTS = /^附(?:件|表|录)? ?: ?1 ?[.、．]/;
const ATTACHMENT_RANK = 0.1;
/** `1.` and what stands below it also count the items of lists. */
const LIST_RANK = 7;
/** So many paragraphs are looked through for the chapter above. */
const LONGEST_CHAPTER = 40;
/** Ranks of un-numbered headings in a document without any numbers. */
const PLAIN = { upper: 5, lower: 6 };

function numbered(paragraph: Paragraph, at: number, softRank = 0): Heading | null {
  const { mark, soft, start, end, said } = paragraph;
  const length = mark?.length ?? soft?.length;
  if (length === undefined) return null;
  const { heading, rest } = splitHeading(said.slice(length));
  const from = start + length;
  return {
    at,
    rank: mark?.rank ?? softRank,
    no: mark?.printed ?? null,
    span: { start: from + heading.start, end: from + heading.end },
    bodyFrom: Math.min(end, from + rest),
  };
}

/**
 * Does a document number its headings? Lists of 1. 2. 3. don't say so where the words of the genre stand as plain
 * headings.
 */
function countsHeadings(paragraphs: readonly Paragraph[]): boolean {
  const marked = paragraphs.filter(({ mark }) => mark !== null);
  const high = marked.filter(({ mark }) => (mark?.rank ?? 0) < LIST_RANK);
  const plain = paragraphs.filter(
    ({ mark, said, inTable }) => !mark && !inTable && said.length <= 12 && isGenreHeading(said),
  );
  return high.length >= 2 || (marked.length >= 2 && plain.length < 2);
}

/** 一、活动主题 / 优质服务 / 二、活动目标: the only line below a chapter's heading is its text. */
function isWholeBody(paragraphs: readonly Paragraph[], at: number): boolean {
  const before = paragraphs[at - 1]?.mark;
  const after = paragraphs[at + 1]?.mark;
  const counted = before?.style === 'cn' && after?.style === 'cn' && after.value === before.value + 1;
  return counted && !isGenreHeading(paragraphs[at]?.said ?? '');
}

const STAGE_LINE = /^第 ?[一二三四五六七八1-8] ?个? ?(?:阶 ?段|步|环 ?节)/;

/** 第三阶段(6月—12月):… right above 四、保障措施: the chapter counts on, so the line is what the one before ends with. */
function endsChapter(paragraphs: readonly Paragraph[], at: number): boolean {
  const next = paragraphs[at + 1]?.mark;
  if (next?.style !== 'cn' || !STAGE_LINE.test(paragraphs[at]?.said ?? '')) return false;
  const before = paragraphs.slice(Math.max(0, at - LONGEST_CHAPTER), at).findLast(({ mark }) => mark?.style === 'cn');
  return before?.mark?.value === next.value - 1;
}

/**
 * The headings among the paragraphs from `from` up to `to`. In a document that numbers its headings a plain line
 * must show by its neighbours that it is one.
 */
export function headingsIn(all: readonly Paragraph[], from: number, to: number): Heading[] {
  const paragraphs = all.slice(0, to);
  const counted = countsHeadings(paragraphs.slice(from));
  const items = softItems(paragraphs, from);
  const headings: Heading[] = [];
  let above = 0;
  let annexes = 0;
  for (let at = from; at < to; at++) {
    const paragraph = paragraphs[at];
    if (!paragraph || paragraph.inTable) continue;
    const { said, start, end } = paragraph;
    annexes = ATTACHMENTS.test(said) ? 1 : annexes > 0 && paragraph.mark?.value === annexes + 1 ? annexes + 1 : 0;
    if (annexes > 0) continue;
    const plain = (rank: number): void =>
      void headings.push({ at, rank, no: null, span: { start, end }, bodyFrom: end });
    const known = paragraph.mark || items.has(at) ? numbered(paragraph, at, items.get(at)) : null;
    if (known) {
      headings.push(known);
      above = known.rank;
      continue;
    }
    if (headings.length > 0 && ATTACHMENT.test(said)) {
      plain(ATTACHMENT_RANK);
      continue;
    }
    const kind = plainHeading(paragraphs, at);
    // Above the first number a plain line is a chapter only where the number is no chapter's.
    const first = counted && headings.length === 0;
    const opens = kind === 'above-numbered' && paragraphs[at + 1]?.mark?.style === 'cn-paren';
    if (kind === 'above-numbered' && (isWholeBody(paragraphs, at) || endsChapter(paragraphs, at))) continue;
    if (kind === null || (first && !opens)) continue;
    if (!counted)
      plain(paragraph.level ?? (kind === 'above-text' && !isGenreHeading(said) ? PLAIN.lower : PLAIN.upper));
    else if (kind === 'above-numbered') plain((paragraphs[at + 1]?.mark?.rank ?? above) - 0.5);
    else if (kind === 'above-text') plain(above + 0.3);
  }
  return headings;
}
