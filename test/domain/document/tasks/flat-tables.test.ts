import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../../domain/document/read-plan.ts';
import type { DraftPlan } from '../../../../domain/document/types.ts';

const planOf = (text: string): DraftPlan => {
  const reading = readPlan({ format: 'txt', text, blocks: [] });
  if (reading.kind !== 'plan') throw new Error(reading.reason);
  return reading.plan;
};

const TITLE = '云泽市湿地保护任务分解表';
const rowsOf = (text: string) =>
  planOf(`${TITLE}\n${text}`).tasks.map(({ no, title, leadUnits, responsibleUnits }) => [
    no,
    title,
    leadUnits,
    responsibleUnits,
  ]);

const EXPECTED = [
  ['1', '清理围网', ['市水利局'], ['市林业局', '各县区']],
  ['2', '恢复岸坡,补种水草', ['市林业局'], ['市水利局']],
];

describe('a table that lost its rows', () => {
  it.each<[string, string[]]>([
    [
      'a cell on each line',
      ['序号', '工作任务', '牵头单位', '配合单位', '1', '清理围网', '市水利局', '市林业局、各县区'].concat([
        '2',
        '恢复岸坡,补种水草',
        '市林业局',
        '市水利局',
      ]),
    ],
    [
      'a cell on each line, blank lines between',
      ['序号', '', '工作任务', '', '牵头单位', '', '配合单位', '', '1', '', '清理围网', '', '市水利局', ''].concat([
        '市林业局、各县区',
        '',
        '2',
        '',
        '恢复岸坡,补种水草',
        '',
        '市林业局',
        '',
        '市水利局',
      ]),
    ],
    [
      'a bar behind each cell',
      [
        '序号 |',
        '工作任务 |',
        '牵头单位 |',
        '配合单位 |',
        '1 |',
        '清理围网 |',
        '市水利局 |',
        '市林业局、',
        '各县区 |',
      ].concat(['2 |', '恢复岸坡,补种水草 |', '市林业局 |', '市水利局 |']),
    ],
    [
      'bars on lines of their own',
      [
        '|',
        '序号',
        '|',
        '工作任务',
        '|',
        '牵头单位',
        '|',
        '配合单位',
        '|',
        '|',
        '1',
        '|',
        '清理围网',
        '|',
        '市水利局',
      ].concat([
        '|',
        '市林业局、各县区',
        '|',
        '|',
        '2',
        '|',
        '恢复岸坡,补种水草',
        '|',
        '市林业局',
        '|',
        '市水利局',
        '|',
      ]),
    ],
    [
      'bars between the cells of a line',
      [
        '序号 | 工作任务 | 牵头单位 | 配合单位 |',
        '1 | 清理围网 | 市水利局 | 市林业局、各县区 |',
        '2 | 恢复岸坡,补种水草 | 市林业局 | 市水利局 |',
      ],
    ],
    [
      'blanks between the cells of a line',
      [
        '序号 工 作 任 务 牵头单位 配合单位',
        '1 清理围网 市水利局 市林业局、各县区',
        '2 恢复岸坡,补种水草 市林业局 市水利局',
      ],
    ],
  ])('%s', (_style, lines) => {
    expect(rowsOf(lines.join('\n'))).toEqual(EXPECTED);
  });

  it('has its groups on lines between the rows', () => {
    const text = [
      ['序号', '重点工作任务', '主要责任单位', '协同配合单位'],
      ['一、守护岸线'],
      ['7', '清理围网,拆除废旧设施。', '市水利局', '市林业局'],
      ['二、恢复生态'],
      ['三、发展观鸟'],
      ['9', '建设步道。', '市文旅局', '各县区'],
    ];
    const { tasks } = planOf(`${TITLE}\n${text.flat().join('\n\n')}`);
    expect(tasks.map(({ no, section, title }) => [no, section, title])).toEqual([
      ['7', '守护岸线', '清理围网,拆除废旧设施'],
      ['9', '发展观鸟', '建设步道'],
    ]);
  });

  it('keeps its rows and groups where a line of it ends in a sentence', () => {
    const text = [
      '序号 | 重点工作任务 | 主要责任单位 | 协同配合单位 |',
      '一、守护岸线 |',
      '1 | 清理围网,拆除岸边的全部废旧设施和网箱。 | 市水利局 | 市林业局、各县区 |',
      '2 | 恢复自然岸坡,设立界碑和巡护的站点。 | 市林业局 | 市水利局,各县区 |',
      '二、恢复生态 |',
      '3 | 补种水草。 | 市林业局 | 各县区 |',
    ];
    const { tasks } = planOf(`${TITLE}\n${text.join('\n')}`);
    expect(tasks.map(({ no, section, leadUnits }) => [no, section, leadUnits])).toEqual([
      ['1', '守护岸线', ['市水利局']],
      ['2', '守护岸线', ['市林业局']],
      ['3', '恢复生态', ['市林业局']],
    ]);
  });

  it('is left alone where its columns name no owners', () => {
    const text = '一、重点任务\n序号\n工作任务\n(一)修复岸线。清理围网。\n(二)补种水草。选择本地物种。';
    expect(planOf(`云泽市湿地保护工作方案\n${text}`).tasks.map(({ title }) => title)).toEqual(['修复岸线', '补种水草']);
  });

  it('gives no name to the plan by its head', () => {
    const text = '序号\n工作任务\n牵头单位\n1\n清理围网\n市水利局\n2\n恢复岸坡\n市林业局';
    const reading = readPlan({ format: 'txt', text, blocks: [] });
    expect(reading).toMatchObject({ kind: 'plan', plan: { tasks: [{ no: '1' }, { no: '2' }] } });
    expect(reading.kind === 'plan' ? reading.questions.map(({ code }) => code) : []).toContain('no-title');
  });
});
