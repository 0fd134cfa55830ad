import { expect, it } from 'vitest';
import { suggestShared, type SharedCandidate } from '../../../../domain/plan/amend/suggest-shared.ts';
import { task } from '../fixtures.ts';

const candidate = (planId: string, title: string, leadUnits: string[] = []): SharedCandidate => ({
  planId,
  planTitle: planId,
  taskId: `${planId}/${title}`,
  task: task(title, { leadUnits }),
});
const pairsOf = (...tasks: SharedCandidate[]) =>
  suggestShared(tasks).map(({ one, other, score }) => [one.taskId, other.taskId, score === 1]);

it('proposes tasks of two plans with the same title, whatever its punctuation', () => {
  expect(pairsOf(candidate('甲', '建设“保护工作站”'), candidate('乙', '建设保护工作站'))).toEqual([
    ['甲/建设“保护工作站”', '乙/建设保护工作站', true],
  ]);
});

it('proposes nearly the same title, the likelier pair first', () => {
  const found = pairsOf(
    candidate('甲', '建设知识产权保护工作站', ['市局']),
    candidate('乙', '建设知识产权保护工作站点', ['市局']),
    candidate('丙', '建设知识产权保护工作站', ['市局']),
  );
  expect(found.map(([one, other]) => [one, other])).toEqual([
    ['甲/建设知识产权保护工作站', '丙/建设知识产权保护工作站'],
    ['甲/建设知识产权保护工作站', '乙/建设知识产权保护工作站点'],
    ['乙/建设知识产权保护工作站点', '丙/建设知识产权保护工作站'],
  ]);
});

it('proposes nothing within one plan, and no strangers', () => {
  expect(pairsOf(candidate('甲', '加强领导'), candidate('甲', '加强领导'))).toEqual([]);
  expect(pairsOf(candidate('甲', '开展宣传培训'), candidate('乙', '完善监督检查'))).toEqual([]);
});
