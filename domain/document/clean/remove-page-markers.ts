import { numberMark } from '../outline/number-mark.ts';
import { linesOf, trimmed, type Draft, type Edit } from './edit-text.ts';

const OWN_LINE =
  /^(?:[—–\-·•~]{1,2} ?\d{1,4} ?[—–\-·•~]{1,2}|第 ?\d{1,4} ?页(?: ?[,/]? ?共 ?\d{1,4} ?页)?|共 ?\d{1,4} ?页[, ]{0,2}第 ?\d{1,4} ?页|\d{1,3} ?\/ ?\d{1,3}|page \d{1,4}(?: of \d{1,4})?)$/i;
const WITHIN =
  /第 ?\d{1,4} ?页 ?[,/]? ?共 ?\d{1,4} ?页|共 ?\d{1,4} ?页[, ]{0,2}第 ?\d{1,4} ?页|(?<![\d年月日])— ?\d{1,3} ?—(?!\d)/g;
/** A line of a table of contents. */
const CONTENTS_LINE = /[.…·]{4,} ?\d{1,3}$|^目 ?录$/;

/** A page in print holds far more than this; an item of a list far less. */
const SHORTEST_PAGE = 200;
/** A heading is shorter than a line that a page's end cuts. */
const SHORTEST_CUT = 20;

