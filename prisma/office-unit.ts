import type { PlanFacts, UnitKind, UnitRelation } from '../domain/plan/types.ts';
import type { UnitRow } from '../domain/supervision/expand-units.ts';
import type { Db } from './client.ts';

/** The office is a unit of its own: it owes the phases' own duties and what has no owner yet. */
export const officeUnitId = (planId: string): string => `${planId}-office`;

export async function unitRows(db: Db, planId: string): Promise<UnitRow[]> {
  const rows = await db.unit.findMany({ where: { planId }, orderBy: { ordinal: 'asc' } });
  return rows.map(({ id, name, kind, relation, members }) => ({
    id,
    name,
    kind: kind as UnitKind,
    relation: relation as UnitRelation,
    members,
  }));
}

/** As a later version of the plan means them: the name of a unit that was merged is the one that it became part of. */
export async function presentUnits(db: Db, planId: string): Promise<UnitRow[]> {
  const [rows, merged] = await Promise.all([
    unitRows(db, planId),
    db.unit.findMany({ where: { planId, mergedInto: { not: null } }, select: { id: true, mergedInto: true } }),
  ]);
  const successor = (row: UnitRow): UnitRow => {
    const into = merged.find(({ id }) => id === row.id)?.mergedInto;
    const next = rows.find(({ id }) => id === into);
    return next ? successor(next) : row;
  };
  return rows.map((row) => ({ ...successor(row), name: row.name }));
}

export function officeOf(units: UnitRow[], facts: PlanFacts): UnitRow {
  const office = units.find(({ name }) => name === facts.office.name);
  if (!office) throw new Error('the plan has no office unit');
  return office;
}
