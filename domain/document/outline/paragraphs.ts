import type { CleanText } from '../clean-text.ts';
import type { SourceDocument, Span } from '../types.ts';
import { linesOf, trimmed } from '../clean/edit-text.ts';
import { marksWithin } from './marks-within.ts';
import { numberMark, type NumberMark } from './number-mark.ts';
import { softMark, type SoftMark } from './soft-mark.ts';

export interface Paragraph extends Span {
  /** Simplified, without the white space around it. */
  said: string;
  mark: NumberMark | null;
  /** A sign that marks an item where nothing is numbered: ★, or 一是. */
  soft: SoftMark | null;
  /** The file's own heading level, if it has one. */
  level: number | null;
  inTable: boolean;
}

/** Every mark that may stand within a line ends so: `二、`, `(三)`, `4.`. */
const MAY_HOLD_MARK = /[一二三四五六七八九十\d][、.)]/;

/** `before`: the last mark above this line. */
function parted(simplified: string, span: Span, before: NumberMark | null): Span[] {
  const line = simplified.slice(span.start, span.end);
  if (line.length < 16 || !MAY_HOLD_MARK.test(line)) return [span];
  const cuts: number[] = [];
  let last = numberMark(line) ?? before;
  const reached = new Map(last ? [[last.style, last.value]] : []);
  for (const found of line.matchAll(marksWithin(line))) {
    const mark = numberMark(line.slice(found.index, found.index + 24));
    const goesOn = mark?.value === (reached.get(mark?.style ?? 'num') ?? -1) + 1;
    if (
      !mark ||
      (!goesOn && last?.style === mark.style && mark.value !== last.value + 1) ||
      (!goesOn && last?.style !== mark.style && mark.value !== 1 && last?.style !== 'cn-paren')
    )
      continue;
    cuts.push(span.start + found.index);
    last = mark;
    reached.set(mark.style, mark.value);
  }
  return [...cuts, span.end].map((end, at) => trimmed(simplified, { start: cuts[at - 1] ?? span.start, end }));
}

/** First place of the clean text that came from `place` of the source or from behind it. */
export function cleanPlace({ sourceAt }: Pick<CleanText, 'sourceAt'>, place: number): number {
  let low = 0;
  let high = sourceAt.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sourceAt[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The document's paragraphs in order, with their number marks. Blank lines are no paragraphs. */
export function paragraphsOf(clean: CleanText, blocks: SourceDocument['blocks'], tables: readonly Span[]): Paragraph[] {
  const { simplified } = clean;
  const levels = new Map<number, number>();
  for (const block of blocks)
    if (block.kind === 'paragraph' && block.level !== null)
      levels.set(cleanPlace(clean, block.span.start), block.level);
  let table = 0;
  let last: NumberMark | null = null;
  return linesOf(simplified).flatMap((line): Paragraph[] => {
    const span = trimmed(simplified, line);
    if (span.start === span.end) return [];
    while (table < tables.length && (tables[table]?.end ?? 0) <= span.start) table++;
    const within = tables[table];
    const inTable = within !== undefined && within.start <= span.start;
    const level = levels.get(line.start) ?? levels.get(span.start) ?? null;
    const spans = inTable ? [span] : parted(simplified, span, last);
    return spans.map(({ start, end }) => {
      const said = simplified.slice(start, end);
      const mark = inTable ? null : numberMark(said);
      last = mark ?? last;
      return { start, end, said, mark, soft: mark || inTable ? null : softMark(said), level, inTable };
    });
  });
}
