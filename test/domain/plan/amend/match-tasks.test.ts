import { describe, expect, it } from 'vitest';
import { matchTasks } from '../../../../domain/plan/amend/match-tasks.ts';
import { task } from '../fixtures.ts';
import { tasksOf } from './arbitrary-facts.ts';

const old = tasksOf('建设公共服务平台', '开展宣传培训', '完善监督检查机制');

describe('matching the tasks of two versions', () => {
  it('knows a task again under another number and in another section', () => {
    const now = [task('开展宣传培训', { no: '9', section: '保障措施' }), ...tasksOf('建设公共服务平台')];
    const { pairs, removed, added } = matchTasks(old, now);
    expect(pairs.map(({ old: from, now: to, doubtful }) => [from, to, doubtful])).toEqual([
      [0, 1, false],
      [1, 0, false],
    ]);
    expect(removed).toEqual([{ old: 2, mergedInto: null }]);
    expect(added).toEqual([]);
  });

  it('knows a task again whose words were changed', () => {
    const { pairs } = matchTasks(old, tasksOf('建设公共服务平台', '广泛开展宣传培训', '完善监督检查机制'));
    expect(pairs[1]).toMatchObject({ old: 1, now: 1, doubtful: false });
  });

  it('tells the same title in two sections by the section', () => {
    const twice = [task('加强领导', { section: '一' }), task('加强领导', { section: '二' })];
    const { pairs } = matchTasks(twice, [twice[1]!, twice[0]!]);
    expect(pairs.map(({ old: from, now: to, doubtful }) => [from, to, doubtful])).toEqual([
      [0, 1, false],
      [1, 0, false],
    ]);
  });

  it('tells the pieces of a split task, the first of which goes on', () => {
    const whole = tasksOf('建设公共服务平台和人才培养基地', '开展宣传培训');
    const { pairs, added } = matchTasks(whole, tasksOf('建设公共服务平台', '建设人才培养基地', '开展宣传培训'));
    expect(pairs.map(({ old: from, now: to }) => [from, to])).toEqual([
      [0, 0],
      [1, 2],
    ]);
    expect(added).toEqual([{ now: 1, splitFrom: 0 }]);
  });

  it('tells the tasks that were merged, the first of which goes on', () => {
    const parts = tasksOf('建设公共服务平台', '建设人才培养基地', '开展宣传培训');
    const { pairs, removed } = matchTasks(parts, tasksOf('建设公共服务平台和人才培养基地', '开展宣传培训'));
    expect(pairs.map(({ old: from, now: to }) => [from, to])).toEqual([
      [0, 0],
      [2, 1],
    ]);
    expect(removed).toEqual([{ old: 1, mergedInto: 0 }]);
  });

  it('marks a pair as doubtful where another task fits nearly as well, and names it', () => {
    const { pairs } = matchTasks(
      [task('推进园区建设', { no: '1' })],
      [task('推进园区建设一期', { no: '2' }), task('推进园区建设二期', { no: '3' })],
    );
    expect(pairs[0]).toMatchObject({ doubtful: true, candidates: [1] });
  });

  it('follows what a person has said, against every likeness', () => {
    const now = tasksOf('建设公共服务平台', '完善监督检查机制');
    const { pairs, removed, added } = matchTasks(old, now, [
      { old: 0, now: null },
      { old: 1, now: 0 },
    ]);
    expect(pairs.map(({ old: from, now: to }) => [from, to])).toEqual([
      [1, 0],
      [2, 1],
    ]);
    expect(removed).toEqual([{ old: 0, mergedInto: null }]);
    expect(added).toEqual([]);
  });

  it('takes strangers for strangers', () => {
    const { pairs, removed, added } = matchTasks(tasksOf('建设公共服务平台'), tasksOf('调整收费标准'));
    expect([pairs.length, removed.length, added.length]).toEqual([0, 1, 1]);
  });
});
