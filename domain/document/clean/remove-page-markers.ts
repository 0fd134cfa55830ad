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

const endsSentence = (line: string): boolean => /[。!?;:”’"')）》〕】]$/.test(line);

/** Own lines such as `— 5 —`, such marks within lines, and lines of a table of contents. */
function printedMarks({ simplified }: Draft): Edit[] {
  const own = linesOf(simplified).flatMap((line): Edit[] => {
    const { start, end } = trimmed(simplified, line);
    const said = simplified.slice(start, end);
    const noise = said.length <= 40 ? OWN_LINE.test(said) || CONTENTS_LINE.test(said) : false;
    return noise
      ? [{ start: line.start, end: Math.min(line.end + 1, simplified.length), now: '', code: 'page-marker' }]
      : [];
  });
  const within = [...simplified.matchAll(WITHIN)].map((found): Edit => ({
    start: found.index,
    end: found.index + found[0].length,
    now: '',
    code: 'page-marker',
  }));
  return [...own, ...within];
}

/**
 * Page numbers that a converter wrote as `3、` before each page: they count from one without a gap, and what they
 * part are whole pages, mostly cut within a sentence.
 */
function countedPages({ simplified }: Draft): Edit[] {
  const lines = linesOf(simplified).filter(({ start, end }) => end > start);
  const marks = lines.flatMap((line, at) => {
    const found = /^[ \t]*(\d{1,3})[、.]/.exec(simplified.slice(line.start, line.start + 12));
    return found ? [{ at, no: Number(found[1]), start: line.start, end: line.start + found[0].length }] : [];
  });
  const [first] = marks;
  if (!first || marks.length < 3 || marks.length < lines.length * 0.8) return [];
  if (marks.some(({ no }, index) => no !== first.no + index)) return [];
  const pages = marks.map(({ end }, index) => (marks[index + 1]?.start ?? simplified.length) - end);
  const full = pages.slice(0, -1);
  if (Math.min(...full) < SHORTEST_PAGE) return [];
  const cut = marks.slice(1).filter(({ start }) => !endsSentence(simplified.slice(0, start).trimEnd().slice(-1)));
  if (cut.length * 2 < marks.length - 1) return [];
  return marks.map(({ start, end }, index): Edit => {
    const mid = index > 0 && !endsSentence(simplified.slice(Math.max(0, start - 4), start).trimEnd());
    return { start: mid ? start - 1 : start, end, now: '', code: 'page-marker' };
  });
}

/** Bare numbers on lines of their own, which count on and stand within sentences. */
function bareNumbers({ simplified }: Draft): Edit[] {
  const lines = linesOf(simplified)
    .map((line) => ({ ...line, said: simplified.slice(line.start, line.end).trim() }))
    .filter(({ said }) => said !== '');
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

/** Page numbers in and between lines, and the table of contents. */
export const pageMarkers = (draft: Draft): Edit[] => {
  const counted = countedPages(draft);
  return [...counted, ...printedMarks(draft), ...(counted.length > 0 ? [] : bareNumbers(draft))];
};
