import type { Instant } from '../plan/types.ts';
import { deadlineOf } from './deadline-of.ts';
import { withEvent } from './pending.ts';
import { partSlots, replacePart, settleSlots } from './settle.ts';
import { periodsOf } from './stands-for.ts';
import type { Duty, Part, SettledRungs, SupervisedState } from './types.ts';

/** So many of a part's overdue periods stand by themselves, the newest ones. */
const KEPT = 3;

/** Outcome of the rungs that were still held for a period when it was put with an older one. */
export const ABSORBED = '与更早一期逾期报送合并';

/**
 * A unit that doesn't report for two years owes 24 periods: all but the newest three become one, the oldest,
 * so that the state stays small. Only those whose rungs have all come due: each has its outcome on record
 * already, and one still held for the office ends here. The Event names the periods; one report files them all.
 */
export function absorbPeriods(state: SupervisedState, now: Instant): SupervisedState {
  const coming = new Set(state.slots.flatMap(partSlots).map(({ partId, duty, cycle }) => [partId, duty, cycle].join()));
  const found = state.parts.flatMap((part) => {
    const old = overdue(part, now)
      .slice(0, -KEPT)
      .filter(({ kind, cycle }) => !coming.has([part.id, kind, cycle].join()));
    return old.length > 1 ? [{ part, old }] : [];
  });
  if (found.length === 0) return state;
  let next = state;
  const settled: SettledRungs[] = [];
  for (const { part, old } of found) {
    for (const { kind, cycle } of old.slice(1)) {
      const done = settleSlots(next, { partId: part.id, duty: kind, cycle }, 'withdrawn', ABSORBED);
      next = done.state;
      settled.push(done.settled);
    }
    next = replacePart(next, part.id, (p) => ({ ...p, duties: asOne(p.duties, old) }));
  }
  return withEvent(next, {
    kind: 'periodsAbsorbed',
    actor: { id: 'system', name: '系统' },
    via: 'system',
    at: now,
    body: { parts: found.map(({ part, old }) => ({ partId: part.id, cycles: old.flatMap(periodsOf) })) },
    settled,
  });
}

/** Reports of periods past their time, oldest first; evidence for an inspection is of its own kind. */
const overdue = ({ duties }: Part, now: Instant): Duty[] =>
  duties
    .filter(
      (duty) =>
        duty.kind === 'report' &&
        duty.cycle !== 'inspection' &&
        duty.filedAt === undefined &&
        deadlineOf(duty).redAt <= now,
    )
    .toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));

function asOne(duties: Duty[], [first, ...later]: Duty[]): Duty[] {
  return duties.flatMap((duty) => {
    if (duty === first) return [{ ...duty, also: [...(duty.also ?? []), ...later.flatMap(periodsOf)] }];
    return later.includes(duty) ? [] : [duty];
  });
}
