import { describe, expect, it } from 'vitest';
import { ownersOf, readingOf } from './plan-of.ts';

const tasksOf = (...lines: string[]) =>
  readingOf('二、重点任务', ...lines).plan.tasks.map(({ no, section, title, responsibleUnits, due }) => [
    no,
    section,
    title,
    responsibleUnits.join('、'),
    due ?? null,
  ]);

describe('numbers that go on from group to group', () => {
  it('count the tasks, which share the owners and the day at the end of their group', () => {
    expect(
      tasksOf(
        '(一)修复岸线',
        '1.恢复自然岸坡。拆除硬质护岸,恢复植被。',
        '2.清理网箱。限期拆除湖中网箱。',
        '责任单位:市林业局、市水利局',
        '完成时限:2031年6月底前',
        '(二)加强巡护',
        '3.组建巡护队伍。选聘沿湖居民参加。',
        '4.购置巡护船只。分片包干,定人定船。',
        '责任单位:市公安局',
        '完成时限:长期坚持',
      ),
    ).toEqual([
      ['1', '修复岸线', '恢复自然岸坡', '市林业局、市水利局', '2031-06'],
      ['2', '修复岸线', '清理网箱', '市林业局、市水利局', '2031-06'],
      ['3', '加强巡护', '组建巡护队伍', '市公安局', null],
      ['4', '加强巡护', '购置巡护船只', '市公安局', null],
    ]);
  });

  it('that begin anew in each group count points of it', () => {
    const tasks = tasksOf(
      '(一)修复岸线',
      '1.恢复自然岸坡。拆除硬质护岸,恢复植被。',
      '2.清理网箱。限期拆除湖中网箱。',
      '责任单位:市林业局、市水利局',
      '(二)加强巡护',
      '1.组建巡护队伍。选聘沿湖居民参加。',
      '2.购置巡护船只。分片包干,定人定船。',
      '责任单位:市公安局',
    );
    expect(tasks.map(([, , title, units]) => [title, units])).toEqual([
      ['修复岸线', '市林业局、市水利局'],
      ['加强巡护', '市公安局'],
    ]);
  });

  it('may follow a letter, below lettered groups', () => {
    expect(
      tasksOf(
        'A. 修复岸线',
        'A1. 恢复自然岸坡。拆除硬质护岸。',
        'Owner:市林业局、市水利局',
        'Deadline:2031年6月底前',
        'A2. 清理网箱。限期拆除湖中网箱。',
        'Owner:市水利局',
        'Deadline:2031年9月底前',
        'B. 加强巡护',
        'B1. 组建巡护队伍。选聘沿湖居民参加。',
        'Owner:市公安局',
        'Deadline:2031年3月底前',
      ),
    ).toEqual([
      ['A1', '修复岸线', '恢复自然岸坡', '市林业局、市水利局', '2031-06'],
      ['A2', '修复岸线', '清理网箱', '市水利局', '2031-09'],
      ['B1', '加强巡护', '组建巡护队伍', '市公安局', '2031-03'],
    ]);
  });
});

describe('owners in the first sentence of a task', () => {
  it.each([
    ['由市林业局牵头,市水利局、市财政局配合,对退化岸线逐段修复。', ['市林业局'], ['市水利局', '市财政局']],
    ['由市林业局牵头,会同市水利局、市财政局对退化岸线逐段修复。', ['市林业局'], ['市水利局', '市财政局']],
    ['由市林业局负责,选聘沿湖居民参加。', [], ['市林业局']],
    ['由市林业局、市水利局负责,选聘沿湖居民参加。', [], ['市林业局', '市水利局']],
  ])('are taken where it begins with them: %s', (sentence, lead, responsible) => {
    const lines = [
      '二、重点任务',
      `(一)修复岸线。${sentence}有条件的恢复植被。`,
      '(二)补种水草。由市水利局负责,分片补种。',
    ];
    expect(ownersOf(...lines)).toEqual([
      ['修复岸线', lead, responsible],
      ['补种水草', [], ['市水利局']],
    ]);
  });

  it('are not taken from a later sentence, which speaks of a part of the task', () => {
    const lines = [
      '二、重点任务',
      '(一)修复岸线。恢复植被。由市林业局牵头,对围栏逐段检修。',
      '(二)补种水草。分片补种。',
    ];
    expect(ownersOf(...lines).map(([, lead, responsible]) => [...lead, ...responsible])).toEqual([[], []]);
  });
});

describe('a line between the rows of a table', () => {
  it('is the section of those below it', () => {
    const { plan } = readingOf(
      '序号\t重点任务\t牵头单位\t完成时限',
      '一、修复岸线',
      '1\t恢复自然岸坡\t市林业局\t2031年6月底前',
      '2\t清理网箱\t市水利局\t2031年9月底前',
      '二、加强巡护',
      '3\t组建巡护队伍\t市公安局\t2031年3月底前',
    );
    expect(plan.tasks.map(({ section, title }) => [section, title])).toEqual([
      ['修复岸线', '恢复自然岸坡'],
      ['修复岸线', '清理网箱'],
      ['加强巡护', '组建巡护队伍'],
    ]);
  });
});
