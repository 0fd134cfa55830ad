import type { PlanRecurring } from '../../../../../domain/plan/types.ts';
import { random } from '../random.ts';
import type { Facts } from '../types.ts';
import type { Place } from './places.ts';
import { GROUPS } from './units.ts';

/** What comes back: as printed, between who is to do it and the act. */
const CYCLES: readonly (readonly [print: string, every: string])[] = [
  ['每月5日前', 'month'],
  ['每月底前', 'month'],
  ['每季度末月25日前', 'quarter'],
  ['每季度', 'quarter'],
  ['每半年', 'half year'],
  ['每年12月10日前', 'year'],
  ['每年3月和9月各', 'year'],
  ['每周五前', 'week'],
  ['每两个月', '2 months'],
];
const ACTS = ['报送工作进展情况', '组织一次现场检查', '通报一次任务完成情况', '召开一次调度会议', '更新一次问题台账'];

/** A phase's duty may come back too. */
export const inPhases = (phases: Facts['phases']): PlanRecurring[] =>
  phases.flatMap(({ duties = [] }) =>
    duties
      .filter((duty) => duty.startsWith('定期'))
      .map((duty) => ({ what: duty.slice(2), every: 'periodic', who: null })),
  );

/** Duties that come back, and the measure in which they stand; in half of the plans. */
export function makeRecurring(
  seed: number,
  level: Place['level'],
): { recurring: PlanRecurring[]; measure: (readonly [title: string, text: string])[] } {
  const { chance, some } = random(seed * 7919 + 1);
  if (chance(0.5)) return { recurring: [], measure: [] };
  const who = GROUPS[level][0] ?? '各单位';
  const acts = some(ACTS, 2);
  const cycles = some(CYCLES, 2);
  const recurring = acts.map((what, at) => ({ what, every: cycles[at]?.[1] ?? '', who }));
  const said = acts.map((what, at) => `${who}${cycles[at]?.[0]}${what}。`);
  return { recurring, measure: [['加强调度通报', said.join('')]] };
}
