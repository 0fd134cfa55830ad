/** A run of text as the page shows it; lengths in points, y from the bottom of the page. */
export interface PdfRun {
  text: string;
  x: number;
  y: number;
  width: number;
  /** Height of its characters. */
  size: number;
}

/** Runs of one height, left to right. */
export interface PdfLine {
  text: string;
  x: number;
  right: number;
  y: number;
  size: number;
}

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/** Runs in drawing order → lines from top to bottom. */
export function linesOf(runs: PdfRun[]): PdfLine[] {
  const sorted = runs.filter(({ text }) => text.trim() !== '').sort((a, b) => b.y - a.y);
  const rows: PdfRun[][] = [];
  for (const run of sorted) {
    const row = rows.at(-1);
    const first = row?.[0];
    // A superscript or a bracket of another font stands a little off the line.
    if (row && first && Math.abs(first.y - run.y) < Math.max(first.size, run.size) * 0.45) row.push(run);
    else rows.push([run]);
  }
  return rows.map(lineOf);
}

function lineOf(row: PdfRun[]): PdfLine {
  const runs = row.sort((a, b) => a.x - b.x);
  let text = '';
  let right = Number.NEGATIVE_INFINITY;
  for (const run of runs) {
    const gap = run.x - right;
    if (text !== '' && isSpace(text, run, gap)) text += ' ';
    text += run.text;
    right = Math.max(right, run.x + run.width);
  }
  const size = Math.max(...runs.map((run) => run.size));
  return { text: text.trim(), x: runs[0]?.x ?? 0, right, y: runs[0]?.y ?? 0, size };
}

/** Lines are stretched between wide characters, and a quarter is left beside digits: neither is a space. */
function isSpace(text: string, run: PdfRun, gap: number): boolean {
  const wide = [text.at(-1) ?? '', run.text[0] ?? ''].filter((sign) => WIDE.test(sign)).length;
  return gap > run.size * ([0.25, 0.4, 0.8][wide] ?? 0.8);
}
