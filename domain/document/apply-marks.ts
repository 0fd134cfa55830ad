import type { PlanFacts, PlanTask } from '../plan/types.ts';
import { moveEntry, movedBy, orderOf, type EntryOrder } from './entry-order.ts';
import { isWithin, pointerKeys, pointerOf, valueAt, withValueAt } from './pointer.ts';
import { listUnits } from './list-units.ts';
import { renameUnit } from './rename-unit.ts';
import { withDefaults } from './with-defaults.ts';
import type { ReviewAnswer, ReviewEdit, ReviewMarks } from './review-types.ts';
import { standOnce } from './stand-once.ts';
import type { Question, Span } from './types.ts';

/** The plan under review: entries keep the reader's numbers, so that anchors and questions still point right. */
export interface Working {
  plan: PlanFacts;
  removed: ReadonlySet<string>;
  order: EntryOrder;
}

export interface Change {
  path: string;
  now: unknown;
  /** Where an added entry stands in the text. */
  anchor?: Span;
  /** The entry of which an added one was split. */
  from?: string;
}

/** An entry of one of the plan's lists, or of a list in an entry: what `now` null leaves out. */
const ENTRY = /^\/(phases|tasks|targets|bodies|recurring|safeguards|contacts)\/\d+(\/[a-zA-Z]+\/\d+)?$/;

const OWNERS = /^\/tasks\/(\d+)\/(?:lead|responsible|other)Units/;

export const isEntry = (path: string): boolean => ENTRY.test(path);
/** A unit is named rather than numbered (`/units/市科技局/short`): its place in the list follows from the tasks. */
const isOfUnit = (path: string): boolean => path.startsWith('/units/');

export const inForce = <T extends { undone?: unknown }>(marks: readonly T[]): T[] =>
  marks.filter(({ undone }) => undone === undefined);

/** The last answer to each question that wasn't taken back. */
export const answersInForce = ({ answers }: ReviewMarks): Map<string, ReviewAnswer> =>
  new Map(inForce(answers).map((answer) => [answer.questionId, answer]));

/** The last edit of each place that wasn't taken back. */
export const editsInForce = ({ edits }: ReviewMarks): ReviewEdit[] => [
  ...new Map(inForce(edits).map((edit) => [edit.path, edit])).values(),
];

/** An entry whose adding was taken back keeps its number, so that later ones keep theirs. */
function heldPlaces(draft: PlanFacts, { edits }: ReviewMarks): (Change & { n: number })[] {
  const standing = new Set(inForce(edits).map(({ path }) => path));
  return edits
    .filter(
      ({ path, now, undone }) =>
        undone !== undefined &&
        now !== null &&
        isEntry(path) &&
        !standing.has(path) &&
        valueAt(draft, path) === undefined,
    )
    .flatMap(({ n, path, now }) => [
      { n, path, now },
      { n, path, now: null },
    ]);
}

/** Edits and answers that change something, in the order in which they were made. */
function changesOf(draft: PlanFacts, marks: ReviewMarks, questions: readonly Question[]): Change[] {
  const pathOf = new Map(questions.map(({ id, path }) => [id, path]));
  const answered = [...answersInForce(marks).values()].flatMap(({ n, questionId, sets, value }) => {
    const path = pathOf.get(questionId);
    return sets && path !== undefined ? [{ n, path, now: value }] : [];
  });
  return [...inForce(marks.edits), ...answered, ...heldPlaces(draft, marks)].sort((a, b) => a.n - b.n);
}

/** One change more. Undefined where its place doesn't exist. */
export function applyChange(working: Working, { path, now }: Change): Working | undefined {
  const { plan, removed, order } = working;
  if (now === null && isEntry(path))
    return valueAt(plan, path) === undefined ? undefined : { ...working, removed: new Set(removed).add(path) };
  const move = movedBy(path);
  if (move !== null) {
    const numbers = moveEntry(orderOf(order, move.list, plan[move.list].length), move.at, now);
    return numbers && { ...working, order: { ...order, [move.list]: numbers } };
  }
  if (isOfUnit(path) && typeof now === 'string' && pointerKeys(path)?.length === 2) {
    const renamed = renameUnit(plan, pointerKeys(path)?.[1] ?? '', now);
    return renamed && { ...working, plan: renamed };
  }
  const place = placeOf(plan, path);
  const changed = place === undefined ? undefined : withValueAt(plan, place, now);
  if (changed === undefined) return undefined;
  return {
    plan: changed,
    removed: new Set([...removed].filter((one) => !isWithin(one, path))),
    // Another list has other entries.
    order: path === '/tasks' || path === '/phases' ? { ...order, [path.slice(1)]: [] } : order,
  };
}

/** Where a path leads in the plan as it stands; undefined for a unit that isn't in it, and for the list, which follows from the tasks. */
export function placeOf(plan: PlanFacts, path: string): string | undefined {
  if (path === '/units') return undefined;
  if (!isOfUnit(path)) return path;
  const [, name = '', ...rest] = pointerKeys(path) ?? [];
  const at = plan.units.findIndex((unit) => unit.name === name || unit.aliases.includes(name));
  return at === -1 ? undefined : pointerOf('units', at, ...rest);
}

/** The draft with everything that persons said of it. What names no place any more is passed over. */
export function applyMarks(draft: PlanFacts, marks: ReviewMarks, questions: readonly Question[]): Working {
  const changes = changesOf(draft, marks, questions);
  const apply = (working: Working, change: Change): Working => {
    const after = applyChange(working, change);
    return after === undefined ? working : { ...after, plan: withDefaults(after.plan) };
  };
  const said = changes
    .filter(({ path }) => !isOfUnit(path))
    .reduce<Working>(apply, { plan: draft, removed: new Set(), order: {} });
  const told = { ...said, plan: { ...said.plan, tasks: ownedOnce(said.plan.tasks, changes) } };
  const units = listUnits(draft, withoutRemoved(told));
  return changes
    .filter(({ path }) => isOfUnit(path))
    .reduce<Working>(apply, { ...told, plan: { ...told.plan, units } });
}

/** Where persons said who owns a task, a unit stands in it once; what they left alone stays as printed. */
function ownedOnce(tasks: PlanTask[], changes: readonly Change[]): PlanTask[] {
  const touched = new Set(changes.flatMap(({ path }) => OWNERS.exec(path)?.[1] ?? []));
  return tasks.map((task, at) => (touched.has(String(at)) ? standOnce(task) : task));
}

/** What an import would take: the plan in its order, without the entries that were left out. */
export const withoutRemoved = (working: Working): PlanFacts => prune(working.plan, working, '') as PlanFacts;

/** Numbers of the entries that a list keeps, one after another. */
const keptIn = ({ removed, order }: Working, place: string, { length }: readonly unknown[]): number[] =>
  orderOf(order, place.slice(1), length).filter((at) => !removed.has(`${place}/${at}`));

function prune(value: unknown, working: Working, place: string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value))
    return keptIn(working, place, value).map((at) => prune(value[at], working, `${place}/${at}`));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, prune(inner, working, `${place}${pointerOf(key)}`)]),
  );
}

/** A place in what an import would take, under the reader's numbers. */
export function placeInReview(pointer: string, working: Working): string {
  let place = '';
  for (const key of pointerKeys(pointer) ?? []) {
    const list = valueAt(working.plan, place);
    const kept = Array.isArray(list) ? keptIn(working, place, list) : [];
    place += pointerOf(Array.isArray(list) ? (kept[Number(key)] ?? key) : key);
  }
  return place;
}
