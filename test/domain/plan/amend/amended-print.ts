import fc from 'fast-check';
import { reviewOf } from '../../../../domain/document/review.ts';
import { readPlan } from '../../../../domain/document/read-plan.ts';
import { parseVersion } from '../../../../domain/plan/amend/parse-version.ts';
import type { PlanFacts } from '../../../../domain/plan/types.ts';
import { makeWorld } from '../../document/fictional/facts/world.ts';
import { printDocument } from '../../document/fictional/print/document.ts';
import { toSource } from '../../document/fictional/source.ts';
import type { Facts } from '../../document/fictional/types.ts';

type Task = Facts['tasks'][number];

const ACTS = [
  'drop',
  'add',
  'move',
  'reword',
  'split',
  'merge',
  'unit-in',
  'unit-out',
  'due',
  'phase',
  'swap',
] as const;

/** One edit of a plan by its authors: what, and two numbers that say where. */
const anyEdit = fc.record({ act: fc.constantFrom(...ACTS), at: fc.nat(999), to: fc.nat(999) });
type Edit = typeof anyEdit extends fc.Arbitrary<infer T> ? T : never;

/** The seed of a fictional plan and what its authors do to it. */
export const anyRevision = fc.record({
  seed: fc.integer({ min: 1, max: 100_000 }),
  edits: fc.array(anyEdit, { minLength: 1, maxLength: 6 }),
});

/** A fictional plan as printed and read, before and after its revision; null where a reading is no valid plan. */
export function readRevision({
  seed,
  edits,
}: {
  seed: number;
  edits: Edit[];
}): { old: PlanFacts; version: PlanFacts } | null {
  const world = makeWorld(seed);
  const old = readBack(printDocument(world));
  // The same random numbers again, so that only what was edited is printed otherwise.
  const again = makeWorld(seed);
  const version = readBack(printDocument({ ...again, facts: edits.reduce(edited, again.facts) }));
  return old && version && { old, version };
}

function readBack(text: string): PlanFacts | null {
  const reading = readPlan(toSource(text, 'txt'));
  if (reading.kind !== 'plan') return null;
  const parsed = parseVersion(reviewOf(reading, { edits: [], answers: [] }).facts);
  return parsed.ok ? parsed.facts : null;
}

function edited(facts: Facts, { act, at, to }: Edit): Facts {
  const { tasks } = facts;
  const place = at % tasks.length;
  const other = to % tasks.length;
  const task = tasks[place] as Task;
  const put = (...instead: Task[]): Facts => ({ ...facts, tasks: tasks.toSpliced(place, 1, ...instead) });
  const ownNumber = (title: string): Task => ({ ...task, title });
  switch (act) {
    case 'drop':
      return tasks.length > 3 ? put() : facts;
    case 'add':
      return put(task, ownNumber('开展跨区域交流互访'));
    case 'move':
      return { ...facts, tasks: tasks.toSpliced(place, 1).toSpliced(other, 0, task) };
    case 'swap':
      return put({
        ...task,
        leadUnits: [...task.leadUnits].reverse(),
        responsibleUnits: [...task.responsibleUnits].reverse(),
      });
    case 'reword':
      return put(ownNumber(`持续${task.title}`));
    case 'split':
      return put(ownNumber(`${task.title}建设`), ownNumber(`${task.title}评估`));
    case 'merge':
      return place === other
        ? facts
        : {
            ...put(ownNumber(`${task.title}和${tasks[other]?.title ?? ''}`)),
            tasks: put(ownNumber(`${task.title}和${tasks[other]?.title ?? ''}`)).tasks.filter((_, n) => n !== other),
          };
    case 'unit-in': {
      const known = tasks[other]?.responsibleUnits ?? [];
      return put({ ...task, responsibleUnits: [...new Set([...task.responsibleUnits, ...known])] });
    }
    case 'unit-out':
      return put({ ...task, responsibleUnits: task.responsibleUnits.slice(1) });
    case 'due':
      return task.due ? put({ ...task, due: tasks[other]?.due ?? task.due }) : facts;
    case 'phase':
      return { ...facts, phases: facts.phases.slice(0, Math.max(1, facts.phases.length - (to % 2))) };
  }
}
