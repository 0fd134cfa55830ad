import { describe, expect, it } from 'vitest';
import { decodeDocument } from '../../documents/decode.ts';
import { cell, docx, p, table } from './docx-fixture.ts';

const many = (text: string, times: number) => Buffer.from(text.repeat(times));

/** Each would take minutes or all memory if any step were worse than linear. */
const FILES: [string, () => Uint8Array][] = [
  ['a page of comments', () => many('<!---->', 300_000)],
  ['a page of open tags', () => many('<div>', 900_000)],
  ['a page of empty tags', () => many('<b></b>', 1_100_000)],
  [
    'a page with one cell of spaces',
    () => Buffer.from(`<html><table><tr><td>${' '.repeat(2_000_000)}甲</td><td>乙</td></tr></table>`),
  ],
  ['a text of spaces', () => many(' ', 3_000_000)],
  ['a text of line ends', () => many('甲\n', 1_000_000)],
  [
    'a text of quotation marks',
    () => Buffer.concat([Buffer.from('序号,任务,责任单位\n1,2,3\n'), many('"', 1_000_000)]),
  ],
  ['a Word file of empty elements', () => docx({ body: '<w:a/>'.repeat(1_100_000) })],
  ['a Word file of 20,000 paragraphs', () => docx({ body: p('加强档案工作。').repeat(20_000) })],
  [
    'a Word file with rows of 3,000 merged cells',
    () => docx({ body: table(...Array.from({ length: 20 }, () => cell('甲', '<w:vMerge/>').repeat(3_000))) }),
  ],
  [
    'types without an end',
    () => docx({ body: p('甲'), extra: { '[Content_Types].xml': '<Override '.repeat(300_000) } }),
  ],
];

describe('a file made to be slow', () => {
  it.each(FILES)(
    '%s is answered before its time is over',
    async (_, make) => {
      expect(typeof (await decodeDocument(make())).ok).toBe('boolean');
    },
    60_000,
  );
});
