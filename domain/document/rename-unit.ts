import type { PlanFacts } from '../plan/types.ts';

/**
 * A unit under another name: the printed one stays its alias, so that the tasks still find it. Where a unit of that
 * name is there already, both are one. Undefined for a unit that isn't there.
 */
export function renameUnit(plan: PlanFacts, from: string, to: string): PlanFacts | undefined {
  const unit = plan.units.find(({ name }) => name === from);
  if (!unit || to === '') return undefined;
  const other = plan.units.find((one) => one !== unit && (one.name === to || one.aliases.includes(to)));
  if (!other) return { ...plan, units: plan.units.map((one) => (one === unit ? named(unit, to) : one)) };
  const merged = { ...other, aliases: [...new Set([...other.aliases, unit.name, ...unit.aliases])] };
  return { ...plan, units: plan.units.flatMap((one) => (one === unit ? [] : [one === other ? merged : one])) };
}

const named = (unit: PlanFacts['units'][number], name: string): PlanFacts['units'][number] => ({
  ...unit,
  name,
  aliases: [...new Set([...unit.aliases, unit.name])].filter((alias) => alias !== name),
});
