import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { SAMPLE_LINES, SAMPLE_TEXT, TRADITIONAL_LINES } from './sample-plan.ts';
import { decoded, refusalOf, wordsOf } from './read-blocks.ts';

const encodings = ['utf8', 'gb18030', 'gbk', 'utf16le', 'utf16be', 'utf-16', 'utf8-bom'] as const;
const encode = (text: string, encoding: string): Uint8Array =>
  encoding === 'utf8-bom' ? iconv.encode(text, 'utf8', { addBOM: true }) : iconv.encode(text, encoding);

describe('a text file', () => {
  it.each(encodings)('in %s gives the printed lines', async (encoding) => {
    const source = await decoded(encode(SAMPLE_TEXT, encoding), '方案.txt');
    expect(source.format).toBe('txt');
    expect(wordsOf(source)).toEqual(SAMPLE_LINES);
  });

  it.each(['utf8', 'big5', 'gb18030', 'utf16le'])('in traditional script and %s keeps its script', async (encoding) => {
    const source = await decoded(encode(TRADITIONAL_LINES.join('\r\n'), encoding));
    expect(wordsOf(source)).toEqual(TRADITIONAL_LINES);
  });

  it('keeps its blank lines, which tell a broken line from a paragraph', async () => {
    const source = await decoded(encode('一、工作\r\n\r\n目标\r结束\n', 'utf8'));
    expect(source.text).toBe('一、工作\n\n目标\n结束\n');
    expect(wordsOf(source)).toEqual(['一、工作', '目标', '结束']);
  });

  it('with a table in a page’s markup gives the table, and the lines around it as they stand', async () => {
    const source = await decoded(
      encode(
        [
          '附件 任务分工<初稿>',
          '<table border="1"><tr><th>序号</th><th>任务</th><th>牵头单位</th></tr>',
          '<tr><td>1</td><td>整治消防<br>隐患</td><td>区消防救援大队</td></tr></table>',
          '联系人:李某',
          '</table>',
        ].join('\n'),
        'utf8',
      ),
      '方案.txt',
    );
    expect(wordsOf(source)).toEqual([
      '附件 任务分工<初稿>',
      [
        ['序号', '任务', '牵头单位'],
        ['1', '整治消防 隐患', '区消防救援大队'],
      ],
      '联系人:李某',
      '</table>',
    ]);
  });

  it('that lost a byte of its UTF-8 is read as UTF-8', async () => {
    const bytes = encode(SAMPLE_TEXT.repeat(10), 'utf8');
    const source = await decoded(bytes.subarray(0, bytes.length - 1));
    expect(source.text.startsWith(SAMPLE_LINES[0])).toBe(true);
    const cut = Buffer.concat([bytes.subarray(0, 1000), bytes.subarray(1001)]);
    expect((await decoded(cut)).text).toContain(SAMPLE_LINES[4]);
  });

  it('without any text is refused', async () => {
    expect(await refusalOf(new Uint8Array())).toBe('DOCUMENT_EMPTY');
    expect(await refusalOf(encode(' \n\n ', 'utf8'))).toBe('DOCUMENT_NO_TEXT');
    expect(await refusalOf(Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919 + (at >> 3)) & 0xff))).toBe(
      'FORMAT_UNKNOWN',
    );
  });
});
