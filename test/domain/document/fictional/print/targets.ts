import type { PlanTarget } from '../../../../../domain/plan/types.ts';
import type { Layout } from '../layout.ts';
import type { Random } from '../random.ts';
import { inChinese } from './dates.ts';

const isLevel = ({ unit, scope }: PlanTarget) => unit === '%' || scope === 'cumulative';

/** 95% → sometimes 百分之九十五, as older plans print it. */
function figure({ chance }: Random, { value, unit }: PlanTarget): string {
  const whole = value !== null && Number.isInteger(value) && value < 100;
  return unit === '%' && whole && chance(0.15) ? `百分之${inChinese(value)}` : `${value}${unit}`;
}

/** One target as a clause without its mark at the end. */
export function printTarget(random: Random, target: PlanTarget): string {
  const { name, comparator } = target;
  const { pick } = random;
  if (comparator === 'range') return `培育${target.value}${pick(['—', '-', '至'])}${target.max}${target.unit}${name}`;
  if (target.per === 'year') return `每年${name}不少于${target.value}${target.unit}`;
  const how = figure(random, target);
  const after = how.startsWith('百分') ? '' : '以上';
  if (comparator === '>') return `${name}${pick(['突破', '超过'])}${how}`;
  if (comparator === '<=') return pick([`${name}控制在${how}以内`, `${name}不超过${how}`, `${name}控制在${how}以下`]);
  if (comparator === '=') return `${name}${how}`;
  const rising = isLevel(target)
    ? [
        `${name}达到${how}${after}`,
        `${name}达到${how}`,
        `${name}不低于${how}`,
        `${name}达${how}${after}`,
        `力争${name}达到${how}`,
      ]
    : [`${name}${how}${after || '以上'}`, `${name}不少于${how}`, `${name}达到${how}${after}`];
  return pick(rising);
}

const SIGN: Readonly<Record<string, string>> = { '>=': '≥', '>': '>', '<=': '≤', '=': '' };

/** The goals section without its heading, paragraph by paragraph. */
export function printGoals(random: Random, targets: readonly PlanTarget[], layout: Layout): string[] {
  const by = targets[0]?.by ?? null;
  const clauses = targets.map((target) => printTarget(random, target));
  const lead = by === null ? '通过努力' : `到${by}年`;
  switch (layout.targets) {
    case 'sentence':
      return [
        `${lead},工作体系更加完善,整体水平明显提升。${by === null ? '' : `到${by}年底,`}${clauses.join(random.pick([',', ';']))}。`,
      ];
    case 'list':
      return [
        `${lead},实现以下目标:`,
        ...clauses.map((clause, index) => `${index + 1}.${clause}${index + 1 < clauses.length ? ';' : '。'}`),
      ];
    case 'dashes':
      return [
        `${lead},主要达到以下目标:`,
        ...clauses.map(
          (clause) => `——${random.pick(['工作成效更加明显', '基础条件持续改善', '质量水平稳步提高'])}。${clause}。`,
        ),
      ];
    case 'table':
      return [
        `${lead},主要指标见下表:`,
        ['序号', '指标名称', '单位', '目标值'].join('\t'),
        ...targets.map(({ name, unit, value, max, comparator, per }, index) =>
          [
            index + 1,
            name,
            unit,
            `${per === 'year' ? '每年' : ''}${SIGN[comparator ?? '='] ?? ''}${value}${max === null ? '' : `—${max}`}`,
          ].join('\t'),
        ),
      ];
    case 'in-tasks':
    case 'absent':
      return [`${lead},各项任务全面完成,长效机制基本形成,群众获得感明显增强。`];
  }
}
