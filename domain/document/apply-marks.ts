import type { PlanFacts } from '../plan/types.ts';
import { isWithin, pointerKeys, pointerOf, valueAt, withValueAt } from './pointer.ts';
import { listUnits } from './list-units.ts';
import { renameUnit } from './rename-unit.ts';
import { withDefaults } from './with-defaults.ts';
import type { ReviewAnswer, ReviewEdit, ReviewMarks } from './review-types.ts';
import type { Question } from './types.ts';

/** The plan under review: entries keep the reader's numbers, so that anchors and questions still point right. */
export interface Working {
  plan: PlanFacts;
  removed: ReadonlySet<string>;
}

export interface Change {
  path: string;
  now: unknown;
}

/** An entry of one of the plan's lists, or of a list in an entry: what `now` null leaves out. */
const ENTRY = /^\/(phases|tasks|targets|bodies|recurring|safeguards|contacts)\/\d+(\/[a-zA-Z]+\/\d+)?$/;

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

/** Edits and answers that change something, in the order in which they were made. */
function changesOf(marks: ReviewMarks, questions: readonly Question[]): Change[] {
  const pathOf = new Map(questions.map(({ id, path }) => [id, path]));
  const answered = [...answersInForce(marks).values()].flatMap(({ n, questionId, sets, value }) => {
    const path = pathOf.get(questionId);
    return sets && path !== undefined ? [{ n, path, now: value }] : [];
  });
  return [...inForce(marks.edits), ...answered].sort((a, b) => a.n - b.n);
}

/** One change more. Undefined where its place doesn't exist. */
export function applyChange({ plan, removed }: Working, { path, now }: Change): Working | undefined {
  if (now === null && isEntry(path))
    return valueAt(plan, path) === undefined ? undefined : { plan, removed: new Set(removed).add(path) };
  if (isOfUnit(path) && typeof now === 'string' && pointerKeys(path)?.length === 2) {
    const renamed = renameUnit(plan, pointerKeys(path)?.[1] ?? '', now);
    return renamed && { plan: renamed, removed };
  }
  const place = placeOf(plan, path);
  const changed = place === undefined ? undefined : withValueAt(plan, place, now);
  if (changed === undefined) return undefined;
  return { plan: changed, removed: new Set([...removed].filter((one) => !isWithin(one, path))) };
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
  const changes = changesOf(marks, questions);
  const apply = (working: Working, change: Change): Working => {
    const after = applyChange(working, change);
    return after === undefined ? working : { ...after, plan: withDefaults(after.plan) };
  };
  const told = changes
    .filter(({ path }) => !isOfUnit(path))
    .reduce<Working>(apply, { plan: draft, removed: new Set() });
  const units = listUnits(draft, withoutRemoved(told));
  return changes
    .filter(({ path }) => isOfUnit(path))
    .reduce<Working>(apply, { ...told, plan: { ...told.plan, units } });
}

/** What an import would take: the plan without the entries that were left out. */
export const withoutRemoved = ({ plan, removed }: Working): PlanFacts => prune(plan, removed, '') as PlanFacts;

function prune(value: unknown, removed: ReadonlySet<string>, at: string): unknown {
  if (removed.size === 0 || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value))
    return value.flatMap((one, index) => {
      const place = `${at}/${index}`;
      return removed.has(place) ? [] : [prune(one, removed, place)];
    });
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, prune(inner, removed, `${at}${pointerOf(key)}`)]),
  );
}

/** A place in what an import would take, under the reader's numbers. */
export function placeInReview(pointer: string, { plan, removed }: Working): string {
  let place = '';
  for (const key of pointerKeys(pointer) ?? []) {
    const list = valueAt(plan, place);
    const kept = Array.isArray(list)
      ? list.map((_, index) => index).filter((at) => !removed.has(`${place}/${at}`))
      : [];
    place += pointerOf(Array.isArray(list) ? (kept[Number(key)] ?? key) : key);
  }
  return place;
}
