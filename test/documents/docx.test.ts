import { Document, HeadingLevel, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { describe, expect, it } from 'vitest';
import { cell, docx, p, run, table } from './docx-fixture.ts';
import { decoded, wordsOf } from './read-blocks.ts';

const written = async (body: string, styles = '') => wordsOf(await decoded(docx({ body, styles })));

describe('a Word file', () => {
  it('keeps merged cells in each row and column that they cover', async () => {
    const body = table(
      cell('序号') + cell('任务') + cell('单位', '<w:gridSpan w:val="2"/>'),
      cell('1') + cell('制度', '<w:vMerge w:val="restart"/>') + cell('市档案馆') + cell('市财政局'),
      cell('2') + cell('', '<w:vMerge/>') + cell('市大数据局') + cell(''),
      cell('二、平台', '<w:gridSpan w:val="4"/>'),
    );
    expect(await written(body)).toEqual([
      [
        ['序号', '任务', '单位', '单位'],
        ['1', '制度', '市档案馆', '市财政局'],
        ['2', '制度', '市大数据局', ''],
        ['二、平台', '二、平台', '二、平台', '二、平台'],
      ],
    ]);
  });

  it('is read with its tracked changes accepted', async () => {
    const mark = '<w:rPr><w:del w:id="1"/></w:rPr>';
    const body =
      `<w:p>${run('完成时限:')}<w:del>${'<w:r><w:delText>6月</w:delText></w:r>'}</w:del><w:ins>${run('9月')}</w:ins>${run('底前')}</w:p>` +
      `<w:p><w:moveFrom>${run('旧处')}</w:moveFrom><w:moveTo>${run('新处')}</w:moveTo></w:p>` +
      p('全市档案接收', mark) +
      p('量达到30万件') +
      table(cell('留') + cell('下'), '<w:trPr><w:del w:id="2"/></w:trPr>' + cell('删') + cell('去'));
    expect(await written(body)).toEqual(['完成时限:9月底前', '新处', '全市档案接收量达到30万件', [['留', '下']]]);
  });

  it('gives text boxes once, content controls, line breaks, and no field codes or hidden words', async () => {
    const box = `<w:txbxContent>${p('示例市人民政府文件')}</w:txbxContent>`;
    const body =
      `<w:p>${run('通知')}<w:r><mc:AlternateContent><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>` +
      `<w:sdt><w:sdtContent>${p('第一段')}</w:sdtContent></w:sdt>` +
      `<w:p>${run('责任单位:')}<w:r><w:tab/><w:br/></w:r><w:hyperlink>${run('市档案馆')}</w:hyperlink></w:p>` +
      `<w:p><w:r><w:instrText>PAGE</w:instrText></w:r>${run('正文')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗文</w:t></w:r></w:p>`;
    expect(await written(body)).toEqual(['通知', '示例市人民政府文件', '第一段', '责任单位:', '市档案馆', '正文']);
  });

  it('leaves out its table of contents and reads a frame of one cell as paragraphs', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="10"><w:name w:val="toc 1"/></w:style>';
    const contents = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('目录')}</w:sdtContent></w:sdt>`;
    const body =
      contents + p('一、总体要求 1', '<w:pStyle w:val="10"/>') + table(`<w:tc>${p('一、总体要求')}${p('正文')}</w:tc>`);
    expect(await written(body, styles)).toEqual(['一、总体要求', '正文']);
  });

  it('written by a library of others has its headings, numbers and table', async () => {
    const document = new Document({
      numbering: {
        config: [
          { reference: 'plan', levels: [{ level: 0, format: LevelFormat.CHINESE_COUNTING_THOUSAND, text: '%1、' }] },
        ],
      },
      sections: [
        {
          children: [
            new Paragraph({ text: '示例市工作方案', heading: HeadingLevel.TITLE }),
            new Paragraph({
              text: '总体要求',
              heading: HeadingLevel.HEADING_1,
              numbering: { reference: 'plan', level: 0 },
            }),
            new Paragraph({
              text: '重点任务',
              heading: HeadingLevel.HEADING_1,
              numbering: { reference: 'plan', level: 0 },
            }),
            new Table({
              rows: [
                new TableRow({
                  children: ['任务', '单位'].map((text) => new TableCell({ children: [new Paragraph(text)] })),
                }),
                new TableRow({
                  children: [
                    new TableCell({ children: [new Paragraph('建设平台')] }),
                    new TableCell({ children: [new Paragraph('市档案馆'), new Paragraph('市财政局')] }),
                  ],
                }),
              ],
            }),
          ],
        },
      ],
    });
    const source = await decoded(await Packer.toBuffer(document), '名字不对.pdf');
    expect(source.format).toBe('docx');
    expect(wordsOf(source)).toEqual([
      '示例市工作方案',
      '一、总体要求',
      '二、重点任务',
      [
        ['任务', '单位'],
        ['建设平台', '市档案馆 市财政局'],
      ],
    ]);
    expect(source.blocks[1]).toMatchObject({ level: 1 });
  });
});
