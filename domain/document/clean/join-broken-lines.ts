import { numberMark } from '../outline/number-mark.ts';
import { OWNER_LINE } from '../units/owner-words.ts';
import { isUnitName } from '../units/unit-name.ts';
import { linesOf, type Draft, type Edit } from './edit-text.ts';

/** Narrower lines are lists and addresses, not wrapped text. In columns: a Chinese character takes two. */
const NARROWEST_WRAP = 40;
/** Of a name whose beginning stands on the line above. */
const LONGEST_REST = 10;
/** Of a wrapped page, as a share of its width. */
const SHORTEST_LINE = 0.8;
/** A sentence that began in a line and doesn't end in it. */
const SENTENCE = /[,。;、:][^,。;:!?]*[^。;:!?)〕】]$/;
const LABEL = /^[(〔【[]?[\u4e00-\u9fff]{2,10} ?:/;
const BULLET = /^[—–•●◆■□▲★※*·-]{1,2}/;
/** 2024年5月到6月是…: each line is a phase. */
const WINDOW = /^(?:\d{4} ?年 ?)?\d{1,2} ?月[^,。;]{0,20}(?:为|是|:)/;
/** 四、(2018年11月—2019年1月)总结提高阶段: a heading, however many signs its window has. */
const STAGE_HEADING = /^[^,。;]{0,4}[(〔][^()〔〕]{4,40}[)〕][\u4e00-\u9fff、]{2,14}阶段$/;
/** 分为部署启动(3月—4月)、整改 above 落实(5月—9月)…三个阶段: the names of phases go on. */
const ANNOUNCING = /分(?:为|成|作|[二两三四五六2-6] ?个?(?:阶段|步))[^。\n]{0,120}[、,:;][^。;:、,\n]{1,40}$/;
/** A document's number has a line of its own, alone or with the date. */
const NUMBER_LINE =
  /^(?:[\u4e00-\u9fff]{1,14}|[(〔][^。]{1,34})[〔[(【](?:19|20)\d{2}[〕\])】] ?第?\d{1,4} ?号(?:[^。]{0,14}[)〕])?$/;
const PLAN_WORD = /(?:方案|计划|规划|意见|纲要|办法|措施|要点|通知|决定|清单)(?:\([^()]{1,20}\))?$/;

interface Line {
  start: number;
  end: number;
  said: string;
  indent: number;
  /** In columns as printed: what folding makes narrow was wide on the page. */
  width: number;
  characters: number;
}

/** To what the lines of a text were wrapped: columns, and characters where those were counted instead. */
interface Wrap {
  width: number;
  characters: number | null;
}

const columns = (text: string): number => {
  let sum = 0;
  for (const character of text) sum += character.charCodeAt(0) > 0xff ? 2 : 1;
  return sum;
};

const linesIn = ({ simplified, text }: Draft): Line[] =>
  linesOf(simplified)
    .map(({ start, end }) => {
      const printed = simplified.slice(start, end);
      const said = printed.trim();
      const length = printed.trimEnd().length;
      return {
        start,
        end,
        said,
        indent: printed.length - printed.trimStart().length,
        width: columns(text.slice(start, start + length)),
        characters: length,
      };
    })
    .filter(({ said }) => said !== '');

const MOST_COUNTED = 80;

/** As many characters in each full line and more in none: a line's end was counted, not measured. */
function wrapCharacters(prose: readonly Line[]): number | null {
  const most = Math.max(...prose.slice(0, 4_000).map(({ characters }) => characters));
  if (most < NARROWEST_WRAP / 2 || most > MOST_COUNTED) return null;
  const full = prose.filter(({ characters }) => characters === most);
  return full.length >= prose.length * 0.2 ? most : null;
}

/** The width to which the lines of this text were wrapped, or null. */
function wrapOf(lines: readonly Line[]): Wrap | null {
  const prose = lines.filter(({ said }) => !said.includes('\t'));
  const widest = prose.map(({ width }) => width).toSorted((a, b) => a - b);
  const most = widest[Math.floor(widest.length * 0.9)] ?? 0;
  if (prose.length < 6 || most < NARROWEST_WRAP || most > 160) return null;
  const full = prose.filter(({ width }) => Math.abs(width - most) <= 4);
  // Short items may be many, but nothing is wider than what was wrapped.
  const bounded = prose.every(({ width }) => width <= most + 6);
  return full.length >= prose.length * (bounded ? 0.2 : 0.4)
    ? { width: most, characters: wrapCharacters(prose) }
    : null;
}

const isFull = ({ width, characters }: Line, wrap: Wrap): boolean =>
  width >= wrap.width - 3 || (wrap.characters !== null && characters >= wrap.characters);

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

/** ③ at a line's beginning whose ② stands within the paragraph above: the page broke there. */
function countsOn(before: Line, after: Line, wrap: Wrap | null): boolean {
  const sign = after.said.charCodeAt(0);
  const counted = sign > 0x2460 && sign <= 0x2473 && before.said.lastIndexOf(String.fromCharCode(sign - 1)) > 0;
  return counted && wrap !== null && isFull(before, wrap) && after.indent <= 1;
}

/** Does the second line carry on the sentence of the first? */
function carriesOn(before: Line, after: Line, wrap: Wrap | null, indented: boolean): boolean {
  if (/[\t|]/.test(before.said) || /[\t|]/.test(after.said)) return false;
  if (countsOn(before, after, wrap)) return true;
  // No line begins with such a sign but behind one that a page broke.
  if (wrap !== null && /^[、,。;:)〕】》”]/.test(after.said) && isFull(before, wrap)) return true;
  if (numberMark(after.said) || BULLET.test(after.said) || /^第[一二三四五六七八九十\d]+[阶段章节条]/.test(after.said))
    return false;
  // Owners in a bracket that the page wraps behind 责任单位:.
  if (/(?:单位|部门)\S{0,40}[:;]$/.test(before.said) && opened(before.said) > 0 && opened(after.said) < 0) return true;
  if (ownersGoOn(before.said, after.said)) return true;
  if (/[。!?;:]$/.test(before.said) || after.said.startsWith('附件') || NUMBER_LINE.test(after.said)) return false;
  const open = opened(before.said) > 0 && opened(after.said) < 0;
  if (open || /[、,]$/.test(before.said)) return true;
  if (before.said.endsWith('阶') && after.said.startsWith('段')) return true;
  if (ANNOUNCING.test(before.said) && /阶段|步骤|\d ?月/.test(after.said)) return true;
  if (/[)〕】\]]$/.test(before.said)) return false;
  if (wrap !== null) {
    const opens = indented && after.indent > 1 && after.indent > before.indent;
    // A page that sets each line apart leaves some shorter: a sentence that stops within them goes on.
    const ragged =
      before.width >= wrap.width * SHORTEST_LINE && SENTENCE.test(before.said) && /[,。;]/.test(after.said);
    return !opens && (isFull(before, wrap) || (ragged && !LABEL.test(after.said) && !PLAN_WORD.test(before.said)));
  }
  // Owners on a line of their own end without a full stop.
  if (LABEL.test(before.said) || LABEL.test(after.said)) return false;
  if (WINDOW.test(after.said) || STAGE_HEADING.test(before.said)) return false;
  // A paragraph that stops without a full stop, and one that ends with it: one sentence on two lines.
  const unfinished = before.said.length > 30 && /[,。;:、]/.test(before.said);
  return unfinished && !PLAN_WORD.test(before.said) && /[,。;]/.test(after.said);
}

