import type { LocalDate } from '../plan/types.ts';
import { dutiesOf, type Reckoning } from './duties.ts';
import { mayReopen } from './filings.ts';
import { metDuty } from './met-duty.ts';
import type { Duty, Part, SupervisedState } from './types.ts';

export interface OwedDuties {
  /** What the part's state holds from now on: open duties, and filed ones until their due instant has passed. */
  owed: Duty[];
  /** Reports of periods that ended before the plan was taken over (在途接管): nobody's debt. */
  beforeStart: Duty[];
}

/** What one part owes now, given what it was known to owe and what it has filed. */
export function owedDuties(state: SupervisedState, part: Part, until: LocalDate, by: Reckoning): OwedDuties {
  if (part.completion === 'accepted') return { owed: [], beforeStart: [] };
  const all = dutiesOf(state, part, until, by);
  const begun = all.filter((duty) => hasBegun(state, part, duty, by));
  const owed = begun.map((duty) => metDuty(part, withKnown(part, duty, by)));
  // Open, or soon perhaps again, but no longer in the plan of duties (a past phase's report): it stays as it is.
  const others = part.duties.filter(
    (known) => (known.filedAt === undefined || mayReopen(part, known)) && !begun.some((duty) => sameDuty(known, duty)),
  );
  const newest = newestReport([...others, ...owed]);
  return {
    // The newest report stays as the mark up to which periods were asked for; other filed ones would only grow the state.
    owed: [...others, ...owed].filter(
      (duty) => duty.filedAt === undefined || duty.dueAt > by.now || duty.cycle === newest || mayReopen(part, duty),
    ),
    beforeStart:
      state.scheduledSeq === 0 ? all.filter((duty) => duty.kind === 'report' && duty.dueAt <= state.startedAt) : [],
  };
}

/** A period that was over before its part was first asked (taken over, assigned, opted in, phase opened late) is not owed. */
function hasBegun(state: SupervisedState, part: Part, duty: Duty, { now }: Reckoning): boolean {
  if (duty.kind !== 'report') return true;
  if (duty.dueAt <= state.startedAt) return false;
  const isKnown = part.duties.some((known) => sameDuty(known, duty));
  // Fell due while the task was put off.
  if (!isKnown && state.resumedAt !== undefined && duty.dueAt <= state.resumedAt) return false;
  if (duty.cycle === 'inspection' || isKnown) return true;
  const newest = newestReport(part.duties);
  // Not known and not newer than what is: filed long ago. Newer, though past: nobody reckoned during an outage.
  if (newest !== null) return duty.cycle > newest;
  return state.scheduledSeq === 0 || duty.dueAt > now;
}

/** `2026Q4`, `2026-12` and `inspection` sort by time as text. */
const newestReport = (duties: Duty[]): string | null =>
  duties.reduce<string | null>(
    (newest, { kind, cycle }) => (kind === 'report' && (newest === null || cycle > newest) ? cycle : newest),
    null,
  );

export const sameDuty = (a: Duty, b: Duty): boolean => a.kind === b.kind && a.cycle === b.cycle;

/** What was filed stays filed; a deadline that didn't change keeps its sequence, and with it the rungs already sent. */
function withKnown(part: Part, duty: Duty, { now }: Reckoning): Duty {
  const known = part.duties.find((one) => sameDuty(one, duty));
  if (!known) return duty;
  const isSame = known.dueOn === duty.dueOn || known.filedAt !== undefined;
  return {
    ...duty,
    seq: isSame ? known.seq : duty.seq,
    also: known.also,
    openFrom: known.openFrom <= now ? known.openFrom : duty.openFrom,
    ...(known.filedAt === undefined ? {} : { filedAt: known.filedAt, late: known.late ?? false }),
  };
}
