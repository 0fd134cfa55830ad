import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeDocument } from '../../documents/decode.ts';
import { doc } from './doc-fixture.ts';
import { abstractList, cell, docx, list, numbered, p, table } from './docx-fixture.ts';
import { pdf, setPages } from './pdf-fixture.ts';
import { SAMPLE_LINES, SAMPLE_TEXT } from './sample-plan.ts';

const book = utils.book_new();
utils.book_append_sheet(
  book,
  utils.aoa_to_sheet([
    ['序号', '任务'],
    [1, '完善制度'],
  ]),
  '任务',
);

const FILES: [string, Uint8Array, runs: number][] = [
  ['txt', Buffer.from(SAMPLE_TEXT), 150],
  ['gb18030.txt', iconv.encode(SAMPLE_TEXT, 'gb18030'), 150],
  [
    'html',
    Buffer.from(
      `<html><body><table><tr><td>一</td><td>二</td></tr></table>${SAMPLE_LINES.map((line) => `<p>${line}</p>`).join('')}</body></html>`,
    ),
    150,
  ],
  [
    'docx',
    docx({
      body: SAMPLE_LINES.map((line) => p(line)).join('') + table(cell('甲') + cell('乙')) + numbered('丙', 1),
      numbering: abstractList(0, [['decimal', '%1.']]) + list(1, 0),
    }),
    150,
  ],
  ['csv', Buffer.from('序号,任务,责任单位\n1,"完善,制度",市档案馆\n'), 150],
  // A thread for each: fewer.
  ['pdf', pdf(setPages(SAMPLE_LINES)), 10],
  ['doc', doc(['附表', ['序号', '任务'], ['1', '完善制度'], ...SAMPLE_LINES]), 10],
  ['xlsx', new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer), 10],
  ['xls', new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer), 10],
];

type Change = { at: number; kind: 'set' | 'cut' | 'double'; value: number; length: number };

const change = fc.record<Change>({
  at: fc.nat(1_000_000),
  kind: fc.constantFrom('set', 'cut', 'double'),
  value: fc.nat(255),
  length: fc.nat(200),
});

function changed(bytes: Uint8Array, { at, kind, value, length }: Change): Uint8Array {
  const place = bytes.length === 0 ? 0 : at % bytes.length;
  const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
  if (kind === 'cut') return Buffer.concat([before, after.subarray(length)]);
  if (kind === 'double') return Buffer.concat([before, after.subarray(0, length), after]);
  const copy = Uint8Array.from(bytes);
  copy[place] = value;
  return copy;
}

describe('a damaged file', () => {
  it.each(FILES)(
    'of %s is read or refused with a sentence, never thrown at',
    async (name, bytes, numRuns) => {
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
          const answer = await decodeDocument(changes.reduce(changed, bytes), `a.${name}`);
          if (!answer.ok) {
            expect(answer.reason).toMatch(/请.*。$/);
            return;
          }
          const { text, blocks } = answer.source;
          const spans = blocks.flatMap((block) => [block.span, ...(block.kind === 'table' ? block.rows.flat() : [])]);
          expect(spans.every(({ start, end }) => start >= 0 && start <= end && end <= text.length)).toBe(true);
        }),
        { numRuns, endOnFailure: true },
      );
    },
    120_000,
  );

  it('of any bytes at all is answered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3_000 }), fc.string({ maxLength: 12 }), async (bytes, name) => {
        expect(typeof (await decodeDocument(bytes, name)).ok).toBe('boolean');
      }),
      { numRuns: 200, endOnFailure: true },
    );
  });
});
