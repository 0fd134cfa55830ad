import type { PlanTarget } from '../../../../../domain/plan/types.ts';
import type { Random } from '../random.ts';
import type { Subject } from './subjects.ts';

const WAYS = ['ratio', 'level', 'count', 'limit'] as const;
type Way = (typeof WAYS)[number];

const COMPARATORS: Readonly<Record<Way, readonly NonNullable<PlanTarget['comparator']>[]>> = {
  ratio: ['>=', '>=', '>='],
  level: ['>=', '>=', '>'],
  count: ['>=', '=', '=', '>'],
  limit: ['<='],
};

const scopeOf = (way: Way, unit: string): PlanTarget['scope'] =>
  unit === '%' || way === 'limit' ? null : way === 'count' ? 'period' : 'cumulative';

function valueOf({ between, chance }: Random, low: number, high: number): number {
  const value = between(low, high);
  if (value < 20 && chance(0.25)) return Number((value + between(1, 9) / 10).toFixed(1));
  return value > 400 && chance(0.8) ? Math.round(value / 50) * 50 : value;
}

const FOSTERED = ['省级示范单位|个', '市级示范点|个', '行业骨干企业|家', '样板项目|个'];
const YEARLY = ['业务骨干培训|人次', '现场观摩活动|次', '政策宣讲活动|场次'];

/** 培育2—3个…: a range, its name after it. */
function fostered({ pick, between }: Random, by: string | null): PlanTarget {
  const [name = '', unit = ''] = pick(FOSTERED).split('|');
  const value = between(1, 8);
  const max = value + between(1, 4);
  return { name, comparator: 'range', value, max, unit, baseline: null, per: null, by, scope: 'period' };
}

/** 每年…不少于: counted anew each year. */
function yearly({ pick, between }: Random): PlanTarget {
  const [name = '', unit = ''] = pick(YEARLY).split('|');
  const value = between(2, 30) * 10;
  return { name, comparator: '>=', value, max: null, unit, baseline: null, per: 'year', by: null, scope: 'year' };
}

/** A few targets of the subject, all with a figure; `by` is the horizon of the goals section. */
export function makeTargets(random: Random, { targets }: Subject, by: string | null): PlanTarget[] {
  const special = random.chance(0.3) ? [random.chance(0.5) ? fostered(random, by) : yearly(random)] : [];
  const usual = random.some(targets, random.between(3, 6)).map((line): PlanTarget => {
    const [name = '', unit = '', low = '1', high = '9', printed] = line.split('|');
    const way = WAYS.find((known) => known === printed) ?? 'count';
    const value = valueOf(random, Number(low), Number(high));
    return {
      name,
      comparator: random.pick(COMPARATORS[way]),
      value: unit === '%' ? Math.min(value, 100) : value,
      max: null,
      unit,
      baseline: null,
      per: null,
      by,
      scope: scopeOf(way, unit),
    };
  });
  return [...usual, ...special];
}
