import type { PlanFacts, PlanTask, PlanUnit, UnitKind, UnitRelation } from './types.ts';

/** Finds a unit by its name or an alias. */
export const unitFinder = (units: readonly PlanUnit[]): ((name: string) => PlanUnit | undefined) => {
  const byName = new Map<string, PlanUnit>();
  for (const unit of units) for (const name of [unit.name, ...unit.aliases]) byName.set(name, unit);
  return (name) => byName.get(name);
};

const RELATIONS: [RegExp, UnitRelation][] = [
  [/法院|[检檢]察院|[人央]行|人民[银銀]行|海[关關]|[监監]分局$/, 'independent'],
  [/大[学學]|[学學]院|公司$/, 'institution'],
];

/** Only where an import names no units: a first guess by the name's form, which the office then sees and mends. */
const relationOf = (name: string): UnitRelation => RELATIONS.find(([form]) => form.test(name))?.[1] ?? 'subordinate';

const kindOf = (name: string): UnitKind =>
  name.startsWith('各') ? 'group' : /([县縣区區]|.[^全]市|园区|園區)$/.test(name) ? 'county' : 'department';

const shortOf = (name: string): string => {
  const bare = name.length > 4 ? name.replace(/^(市委|[市县縣区區省])/, '') : name;
  return [...bare].slice(0, 4).join('');
};

const unitsOfTask = (task: PlanTask): string[] => [...task.leadUnits, ...task.responsibleUnits, ...task.otherUnits];

/** The units that a plan without a list of them names, in the order of their first mention. */
export function deriveUnits(facts: PlanFacts): PlanUnit[] {
  const host = facts.office.host === null ? [] : [facts.office.host];
  const named = [...facts.tasks.flatMap(unitsOfTask), ...facts.contacts.map((contact) => contact.unit), ...host];
  return [...new Set(named)].map((name) => ({
    name,
    short: shortOf(name),
    aliases: [],
    kind: kindOf(name),
    relation: relationOf(name),
  }));
}

/** Every reference by alias becomes the unit's name, and a unit stands once in a list. */
export function canonicalUnits(facts: PlanFacts): PlanFacts {
  const find = unitFinder(facts.units);
  const nameOf = (name: string): string => find(name)?.name ?? name;
  const list = (names: string[]): string[] => [...new Set(names.map(nameOf))];
  return {
    ...facts,
    office: { ...facts.office, host: facts.office.host === null ? null : nameOf(facts.office.host) },
    tasks: facts.tasks.map((task) => ({
      ...task,
      leadUnits: list(task.leadUnits),
      responsibleUnits: list(task.responsibleUnits),
      otherUnits: list(task.otherUnits),
    })),
    contacts: facts.contacts.map((contact) => ({ ...contact, unit: nameOf(contact.unit) })),
  };
}
