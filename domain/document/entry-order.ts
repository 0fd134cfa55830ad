/** Lists whose entries persons may move; the others are sets. */
export type MovableList = 'tasks' | 'phases';

/** Numbers of all entries of a list as they stand one after another; a list that isn't in it stands as read. */
export type EntryOrder = Partial<Record<MovableList, readonly number[]>>;

const PLACE = /^\/(tasks|phases)\/(0|[1-9]\d{0,5})\/after$/;

/** The entry that `/tasks/5/after` moves; null for any other place. */
export function movedBy(path: string): { list: MovableList; at: number } | null {
  const [, list, at] = PLACE.exec(path) ?? [];
  return list === undefined ? null : { list: list as MovableList, at: Number(at) };
}

/** All numbers of a list of that length; an entry that came after the last move stands at the end. */
export function orderOf(order: EntryOrder, list: string, length: number): number[] {
  // A name from outside: `toString` is no list.
  const known = Object.hasOwn(order, list) ? order[list as MovableList] : undefined;
  const moved = (known ?? []).filter((at) => at < length);
  const placed = new Set(moved);
  return [...moved, ...Array.from({ length }, (_, at) => at).filter((at) => !placed.has(at))];
}

/** The entry behind which one stands; null for the first. */
export const entryBefore = (numbers: readonly number[], at: number): number | null =>
  numbers[numbers.indexOf(at) - 1] ?? null;

/** The entry behind another (null: first of all). Undefined where one of them isn't in the list. */
export function moveEntry(numbers: readonly number[], at: number, after: unknown): number[] | undefined {
  const others = numbers.filter((one) => one !== at);
  if (others.length === numbers.length) return undefined;
  if (after === null) return [at, ...others];
  const place = others.indexOf(after as number);
  return place === -1 ? undefined : others.toSpliced(place + 1, 0, at);
}
