import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../../domain/document/read-plan.ts';

function planOf(lines: readonly string[]) {
  const text = ['云泽市湿地保护工作方案', '为保护湿地,结合实际,制定本方案。', ...lines].join('\n');
  const reading = readPlan({ format: 'txt', text, blocks: [] });
  if (reading.kind !== 'plan') throw new Error(reading.reason);
  return reading.plan;
}

const AROUND = ['二、修复岸线。恢复自然岸坡。(责任单位:市林业局)', '三、补种水草。分片补种。(责任单位:市水利局)'];

describe('points below one of the tasks at the highest level', () => {
  it.each([
    ['of arabic numbers', '1.组建巡护队伍,建立日志。', '2.购置巡护船只,分片包干。(责任单位:市公安局)'],
    ['in brackets', '(一)组建巡护队伍,建立日志。', '(二)购置巡护船只,分片包干。(责任单位:市公安局)'],
    ['of small roman numbers', 'ⅰ.组建巡护队伍,建立日志。', 'ⅱ.购置巡护船只,分片包干。(责任单位:市公安局)'],
  ])('are no tasks: %s', (_, ...points) => {
    const { tasks } = planOf(['一、加大巡护保障力度', ...points, ...AROUND]);
    expect(tasks.map(({ no, title, responsibleUnits }) => [no, title, responsibleUnits])).toEqual([
      ['一', '加大巡护保障力度', ['市公安局']],
      ['二', '修复岸线', ['市林业局']],
      ['三', '补种水草', ['市水利局']],
    ]);
  });
});

describe('a duty of a phase that comes back', () => {
  it.each([
    ['定期调度工作进展。', '调度工作进展', 'periodic'],
    ['市林业局每季度通报一次工作进展。', '通报一次工作进展', 'quarter'],
    ['落实各项措施,每月召开一次调度会议。', '召开一次调度会议', 'month'],
  ])('is kept for the whole plan too: %s', (duty, what, every) => {
    const { recurring } = planOf([
      '一、重点任务',
      '(一)修复岸线。恢复自然岸坡。(责任单位:市林业局)',
      '(二)补种水草。分片补种。(责任单位:市水利局)',
      '二、实施步骤',
      '(一)动员部署阶段(2031年3月—4月)。印发方案。',
      `(二)组织实施阶段(2031年5月—9月)。${duty}`,
    ]);
    expect(recurring.map((one) => [one.what, one.every])).toEqual([[what, every]]);
  });
});
