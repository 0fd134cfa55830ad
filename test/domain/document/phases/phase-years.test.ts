import { describe, expect, it } from 'vitest';
import { planWith, windowsOf, type Window } from './read-phases.ts';

/** Issued on 10 January 2024. */
const YEARS: [style: string, printed: string, phases: Window[]][] = [
  [
    'months after a window that ends in the next year',
    '三、实施步骤\n(一)动员部署阶段(2024年11月—2025年2月)。印发方案。\n(二)组织实施阶段(3月—9月)。逐项落实。\n(三)总结验收阶段(10月)。开展验收。',
    [
      ['动员部署阶段', '2024-11', '2025-02'],
      ['组织实施阶段', '2025-03', '2025-09'],
      ['总结验收阶段', '2025-10', '2025-10'],
    ],
  ],
  [
    'months that go on in the next year',
    '三、实施步骤\n(一)动员部署阶段(9月—10月)。印发方案。\n(二)组织实施阶段(11月—次年3月)。逐项落实。\n(三)总结验收阶段(次年4月)。开展验收。',
    [
      ['动员部署阶段', '2024-09', '2024-10'],
      ['组织实施阶段', '2024-11', '2025-03'],
      ['总结验收阶段', '2025-04', '2025-04'],
    ],
  ],
  [
    'years alone',
    '三、实施步骤\n1.启动阶段:2024年。印发方案。\n2.实施阶段:2025年至2027年。逐项落实。\n3.考核验收阶段:2028年。开展验收。',
    [
      ['启动阶段', '2024-01', '2024-12'],
      ['实施阶段', '2025-01', '2027-12'],
      ['考核验收阶段', '2028-01', '2028-12'],
    ],
  ],
  [
    'quarters and halves',
    '三、实施步骤\n(一)启动阶段(2024年第一季度)。印发方案。\n(二)实施阶段(2024年第二、三季度)。逐项落实。\n(三)完善阶段(2025年上半年)。健全机制。',
    [
      ['启动阶段', '2024-01', '2024-03'],
      ['实施阶段', '2024-04', '2024-09'],
      ['完善阶段', '2025-01', '2025-06'],
    ],
  ],
  [
    'thirds of months',
    '三、实施步骤\n(一)准备动员阶段(4月底至5月中旬)。印发方案。\n(二)自查自纠阶段(5月下旬至6月中下旬)。逐项落实。\n(三)总结阶段(7月上旬)。开展验收。',
    [
      ['准备动员阶段', '2024-04', '2024-05'],
      ['自查自纠阶段', '2024-05', '2024-06'],
      ['总结阶段', '2024-07', '2024-07'],
    ],
  ],
  [
    'up to a day',
    '三、实施步骤\n(一)动员部署阶段(截止2024年3月5日)。印发方案。\n(二)组织实施阶段(2024年9月底前)。逐项落实。\n(三)总结验收阶段(年底前)。开展验收。',
    [
      ['动员部署阶段', null, '2024-03-05'],
      ['组织实施阶段', null, '2024-09'],
      ['总结验收阶段', null, '2024-12'],
    ],
  ],
  [
    'the year of a name',
    '三、实施步骤\n(一)2024年度摸底阶段(3月—4月)。印发方案。\n(二)2024年度整治阶段(5月—9月)。逐项落实。',
    [
      ['2024年度摸底阶段', '2024-03', '2024-04'],
      ['2024年度整治阶段', '2024-05', '2024-09'],
    ],
  ],
];

describe('the years of windows', () => {
  it.each(YEARS)('%s', (_style, printed, phases) => {
    expect(windowsOf(printed)).toEqual(phases);
  });
});

const at = (path: string, proposal: unknown): unknown => expect.objectContaining({ path, proposal });

describe('windows that nobody printed for certain', () => {
  it('from the issue on: proposes the day of issue', () => {
    const { plan, questions } = planWith(
      '三、实施步骤\n(一)动员部署阶段(即日起至3月15日)。印发方案。\n(二)组织实施阶段(3月16日至9月30日)。逐项落实。',
    );
    expect(plan.phases[0]).toMatchObject({ name: '动员部署阶段', start: null, end: '2024-03-15' });
    expect(questions).toContainEqual(at('/phases/0/start', '2024-01-10'));
  });

  it.each(['印发之日起至2024年3月15日', '自本方案印发之日起至3月15日', '自发文之日起,至3月15日'])('%s', (print) => {
    const { plan, questions } = planWith(
      `三、实施步骤\n(一)动员部署阶段(${print})。印发方案。\n(二)组织实施阶段(3月16日至9月30日)。逐项落实。`,
    );
    expect(plan.phases[0]).toMatchObject({ name: '动员部署阶段', start: null, end: '2024-03-15' });
    expect(questions).toContainEqual(at('/phases/0/start', '2024-01-10'));
  });

  it('a month before that of the phase before: proposes the next year', () => {
    const { plan, questions } = planWith(
      '三、实施步骤\n(一)组织实施阶段(5月—11月)。逐项落实。\n(二)总结验收阶段(1月)。开展验收。',
    );
    expect(plan.phases[1]).toMatchObject({ start: '2025-01', end: '2025-01' });
    expect(questions).toContainEqual(at('/phases/1/start', '2025-01'));
  });

  it('an end alone: proposes what follows the phase before', () => {
    const { questions } = planWith(
      '三、实施步骤\n(一)组织实施阶段(2024年5月—9月)。逐项落实。\n(二)总结验收阶段(2024年11月底前)。开展验收。',
    );
    expect(questions).toContainEqual(at('/phases/1/start', '2024-10'));
  });

  it('a feast: has no date and says so', () => {
    const { plan, questions } = planWith(
      '三、实施步骤\n(一)动员部署阶段(春节前)。印发方案。\n(二)组织实施阶段(3月至9月)。逐项落实。\n(三)长效管理阶段(长期坚持)。健全机制。',
    );
    expect(plan.phases.map(({ name, start, end }) => [name, start, end])).toEqual([
      ['动员部署阶段', null, null],
      ['组织实施阶段', '2024-03', '2024-09'],
      ['长效管理阶段', null, null],
    ]);
    expect(questions).toContainEqual(expect.objectContaining({ path: '/phases/0/start', code: 'phase-without-dates' }));
    expect(questions).toContainEqual(expect.objectContaining({ path: '/phases/2/start', code: 'phase-without-dates' }));
  });

  it('the whole year: proposes its months', () => {
    const { plan, questions } = planWith(
      '三、实施步骤\n(一)宣传发动阶段(1月至2月)。印发方案。\n(二)日常推进阶段(全年)。逐项落实。',
    );
    expect(plan.phases[1]).toMatchObject({ start: '2024-01', end: '2024-12' });
    expect(questions).toContainEqual(at('/phases/1/start', '2024-01'));
  });

  it('one day behind a name: asks whether it is the window', () => {
    const { questions } = planWith(
      '三、实施步骤\n(一)动员部署阶段。3月15日,召开动员会议。\n(二)组织实施阶段。3月16日至9月30日,逐项落实。',
    );
    expect(questions).toContainEqual(at('/phases/0/start', '2024-03-15'));
  });
});
