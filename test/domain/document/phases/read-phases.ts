import type { DraftPlan, Question } from '../../../../domain/document/types.ts';
import { readPlan } from '../../../../domain/document/read-plan.ts';

export type Window = [name: string, start: string | null, end: string | null];

/** A plan of two tasks with what is printed between these and the safeguards; issued on 10 January 2024. */
export function planWith(printed: string): { plan: DraftPlan; questions: Question[] } {
  const text = [
    '云泽市湿地保护工作方案',
    '为保护湿地,结合实际,制定本方案。',
    '一、总体要求',
    '坚持保护优先,统筹推进各项工作。',
    '二、主要任务',
    '(一)修复岸线。清理围网,恢复自然岸坡。(责任单位:市林业局)',
    '(二)补种水草。选择本地物种,分片补种。(责任单位:市水利局)',
    printed,
    '四、保障措施',
    '(一)强化支撑。各单位密切配合,抓好落实。',
    '(二)强化宣传。及时报道进展情况。',
    '云泽市人民政府办公室',
    '2024年1月10日',
  ].join('\n');
  const reading = readPlan({ format: 'txt', text, blocks: [] });
  if (reading.kind !== 'plan') throw new Error(reading.reason);
  return reading;
}

/** Names and windows of the phases that are printed. */
export const windowsOf = (printed: string): Window[] =>
  planWith(printed)
    .plan.phases.filter(({ proposed }) => proposed !== true)
    .map(({ name, start, end }) => [name, start, end]);
