import { describe, expect, it } from 'vitest';
import { pdf, setPages } from './pdf-fixture.ts';
import { decoded, refusalOf, wordsOf } from './read-blocks.ts';
import { SAMPLE_LINES } from './sample-plan.ts';

const [title, ...body] = SAMPLE_LINES;
const numbersOf = (words: unknown[]) => words.filter((word) => typeof word === 'string' && /^— \d+ —$/.test(word));

describe('a PDF', () => {
  it.each(['standard-encoding', 'to-unicode'] as const)('with %s gives its paragraphs, lines joined', async (font) => {
    const source = await decoded(pdf(setPages(body, { title }), font));
    expect(source.format).toBe('pdf');
    expect(wordsOf(source)).toEqual([title, ...body, '— 1 —']);
  });

  it('whose sentences run over pages is not cut by page numbers and running heads', async () => {
    const source = await decoded(pdf(setPages(body, { title, linesPerPage: 3, head: '示例市人民政府公报' })));
    const words = wordsOf(source);
    expect(numbersOf(words).length).toBeGreaterThan(3);
    expect(words.filter((word) => !/^— \d+ —$|公报$/.test(String(word)))).toEqual([title, ...body]);
  });

  it('with a title over two lines keeps it in one', async () => {
    const pages = setPages(body);
    pages[0]?.unshift(
      { text: '示例市人民政府办公室关于印发', x: 143, y: 800, size: 22 },
      { text: '数字档案建设工作方案的通知', x: 154, y: 770, size: 22 },
    );
    expect(wordsOf(await decoded(pdf(pages)))[0]).toBe('示例市人民政府办公室关于印发数字档案建设工作方案的通知');
  });

  it('without a text layer, with meaningless glyphs, or encrypted is refused', async () => {
    expect(await refusalOf(pdf([[], []]))).toBe('PDF_SCANNED');
    expect(await refusalOf(pdf([[{ text: '3', x: 200, y: 50, size: 12 }], []]))).toBe('PDF_SCANNED');
    const locked = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >> /ID [<00> <00>] `;
    expect(await refusalOf(pdf(setPages(body), 'standard-encoding', locked))).toBe('DOCUMENT_ENCRYPTED');
    expect(await refusalOf(Buffer.from('%PDF-1.4\nnothing else'))).toBe('DOCUMENT_DAMAGED');
  });
});
