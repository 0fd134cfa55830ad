import { arrange } from './arrange.ts';
import type { PlanFacts, PlanPhase, PlanUnit } from '../types.ts';
import { canonicalUnits, unitFinder } from '../units.ts';

/**
 * A new version in the terms of the old one: its units by the names that the office knows them by, with what
 * the office has entered about them (order, short name, aliases, kind, relation); proposed phases only where the old
 * one has none; the office and the contacts, which no published text settles, as they are.
 */
export function alignFacts(old: PlanFacts, now: PlanFacts): PlanFacts {
  const known = unitFinder(old.units);
  const units = now.units.map((unit): PlanUnit => {
    const same = [unit.name, ...unit.aliases].map(known).find((one) => one !== undefined);
    if (!same) return unit;
    const members = unit.members && unit.members.length > 0 ? unit.members : same.members;
    return { ...same, ...(members ? { members } : {}) };
  });
  // The new text may use a name that only the old plan's list explains.
  const named = { ...now, contacts: [], office: old.office, units: withAliases(units, now.units) };
  const tasks = canonicalUnits(named).tasks.map((task) => ({
    ...task,
    due: task.due ?? null,
  }));
  return {
    ...now,
    phases: printedPhases(old.phases, now.phases),
    tasks,
    units: listedUnits(old, once(units)),
    office: old.office,
    contacts: old.contacts,
  };
}

const withAliases = (units: PlanUnit[], printed: readonly PlanUnit[]): PlanUnit[] =>
  units.map((unit, at) => ({
    ...unit,
    aliases: [...unit.aliases, printed[at]?.name ?? unit.name, ...(printed[at]?.aliases ?? [])],
  }));

/** In the office's order; who is listed for the office or a group, which tasks needn't name, stays listed. */
function listedUnits(old: PlanFacts, now: PlanUnit[]): PlanUnit[] {
  const named = new Set([old.office.host, old.office.name, ...now.flatMap(({ members }) => members ?? [])]);
  const kept = old.units.filter(({ name }) => named.has(name) && !now.some((unit) => unit.name === name));
  const units = new Map([...now, ...kept].map((unit) => [unit.name, unit]));
  const names = (list: PlanUnit[]): string[] => list.map(({ name }) => name);
  return arrange(new Set(units.keys()), names(old.units), names(now)).flatMap((name) => units.get(name) ?? []);
}

const once = (units: PlanUnit[]): PlanUnit[] => [...new Map(units.map((unit) => [unit.name, unit])).values()];

/** What a reader proposes where nothing is printed is no change of the plan. */
function printedPhases(old: PlanPhase[], now: PlanPhase[]): PlanPhase[] {
  const proposed = now.length > 0 && now.every((phase) => phase.proposed);
  return proposed && old.every((phase) => phase.proposed) ? old : now;
}
