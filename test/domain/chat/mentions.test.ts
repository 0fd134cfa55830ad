import { describe, expect, it } from 'vitest';
import { mentionsIn, numberOf } from '../../../domain/chat/mentions.ts';

const TASKS = [
  { no: '(八)', title: '开展联合执法检查' },
  { no: '(九)', title: '研究制定战略与规划' },
  { no: '(十二)', title: '完善维权援助机制' },
  { no: null, title: '提升知识产权创造水平' },
];

describe('tasks that a text names', () => {
  it.each([
    ['第(九)项完成85%', ['(九)']],
    ['第九项完成85%', ['(九)']],
    ['第9项完成85%', ['(九)']],
    ['第(九)项完成85%', ['(九)']],
    ['(九)完成85%', ['(九)']],
    ['第十二项已完成,第八项完成50%', ['(十二)', '(八)']],
    ['一、概述(九)其他', []],
    ['“完善维权援助机制”已按要求完成', ['(十二)']],
    ['提升知识产权创造水平完成30%', [null]],
    ['第(九)项"研究制定战略与规划"完成85%', ['(九)']],
    ['完成85%', []],
  ])('finds in “%s” %j', (text, expected) => {
    expect(mentionsIn(text, TASKS).flatMap(({ tasks }) => tasks.map(({ no }) => no))).toEqual(expected);
  });

  it('gives each mention its own words', () => {
    expect(mentionsIn('第(八)项完成50%,第(九)项完成85%', TASKS).map(({ words }) => words)).toEqual([
      '第(八)项完成50%,',
      '第(九)项完成85%',
    ]);
  });

  it('tells a sub-item from the task of which it is a piece, and from the thirty-first', () => {
    const tasks = ['3', '3.1', '31'].map((no) => ({ no, title: `事项${no}` }));
    expect(mentionsIn('第3.1项已完成30%', tasks)).toMatchObject([{ named: '第3.1项', tasks: [{ no: '3.1' }] }]);
    expect(mentionsIn('第31项已完成', tasks)).toMatchObject([{ tasks: [{ no: '31' }] }]);
  });

  it('keeps a number that no task has, for the caller to judge', () => {
    expect(mentionsIn('第三十项完成', TASKS)).toEqual([{ named: '第三十项', tasks: [], words: '第三十项完成' }]);
  });

  it.each([
    ['(九)', '9'],
    ['第10项', '10'],
    ['5', '5'],
    ['5.', '5'],
    ['二十三', '23'],
    ['十', '10'],
    ['二十', '20'],
    ['3.1', '3.1'],
    ['第(九).12项', '9.12'],
    ['甲', null],
    ['', null],
  ])('reads %s as %s', (no, number) => {
    expect(numberOf(no)).toBe(number);
  });
});
