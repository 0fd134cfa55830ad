import { describe, expect, it } from 'vitest';
import type { BoardLine } from '../../../domain/supervision/board.ts';
import type { Light } from '../../../domain/supervision/lights.ts';
import { countedLines, treeLines } from '../../../domain/supervision/tree-lights.ts';

const line = (taskId: string, light: Light, no = taskId): BoardLine => ({
  taskId,
  no,
  section: null,
  title: `事项${taskId}`,
  dueOn: null,
  light,
  why: `${taskId}的原因。`,
  label: light,
  cells: [],
});
const parents: Record<string, string> = { '3.1': '3', '3.2': '3', '3.3': '3' };
const tree = (lines: BoardLine[], closed: string[] = []) =>
  treeLines(
    lines,
    (id) => parents[id] ?? null,
    (id) => closed.includes(id),
  );

describe('lights of a tree', () => {
  it('makes a task as late as the worst of its sub-items, and says which', () => {
    const [parent] = tree([line('3', 'green'), line('3.1', 'yellow'), line('3.2', 'red'), line('3.3', 'red')]);
    expect(parent).toMatchObject({ light: 'red', label: '逾期', why: '分解任务第3.2项等2项:3.2的原因。' });
  });

  it('leaves a task its own light where that is as bad, and where a sub-item is only due soon', () => {
    expect(tree([line('3', 'red'), line('3.1', 'red')])[0]?.why).toBe('3的原因。');
    expect(tree([line('3', 'green'), line('3.1', 'blue')])[0]?.light).toBe('green');
  });

  it('counts what is done; an accepted task stays done while a sub-item goes on, which then counts by itself', () => {
    const lines = tree([line('3', 'green'), line('3.1', 'red'), line('3.2', 'green')], ['3', '3.2']);
    expect(lines[0]).toMatchObject({ light: 'green', subItems: { total: 2, done: 1 } });
    const counted = countedLines(lines, (id) => ['3', '3.2'].includes(id));
    expect(counted.map(({ taskId }) => taskId)).toEqual(['3', '3.1']);
  });

  it('counts a sub-item with its task while that is open', () => {
    const counted = countedLines(tree([line('3', 'green'), line('3.1', 'red')]), () => false);
    expect(counted.map(({ taskId, light }) => [taskId, light])).toEqual([['3', 'red']]);
  });
});
