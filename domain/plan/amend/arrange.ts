/**
 * Items in the order of `primary`; those that only `secondary` knows stand behind their neighbour there. With
 * the items being just `primary`'s, that is `primary`.
 */
export function arrange<T>(items: ReadonlySet<T>, primary: readonly T[], secondary: readonly T[]): T[] {
  const placed = primary.filter((item) => items.has(item));
  for (const [at, item] of secondary.entries()) {
    if (!items.has(item) || placed.includes(item)) continue;
    const before = secondary.slice(0, at).findLast((one) => placed.includes(one));
    placed.splice(before === undefined ? 0 : placed.indexOf(before) + 1, 0, item);
  }
  return placed;
}

/** Do those that stand in both lists stand in another order? */
export function orderDiffers<T>(old: readonly T[], now: readonly T[]): boolean {
  const kept = now.filter((item) => old.includes(item));
  return old.filter((item) => now.includes(item)).some((item, at) => item !== kept[at]);
}

/** Old order where the new one was declined, else the new one. */
export const arranged = <T>(items: ReadonlySet<T>, old: readonly T[], now: readonly T[], newOrder: boolean): T[] =>
  newOrder ? arrange(items, now, old) : arrange(items, old, now);
