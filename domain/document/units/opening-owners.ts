import type { Span } from '../types.ts';
import { labelledOwners, verbOwners, type Owner } from './owner-list.ts';
import { isUnitName } from './unit-name.ts';

/** Behind the task's name its first sentence begins with 由. */
const OPENING = /^[^。\n]{2,60}(?:[。:]|\n)\s{0,6}由([^。;\n]{2,200})/;
const WITH = /^,?会同([^,。;]{2,80}?)(?=对(?!外)|研究|制定|提出|组织|开展|负责|抓|,|$)/;

const shifted = (owner: Owner, by: number): Owner => ({ ...owner, start: owner.start + by, end: owner.end + by });

/**
 * `(一)清理收费。由市X局牵头,市Y局、市Z局配合,对现有收费逐项清理。`: who does the task, said before what is done. Only in
 * the task's first sentence: a later one speaks of a part of it.
 */
export function openingOwners(text: string): { owners: Owner[]; spans: Span[] } {
  const found = OPENING.exec(text);
  const said = found?.[1];
  if (!found || said === undefined) return { owners: [], spans: [] };
  const from = found.index + found[0].length - said.length;
  const ends = [...said.matchAll(/,|$/g)].map(({ index }) => index);
  const isKnown = (owner: Owner): boolean => isUnitName(said.slice(owner.start, owner.end));
  let read: Owner[] = [];
  let end = 0;
  for (const stop of ends) {
    const owners = verbOwners(said.slice(0, stop));
    if (owners.length > read.length && owners.every(isKnown)) [read, end] = [owners, stop];
  }
  if (read.length === 0) return { owners: [], spans: [] };
  const joined = WITH.exec(said.slice(end));
  const names = joined?.[1] ?? '';
  const at = end + (joined?.[0].length ?? 0) - names.length;
  const others = labelledOwners(names, 'responsible').map((owner) => shifted(owner, at));
  const owners = others.every(isKnown) ? [...read, ...others] : read;
  return {
    owners: owners.map((owner) => shifted(owner, from)),
    spans: [{ start: from - 1, end: from + end }],
  };
}
