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

/** A few targets of the subject, all with a figure; `by` is the horizon of the goals section. */
export function makeTargets(random: Random, { targets }: Subject, by: string | null): PlanTarget[] {
  return random.some(targets, random.between(3, 6)).map((line) => {
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
}
