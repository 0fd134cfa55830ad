import { describe, expect, it } from 'vitest';
import { chineseNumber } from '../../../../domain/document/figures/chinese-number.ts';
import { foldWidth } from '../../../../domain/document/figures/fold-width.ts';
import { printedUnit, quantitiesIn } from '../../../../domain/document/figures/quantity.ts';
import { tableTargets } from '../../../../domain/document/figures/table-targets.ts';

describe('numbers in characters', () => {
  it.each([
    ['六十', 60],
    ['十二', 12],
    ['两千零五', 2005],
    ['一万二', 12_000],
    ['一百五', 150],
    ['三点五', 3.5],
    ['一亿三千万', 130_000_000],
    ['一千零五十', 1050],
    ['三五', null],
    ['万', null],
    ['', null],
  ])('%s is %s', (text, value) => {
    expect(chineseNumber(text)).toBe(value);
  });
});

describe('quantities', () => {
  it.each([
    ['1,200人次', '1200 人次'],
    ['3—5家', '3..5 家'],
    ['85%至90%', '85..90 %'],
    ['两万人', '2 万人'],
    ['百分之六十', '60 %'],
    ['5亿多元', '5 亿元'],
    ['7.5张/千人', '7.5 张/千人'],
    ['2025年', ''],
    ['第3次', ''],
    ['GB/T29490', ''],
    ['PM2.5', ''],
    ['4A级', ''],
  ])('%s is read as “%s”', (text, expected) => {
    const read = quantitiesIn(foldWidth(text)).filter(({ unit }) => unit !== null);
    expect(
      read.map((one) => `${one.value}${one.max === null ? '' : `..${one.max}`} ${printedUnit(text, one)}`).join(),
    ).toBe(expected);
  });
});

describe('a table of indicators', () => {
  it('gives a target a row, with the unit of its column, the base of the year before and the year of its goal', () => {
    const rows = [
      '指标名称\t单位\t2020年\t2025年\t属性',
      '湿地面积\t万亩\t12\t≥15\t约束性',
      '床位数(张)\t\t80\t120\t预期性',
    ];
    const text = rows.join('\n');
    let at = 0;
    const cells = rows.map((row) =>
      row.split('\t').map((cell) => {
        const span = { start: at, end: at + cell.length };
        at = span.end + 1;
        return span;
      }),
    );
    const source = { text, folded: foldWidth(text), year: null, issuedYear: null };
    const table = { span: { start: 0, end: text.length }, rows: cells };
    const none = { by: null, per: null, scope: null };
    expect(tableTargets(source, table, none).map(({ value }) => value)).toMatchObject([
      { name: '湿地面积', comparator: '>=', value: 15, unit: '万亩', baseline: '12', by: '2025' },
      { name: '床位数', comparator: '=', value: 120, unit: '张', baseline: '80', by: '2025' },
    ]);
  });
});
