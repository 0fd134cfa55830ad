import { localDateOf } from '../calendar/local-time.ts';
import type { Calendar } from '../calendar/types.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import type { Instant, LocalDate } from '../plan/types.ts';
import type { SupervisedState } from './types.ts';
import { deadlineOf } from './deadline-of.ts';

/** One thing that a unit was asked to sign for and hasn't. */
export interface Unsigned {
  entityId: string;
  partId: string;
  unitId: string;
  no: string | null;
  title: string;
  /** When it was first asked for. */
  askedOn: LocalDate;
  dueOn: LocalDate;
  /** Working days since it was asked, and since red began (0: not yet). */
  waitingWorkingDays: number;
  overdueWorkingDays: number;
  disputed: boolean;
}

/** What nobody has signed for at `now`, the longest wait first, else as the states come. A duty that isn't asked for yet is owed by nobody. */
export function unsigned(
  states: readonly SupervisedState[],
  { calendar, zone, now }: { calendar: Calendar; zone: string; now: Instant },
): Unsigned[] {
  const today = localDateOf(now, zone);
  return states
    .filter(({ status }) => status === 'open')
    .flatMap((state) =>
      state.parts.flatMap((part) =>
        part.duties
          .filter(({ kind, filedAt, openFrom }) => kind === 'receipt' && filedAt === undefined && openFrom <= now)
          .map((duty): Unsigned => {
            const { openFrom, dueOn } = duty;
            const { redAt } = deadlineOf(duty);
            const askedOn = localDateOf(openFrom, zone);
            return {
              entityId: state.entityId,
              partId: part.id,
              unitId: part.unitId,
              no: state.no,
              title: part.title ?? state.title,
              askedOn,
              dueOn,
              waitingWorkingDays: workingDaysBetween(calendar, askedOn, today),
              overdueWorkingDays:
                redAt > now ? 0 : Math.max(1, workingDaysBetween(calendar, localDateOf(redAt, zone), today)),
              disputed: part.dispute !== undefined,
            };
          }),
      ),
    )
    .sort((a, b) => b.waitingWorkingDays - a.waitingWorkingDays);
}
