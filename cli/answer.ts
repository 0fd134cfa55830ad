/** What a command answers: one JSON value for machines, lines for people. */
export interface Answer {
  value: unknown;
  text: string;
  /** The answer stands, but the command found something wrong (doctor, verify): a non-zero exit, with this on standard error. */
  failure?: { code: string; message: string };
}

/** An act's one sentence. */
export const said = (result: { summary: string }): Answer => ({ value: { ok: true, ...result }, text: result.summary });

/** Columns for a terminal, by display width: a Chinese character takes two places. */
export function columns(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => width(row[at] ?? ''))));
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at === row.length - 1 ? cell : cell + ' '.repeat((widths[at] ?? 0) - width(cell))))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const width = (text: string): number => [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;
