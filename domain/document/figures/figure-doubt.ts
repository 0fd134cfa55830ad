import type { PlanTarget } from '../../plan/types.ts';
import type { Doubt } from './figure-types.ts';
import type { Quantity } from './quantity.ts';

/** Names whose share can't be more than the whole. */
const SHARE = /(?:率|比例|比重|占比|覆盖面|满意度|知晓度|占[^,;]{1,16}比)$/;
const OPEN_SHARE =
  /(?:增长率|增幅|利用率|完成率|周转率|负荷率|产销率|回报率|投资率|达产率|收益率|毛入学率|担保率|利润率|放大倍数|化解率|拨备覆盖率|比率|偿付率)$/;

/** Null: the figure can stand. An impossible one is asked for, never mended. */
export function figureDoubt(target: PlanTarget, printed: string, suffix: Quantity['suffix']): Doubt | null {
  const { name, value, max, unit } = target;
  const impossible = (reason: string): Doubt => ({
    code: 'impossible-number',
    field: 'value',
    text: `“${name}”的数值印为“${printed}”,应是多少?`,
    reason,
    proposal: null,
    matters: true,
  });
  if (value === null) return impossible('数值无法识别。');
  if (max !== null && max < value) return impossible('区间的上限小于下限。');
  const most = max ?? value;
  if (unit === '%' && most > 100 && SHARE.test(name) && !OPEN_SHARE.test(name)) return impossible('比例超过100%。');
  if (unit === '%' && most >= 10_000) return impossible('百分数过大,疑为排印或识别错误。');
  if (suffix !== 'about' && suffix !== 'more') return null;
  return {
    code: 'ambiguous-figure',
    field: 'value',
    text: `“${name}”印为“${printed}”,按${value}${unit ?? ''}考核是否妥当?`,
    reason: '原文是约数。',
    proposal: value,
    matters: false,
  };
}
