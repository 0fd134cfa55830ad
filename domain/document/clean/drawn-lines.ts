import type { Span } from '../types.ts';
import { linesOf, trimmed } from './edit-text.ts';

/** One line of a drawn table. */
export interface DrawnLine {
  line: Span;
  /** What stands between its bars; a `ruled` one is a piece of a horizontal rule. */
  cells: DrawnCell[];
  /** Every cell is ruled: no cell goes on below. */
  rule: boolean;
}

export interface DrawnCell extends Span {
  /** Behind its bar, before the blanks. */
  from: number;
  ruled: boolean;
}

const BAR = /[\u2502-\u2503\u2506\u2507\u250a-\u254b\u254e\u254f\u2551-\u2570\u2574-\u257f]/;
const LEVEL = '\\u2500\\u2501\\u2504\\u2505\\u2508\\u2509\\u254c\\u254d\\u2550';
/** Corners, crossings and levels: the characters tables are drawn with. */
const BOX = /[\u2500-\u257f]/;
const PLUS_RULE = /^\s*[+|][-=+|\s]*[-=]{2,}\+?[-=+|\s]*$/;
const RULED = new RegExp(`^[${LEVEL}=\\s-]*[${LEVEL}=-]{2,}[${LEVEL}=\\s-]*$`);
/** A piece of a level line in a table of pluses: +---+ or |   +---. */
const PLUS_PIECE = /\+[-=]{2,}|[-=]{2,}\+/;

/** No printed table is wider. */
const MOST_COLUMNS = 40;

/** Runs of lines that draw a table, ┌─┬─┐ or +---+---+, with two lines of text at least. */
export function drawnRuns(text: string): DrawnLine[][] {
  const runs: DrawnLine[][] = [];
  let run: DrawnLine[] = [];
  let plus = false;
  // Without a frame the name of a group of rows stands between two rules and has no bar.
  let alone: Span | null = null;
  const close = (): void => {
    const drawn = run.some(({ rule }) => rule) && run.filter(({ rule }) => !rule).length >= 2;
    if (drawn && run.every(({ cells }) => cells.length <= MOST_COLUMNS)) runs.push(run);
    run = [];
    plus = false;
    alone = null;
  };
  for (const line of linesOf(text)) {
    const said = text.slice(line.start, line.end);
    if (said.trim() === '') continue;
    const boxed = BOX.test(said) && (BAR.test(said) || RULED.test(said));
    if (PLUS_RULE.test(said) && said.includes('+')) plus = true;
    if (boxed || (plus && (said.includes('|') || PLUS_PIECE.test(said)))) {
      const drawn = drawnLine(text, line, plus && !boxed);
      if (alone && drawn.rule) run.push(drawnLine(text, alone, false));
      else if (alone) close();
      alone = null;
      run.push(drawn);
    } else if (!alone && run.at(-1)?.rule === true && !plus && run.length >= 2) alone = line;
    else close();
  }
  close();
  return runs;
}

function drawnLine(text: string, line: Span, plus: boolean): DrawnLine {
  const said = text.slice(line.start, line.end);
  const pieces = plus && PLUS_PIECE.test(said);
  const isBar = (sign: string): boolean =>
    plus ? sign === '|' || (pieces && sign === '+') : BAR.test(sign) || sign === '|';
  const { start: from, end: to } = trimmed(text, line);
  const cells: DrawnCell[] = [];
  let start = from;
  for (let at = from; at <= to; at++) {
    if (at < to && !isBar(text.charAt(at))) continue;
    cells.push({ ...trimmed(text, { start, end: at }), from: start, ruled: RULED.test(text.slice(start, at)) });
    start = at + 1;
  }
  const own = cells.slice(isBar(text.charAt(from)) ? 1 : 0, isBar(text.charAt(to - 1)) ? -1 : cells.length);
  return { line, cells: own, rule: own.length > 0 && own.every(({ ruled }) => ruled) };
}
