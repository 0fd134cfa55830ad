import type { PlanFacts, PlanTask } from '../../domain/plan/types.ts';
import { demoFacts } from '../../seeds/demo/facts.ts';
import { task } from '../../seeds/plans/entries.ts';

const START_MONTH = '2026-06';

const retold = (facts: PlanFacts, titles: Record<string, string>): PlanTask[] =>
  facts.tasks.map((one) => ({ ...one, title: titles[one.no ?? ''] ?? one.title }));

/** 示例市 with a task that can be split and two that can be merged. */
export function demoToAmend(): PlanFacts {
  const facts = demoFacts(START_MONTH);
  const tasks = retold(facts, {
    '(五)': '建设公共服务平台和人才培养基地',
    '(十三)': '建设维权援助站点',
    '(十四)': '建设快速维权窗口',
  });
  return { ...facts, tasks };
}

/** Its next version: every kind of change once. */
export function amendedDemo(): PlanFacts {
  const facts = demoToAmend();
  const section = facts.tasks[4]?.section ?? null;
  const changed: Record<string, Partial<PlanTask> | null> = {
    '(三)': { due: '2026-10-30' },
    '(四)': { title: '提高专利创造质量和效益' },
    '(五)': { title: '建设公共服务平台' },
    '(七)': { responsibleUnits: ['市知识产权局', '市科技局', '市公安局'] },
    '(九)': { responsibleUnits: ['市知识产权局'] },
    '(十)': { due: '2027-03-31' },
    '(十三)': { title: '建设维权援助站点和快速维权窗口' },
    '(十四)': null,
    '(十五)': null,
    '(十六)': { no: '(二十)' },
  };
  const kept = facts.tasks.flatMap((one) => {
    const change = changed[one.no ?? ''];
    return change === null ? [] : [{ ...one, ...change }];
  });
  return {
    ...facts,
    phases: facts.phases.map((phase) => (phase.kind === 'implementation' ? { ...phase, end: '2028-05' } : phase)),
    tasks: [
      ...kept,
      task('(十七)', section ?? '', '建设人才培养基地', { leadUnits: ['市教育局'], due: '2027-06-30' }),
      task('(十八)', section ?? '', '建立信息共享通报制度', {
        leadUnits: ['市公安局'],
        responsibleUnits: ['市法院'],
        due: '2026-12-31',
      }),
    ],
  };
}
