import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { decodeDocument } from '../../documents/decode.ts';
import { LIMITS } from '../../documents/limits.ts';
import { DOCUMENT_REFUSALS } from '../../documents/refusals.ts';
import { docx, p, relation } from './docx-fixture.ts';
import { decoded, refusalOf } from './read-blocks.ts';

const body = p('示例市工作方案');
const zip = (parts: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
const field = (code: string) =>
  `<w:p><w:r><w:instrText>${code.slice(0, 3)}</w:instrText></w:r><w:r><w:instrText>${code.slice(3)}</w:instrText></w:r></w:p>`;

describe('a file that is not opened', () => {
  it.each([
    ['a macro', docx({ body, extra: { 'word/vbaProject.bin': 'x' } }), 'DOCUMENT_MACRO'],
    [
      'a type with macros',
      docx({
        body,
        extra: {
          '[Content_Types].xml':
            '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
        },
      }),
      'DOCUMENT_MACRO',
    ],
    [
      'a template from elsewhere',
      docx({
        body,
        extra: {
          'word/_rels/settings.xml.rels': `<Relationships>${relation('attachedTemplate', 'https://example.test/a.dotm')}</Relationships>`,
        },
      }),
      'DOCUMENT_EXTERNAL',
    ],
    [
      'a picture from elsewhere',
      docx({ body, relations: relation('image', 'http://example.test/a.png') }),
      'DOCUMENT_EXTERNAL',
    ],
    [
      'a template on a share',
      docx({ body, relations: relation('attachedTemplate', 'file://host.example.test/a.dotm') }),
      'DOCUMENT_EXTERNAL',
    ],
    ['a DDE field', docx({ body: field('DDEAUTO c:\\\\x "y"') }), 'DOCUMENT_EXTERNAL'],
    ['an OFD file', zip({ 'OFD.xml': '<OFD/>' }), 'FORMAT_OFD'],
    ['a Pages file', zip({ 'Index/Document.iwa': 'x' }), 'FORMAT_PAGES'],
    ['an OpenDocument file', zip({ mimetype: 'application/vnd.oasis.opendocument.text' }), 'FORMAT_ODT'],
    ['slides', zip({ 'ppt/presentation.xml': '<p/>' }), 'FORMAT_SLIDES'],
    ['an archive', zip({ 'a.txt': 'a' }), 'FORMAT_ARCHIVE'],
    ['an archive of another kind', Buffer.from('Rar!\x1a\x07\x01\0', 'latin1'), 'FORMAT_ARCHIVE'],
    ['half a Word file', docx({ body }).subarray(0, 400), 'DOCUMENT_DAMAGED'],
    ['a Word file without a body', docx({ body, extra: { 'word/document.xml': '<w:document/>' } }), 'DOCUMENT_DAMAGED'],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'FORMAT_IMAGE'],
    ['a photograph', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'FORMAT_IMAGE'],
    ['rich text', Buffer.from('{\\rtf1 abc}'), 'FORMAT_RTF'],
    ['a program', Buffer.from('MZ\x90\0\x03\0', 'latin1'), 'FORMAT_UNKNOWN'],
    ['a web archive', Buffer.from('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x'), 'FORMAT_MHT'],
    [
      'Word XML',
      Buffer.from('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'),
      'FORMAT_WORD_XML',
    ],
    ['more than 50 MiB', new Uint8Array(LIMITS.fileBytes + 1), 'DOCUMENT_TOO_LARGE'],
    [
      'a part that inflates without end',
      docx({ body, extra: { 'word/document.xml': new Uint8Array(60 * 1024 * 1024) } }),
      'DOCUMENT_BOMB',
    ],
    [
      'too many parts',
      zip(Object.fromEntries(Array.from({ length: LIMITS.zipEntries + 1 }, (_, at) => [`word/${at}`, '']))),
      'DOCUMENT_BOMB',
    ],
    ['an element in an element, without end', docx({ body: '<w:ins>'.repeat(5_000) }), 'DOCUMENT_DAMAGED'],
  ])('%s', async (_, bytes, code) => {
    expect(await refusalOf(bytes)).toBe(code);
  });

  it('is answered with one Chinese sentence that says what to do', () => {
    for (const sentence of Object.values(DOCUMENT_REFUSALS)) expect(sentence).toMatch(/^[^。]*[请][^。]*。$/);
  });

  it('is told by its content, not by its name', async () => {
    expect(await decodeDocument(docx({ body }), '方案.txt')).toMatchObject({ ok: true, source: { format: 'docx' } });
    expect(await decodeDocument(Buffer.from('示例市工作方案'), '方案.docx')).toMatchObject({
      ok: true,
      source: { format: 'txt' },
    });
  });
});

describe('a Word file as offices have them', () => {
  it('may link to pages and name a template on its author’s disk', async () => {
    const relations =
      relation('hyperlink', 'https://example.test/') + relation('attachedTemplate', 'file:///C:\\Templates\\a.dotm');
    expect((await decoded(docx({ body, relations }))).text).toBe('示例市工作方案\n');
  });
});