/** Owners on a line of their own end without a sign. */
const OWNER_LINE = /^[(〔【]?[\u4e00-\u9fff]{2,8} ?:/;

const endsSentence = (line: string): boolean => /[。!?;:”’"')）》〕】]$/.test(line);

const isCut = (before: string, after: string): boolean =>
  before.length >= SHORTEST_CUT &&
  !endsSentence(before) &&
  !OWNER_LINE.test(before) &&
  !before.includes('\t') &&
  !after.includes('\t') &&
  numberMark(after) === null &&
  !/^[(〔【]?[\u4e00-\u9fff]{2,8} ?:|^附件/.test(after);

/** Own lines such as `— 5 —`, such marks within lines, and lines of a table of contents. */
function printedMarks({ simplified }: Draft): Edit[] {
  const lines = linesOf(simplified).map((line) => ({ ...line, said: trimmed(simplified, line) }));
  const isNoise = ({ said }: (typeof lines)[number]): boolean => {
    const text = simplified.slice(said.start, said.end);
    return text.length > 0 && text.length <= 40 && (OWN_LINE.test(text) || CONTENTS_LINE.test(text));
  };
  const printed = lines.filter(({ said }) => said.end > said.start);
  const heads = runningHeads(
    printed.map(({ said }) => simplified.slice(said.start, said.end)),
    printed.map(isNoise),
  );
  const filled = printed.filter((_, at) => !heads.has(at));
  const above = printed
    .filter((_, at) => heads.has(at))
    .map(({ start, end }): Edit => ({
      start,
      end: Math.min(end + 1, simplified.length),
      now: '',
      code: 'page-marker',
    }));
  const own = filled.flatMap((line, at): Edit[] => {
    if (!isNoise(line)) return [];
    const before = filled[at - 1];
    const after = filled[at + 1];
    const whole = { start: line.start, end: Math.min(line.end + 1, simplified.length) };
    // Between the two halves of a sentence its line breaks go too.
    const cut =
      before &&
      after &&
      isCut(simplified.slice(before.said.start, before.said.end), simplified.slice(after.said.start, after.said.end));
    return [{ ...(cut ? { start: before.said.end, end: after.said.start } : whole), now: '', code: 'page-marker' }];
  });
  const within = [...simplified.matchAll(WITHIN)].map((found): Edit => ({
    start: found.index,
    end: found.index + found[0].length,
    now: '',
    code: 'page-marker',
  }));
  return [...above, ...own, ...within];
}

/** A heading may stand at the top of a page, but not at that of two. */
const LONGEST_RUNNING = 40;

/** Places of the lines that stand the same right beside two page numbers at least. */
function runningHeads(lines: readonly string[], isMark: readonly boolean[]): Set<number> {
  const beside = (by: number): number[] => {
    const places = isMark.flatMap((mark, at) => (mark && isMark[at + by] === false ? [at + by] : []));
    const times = new Map<string, number>();
    for (const at of places) times.set(lines[at] ?? '', (times.get(lines[at] ?? '') ?? 0) + 1);
    return places.filter((at) => {
      const said = lines[at] ?? '';
      return (
        said.length <= LONGEST_RUNNING && !/[。;\t|]/.test(said) && !numberMark(said) && (times.get(said) ?? 0) > 1
      );
    });
  };
  return new Set([...beside(1), ...beside(-1)]);
}

interface PageMark {
  no: number;
  start: number;
  end: number;
  /** It stands in the middle of a sentence: no item of a list does. */
  within: boolean;
}

/** Lines that begin as `3、`, with what stands before them. */
function pageMarks(simplified: string): PageMark[] {
  const lines = linesOf(simplified).filter(({ start, end }) => simplified.slice(start, end).trim() !== '');
  return lines.flatMap((line, at): PageMark[] => {
    const found = /^[ \t]*(\d{1,3})、/.exec(simplified.slice(line.start, line.start + 12));
    if (!found) return [];
    const above = lines[at - 1];
    const before = above ? simplified.slice(above.start, above.end).trim() : '';
    const within = before.length >= SHORTEST_CUT && !endsSentence(before) && !/\t/.test(before);
    return [{ no: Number(found[1]), start: line.start, end: line.start + found[0].length, within }];
  });
}

/**
 * Page numbers that a converter wrote as `3、` before each page: they count on through the document, and most cut a
 * sentence. Items of lists count too, but stand behind whole sentences and begin again with each list.
 */
function countedPages({ simplified }: Draft): Edit[] {
  const marks = pageMarks(simplified);
  const cutting = marks.filter(({ within }) => within);
  const [first] = cutting;
  const opens = marks[0]?.no === 1 && simplified.slice(0, marks[0].start).trim() === '';
  if (!first || first.no > 3 || (cutting.length < 2 && !(opens && first.no === 2))) return [];
  if (cutting.some(({ no }, at) => at > 0 && no <= (cutting[at - 1]?.no ?? 0))) return [];
  const last = cutting.at(-1)?.no ?? 0;
  const pages: PageMark[] = [];
  for (let no = 1; no <= last + 1; no++) {
    const from = pages.at(-1)?.end ?? 0;
    const to = cutting.find((mark) => mark.no > no)?.start ?? simplified.length;
    const mark =
      cutting.find((one) => one.no === no) ??
      marks.find(
        (one, at) =>
          one.no === no &&
          // 1、2、3、 of a list go on.
          (no === 1 || marks[at - 1]?.no !== no - 1 || pages.some((page) => page === marks[at - 1])) &&
          one.start >= from &&
          one.start < to &&
          (pages.length === 0 ? opens : one.start - from >= SHORTEST_PAGE),
      );
    if (mark) pages.push(mark);
    else if (no > 1 && no <= last) return [];
  }
  return pages.map(({ start, end, within }): Edit => ({
    start: within ? start - 1 : start,
    end,
    now: '',
    code: 'page-marker',
  }));
}

/** Bare numbers on lines of their own, which count on and stand within sentences. */
function bareNumbers({ simplified }: Draft): Edit[] {
  const lines = linesOf(simplified)
    .map((line) => ({ ...line, said: simplified.slice(line.start, line.end).trim() }))
    .filter(({ said }) => said !== '');
  // A table that was printed cell below cell numbers its rows on lines of their own.
  if (lines.some(({ said }) => /^\|? ?(?:序号?|编号) ?\|?$/.test(said))) return [];
  const bare = lines.flatMap((line, at) => {
    const before = lines[at - 1]?.said;
    const after = lines[at + 1]?.said;
    const inSentence =
      before !== undefined && after !== undefined && before.length > 12 && after.length > 12 && !numberMark(after);
    return /^\d{1,3}$/.test(line.said) && (inSentence || after === undefined) ? [line] : [];
  });
  const counting = bare.filter(({ said }, at) => at === 0 || Number(said) > Number(bare[at - 1]?.said));
  return counting.length < 2 && !counting.every(({ said }) => said === '1')
    ? []
    : counting.map(({ start, end }) => ({
        start,
        end: Math.min(end + 1, simplified.length),
        now: '',
        code: 'page-marker' as const,
      }));
}

const LONGEST_CONTENTS = 80;
const LONGEST_LINE = 200;

/** A line without its blanks and, where it may be one of a table of contents, without its leaders and page. */
function withoutPage(line: string): string {
  const words = line.replace(/\s+/g, ' ').trim();
  return (words.length > LONGEST_LINE ? words : words.replace(/[ .…·]+\d*$/, '')).replaceAll(' ', '');
}

/** 目录 and the headings below it, up to where the first of them stands again. */
function contents({ simplified }: Draft): Edit[] {
  const lines = linesOf(simplified)
    .map((line) => ({ ...line, said: withoutPage(simplified.slice(line.start, line.end)) }))
    .filter(({ said }) => said !== '');
  const at = lines.findIndex(({ said }) => /^目录$|^目次$/.test(said));
  const title = lines[at];
  const first = lines[at + 1];
  if (!title || !first) return [];
  const again = lines.findIndex(
    ({ said }, index) => index > at + 1 && index <= at + LONGEST_CONTENTS && said === first.said,
  );
  const between = lines.slice(at + 1, again);
  if (again < 0 || between.some(({ said }) => said.length > 50 || /。/.test(said))) return [];
  return [{ start: title.start, end: lines[again]?.start ?? title.end, now: '', code: 'page-marker' }];
}

/** Page numbers that say that they are one, in and between lines, and the table of contents. */
export const printedPageMarkers = (draft: Draft): Edit[] => [...contents(draft), ...printedMarks(draft)];

/** Page numbers that only their counting gives away, once no others stand between the halves of a sentence. */
export const countedPageMarkers = (draft: Draft): Edit[] => {
  const counted = countedPages(draft);
  return counted.length > 0 ? counted : bareNumbers(draft);
};
