import type { Random } from '../random.ts';
import type { Facts } from '../types.ts';
import { byDays, month, phaseMonths } from './years.ts';

const NAMES = [
  ['动员部署阶段', '组织实施阶段', '总结验收阶段'],
  ['宣传发动阶段', '集中整治阶段', '巩固提升阶段'],
  ['准备阶段', '实施阶段', '评估阶段'],
  ['调查摸底阶段', '全面推进阶段', '检查考核阶段'],
  ['启动部署阶段', '自查自纠阶段', '重点督查阶段', '总结提高阶段'],
  ['学习宣传阶段', '全面建设阶段', '完善提高阶段', '迎接验收阶段'],
  ['试点先行', '全面铺开', '深化拓展'],
  ['部署启动', '整改落实', '考评总结'],
];
const FIRST = [
  '召开动员大会',
  '制定具体实施方案',
  '成立工作专班',
  '开展全面摸底排查',
  '层层分解目标任务',
  '利用各类媒体广泛宣传',
];
const MIDDLE = [
  '逐项落实各项工作措施',
  '对排查出的问题限期整改',
  '组织开展专项督导检查',
  '定期调度工作进展',
  '推广典型经验做法',
  '建立健全问题台账',
];
const LAST = [
  '组织开展检查验收',
  '全面总结工作经验',
  '对先进单位给予通报表扬',
  '完善长效管理机制',
  '形成书面总结报告',
  '迎接上级考核评估',
];

type Phase = Facts['phases'][number];

const dutiesAt = ({ some, between }: Random, index: number, count: number): string[] =>
  some(index === 0 ? FIRST : index === count - 1 ? LAST : MIDDLE, between(2, 3));

function windows(
  random: Random,
  year: number,
  from: number,
  count: number,
): { start: string | null; end: string | null }[] {
  const { between, chance } = random;
  if (count === 3 && from === 1 && chance(0.5))
    return [month(year, 1), month(year, 7), month(year, 10)].map((start, index) => ({
      start,
      end: month(year, [6, 9, 12][index] ?? 12),
    }));
  if (count === 3 && chance(0.1))
    return [0, 1, 2].map((later) => ({ start: month(year + later, 1), end: month(year + later, 12) }));
  const months = phaseMonths(random, year, from, count);
  if (chance(0.3)) return months.map(byDays);
  const open: { start: string | null; end: string | null }[] = months;
  if (chance(0.1)) open[0] = { start: null, end: months[0]?.end ?? null };
  if (chance(0.1)) open[count - 1] = { start: months[count - 1]?.start ?? null, end: null };
  return between(0, 1) === 0 ? months : open;
}

/** Three or four phases one after the other, from the month of issue. */
export function makePhases(random: Random, year: number, from: number): Phase[] {
  const names = random.pick(NAMES);
  const dated = windows(random, year, from, names.length);
  return names.map((name, index) => ({
    name,
    start: dated[index]?.start ?? null,
    end: dated[index]?.end ?? null,
    duties: dutiesAt(random, index, names.length),
  }));
}
