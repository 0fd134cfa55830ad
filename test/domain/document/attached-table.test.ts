import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../domain/document/read-plan.ts';

const titleOf = (...lines: string[]): string | null => {
  const reading = readPlan({ format: 'txt', text: lines.join('\n'), blocks: [] });
  return reading.kind === 'plan' ? reading.plan.title : null;
};

const body = ['(一)整治河道。清理河面漂浮物。(责任单位:市水利局)', '(二)绿化河岸。补植树木。(责任单位:市林业局)'];

describe('the title of a table', () => {
  it('is not that of the plan to which it is attached', () => {
    expect(
      titleOf('青溪市人民政府关于印发青溪市清水行动实施意见的通知', '附件', '青溪市清水行动重点任务分解表', ...body),
    ).toBe('青溪市清水行动实施意见');
    expect(titleOf('青溪市清水行动实施意见', '各单位要抓好落实。', '附件', '清水行动任务清单', ...body)).toBe(
      '青溪市清水行动实施意见',
    );
  });

  it('is that of the plan where the table is what was issued', () => {
    expect(titleOf('青溪市清水行动重点任务分解表', ...body)).toBe('青溪市清水行动重点任务分解表');
    expect(
      titleOf('关于印发青溪市清水行动任务清单的通知', '各单位:', '请认真落实。', '青溪市清水行动任务清单', ...body),
    ).toBe('青溪市清水行动任务清单');
  });
});

describe('items that a page wrapped together', () => {
  it('are parted where a blank was lost behind a sentence, and where a heading runs into its first item', () => {
    const long = '各单位按照职责分工抓好落实,定期会商研判,及时协调解决推进中的问题'.repeat(4);
    const reading = readPlan({
      format: 'pdf',
      text: [
        '青溪市清水行动实施意见',
        '一、总体要求',
        '坚持系统治理。',
        `二、重点任务(一)开展河道整治。${long}。`,
        `(二)推进河岸绿化 ${long}。(三)强化水质监测 ${long}。 (四)畅通投诉渠道 ${long}。`,
      ].join('\n'),
      blocks: [],
    });
    expect(reading.kind === 'plan' && reading.plan.tasks.map(({ no, title }) => `${no}${title}`)).toEqual([
      '(一)开展河道整治',
      '(二)推进河岸绿化',
      '(三)强化水质监测',
      '(四)畅通投诉渠道',
    ]);
  });
});
