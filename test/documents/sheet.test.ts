import { utils, write } from '@e965/xlsx';
import iconv from 'iconv-lite';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { decoded, refusalOf, wordsOf } from './read-blocks.ts';

const rows = [
  ['示例市重点任务分解表', '', '', ''],
  ['序号', '工作任务', '责任单位', '完成时限'],
  [1, '完善制度', '市档案馆、市财政局', new Date(Date.UTC(2026, 5, 30))],
  ['', '', '', ''],
  [2, '', '市大数据局', '2026年底'],
];
const merges = ['A1:D1', 'B3:B5'].map((range) => utils.decode_range(range));
const expected = [
  Array.from({ length: 4 }, () => '示例市重点任务分解表'),
  ['序号', '工作任务', '责任单位', '完成时限'],
  ['1', '完善制度', '市档案馆、市财政局', '2026-06-30'],
  ['2', '完善制度', '市大数据局', '2026年底'],
];

function workbook(bookType: 'xlsx' | 'biff8', change?: (book: ReturnType<typeof utils.book_new>) => void): Uint8Array {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet(rows, { UTC: true, dateNF: 'yyyy-mm-dd' });
  sheet['!merges'] = merges;
  utils.book_append_sheet(book, sheet, 'Sheet1');
  change?.(book);
  return new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);
}

describe('a task sheet', () => {
  it.each(['xlsx', 'biff8'] as const)(
    'in %s keeps merged cells, dates as shown, and no empty rows',
    async (bookType) => {
      const source = await decoded(workbook(bookType));
      expect(source.format).toBe('xlsx');
      expect(wordsOf(source)).toEqual([expected]);
    },
  );

  it('of several sheets gives the visible ones with their names', async () => {
    const bytes = workbook('xlsx', (book) => {
      utils.book_append_sheet(book, utils.aoa_to_sheet([['任务'], ['建设平台']]), '第二批');
      utils.book_append_sheet(book, utils.aoa_to_sheet([['选项']]), '隐藏');
      book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 0 }, { Hidden: 1 }] };
    });
    expect(wordsOf(await decoded(bytes))).toEqual([expected, '第二批', [['任务'], ['建设平台']]]);
  });

  it.each([
    ['utf8', ','],
    ['gb18030', ','],
    ['utf16le', '\t'],
  ])('of values in %s, parted by %j', async (encoding, separator) => {
    const lines = [
      `序号${separator}任务${separator}责任单位`,
      `1${separator}"完善${separator}制度\n建设平台"${separator}市档案馆`,
      '',
    ];
    const bytes = iconv.encode(lines.join('\r\n'), encoding, { addBOM: encoding !== 'gb18030' });
    const source = await decoded(bytes, '任务.csv');
    expect(source.format).toBe('csv');
    expect(wordsOf(source)).toEqual([
      [
        ['序号', '任务', '责任单位'],
        ['1', separator === '\t' ? '完善 制度 建设平台' : `完善${separator}制度 建设平台`, '市档案馆'],
      ],
    ]);
  });

  it('is known by its heads where nothing says that it is one', async () => {
    const lines = ['示例市重点任务', '"序号","工作任务","责任单位"', '1,完善制度,市档案馆'];
    expect((await decoded(iconv.encode(lines.join('\n'), 'gb18030'))).format).toBe('csv');
    expect((await decoded(Buffer.from('任务,责任单位,时限,都要落实。\n第二段'), 'a.txt')).format).toBe('txt');
  });

  it('with macros, or with cells taken from another file, is refused', async () => {
    const parts = unzipSync(workbook('xlsx'));
    const link =
      '<Relationships><Relationship Id="r" Type="http://x/externalLinkPath" Target="https://example.test/a.xlsx" TargetMode="External"/></Relationships>';
    expect(await refusalOf(zipSync({ ...parts, 'xl/vbaProject.bin': strToU8('x') }))).toBe('DOCUMENT_MACRO');
    expect(await refusalOf(zipSync({ ...parts, 'xl/externalLinks/_rels/externalLink1.xml.rels': strToU8(link) }))).toBe(
      'DOCUMENT_EXTERNAL',
    );
  });

  it('that claims a million rows and merges them all is answered', async () => {
    const parts = unzipSync(workbook('xlsx'));
    const name = 'xl/worksheets/sheet1.xml';
    const sheet = Buffer.from(parts[name] ?? [])
      .toString()
      .replace(/<dimension[^>]*>/, '<dimension ref="A1:XFD1048576"/>')
      .replace('A1:D1', 'A1:XFD1048576');
    expect(await refusalOf(zipSync({ ...parts, [name]: strToU8(sheet) }))).not.toBe('DOCUMENT_DAMAGED');
  });
});
