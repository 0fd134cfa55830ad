import type { PdfLine } from './pdf-line.ts';

/** A page's lines from top to bottom. */
export interface PdfPage {
  lines: PdfLine[];
  height: number;
}

/** Page numbers as pages print them: 3, - 3 -, — 3 —, 第3页, 第3页 共9页, 3/9. */
const PAGE_NUMBER = /^[-—–―·.\s]*(第\s*)?\d{1,4}(\s*页)?(\s*[/,,共]*\s*\d{1,4}\s*页?)?[-—–―·.\s]*$/;
/** Running heads stand in this share of a page's height, above and below. */
const MARGIN_SHARE = 0.12;

/**
 * Lines of all pages → paragraphs. Running heads are no text, as in a word processor's file; page numbers stand after
 * the paragraph that they would cut.
 */
export function joinLines(pages: PdfPage[]): string[] {
  const repeated = repeatedLines(pages);
  const body = pages.flatMap(({ lines }) => lines.filter((line) => !isEdge(line)));
  const { left, right, size, spacing } = measure(body);
  const paragraphs: string[] = [];
  let current = '';
  let last: PdfLine | null = null;
  let edges: string[] = [];
  const finish = (): void => {
    if (current !== '') paragraphs.push(current);
    paragraphs.push(...edges);
    current = '';
    edges = [];
  };
  for (const page of pages)
    for (const line of page.lines) {
      if (isEdgeOf(line, page)) {
        if (PAGE_NUMBER.test(line.text)) edges.push(line.text);
        continue;
      }
      if (last === null || startsParagraph(line, last)) finish();
      current = current === '' ? line.text : glue(current, line.text);
      last = line;
    }
  finish();
  return paragraphs;

  function startsParagraph(line: PdfLine, before: PdfLine): boolean {
    const unlike = Math.abs(line.size - before.size) > size * 0.12;
    if (unlike) return true;
    const centred = (of: PdfLine) => of.x > left + size * 2.5 && of.right < right - size * 2.5;
    // A title over several lines is larger than the body; a signature of two centred lines isn't.
    if (centred(line) && centred(before)) return line.size < size * 1.15 && !isLargeGap(line, before);
    if (line.x > left + size * 1.2) return true;
    return before.right < right - size * 1.8 || isLargeGap(line, before);
  }
  function isLargeGap(line: PdfLine, before: PdfLine): boolean {
    const gap = before.y - line.y;
    return gap > 0 && gap > spacing * 1.5;
  }
  function isEdge(line: PdfLine): boolean {
    return PAGE_NUMBER.test(line.text) || repeated.has(line.text);
  }
  function isEdgeOf(line: PdfLine, { height }: PdfPage): boolean {
    const outside = line.y > height * (1 - MARGIN_SHARE) || line.y < height * MARGIN_SHARE;
    return outside && isEdge(line);
  }
}

/** Lines that stand at the edge of at least three pages, or of both of two. */
function repeatedLines(pages: PdfPage[]): Set<string> {
  const seen = new Map<string, number>();
  for (const { lines, height } of pages) {
    const edge = lines.filter(({ y }) => y > height * (1 - MARGIN_SHARE) || y < height * MARGIN_SHARE);
    for (const text of new Set(edge.map((line) => line.text))) seen.set(text, (seen.get(text) ?? 0) + 1);
  }
  const least = pages.length === 2 ? 2 : 3;
  return new Set([...seen].filter(([, times]) => times >= least).map(([text]) => text));
}

interface Measures {
  left: number;
  right: number;
  /** Of most characters. */
  size: number;
  /** Between most lines. */
  spacing: number;
}

function measure(lines: PdfLine[]): Measures {
  const size = commonest(lines.map((line) => [Math.round(line.size * 2) / 2, line.text.length]));
  const body = lines.filter((line) => Math.abs(line.size - size) <= size * 0.12);
  const lefts = body.map(({ x }) => x).sort((a, b) => a - b);
  const rights = body.map((line) => line.right).sort((a, b) => a - b);
  const gaps = body.flatMap((line, at) => {
    const gap = (body[at - 1]?.y ?? 0) - line.y;
    return gap > 0 && gap < size * 4 ? [[Math.round(gap), 1] as [number, number]] : [];
  });
  return {
    left: quantile(lefts, 0.05),
    right: quantile(rights, 0.95),
    size,
    spacing: commonest(gaps) || size * 1.8,
  };
}

const quantile = (sorted: number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** The value with the largest weight. */
function commonest(values: [value: number, weight: number][]): number {
  const weights = new Map<number, number>();
  for (const [value, weight] of values) weights.set(value, (weights.get(value) ?? 0) + weight);
  return [...weights].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
}

/** Latin words and numbers keep a space between them; wide characters run on. */
const glue = (text: string, next: string): string =>
  /[A-Za-z]$/.test(text) && /^[A-Za-z]/.test(next) ? `${text} ${next}` : text + next;
