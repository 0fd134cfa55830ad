import { describe, expect, it } from 'vitest';
import { decodeSeparated } from '../../../../documents/sheet/decode-separated.ts';
import { readPlan } from '../../../../domain/document/read-plan.ts';
import type { PlanTask } from '../../../../domain/plan/types.ts';

const TITLE = '示例市2026年数字档案重点任务分解表';

function tasksOf(rows: string): PlanTask[] {
  const lines = [
    TITLE,
    ...rows
      .trim()
      .split('\n')
      .map((line) => line.trim().replace(/\s*\|\s*/g, '\t')),
  ];
  const reading = readPlan(decodeSeparated(lines.join('\n')));
  return reading.kind === 'plan' ? reading.plan.tasks : expect.fail(reading.reason);
}

const names = (tasks: PlanTask[]) => tasks.map(({ title }) => title);

describe('a table of tasks', () => {
  it('is read by its heads in any order', () => {
    expect(
      tasksOf(`
        完成时限 | 配合单位 | 备注 | 工作任务 | 牵头单位 | 序号
        2026年6月底前 | 市财政局、市大数据局 | 每季报送 | 完善移交制度。各部门按年度移交。 | 市档案馆 | 1
        长期坚持 | — | | 开展日常检查 | 市委办 | 2`),
    ).toEqual([
      {
        no: '1',
        section: null,
        title: '完善移交制度',
        leadUnits: ['市档案馆'],
        responsibleUnits: ['市财政局', '市大数据局'],
        otherUnits: [],
        obligation: null,
        due: '2026-06',
      },
      {
        no: '2',
        section: null,
        title: '开展日常检查',
        leadUnits: ['市委办'],
        responsibleUnits: [],
        otherUnits: [],
        obligation: null,
      },
    ]);
  });

  it.each([
    ['事项', '主办单位', '协办单位', '办结时限'],
    ['重点任务', '牵头部门', '责任部门', '时间节点'],
    ['工作内容', '牵头单位', '参与单位', '完成时间'],
    ['具体举措', '牵头处室', '配合处室', '完成日期'],
    ['任务名称', '主责单位', '协同单位', '时间要求'],
  ])('is known by %s, %s, %s, %s', (...heads) => {
    const [task] = tasksOf(`${heads.join(' | ')}\n建设目录平台 | 市大数据局 | 市档案馆 | 2026年9月`);
    expect(task).toMatchObject({ title: '建设目录平台', due: '2026-09' });
    expect([...(task?.leadUnits ?? []), ...(task?.responsibleUnits ?? [])]).toEqual(['市大数据局', '市档案馆']);
  });

  it('has its sections in rows of their own or in a column that is filled once', () => {
    const inRows = tasksOf(`
      序号 | 任务 | 责任单位
      一、制度建设 | |
      1 | 完善移交制度 | 市档案馆
      二、平台建设 | |
      2 | 建设目录平台 | 市大数据局`);
    expect(inRows.map(({ section, title }) => [section, title])).toEqual([
      ['制度建设', '完善移交制度'],
      ['平台建设', '建设目录平台'],
    ]);
    const inColumn = tasksOf(`
      板块 | 任务 | 责任单位
      制度 | 完善移交制度 | 市档案馆
      | 开展年度检查 | 市委办
      平台 | 建设目录平台 | 市大数据局`);
    expect(inColumn.map(({ section }) => section)).toEqual(['制度', '制度', '平台']);
  });

  it('takes measures for the tasks where each has its own units, and the column above them for the section', () => {
    const tasks = tasksOf(`
      重点任务 | 具体举措 | 责任单位 | 时限
      完善制度 | 制定移交办法 | 市档案馆牵头,市财政局配合 | 2026年3月
       | 开展年度检查 | 市委办 | 2026年9月
      建设平台 | 建成目录平台 | 市大数据局 | 2026年底`);
    expect(names(tasks)).toEqual(['制定移交办法', '开展年度检查', '建成目录平台']);
    expect(tasks[0]).toMatchObject({ section: '完善制度', leadUnits: ['市档案馆'], responsibleUnits: ['市财政局'] });
    expect(tasks[1]).toMatchObject({ section: '完善制度', due: '2026-09' });
  });

  it('adds the units of a row without a task to the task above, and leaves out sums, notes and heads said again', () => {
    const tasks = tasksOf(`
      序号 | 任务 | 责任单位
      1 | 完善移交制度 | 市档案馆
       | | 市财政局
      序号 | 任务 | 责任单位
      2 | 建设目录平台 | 市大数据局(牵头)、市档案馆
      合计 | 2项 |
      注:按季度报送 | | `);
    expect(names(tasks)).toEqual(['完善移交制度', '建设目录平台']);
    expect(tasks[0]?.responsibleUnits).toEqual(['市档案馆', '市财政局']);
    expect(tasks[1]).toMatchObject({ leadUnits: ['市大数据局'], responsibleUnits: ['市档案馆'] });
  });
});
