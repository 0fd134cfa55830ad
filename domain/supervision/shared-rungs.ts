import type { Reckoning } from './duties.ts';
import { rungsOf } from './rungs.ts';
import type { Duty, Part, PartSlot } from './types.ts';

/** rungsOf for the parts of one entity: those with the same deadline share its calendar work (thirty parts, two years). */
export function sharedRungs(by: Reckoning): (part: Part, duty: Duty) => PartSlot[] {
  const made = new Map<string, PartSlot[]>();
  return (part, duty) => {
    const { kind, cycle, seq, dueOn, dueAt, redAt, countFrom, openFrom, provisional } = duty;
    const like = [part.relation, part.title === undefined, kind, cycle, seq, dueOn, dueAt, redAt, countFrom, openFrom];
    const key = [...like, provisional].join('|');
    const rungs = made.get(key) ?? rungsOf(part, duty, by);
    made.set(key, rungs);
    return rungs.map((slot) => ({ ...slot, partId: part.id }));
  };
}
