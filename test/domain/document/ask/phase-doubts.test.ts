import { describe, expect, it } from 'vitest';
import { planWith } from '../phases/read-phases.ts';

const asked = (printed: string): string[] =>
  planWith(printed)
    .questions.filter(({ path }) => path.startsWith('/phases'))
    .map(({ code, path }) => `${code} ${path}`);

describe('the second look at phases', () => {
  it('asks nothing about phases counted without a gap, each with its window', () => {
    expect(
      asked(
        '三、实施步骤\n从2024年3月开始,到2024年10月底结束,分两步走:\n(一)部署阶段(2024年3月—4月)。动员。\n(二)实施阶段(2024年5月—10月)。分三步推进:5月至6月自查,7月至8月整改,9月至10月抽查。',
      ),
    ).toEqual([]);
  });

  it('asks nothing about the steps within a phase, or an end that says 月底', () => {
    expect(
      asked(
        '三、实施步骤\n(一)第一阶段:部署阶段(3月15日至4月底)\n4月10日至20日为登记阶段,4月21日至4月底为核对阶段。\n(二)第二阶段:实施阶段(2024年5月至10月)\n逐项落实。',
      ),
    ).toEqual([]);
  });

  it('asks where the first phase is not counted as the first', () => {
    expect(
      asked(
        '三、实施步骤\n(二)自查阶段(2024年3月—4月)。自查。\n(三)整改阶段(2024年5月—10月)。整改。\n(四)总结阶段(2024年11月)。总结。',
      ),
    ).toEqual(['contradiction /phases']);
  });

  it('asks where a number between two phases is missing', () => {
    expect(
      asked('三、实施步骤\n第一阶段:动员部署(2024年3月—4月)。动员。\n第三阶段:总结验收(2024年5月—10月)。开展验收。'),
    ).toEqual(['contradiction /phases']);
  });

  it('asks about a line that is counted and called a phase but was not read as one', () => {
    expect(
      asked(
        '三、实施步骤\n(一)部署阶段(2024年3月—4月)。动员。\n(二)实施阶段(2024年5月—10月)。推进。\n四、后续工作\n各单位抓好落实。\n第三阶段巩固提升阶段。长期坚持。',
      ),
    ).toContain('ambiguous-date /phases');
  });

  it('asks about a window that lies outside the phase under which it stands', () => {
    expect(
      asked(
        '三、实施步骤\n(一)部署阶段(2024年3月—4月)。动员。\n(二)实施阶段(2024年5月—10月)。推进,2024年11月至12月回头看。',
      ),
    ).toEqual(['ambiguous-date /phases']);
  });
});
