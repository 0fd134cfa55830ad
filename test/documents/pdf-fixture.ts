/** One line of a page: text at x, y (points from below left), size in points. */
export interface PrintedLine {
  text: string;
  x: number;
  y: number;
  size: number;
}

/** How a made PDF says which character is meant. */
export type PdfFont =
  /** A font of the reader's machine with one of the standard Chinese encodings. */
  | 'standard-encoding'
  /** Glyph numbers of an embedded font, with a table back to Unicode. */
  | 'to-unicode'
  /** Glyph numbers, and nothing says what they mean. */
  | 'no-table';

const hex = (text: string): string =>
  [...text].map((sign) => sign.charCodeAt(0).toString(16).padStart(4, '0')).join('');

/** A PDF of our own, written by hand: A4 pages, one Chinese font, every character one em wide. */
export function pdf(pages: PrintedLine[][], font: PdfFont = 'standard-encoding', trailer = ''): Uint8Array {
  const objects: string[] = [];
  const add = (object: string): number => objects.push(object);
  const stream = (content: string): string => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
  const catalogue = add('');
  const tree = add('');
  const descriptor = add(
    '<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 90 >>',
  );
  const ordering = font === 'standard-encoding' ? 'GB1' : 'Identity';
  const descendant = add(
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 2 >> /FontDescriptor ${descriptor} 0 R /DW 1000 >>`,
  );
  const table = font === 'to-unicode' ? ` /ToUnicode ${add(stream(TO_UNICODE))} 0 R` : '';
  const encoding = font === 'standard-encoding' ? 'UniGB-UCS2-H' : 'Identity-H';
  const face = add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /${encoding} /DescendantFonts [${descendant} 0 R]${table} >>`,
  );
  const kids = pages.map((lines) => {
    const shown = lines.map(({ text, x, y, size }) => `BT /F1 ${size} Tf ${x} ${y} Td <${hex(text)}> Tj ET`);
    const content = add(stream(shown.join('\n')));
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 595 842] /Contents ${content} 0 R /Resources << /Font << /F1 ${face} 0 R >> >> >>`,
    );
  });
  objects[catalogue - 1] = `<< /Type /Catalog /Pages ${tree} 0 R >>`;
  objects[tree - 1] = `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`;
  return assemble(objects, catalogue, trailer);
}

const TO_UNICODE = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
${Array.from({ length: 256 }, (_, high) => high.toString(16).padStart(2, '0'))
  .reduce<string[][]>((chunks, high, at) => {
    if (at % 100 === 0) chunks.push([]);
    chunks.at(-1)?.push(`<${high}00> <${high}FF> <${high}00>`);
    return chunks;
  }, [])
  .map((chunk) => `${chunk.length} beginbfrange\n${chunk.join('\n')}\nendbfrange`)
  .join('\n')}
endcmap end end`;

function assemble(objects: string[], catalogue: number, trailer: string): Uint8Array {
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  text += `trailer << /Size ${objects.length + 1} /Root ${catalogue} 0 R ${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

const LEFT = 90;
const SIZE = 16;
const COLUMNS = 26;

/** Sets paragraphs as offices print them: first lines two characters in, full lines, page numbers below. */
export function setPages(
  paragraphs: readonly string[],
  { title = '', linesPerPage = 22, head = '' } = {},
): PrintedLine[][] {
  const lines = paragraphs.flatMap((paragraph) => {
    const signs = [...paragraph];
    // A blank hangs at the end of its row: no typesetter begins one with it.
    const row = (columns: number) => signs.splice(0, signs[columns] === ' ' ? columns + 1 : columns);
    const rows = [row(COLUMNS - 2)];
    while (signs.length > 0) rows.push(row(COLUMNS));
    return rows.map((signsOfRow, at) => ({
      text: signsOfRow.join(''),
      x: at === 0 ? LEFT + 2 * SIZE : LEFT,
      size: SIZE,
    }));
  });
  const titled = title === '' ? lines : [{ text: title, x: 297 - title.length * 11, size: 22 }, ...lines];
  const pages: PrintedLine[][] = [];
  for (let at = 0; at < titled.length; at += linesPerPage) {
    const body = titled.slice(at, at + linesPerPage).map((line, row) => ({ ...line, y: 740 - row * 28 }));
    const foot = { text: `— ${pages.length + 1} —`, x: 280, y: 50, size: 14 };
    pages.push([...(head === '' ? [] : [{ text: head, x: 90, y: 800, size: 10 }]), ...body, foot]);
  }
  return pages;
}
