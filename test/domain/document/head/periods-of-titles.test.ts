import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../../domain/document/read-plan.ts';

const PHASES = [
  '二、实施步骤',
  '(一)动员部署阶段(2024年5月8日—5月20日)。印发方案。',
  '(二)组织实施阶段(2024年5月21日—7月10日)。逐项落实。',
];

function readWith(title: string, phases: readonly string[] = PHASES) {
  const text = [
    title,
    '一、重点任务',
    '(一)修复岸线。恢复自然岸坡。(责任单位:市林业局)',
    '(二)补种水草。分片补种。(责任单位:市水利局)',
    ...phases,
    '云泽市人民政府办公室',
    '2024年5月6日',
  ].join('\n');
  const reading = readPlan({ format: 'txt', text, blocks: [] });
  if (reading.kind !== 'plan') throw new Error(reading.reason);
  return { period: reading.plan.period, asked: reading.questions.map(({ path }) => path) };
}

describe('the period that a title names', () => {
  it.each([
    ['云泽市2024年湿地保护工作方案', '2024-01', '2024-12'],
    ['云泽市2024年上半年湿地巡护工作方案', '2024-01', '2024-06'],
    ['云泽市2024年第三季度湿地巡护工作方案', '2024-07', '2024-09'],
    ['云泽市湿地保护三年行动计划(2024—2026年)', '2024-01', '2026-12'],
  ])('is that of its words: %s', (title, start, end) => {
    expect(readWith(title).period).toEqual({ start, end });
  });

  it('is told more closely by the text, where its months are those of the phases', () => {
    const phases = ['整治工作从2024年5月8日开始,至2024年7月10日结束。', ...PHASES];
    const months = phases.map((line) => line.replace(/月\d+日/g, '月'));
    expect(readWith('云泽市2024年湿地保护工作方案', months).period).toEqual({ start: '2024-05', end: '2024-07' });
  });

  it.each(['云泽市2024年夏季湿地防火工作方案', '云泽市2024年护鸟百日行动方案', '云泽市2024年湿地宣传月活动方案'])(
    'is no whole year where it names a part of one, but what the phases say, and asked: %s',
    (title) => {
      const { period, asked } = readWith(title);
      expect(period).toEqual({ start: '2024-05-08', end: '2024-07-10' });
      expect(asked).toEqual(expect.arrayContaining(['/period/start', '/period/end']));
    },
  );

  it('is asked where neither the season nor a phase says it', () => {
    const { period, asked } = readWith('云泽市2024年夏季湿地防火工作方案', []);
    expect(period).toEqual({ start: null, end: null });
    expect(asked).toEqual(expect.arrayContaining(['/period/start', '/period/end']));
  });

  it.each([
    [
      'in the preamble',
      '云泽市2024—2025年秋冬季湿地防火工作方案',
      '为做好2024—2025年秋冬季(2024年10月1日至2025年3月31日)防火工作,制定本方案。',
    ],
    ['below the title', '云泽市湿地防火任务分解表', '(2024年10月1日—2025年3月31日)'],
    ['behind the span that it explains', '云泽市湿地防火工作方案', '防火期(2024年10月1日至2025年3月31日)内,严禁用火。'],
  ])('stands in brackets %s', (_, title, line) => {
    expect(readWith(`${title}\n${line}`, []).period).toEqual({ start: '2024-10-01', end: '2025-03-31' });
  });
});