/** Line breaks inside sentences, with what blank lines stand between. */
export function brokenLines(draft: Draft): Edit[] {
  const lines = linesIn(draft);
  const wrap = wrapOf(lines);
  const indented = lines.filter(({ indent }) => indent >= 2).length >= 3;
  const bracketed = withinBrackets(lines);
  return lines.flatMap((after, at): Edit[] => {
    const before = lines[at - 1];
    if (!before || !(bracketed.has(at) || carriesOn(before, after, wrap, indented))) return [];
    const from = before.start + before.indent + before.said.length;
    const to = after.start + after.indent;
    const latin = /[a-z0-9]$/i.test(before.said) && /^[a-z]/i.test(after.said);
    return [{ start: from, end: to, now: latin ? ' ' : '', code: 'broken-line' }];
  });
}

/** So many lines an owners' bracket may take. */
const LONGEST_BRACKET = 8;
const OWNERS_OPEN =
  /[(〔【](?:牵头|责任|主办|承办|配合|协办|落实|主责)(?:责任)?(?:单位|部门|处室|科室)? ?:[^()〔〕【】]*(?:[(][^()]*[)][^()〔〕【】]*)*$/;

/** The lines that a bracket with owners runs through, from behind the one in which it opens to the one that closes it. */
function withinBrackets(lines: readonly Line[]): Set<number> {
  const within = new Set<number>();
  for (const [at, { said }] of lines.entries()) {
    if (within.has(at) || !OWNERS_OPEN.test(said.slice(-MOST_COUNTED))) continue;
    let depth = 1;
    const run = lines.slice(at + 1, at + 1 + LONGEST_BRACKET);
    const closes = run.findIndex((line) => (depth += opened(line.said)) <= 0);
    const plain = run.slice(0, closes + 1).every((line) => !numberMark(line.said) && !/[\t|。]./.test(line.said));
    if (closes >= 0 && plain) for (let next = 0; next <= closes; next++) within.add(at + 1 + next);
  }
  return within;
}

const MARK_WITHIN = /(?:(?<=\S) +|(?<=[。:]))(?=(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)))/g;
const MARK_BEHIND_BLANK = / (?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))/;
/** A line of several paragraphs is no shorter, and its blanks stand where they part sentences if it isn't long. */
const SHORTEST_RUN = 120;
const LONG_RUN = 300;
const STRAY_GAP = /[\u4e00-\u9fff] +[\u4e00-\u9fff]/g;
const GAP = /(?<=[\u4e00-\u9fff。;:!?,)”]) +(?=[\u4e00-\u9fff(“《])/g;

/**
 * Paragraphs that a converter ran together, parted by mere spaces: each gap becomes a line end again. Where a page
 * wraps at such a space nothing is left of it.
 */
export function runTogether({ simplified }: Draft): Edit[] {
  return linesOf(simplified).flatMap(({ start, end }): Edit[] => {
    if (end - start < SHORTEST_RUN) return [];
    const line = simplified.slice(start, end);
    if (!MARK_BEHIND_BLANK.test(line)) return [];
    const marks = [...line.matchAll(MARK_WITHIN)];
    if (end - start < LONG_RUN && (line.match(STRAY_GAP)?.length ?? 0) > 1) return [];
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
