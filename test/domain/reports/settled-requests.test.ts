import { describe, expect, it } from 'vitest';
import { claim } from '../supervision/fixtures.ts';
import { briefWorld, released, sentencesOf, texts } from './brief-world.ts';

const world = () =>
  briefWorld([
    { no: '一', title: '健全工作体系', units: ['市知识产权局'] },
    { no: '九', title: '研究制定规划', units: ['市科技局'] },
  ]);
const GRANTED = { partId: 'p1', from: '2026-12-18', dueOn: '2026-12-28', level: 'office' };

describe('what was decided since the last brief', () => {
  it('names each extension granted with both days and its source, once', () => {
    const of = world();
    of.event('九', 'extensionGranted', '2026-07-10 10:00', GRANTED);
    const first = of.brief('2026-07-15 10:00');
    const [said] = sentencesOf(first, 'changes').filter(({ id }) => id.startsWith('changes/extension/'));
    expect(said?.text).toBe('7月10日同意市科技局第(九)项“研究制定规划”由12月18日延至12月28日。');
    expect(said).toMatchObject({ taskId: '九', sources: [{ entityId: 'task/九', seq: expect.any(Number) }] });
    const second = of.brief('2026-07-21 10:00', released(1, '2026-07-15 10:00', first));
    expect(texts(second, 'changes').join()).not.toContain('同意');
  });

  it('leaves out an extension that was taken back, and says which went to the leading group', () => {
    const of = world();
    of.event('九', 'extensionGranted', '2026-07-10 10:00', GRANTED);
    of.event('九', 'extensionUndone', '2026-07-10 10:05', { partId: 'p1' });
    of.event('一', 'extensionGranted', '2026-07-11 10:00', { ...GRANTED, level: 'leading-group' });
    const said = texts(of.brief('2026-07-15 10:00'), 'changes').filter((text) => text.includes('同意'));
    expect(said).toEqual(['7月11日同意市知识产权局第(一)项“健全工作体系”由12月18日延至12月28日(报领导小组)。']);
  });

  it('tells a second return, even where the unit has claimed again since; a first one is no news by itself', () => {
    const of = world();
    of.says('九', '2026-07-06 10:00', claim);
    of.office('九', '2026-07-07 10:00', { kind: 'return', partId: 'p1', reason: '佐证材料不全' });
    expect(texts(of.brief('2026-07-07 12:00'), 'changes').join()).not.toContain('次退回');
    of.says('九', '2026-07-08 10:00', claim);
    of.office('九', '2026-07-09 10:00', { kind: 'return', partId: 'p1', reason: '仍缺验收报告' });
    expect(texts(of.brief('2026-07-09 12:00'), 'changes').filter((text) => text.includes('次退回'))).toEqual([
      '第(九)项“研究制定规划”:市科技局7月9日办结申请第2次退回补充(仍缺验收报告)。',
    ]);
    of.says('九', '2026-07-10 10:00', claim);
    expect(texts(of.brief('2026-07-10 12:00'), 'changes')).toContain(
      '7月9日市科技局第(九)项“研究制定规划”的办结申请第2次退回补充(仍缺验收报告)。',
    );
  });

  it('puts what the office’s own host unit completed before the leading group after its acceptance too', () => {
    const of = world();
    of.says('一', '2026-07-06 10:00', claim);
    of.office('一', '2026-07-07 10:00', { kind: 'accept', partId: null });
    of.says('九', '2026-07-06 10:00', claim);
    of.office('九', '2026-07-07 10:00', { kind: 'accept', partId: 'p1' });
    const said = sentencesOf(of.brief('2026-07-08 10:00'), 'changes').filter(({ id }) =>
      id.startsWith('changes/host/'),
    );
    expect(said.map(({ taskId }) => taskId)).toEqual(['一']);
    expect(said[0]?.text).toMatch(
      /^市知识产权局承办的第\(一\)项“健全工作体系”7月7日由.+验收,系办公室所在单位承办,报领导小组审阅。$/,
    );
    expect(said[0]?.sources).toHaveLength(1);
  });
});

describe('a plan with sub-items', () => {
  it('counts a task with its sub-items, and tells what was broken out and done', () => {
    const of = world();
    of.event('九', 'subItemAdded', '2026-07-06 10:00', { taskId: 'x', no: '9.1', title: '起草' });
    of.event('九', 'subItemAccepted', '2026-07-08 10:00', { taskId: 'x', no: '9.1', title: '起草' });
    const sub = { ...of.task('九'), entityId: 'task/x', no: '9.1', status: 'closed' as const };
    const tasks = [of.task('一'), of.task('九'), sub];
    const brief = of.brief('2026-07-09 10:00', null, { tasks, parents: new Map([['task/x', 'task/九']]) });
    expect(brief.counts.total).toBe(2);
    expect(texts(brief, 'changes').join()).toContain('新列分解任务1项;1项分解任务已全部办结');
  });
});
