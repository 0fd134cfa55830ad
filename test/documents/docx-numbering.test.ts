import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../documents/number-format.ts';
import { abstractList, docx, list, numbered, p, table, cell } from './docx-fixture.ts';
import { decoded, wordsOf } from './read-blocks.ts';

const outline = abstractList(0, [
  ['chineseCountingThousand', '%1、', '<w:suff w:val="nothing"/>'],
  ['chineseCountingThousand', '(%2)'],
  ['decimal', '%3.'],
  ['decimalEnclosedCircle', '%4'],
]);

describe("Word's own numbering", () => {
  it('is printed into the text, level by level, and starts again below a higher item', async () => {
    const body = [
      numbered('总体要求', 1),
      numbered('重点任务', 1),
      numbered('完善制度', 1, 1),
      numbered('2026年底前移交', 1, 2),
      numbered('建立目录', 1, 2),
      numbered('统一格式', 1, 3),
      numbered('建设平台', 1, 1),
      numbered('试运行', 1, 2),
      numbered('保障措施', 1),
      numbered('加强领导', 1, 1),
    ].join('');
    const source = await decoded(docx({ body, numbering: outline + list(1, 0) }));
    expect(wordsOf(source)).toEqual([
      '一、总体要求',
      '二、重点任务',
      '(一)完善制度',
      '1. 2026年底前移交',
      '2.建立目录',
      '①统一格式',
      '(二)建设平台',
      '1.试运行',
      '三、保障措施',
      '(一)加强领导',
    ]);
  });

  it('goes on across lists of one definition and starts anew where a list says so', async () => {
    const override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    const numbering =
      abstractList(4, [['decimal', '第%1条', '<w:suff w:val="space"/>']]) +
      list(1, 4) +
      list(2, 4) +
      list(3, 4, override);
    const body = numbered('甲', 1) + numbered('乙', 2) + numbered('丙', 3) + numbered('丁', 3);
    expect(wordsOf(await decoded(docx({ body, numbering })))).toEqual(['第1条 甲', '第2条 乙', '第1条 丙', '第2条 丁']);
  });

  it('comes from the style of the paragraph and its ancestors, and list 0 takes it away', async () => {
    const style = (id: string, name: string, properties: string, based = '') =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${based && `<w:basedOn w:val="${based}"/>`}<w:pPr>${properties}</w:pPr></w:style>`;
    const styles =
      style('1', 'heading 1', '<w:numPr><w:numId w:val="7"/></w:numPr><w:outlineLvl w:val="0"/>') +
      style('2', 'heading 2', '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr>') +
      style('a', '小标题', '', '2');
    const numbering =
      abstractList(7, [
        ['japaneseCounting', '第%1章', '<w:pStyle w:val="1"/>'],
        ['decimal', '%1.%2', '<w:isLgl/><w:pStyle w:val="2"/>'],
      ]) + list(7, 7);
    const body =
      p('总则', '<w:pStyle w:val="1"/>') +
      p('目的', '<w:pStyle w:val="2"/>') +
      p('范围', '<w:pStyle w:val="a"/>') +
      p('附言', '<w:pStyle w:val="a"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    const source = await decoded(docx({ body, styles, numbering }));
    expect(wordsOf(source)).toEqual(['第一章 总则', '1.1 目的', '1.2 范围', '附言']);
    expect(source.blocks.map((block) => block.kind === 'paragraph' && block.level)).toEqual([1, 2, 2, 2]);
  });

  it('fills the column of serial numbers of a table, and a bullet is no number', async () => {
    const numbering =
      abstractList(0, [['decimal', '%1']]) + abstractList(1, [['bullet', '\uf0b7']]) + list(1, 0) + list(2, 1);
    const row = (text: string) => `<w:tc>${numbered('', 1)}</w:tc>${cell(text)}`;
    const body = table(row('完善制度'), row('建设平台')) + numbered('注意事项', 2) + numbered('', 1);
    expect(wordsOf(await decoded(docx({ body, numbering })))).toEqual([
      [
        ['1', '完善制度'],
        ['2', '建设平台'],
      ],
      '注意事项',
    ]);
  });

  it.each([
    [1, 'chineseCounting', '一'],
    [10, 'chineseCountingThousand', '十'],
    [15, 'chineseCountingThousand', '十五'],
    [20, 'chineseCountingThousand', '二十'],
    [105, 'chineseCountingThousand', '一百零五'],
    [110, 'chineseCountingThousand', '一百一十'],
    [1010, 'chineseCountingThousand', '一千零一十'],
    [20, 'ideographDigital', '二〇'],
    [12, 'chineseLegalSimplified', '壹拾贰'],
    [3, 'ideographTraditional', '丙'],
    [3, 'decimalEnclosedCircleChinese', '③'],
    [3, 'decimalFullWidth', '\uff13'],
    [4, 'lowerRoman', 'iv'],
    [28, 'upperLetter', 'BB'],
    [7, 'decimalZero', '07'],
  ])('prints %i in %s as %s', (value, format, printed) => {
    expect(formatNumber(value, format)).toBe(printed);
  });
});
