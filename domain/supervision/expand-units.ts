import type { PlanTask, UnitKind, UnitRelation } from '../plan/types.ts';
import type { PartSeed } from './new-part.ts';
import type { PartRole } from './types.ts';

export interface UnitRow {
  id: string;
  name: string;
  kind: UnitKind;
  relation: UnitRelation;
  /** Names of a group's members. */
  members: string[];
}

/**
 * A task's units as parts, frozen at the start. A group becomes a part for each member, or one of the office
 * until its members are entered. Without a lead unit the first responsible one leads by convention, marked;
 * without any unit there are no parts, and the office assigns.
 */
export function expandUnits(task: PlanTask, units: UnitRow[], office: UnitRow): PartSeed[] {
  const assumed = task.leadUnits.length === 0;
  const [firstResponsible, ...otherResponsible] = task.responsibleUnits;
  const leads = assumed ? (firstResponsible === undefined ? [] : [firstResponsible]) : task.leadUnits;
  const responsible = assumed ? otherResponsible : task.responsibleUnits;

  const seeds: Omit<PartSeed, 'id'>[] = [];
  const add = (name: string, role: PartRole, assumedLead: boolean): void => {
    for (const unit of membersOf(name, units, office)) {
      if (seeds.some(({ unitId }) => unitId === unit.id)) continue;
      // By convention one leads: of a group, its first member.
      const follows = assumedLead && seeds.length > 0;
      seeds.push({
        unitId: unit.id,
        role: follows ? 'responsible' : role,
        relation: unit.relation,
        ...(assumedLead && !follows ? { assumedLead } : {}),
      });
    }
  };
  for (const name of leads) add(name, 'lead', assumed);
  for (const name of responsible) add(name, 'responsible', false);
  return seeds.map((seed, index) => ({ ...seed, id: `p${index + 1}` }));
}

/** The units behind a name: a group's members, or the office where there are none yet. */
export function membersOf(name: string, units: UnitRow[], office: UnitRow): UnitRow[] {
  const unit = units.find((one) => one.name === name);
  if (!unit) return [office];
  if (unit.kind !== 'group') return [unit];
  const known = unit.members.flatMap((member) => units.find((one) => one.name === member) ?? []);
  return known.length > 0 ? known : [office];
}
