import type { PlanFacts, PlanPhase, PlanTarget, PlanTask, PlanUnit } from '../types.ts';
import { applyTask } from './apply-task.ts';
import { arrange, arranged, orderDiffers } from './arrange.ts';
import { PLAN_FIELDS } from './plan-fields.ts';
import { matchTargets } from './target-changes.ts';
import type { TaskMatch } from './types.ts';
import { UNIT_LISTS } from './unit-changes.ts';

export interface Amended {
  facts: PlanFacts;
  /** Where each of the tasks comes from: its place in the old version, or in the new one where it was added. */
  origins: TaskOrigin[];
}

export type TaskOrigin = { old: number } | { now: number };

/**
 * The old facts with those changes that were accepted, by id. All of them give the new version; which of them
 * go together is told by `planProblems` on what comes out. A unit that an accepted change names is listed.
 */
export function applyChanges(old: PlanFacts, now: PlanFacts, match: TaskMatch, accepted: ReadonlySet<string>): Amended {
  const { tasks, origins } = amendedTasks(old, now, match, accepted);
  const facts: PlanFacts = { ...old, tasks };
  for (const field of PLAN_FIELDS) if (accepted.has(`plan.${field}`)) Object.assign(facts, { [field]: now[field] });
  if (accepted.has('plan.period')) facts.period = now.period;
  facts.phases = amendedPhases(old.phases, now.phases, accepted);
  facts.targets = amendedTargets(old.targets, now.targets, accepted);
  facts.units = amendedUnits(old.units, now.units, tasks, accepted);
  facts.contacts = amendedContacts(old, facts, origins);
  return { facts, origins };
}

function amendedTasks(
  old: PlanFacts,
  now: PlanFacts,
  match: TaskMatch,
  accepted: ReadonlySet<string>,
): { tasks: PlanTask[]; origins: TaskOrigin[] } {
  const made = new Map<string, { task: PlanTask; origin: TaskOrigin }>();
  for (const pair of match.pairs) {
    const [from, to] = [old.tasks[pair.old], now.tasks[pair.now]];
    if (from && to) made.set(`o${pair.old}`, { task: applyTask(from, to, pair, accepted), origin: { old: pair.old } });
  }
  for (const { old: at } of match.removed) {
    const task = old.tasks[at];
    if (task && !accepted.has(`t${at}.removed`)) made.set(`o${at}`, { task, origin: { old: at } });
  }
  for (const { now: at } of match.added) {
    const task = now.tasks[at];
    if (task && accepted.has(`n${at}`)) made.set(`n${at}`, { task, origin: { now: at } });
  }
  const before = old.tasks.map((_, at) => `o${at}`);
  const byNow = new Map(match.pairs.map((pair) => [pair.now, `o${pair.old}`]));
  const after = now.tasks.map((_, at) => byNow.get(at) ?? `n${at}`);
  const newOrder = accepted.has('tasks.order') || !orderDiffers(before, after);
  const ordered = arranged(new Set(made.keys()), before, after, newOrder).flatMap((key) => made.get(key) ?? []);
  return { tasks: ordered.map(({ task }) => task), origins: ordered.map(({ origin }) => origin) };
}

function amendedPhases(old: PlanPhase[], now: PlanPhase[], accepted: ReadonlySet<string>): PlanPhase[] {
  const has = (kind: string, field: string): boolean => accepted.has(`phase.${kind}.${field}`);
  const made = new Map<string, PlanPhase>();
  for (const phase of old) {
    const is = now.find(({ kind }) => kind === phase.kind);
    if (!is && has(phase.kind, 'removed')) continue;
    made.set(phase.kind, is ? mixedPhase(phase, is, (field) => has(phase.kind, field)) : phase);
  }
  for (const phase of now)
    if (!old.some(({ kind }) => kind === phase.kind) && has(phase.kind, 'added')) made.set(phase.kind, phase);
  const kinds = (phases: PlanPhase[]): string[] => phases.map(({ kind }) => kind);
  return arranged(new Set(made.keys()), kinds(old), kinds(now), true).flatMap((kind) => made.get(kind) ?? []);
}

function mixedPhase(old: PlanPhase, now: PlanPhase, has: (field: string) => boolean): PlanPhase {
  const { start, end, proposed } = has('dates') ? now : old;
  return {
    kind: old.kind,
    name: has('name') ? now.name : old.name,
    duties: has('duties') ? now.duties : old.duties,
    start,
    end,
    ...(proposed === undefined ? {} : { proposed }),
  };
}

function amendedTargets(old: PlanTarget[], now: PlanTarget[], accepted: ReadonlySet<string>): PlanTarget[] {
  const pairs = matchTargets(old, now);
  const made = new Map<string, PlanTarget>();
  for (const [at, target] of old.entries()) {
    const is = now[pairs.get(at) ?? -1];
    if (is) made.set(`o${at}`, accepted.has(`g${at}`) ? is : target);
    else if (!accepted.has(`g${at}.removed`)) made.set(`o${at}`, target);
  }
  const taken = new Map([...pairs].map(([from, to]) => [to, `o${from}`]));
  for (const [at, target] of now.entries()) if (!taken.has(at) && accepted.has(`g+${at}`)) made.set(`n${at}`, target);
  const before = old.map((_, at) => `o${at}`);
  const after = now.map((_, at) => taken.get(at) ?? `n${at}`);
  const newOrder = accepted.has('targets.order') || !orderDiffers(before, after);
  return arranged(new Set(made.keys()), before, after, newOrder).flatMap((key) => made.get(key) ?? []);
}

function amendedUnits(old: PlanUnit[], now: PlanUnit[], tasks: PlanTask[], accepted: ReadonlySet<string>): PlanUnit[] {
  const named = new Set(tasks.flatMap((task) => UNIT_LISTS.flatMap((list) => task[list])));
  const made = new Map<string, PlanUnit>();
  for (const unit of old) {
    const is = now.find(({ name }) => name === unit.name);
    if (!is && accepted.has(`u-${unit.name}`)) continue;
    made.set(unit.name, is && accepted.has(`u.${unit.name}.members`) ? { ...unit, members: is.members ?? [] } : unit);
  }
  for (const unit of now)
    if (!old.some(({ name }) => name === unit.name) && (accepted.has(`u+${unit.name}`) || named.has(unit.name)))
      made.set(unit.name, unit);
  const names = (units: PlanUnit[]): string[] => units.map(({ name }) => name);
  return arrange(new Set(made.keys()), names(old), names(now)).flatMap((name) => made.get(name) ?? []);
}

/** Contacts follow their tasks to new numbers, and go with their unit. */
function amendedContacts(old: PlanFacts, { tasks, units }: PlanFacts, origins: TaskOrigin[]): PlanFacts['contacts'] {
  const names = new Set(units.flatMap(({ name, aliases }) => [name, ...aliases]));
  const numberOf = (no: string): string[] => {
    const at = origins.findIndex((origin) => 'old' in origin && old.tasks[origin.old]?.no === no);
    const now = tasks[at]?.no ?? null;
    return now === null ? [] : [now];
  };
  return old.contacts
    .filter(({ unit }) => names.has(unit))
    .map((contact) => (contact.tasks ? { ...contact, tasks: contact.tasks.flatMap(numberOf) } : contact));
}
