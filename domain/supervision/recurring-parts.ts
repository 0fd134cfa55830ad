import type { Policy } from '../plan/policy.ts';
import type { LocalDate, PlanFacts, PlanTask } from '../plan/types.ts';
import { expandUnits, membersOf, type UnitRow } from './expand-units.ts';
import type { PartSeed } from './new-part.ts';
import { isRecurringKind, recurringKind, RECURRING_KINDS } from './recurring-kinds.ts';

export interface RecurringOf {
  facts: Pick<PlanFacts, 'recurring' | 'units'>;
  tasks: readonly PlanTask[];
  units: UnitRow[];
  officeUnit: UnitRow;
  policy: Policy;
  /** From this day on; what was due before was another phase's, or nobody's. */
  from: LocalDate;
}

/**
 * The printed duties that come back, as parts of a phase: one a unit and duty, each period a report of its own.
 * What tasks report anyway makes none, and the policy can switch each kind off. Without a unit that can be
 * found the office owes it.
 */
export function recurringParts(of: RecurringOf): Omit<PartSeed, 'id'>[] {
  const { facts, policy, from } = of;
  const on: readonly string[] = policy.values.recurringDuties ?? RECURRING_KINDS;
  const seeds = new Map<string, Omit<PartSeed, 'id'>>();
  for (const printed of facts.recurring) {
    const kind = recurringKind(printed);
    if (!isRecurringKind(kind) || !on.includes(kind)) continue;
    const isNamed = !['week', 'month', 'quarter', 'half-year', 'year', 'three-years', 'meeting'].includes(kind);
    for (const unit of unitsOf(printed.who, of)) {
      // Two sentences of one plan that ask a unit for its year's summary ask once.
      const key = [unit.id, kind, isNamed ? '' : printed.what].join('|');
      if (!seeds.has(key))
        seeds.set(key, {
          unitId: unit.id,
          role: 'lead',
          relation: unit.relation,
          title: printed.what,
          recurs: { kind, from },
        });
    }
  }
  return [...seeds.values()];
}

const EVERY_UNIT = /^各(?:有关|相关|成员|责任|市直|牵头)*(?:单位|單位|部门|部門)/;
const KEY_TASKS = /重点任务|重點任務/;

function unitsOf(who: string | null, of: RecurringOf): UnitRow[] {
  const { tasks, units, officeUnit } = of;
  if (who === null) return [officeUnit];
  if (KEY_TASKS.test(who))
    return ofTasks(
      tasks.filter(({ key }) => key === true),
      of,
    );
  if (EVERY_UNIT.test(who))
    return ofTasks(
      tasks.filter(({ obligation }) => obligation !== 'optional'),
      of,
    );
  const name = namedUnit(who, of);
  return name === null ? [officeUnit] : membersOf(name, units, officeUnit);
}

function ofTasks(tasks: readonly PlanTask[], { units, officeUnit }: RecurringOf): UnitRow[] {
  const ids = new Set(tasks.flatMap((task) => expandUnits(task, units, officeUnit).map(({ unitId }) => unitId)));
  ids.delete(officeUnit.id);
  return units.filter(({ id }) => ids.has(id));
}

const SHORTEST = 3;

/** By name or alias; else by the one unit whose name begins with these words, or with whose name they begin. */
function namedUnit(who: string, { facts, units }: RecurringOf): string | null {
  const exact = facts.units.find(({ name, aliases }) => name === who || aliases.includes(who));
  if (exact) return exact.name;
  const near = units.filter(
    ({ name }) => (who.length >= SHORTEST && name.startsWith(who)) || (name.length >= SHORTEST && who.startsWith(name)),
  );
  return near.length === 1 ? (near[0]?.name ?? null) : null;
}
