import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../../domain/document/read-plan.ts';

function figuresOf(...lines: string[]): string[] {
  const text = ['云泽市2024年湿地保护实事责任分解方案', '云泽市人民政府', '2024年1月10日', ...lines].join('\n');
  const reading = readPlan({ format: 'txt', text, blocks: [] });
  if (reading.kind !== 'plan') throw new Error(reading.reason);
  return reading.plan.targets
    .filter(({ value }) => value !== null)
    .map(({ name, comparator, value, unit }) => `${name} ${comparator} ${value}${unit ?? ''}`);
}

const OWNER = '主办单位:市林业局。协办单位:市水利局、市财政局。';

describe('figures in the titles of tasks', () => {
  it('are targets where the tasks are the goals themselves', () => {
    expect(
      figuresOf(
        '1、新增湿地1.6万亩,水质达标率达到92%以上。',
        OWNER,
        '2、新建观鸟台15座。',
        OWNER,
        '3、资助护林员420人次以上。',
        OWNER,
      ),
    ).toEqual(['新增湿地 = 1.6万亩', '水质达标率 >= 92%', '新建观鸟台 = 15座', '资助护林员 >= 420人次']);
  });

  it('are read under a heading of tasks, and once where the text says them again', () => {
    expect(
      figuresOf(
        '一、重点任务',
        '(一)新建观鸟台15座。选址在北岸,年内新建观鸟台15座。(责任单位:市林业局)',
        '(二)实施“十大工程”。分批推进。(责任单位:市水利局)',
        '(三)清理围网2.3万米。分片清理。(责任单位:市水利局)',
      ),
    ).toEqual(['新建观鸟台 = 15座', '清理围网 = 2.3万米']);
  });

  it('are none in the headings of phases and measures', () => {
    expect(
      figuresOf(
        '一、重点任务',
        '(一)修复岸线。恢复自然岸坡。(责任单位:市林业局)',
        '(二)补种水草。分片补种。(责任单位:市水利局)',
        '二、实施步骤',
        '(一)动员部署阶段(2024年3月—4月)。印发方案。',
        '(二)组织实施阶段(2024年5月—9月)。逐项落实。',
        '三、保障措施',
        '(一)落实3项机制。各单位密切配合。',
        '(二)强化宣传。及时报道。',
      ),
    ).toEqual([]);
  });
});
