import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../../domain/document/read-plan.ts';
import { DRAWINGS, drawTable, type Drawing } from '../fictional/draw-table.ts';
import { readingOf } from './plan-of.ts';

const HEAD = ['序号', '工作任务', '牵头单位', '责任单位', '完成时限'];
const ROWS = [
  ['1', '整治城区黑臭水体,完成清淤12公里', '市住房城乡建设局', '市水利局、各县(市、区)政府', '2026年6月底前'],
  ['2', '规范入河排污口设置', '市生态环境局', '市水利局、市农业农村局', '2026年9月底前'],
  ['3', '加固病险水库', '市水利局', '市财政局', '2026年12月底前'],
];
const WIDTHS = [4, 16, 12, 14, 10];
const TASKS = [
  ['1', '整治城区黑臭水体,完成清淤12公里', '市住房城乡建设局', '市水利局 各县(市、区)政府', '2026-06'],
  ['2', '规范入河排污口设置', '市生态环境局', '市水利局 市农业农村局', '2026-09'],
  ['3', '加固病险水库', '市水利局', '市财政局', '2026-12'],
];

const textWith = (table: string): string =>
  `一、工作目标\n国控断面水质优良比例达到95%以上。\n\n二、任务分工\n\n${table}\n\n三、保障措施\n(一)加强领导。统筹推进各项工作。\n`;

const tasksIn = (text: string): unknown[] =>
  readingOf(text).plan.tasks.map(({ no, title, leadUnits, responsibleUnits, due }) => [
    no,
    title,
    leadUnits.join(' '),
    responsibleUnits.join(' '),
    due,
  ]);

const drawings = Object.entries(DRAWINGS).flatMap(([name, signs]) =>
  (['rows', 'head'] as const).flatMap((ruled) =>
    [true, false].flatMap((framed) =>
      ([1, 2] as const).flatMap((signWidth): [string, Drawing][] =>
        name === 'plus' && (signWidth === 2 || !framed)
          ? []
          : [
              [
                `${name} signs of ${signWidth}, ruled by ${ruled}${framed ? '' : ', no frame'}`,
                { signs, ruled, framed, signWidth },
              ],
            ],
      ),
    ),
  ),
);

describe('a table drawn with characters', () => {
  it.each(drawings)('is read row by row: %s', (_, drawing) => {
    expect(tasksIn(textWith(drawTable([HEAD, ...ROWS], WIDTHS, drawing)))).toEqual(TASKS);
  });

  it.each(drawings.filter(([, { ruled }]) => ruled === 'rows'))('is read with groups: %s', (_, drawing) => {
    const [one = [], ...others] = ROWS;
    const table = drawTable([HEAD, ['(一)治理河道'], one, ['(二)守护水源'], ...others], WIDTHS, drawing);
    expect(tasksIn(textWith(table))).toEqual(TASKS);
    expect(readingOf(textWith(table)).plan.tasks.map(({ section }) => section)).toEqual([
      '治理河道',
      '守护水源',
      '守护水源',
    ]);
  });

  it('gives a cell over several rows to each of them', () => {
    const table = [
      '+----+----------+------------+----------+',
      '|序号|工作任务  |  牵头单位  | 责任单位 |',
      '+----+----------+------------+----------+',
      '| 1  |整治河道  |市水利局    |市财政局  |',
      '+----+----------+            +----------+',
      '| 2  |加固水库  |            |市应急局  |',
      '+----+----------+------------+----------+',
      '| 3  |监测水质  |市生态环境局|市水利局  |',
      '+----+----------+------------+----------+',
    ].join('\n');
    expect(readingOf(textWith(table)).plan.tasks.map(({ title, leadUnits }) => [title, ...leadUnits])).toEqual([
      ['整治河道', '市水利局'],
      ['加固水库', '市水利局'],
      ['监测水质', '市生态环境局'],
    ]);
  });

  it('is read below a head of two rows', () => {
    const table = [
      '┌──┬─────┬───────────┐',
      '│序号│ 工作任务 │       承办单位       │',
      '│    │          ├─────┬─────┤',
      '│    │          │ 牵头单位 │ 配合单位 │',
      '├──┼─────┼─────┼─────┤',
      '│ 1  │整治河道  │市水利局  │市财政局  │',
      '├──┼─────┼─────┼─────┤',
      '│ 2  │加固水库  │市水利局  │市应急局  │',
      '└──┴─────┴─────┴─────┘',
    ].join('\n');
    expect(
      readingOf(textWith(table)).plan.tasks.map(({ title, leadUnits, responsibleUnits }) => [
        title,
        ...leadUnits,
        ...responsibleUnits,
      ]),
    ).toEqual([
      ['整治河道', '市水利局', '市财政局'],
      ['加固水库', '市水利局', '市应急局'],
    ]);
  });

  it('shows each field at its place in the text', () => {
    const table = drawTable([HEAD, ...ROWS], WIDTHS, {
      signs: DRAWINGS['light'] ?? ['', '', '', '', ''],
      signWidth: 1,
      ruled: 'rows',
      framed: true,
    });
    const text = `青溪市清水行动实施方案\n${textWith(table)}`;
    const reading = readPlan({ format: 'txt', text, blocks: [] });
    const anchors = reading.kind === 'plan' ? reading.anchors : {};
    const at = (path: string): string => text.slice(anchors[path]?.start, anchors[path]?.end);
    expect(at('/tasks/2/title')).toBe('加固病险水库');
    expect(at('/tasks/1/leadUnits/0')).toBe('市生态环境局');
    expect(at('/safeguards/0/title')).toBe('加强领导');
  });
});
