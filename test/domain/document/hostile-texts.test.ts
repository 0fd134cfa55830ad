import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../domain/document/read-plan.ts';

const LENGTH = 120_000;
const PLAN = [
  '青溪市清水行动实施方案',
  '一、总体要求',
  '坚持系统治理。',
  '二、重点任务',
  '(一)整治河道。清理。',
  '',
].join('\n');
const filled = (piece: string): string => PLAN + piece.repeat(Math.ceil(LENGTH / piece.length));

const NUMBERS = '一二三四五六七八九十';

/** Headings with that mark, whose numbers begin again after `last`. */
function headings(mark: string, last: string): string {
  const numbers = NUMBERS.slice(0, NUMBERS.indexOf(last) + 1);
  return Array.from(
    { length: 10_000 },
    (_, at) => `${mark.replace('N', numbers[at % numbers.length] ?? '')}整治河道`,
  ).join('\n');
}

/** Each would take minutes at this length if a rule were worse than linear. */
const TEXTS: [string, string][] = [
  ['brackets in brackets', filled('(')],
  ['labels that open brackets', filled('〔责任单位:市局')],
  ['owners in brackets, line by line', filled('整治河道。〔责任单位:市水利局〕\n')],
  ['owners in brackets, side by side', filled('(牵头单位:市水利局;责任单位:市城管局)')],
  ['dates', filled('2026年3月5日至2026年12月,')],
  ['digits', filled('2026')],
  ['digits in characters', filled('一')],
  ['years in characters', filled('二〇二六年三月')],
  ['shares', filled('10%')],
  ['counts in measures that nobody knows', filled('新增12帧、')],
  ['numbers cut by line ends', filled('新增1\n2个')],
  ['line ends of every system', filled('甲\r\n\r\r\n\n')],
  ['a million empty lines', PLAN + '\n'.repeat(1_200_000)],
  ['tabs', filled('\t')],
  ['drawn cells', `${PLAN}├─┤\n${'│甲'.repeat(60_000)}\n│乙│\n`],
  ['drawn rows', filled('│甲│乙│\n├─┼─┤\n')],
  ['drawn rows of other widths', filled('│甲│乙│\n├─┼─┤\n│丙│\n│  ├─┤\n')],
  ['a drawn cell over all rows', filled('│甲│牵头单位│\n├─┤  │\n')],
  ['drawn levels', filled('─')],
  ['pluses', filled('+--')],
  ['bars', filled('|\n')],
  ['leaders of a table of contents', filled('整治河道……………3\n')],
  ['annexes', filled('附件\n')],
  ['one line', filled('加强全市河道治理工作')],
  ['words of roles in a list', filled('牵头、')],
  ['units in a list', filled('市水利局、')],
  ['blanks', filled(' ')],
  ['marks within a line', filled('。(一)整治')],
  ['cells', filled('甲\t乙\t\n')],
  ['lists of owners by number', filled('市水利局:牵头第1、2、1、2、1、2项任务,配合第1项任务。\n')],
  ['duties by unit', filled('市水利局负责整治河道。\n')],
  ['labels before blanks', filled('●牵头单位 市水利局\n')],
  ['cycles', filled('月调度、季通报、')],
  ['rows broken over lines', `序号\t工作任务\t牵头单位\t责任单位\n${filled('1\t整治\n河道\t市水利\n')}`],
  ['titles', filled('青溪市清水行动实施方案\n')],
  ...[...'一十'].flatMap((last): [string, string][] =>
    ['(N)', 'N、', '第N章 ', '第N阶段:', 'N是'].map((mark) => [
      `ten thousand headings ${mark} that count to ${last}`,
      headings(mark, last),
    ]),
  ),
  ['ten thousand numbered headings', Array.from({ length: 10_000 }, (_, at) => `${at}.整治河道`).join('\n')],
];

describe('a text made to be slow', () => {
  it.each(TEXTS)('of %s is answered before its time is over', (_, text) => {
    expect(['plan', 'not-a-plan']).toContain(readPlan({ format: 'txt', text, blocks: [] }).kind);
  });
});
