import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../../domain/document/read-plan.ts';

/** The due date of a task with this text, in a plan of 2024. */
function dueOf(body: string): string | null | undefined {
  const text = [
    '云泽市湿地保护工作方案',
    '一、重点任务',
    '(一)健全政策体系',
    `1.编制保护规划。${body}`,
    '2.补种水草。选择本地物种。(市水利局牵头,市林业局配合)',
    '云泽市人民政府办公室',
    '2024年1月10日',
  ].join('\n');
  const reading = readPlan({ format: 'txt', text, blocks: [] });
  if (reading.kind !== 'plan') throw new Error(reading.reason);
  return reading.plan.tasks[0]?.due ?? null;
}

const OWNERS = '(市林业局牵头,市水利局、各县区配合)';

describe('a due date within the text of a task', () => {
  it.each([
    ['各县区以流域为单元编制规划,2024年9月底前报省备案。', '2024-09'],
    ['各县区以流域为单元编制规划,2024年9月底前完成。', '2024-09'],
    ['6月30日前印发实施。', '2024-06-30'],
    ['规划分两批报批,到2025年底全面完成。', '2025-12'],
  ])('is read before owners in brackets that name none: %s', (body, due) => {
    expect(dueOf(`${body}${OWNERS}`)).toBe(due);
  });

  it.each([
    ['3月底前完成摸底,9月底前完成编制。', 'two steps'],
    ['各县区开户建账工作要在5月底以前完成。', 'a part of the work'],
    ['每年12月底前报送总结。', 'a yearly report'],
  ])('is none: %s', (body) => {
    expect(dueOf(`${body}${OWNERS}`)).toBeNull();
  });

  it('is what the bracket says where it says it', () => {
    expect(dueOf('3月底前完成摸底。(市林业局牵头,2024年11月底前完成)')).toBe('2024-11');
    expect(dueOf('3月底前完成摸底。(市林业局牵头,长期坚持)')).toBeNull();
  });
});
