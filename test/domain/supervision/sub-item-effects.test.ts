import { describe, expect, it } from 'vitest';
import { subItemEffects, type StandingSubItem } from '../../../domain/supervision/sub-item-effects.ts';

const tasks = [
  { id: 'a', no: '(三)', title: '甲' },
  { id: 'b', no: '(五)', title: '乙' },
];
const sub = (id: string, over: Partial<StandingSubItem> = {}): StandingSubItem => ({
  id,
  parentId: 'a',
  no: `3.${id.slice(1)}`,
  dueOn: null,
  isOpen: true,
  ...over,
});

describe('what an amendment of a task means for its sub-items', () => {
  it('ends them with a task that the plan has no more, those that are over stay as they are', () => {
    const made = subItemEffects(
      [{ id: 'a', amended: { cancel: { reason: '方案修订', mergedInto: null } } }],
      [sub('s1'), sub('s2', { isOpen: false })],
      tasks,
    );
    expect(made).toEqual([
      { id: 's1', amended: { cancel: { reason: '上级任务第(三)项取消', mergedInto: null } }, row: {} },
    ]);
  });

  it('moves them under the task that took theirs up, behind what it has', () => {
    const made = subItemEffects(
      [{ id: 'a', amended: { cancel: { reason: '合并', mergedInto: 'b' } } }],
      [sub('s1'), sub('s2'), sub('t1', { parentId: 'b', no: '5.1' })],
      tasks,
    );
    expect(made.map(({ row }) => row)).toEqual([
      { parentId: 'b', no: '5.2' },
      { parentId: 'b', no: '5.3' },
    ]);
  });

  it('binds them by an earlier day, and lets those without a day of their own follow a later one', () => {
    const subItems = [sub('s1'), sub('s2', { dueOn: '2027-06-30' }), sub('s3', { dueOn: '2026-12-31' })];
    const earlier = subItemEffects([{ id: 'a', amended: { dueOn: '2027-03-31' } }], subItems, tasks);
    expect(earlier.map(({ id, amended, row }) => [id, amended.dueOn, row.dueOn])).toEqual([
      ['s1', '2027-03-31', undefined],
      ['s2', '2027-03-31', '2027-03-31'],
    ]);
    const later = subItemEffects([{ id: 'a', amended: { dueOn: '2027-12-31' } }], subItems, tasks);
    expect(later.map(({ id }) => id)).toEqual(['s1']);
  });

  it('renumbers them with their task', () => {
    const made = subItemEffects([{ id: 'a', amended: { no: '(二十)' } }], [sub('s2')], tasks);
    expect(made).toEqual([{ id: 's2', amended: { no: '20.2' }, row: { no: '20.2' } }]);
  });
});
