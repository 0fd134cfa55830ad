import type { OutlineTable } from '../outline-types.ts';
import type { Span } from '../types.ts';
import { columnKind } from '../tasks/table-columns.ts';
import { linesOf, trimmed } from '../clean/edit-text.ts';
import { numberMark } from './number-mark.ts';

const wordsOf = (simplified: string, { start, end }: Span): Span[] =>
  [...simplified.slice(start, end).matchAll(/\S+/g)].map((word) => ({
    start: start + word.index,
    end: start + word.index + word[0].length,
  }));

/** `序号 工作任务 牵头部门`: a number first, then what is to be done, owners behind it. Index of the task's column. */
function taskColumn(simplified: string, words: readonly Span[]): number | null {
  const kinds = words.map(({ start, end }) => columnKind(simplified.slice(start, end)));
  const at = kinds.findIndex((kind) => kind?.kind === 'task');
  const owners = kinds.slice(at + 1).some((kind) => kind?.kind === 'owner');
  return words.length >= 3 && kinds.every(Boolean) && kinds[0]?.kind === 'no' && at === 1 && owners ? at : null;
}

/** Tables whose cells are parted by mere blanks: numbered rows below a head of known words. */
export function spacedTables(simplified: string): OutlineTable[] {
  const tables: OutlineTable[] = [];
  let head: Span[] | null = null;
  let rows: Span[][] = [];
  const close = (): void => {
    const last = rows.at(-1)?.at(-1);
    if (head?.[0] && last && rows.length >= 2)
      tables.push({ span: { start: head[0].start, end: last.end }, rows: [head, ...rows] });
    head = null;
    rows = [];
  };
  for (const line of linesOf(simplified)) {
    const span = trimmed(simplified, line);
    if (span.end === span.start) continue;
    const words = wordsOf(simplified, span);
    if (taskColumn(simplified, words) !== null) {
      close();
      head = words;
      continue;
    }
    if (!head) continue;
    const [first] = words;
    const behind = head.length - 2;
    const mark = numberMark(simplified.slice(span.start, span.end));
    const from = words[1];
    const to = words.at(-1 - behind);
    if (
      first &&
      /^\d{1,3}[.、]?$/.test(simplified.slice(first.start, first.end)) &&
      words.length >= head.length &&
      from &&
      to
    )
      rows.push([first, { start: from.start, end: to.end }, ...words.slice(-behind)]);
    else if (mark && (mark.style === 'cn' || mark.style === 'cn-paren') && span.end - span.start <= 60)
      rows.push(head.map(() => span));
    else close();
  }
  close();
  return tables;
}
