import { localDateOf } from '../calendar/local-time.ts';
import { dayText, momentText } from '../chat/local-text.ts';
import type { Instant } from '../plan/types.ts';
import type { BriefSectionKey } from './types.ts';

/** 试点工作简报 第7期; 工作简报 where the plan is no pilot. */
export const briefTitle = (planTitle: string, no: number): string =>
  `${planTitle.includes('试点') ? '试点' : ''}工作简报 第${no}期`;

/** 10月28日第6期简报以来,数据截至11月20日17:30。 */
export function spanText(
  { no, since, cutoff }: { no: number; since: Instant | null; cutoff: Instant },
  zone: string,
): string {
  const today = localDateOf(cutoff, zone);
  const from = since === null ? '方案启动以来' : `${dayText(localDateOf(since, zone), today)}第${no - 1}期简报以来`;
  return `${from},数据截至${momentText(cutoff, zone, today)}。`;
}

export const SECTION_HEADINGS: Record<BriefSectionKey, string> = {
  overall: '总体',
  changes: '变化',
  late: '逾期滞后',
  decide: '请研究',
  next: '下步',
  previous: '上期事项办理情况',
};
