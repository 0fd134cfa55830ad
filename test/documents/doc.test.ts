import { CFB } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { docBlocks } from '../../documents/compound/doc-blocks.ts';
import { doc } from './doc-fixture.ts';
import { decoded, refusalOf, wordsOf } from './read-blocks.ts';
import { SAMPLE_LINES } from './sample-plan.ts';

const container = (...names: string[]): Uint8Array => {
  const file = CFB.utils.cfb_new();
  for (const name of names) CFB.utils.cfb_add(file, name, Buffer.alloc(600));
  return new Uint8Array(CFB.write(file, { type: 'buffer' }) as Buffer);
};

describe('a Word file of before 2007', () => {
  it('gives its paragraphs, with quotation marks as printed', async () => {
    const source = await decoded(doc([...SAMPLE_LINES, '落实“一网通办”——要求']), '方案.wps');
    expect(source.format).toBe('doc');
    expect(wordsOf(source)).toEqual([...SAMPLE_LINES, '落实“一网通办”——要求']);
  });

  it('gives its tables', async () => {
    const rows = [
      ['序号', '任务', '责任单位'],
      ['1', '完善制度', '市档案馆\n市财政局'],
      ['2', '建设平台', '市大数据局'],
    ];
    const source = await decoded(doc(['任务分解表', ...rows, '联系人']));
    expect(wordsOf(source)).toEqual([
      '任务分解表',
      [rows[0], ['1', '完善制度', '市档案馆 市财政局'], rows[2]],
      '联系人',
    ]);
  });

  it.each([
    ['encrypted', doc(['示例'], { flags: 0x0100 }), '', 'DOCUMENT_ENCRYPTED'],
    ['encrypted by a later Word', container('/EncryptedPackage', '/EncryptionInfo'), 'a.docx', 'DOCUMENT_ENCRYPTED'],
    ['with macros', container('/WordDocument', '/Macros/VBA/dir'), 'a.doc', 'DOCUMENT_MACRO'],
    ['of slides', container('/PowerPoint Document'), 'a.ppt', 'FORMAT_SLIDES'],
    ['of WPS alone', container('/CONTENTS'), 'a.wps', 'FORMAT_WPS'],
    ['of a Word before 97', container('/WordDocument'), 'a.doc', 'FORMAT_WPS'],
    ['cut off', doc([...SAMPLE_LINES]).subarray(0, 3_000), 'a.doc', 'DOCUMENT_DAMAGED'],
    ['starting a program', doc(['\u0013DDEAUTO c:\\\\x\u0015']), 'a.doc', 'DOCUMENT_EXTERNAL'],
  ])('%s is refused', async (_, bytes, name, code) => {
    expect(await refusalOf(bytes, name)).toBe(code);
  });

  it('with a tab inside a paragraph above a table keeps them apart', () => {
    expect(docBlocks('示例市人民政府\t2026年\n附表\n序号\t任务\t\n1\t制度\t\n')).toEqual([
      '示例市人民政府 2026年',
      '附表',
      [
        ['序号', '任务'],
        ['1', '制度'],
      ],
    ]);
  });
});
