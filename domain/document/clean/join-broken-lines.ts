import { numberMark } from '../outline/number-mark.ts';
import { OWNER_LINE } from '../units/owner-words.ts';
import { isUnitName } from '../units/unit-name.ts';
import { linesOf, type Draft, type Edit } from './edit-text.ts';

/** Narrower lines are lists and addresses, not wrapped text. In columns: a Chinese character takes two. */
const NARROWEST_WRAP = 40;
/** Of a name whose beginning stands on the line above. */
const LONGEST_REST = 10;
const LABEL = /^[(〔【[]?[\u4e00-\u9fff]{2,10} ?:/;
const BULLET = /^[—–•●◆■□▲★※*·-]{1,2}/;
/** 2024年5月到6月是…: each line is a phase. */
const WINDOW = /^(?:\d{4} ?年 ?)?\d{1,2} ?月[^,。;]{0,20}(?:为|是|:)/;
/** A document's number has a line of its own, alone or with the date. */
const NUMBER_LINE =
  /^(?:[\u4e00-\u9fff]{1,14}|[(〔][^。]{1,34})[〔[(【](?:19|20)\d{2}[〕\])】] ?第?\d{1,4} ?号(?:[^。]{0,14}[)〕])?$/;
const PLAN_WORD = /(?:方案|计划|规划|意见|纲要|办法|措施|要点|通知|决定|清单)(?:\([^()]{1,20}\))?$/;

interface Line {
  start: number;
  end: number;
  said: string;
  indent: number;
  width: number;
}

const columns = (text: string): number => {
  let sum = 0;
  for (const character of text) sum += character.charCodeAt(0) > 0xff ? 2 : 1;
  return sum;
};

const linesIn = (text: string): Line[] =>
  linesOf(text)
    .map(({ start, end }) => {
      const printed = text.slice(start, end);
      const said = printed.trim();
      return {
        start,
        end,
        said,
        indent: printed.length - printed.trimStart().length,
        width: columns(printed.trimEnd()),
      };
    })
    .filter(({ said }) => said !== '');

/** The width to which the lines of this text were wrapped, or null. */
function wrapWidth(lines: readonly Line[]): number | null {
  const prose = lines.filter(({ said }) => !said.includes('\t'));
  const widest = prose.map(({ width }) => width).toSorted((a, b) => a - b);
  const most = widest[Math.floor(widest.length * 0.9)] ?? 0;
  if (prose.length < 6 || most < NARROWEST_WRAP || most > 160) return null;
  const full = prose.filter(({ width }) => Math.abs(width - most) <= 4);
  // Short items may be many, but nothing is wider than what was wrapped.
  const bounded = prose.every(({ width }) => width <= most + 6);
  return full.length >= prose.length * (bounded ? 0.2 : 0.4) ? most : null;
}

const opened = (text: string): number =>
  (text.match(/[(〔【《“]/g)?.length ?? 0) - (text.match(/[)〕】》”]/g)?.length ?? 0);

/** `责任单位:市X局、市Y` above `管局`: a name is cut where it is none, or where what follows is no line by itself. */
function ownersGoOn(before: string, after: string): boolean {
  if (!OWNER_LINE.test(before) || /[。;)〕】]$/.test(before)) return false;
  const [first = ''] = after.split(/[、,;。]/);
  const last = before.slice(Math.max(...[...'、,;:'].map((sign) => before.lastIndexOf(sign))) + 1);
  if (last === '' || first.length > LONGEST_REST || !isUnitName(last + first)) return false;
  return after.length <= 2 || !isUnitName(last);
}

/** Does the second line carry on the sentence of the first? */
function carriesOn(before: Line, after: Line, wrap: number | null, indented: boolean): boolean {
  if (/[\t|]/.test(before.said) || /[\t|]/.test(after.said)) return false;
  if (numberMark(after.said) || BULLET.test(after.said) || /^第[一二三四五六七八九十\d]+[阶段章节条]/.test(after.said))
    return false;
  // Owners in a bracket that the page wraps behind 责任单位:.
  if (/(?:单位|部门)\S{0,40}[:;]$/.test(before.said) && opened(before.said) > 0 && opened(after.said) < 0) return true;
  if (ownersGoOn(before.said, after.said)) return true;
  if (/[。!?;:]$/.test(before.said) || after.said.startsWith('附件') || NUMBER_LINE.test(after.said)) return false;
  const open = opened(before.said) > 0 && opened(after.said) < 0;
  if (open || /[、,]$/.test(before.said)) return true;
  if (/[)〕】\]]$/.test(before.said)) return false;
  if (wrap !== null) return before.width >= wrap - 3 && !(indented && after.indent > 1 && after.indent > before.indent);
  // Owners on a line of their own end without a full stop.
  if (LABEL.test(before.said) || LABEL.test(after.said)) return false;
  if (WINDOW.test(after.said)) return false;
  // A paragraph that stops without a full stop, and one that ends with it: one sentence on two lines.
  const unfinished = before.said.length > 30 && /[,。;:、]/.test(before.said);
  return unfinished && !PLAN_WORD.test(before.said) && /[,。;]/.test(after.said);
}

/** Line breaks inside sentences, with what blank lines stand between. */
export function brokenLines({ simplified }: Draft): Edit[] {
  const lines = linesIn(simplified);
  const wrap = wrapWidth(lines);
  const indented = lines.filter(({ indent }) => indent >= 2).length >= 3;
  return lines.flatMap((after, at): Edit[] => {
    const before = lines[at - 1];
    if (!before || !carriesOn(before, after, wrap, indented)) return [];
    const from = before.start + before.indent + before.said.length;
    const to = after.start + after.indent;
    const latin = /[a-z0-9]$/i.test(before.said) && /^[a-z]/i.test(after.said);
    return [{ start: from, end: to, now: latin ? ' ' : '', code: 'broken-line' }];
  });
}

const MARK_WITHIN = /(?:(?<=\S) +|(?<=[。:]))(?=(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)))/g;
const MARK_BEHIND_BLANK = / (?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))/;
const GAP = /(?<=[\u4e00-\u9fff。;:!?,)”]) +(?=[\u4e00-\u9fff(“《])/g;

/**
 * Paragraphs that a converter ran together, parted by mere spaces: each gap becomes a line end again. Where a page
 * wraps at such a space nothing is left of it.
 */
export function runTogether({ simplified }: Draft): Edit[] {
  return linesOf(simplified).flatMap(({ start, end }): Edit[] => {
    if (end - start < 300) return [];
    const line = simplified.slice(start, end);
    if (!MARK_BEHIND_BLANK.test(line)) return [];
    const marks = [...line.matchAll(MARK_WITHIN)];
    if (marks.length < 2 || marks.every(([gap]) => gap === '')) return [];
    const lost = marks.filter(([gap]) => gap === '');
    return [...line.matchAll(GAP), ...lost].map((gap) => ({
      start: start + gap.index,
      end: start + gap.index + gap[0].length,
      now: '\n',
      code: 'broken-line',
    }));
  });
}
