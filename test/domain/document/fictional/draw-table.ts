/** How a table is drawn with characters. */
export interface Drawing {
  /** Level, bar, then corners and crossings from the top left to the bottom right; three pluses for +---+. */
  signs: readonly [level: string, bar: string, top: string, middle: string, bottom: string];
  /** Columns of the page that a drawing character takes. */
  signWidth: 1 | 2;
  /** A rule below each row, or below the head alone. */
  ruled: 'rows' | 'head';
  /** Bars at both ends of each line, a rule above and below. */
  framed: boolean;
}

export const DRAWINGS: Readonly<Record<string, Drawing['signs']>> = {
  light: ['─', '│', '┌┬┐', '├┼┤', '└┴┘'],
  heavy: ['━', '┃', '┏┳┓', '┣╋┫', '┗┻┛'],
  double: ['═', '║', '╔╦╗', '╠╬╣', '╚╩╝'],
  plus: ['-', '|', '+++', '+++', '+++'],
};

const widthOf = (text: string): number => Array.from(text).reduce((sum, sign) => sum + (sign > '\u00ff' ? 2 : 1), 0);

/** The lines of a cell so many columns wide. */
function wrapped(cell: string, width: number): string[] {
  const lines = [''];
  for (const sign of cell) {
    const last = lines.at(-1) ?? '';
    if (widthOf(last + sign) > width) lines.push(sign);
    else lines[lines.length - 1] = last + sign;
  }
  return lines;
}

/** Rows of equal length, the first the head; a row of one cell heads a group. Widths in columns, even ones. */
export function drawTable(rows: readonly string[][], widths: readonly number[], drawing: Drawing): string {
  const { signs, signWidth, framed, ruled } = drawing;
  const [level, bar, top, middle, bottom] = signs;
  const rule = (corners: string): string => {
    const [first = '', cross = '', last = ''] = Array.from(corners);
    const inner = widths.map((width) => level.repeat(width / signWidth)).join(cross);
    return framed ? `${first}${inner}${last}` : inner;
  };
  const line = (cells: readonly string[], over: readonly number[]): string => {
    const inner = cells.map((cell, at) => cell + ' '.repeat(Math.max(0, (over[at] ?? 0) - widthOf(cell)))).join(bar);
    return framed ? `${bar}${inner}${bar}` : inner;
  };
  const all = widths.reduce((sum, width) => sum + width, (widths.length - 1) * signWidth);
  const lines = rows.flatMap((row, index) => {
    const over = row.length === 1 ? [all] : widths;
    const cells = row.map((cell, at) => wrapped(cell, over[at] ?? 2));
    const height = Math.max(...cells.map(({ length }) => length));
    const printed = Array.from({ length: height }, (_, at) =>
      line(
        cells.map((cell) => cell[at] ?? ''),
        over,
      ),
    );
    const last = index === rows.length - 1;
    return [...printed, ...(!last && (ruled === 'rows' || index === 0) ? [rule(middle)] : [])];
  });
  return (framed ? [rule(top), ...lines, rule(bottom)] : lines).join('\n');
}
