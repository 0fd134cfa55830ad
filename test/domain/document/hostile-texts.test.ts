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

/** Each would take minutes at this length if a rule were worse than linear. */
const TEXTS: [string, string][] = [
  ['brackets in brackets', filled('(')],
  ['labels that open brackets', filled('〔责任单位:市局')],
  ['dates', filled('2026年3月5日至2026年12月,')],
  ['digits', filled('2026')],
  ['one line', filled('加强全市河道治理工作')],
  ['words of roles in a list', filled('牵头、')],
  ['units in a list', filled('市水利局、')],
  ['blanks', filled(' ')],
  ['marks within a line', filled('。(一)整治')],
  ['cells', filled('甲\t乙\t\n')],
  ['titles', filled('青溪市清水行动实施方案\n')],
  [
    'ten thousand headings',
    Array.from({ length: 10_000 }, (_, at) => `(${'一二三四五六七八九十'[at % 10]})整治河道`).join('\n'),
  ],
];

describe('a text made to be slow', () => {
  it.each(TEXTS)('of %s is answered before its time is over', (_, text) => {
    expect(['plan', 'not-a-plan']).toContain(readPlan({ format: 'txt', text, blocks: [] }).kind);
  });
});
