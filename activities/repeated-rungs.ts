import { localDateOf } from '../domain/calendar/local-time.ts';
import { addWorkingDays } from '../domain/calendar/working-days.ts';
import type { IssuedRung } from '../domain/supervision/decide-issue.ts';
import type { Policy } from '../domain/plan/policy.ts';
import type { SupervisedState } from '../domain/supervision/types.ts';
import type { Db } from '../prisma/client.ts';
import { loadCalendar } from '../prisma/load-calendar.ts';

/** A rung of a new deadline that says what its old one said this many working days ago or less is not sent again (design "Prompts"). */
const REPEATS_WITHIN_WORKING_DAYS = 2;

export const REPEATED = '时限调整前两个工作日内已提示';

/** Ids of the rungs among those issued that repeat one sent under an older deadline: `part|duty|cycle|rung`. */
export async function repeatedRungs(
  tx: Db,
  { entityId, planId }: SupervisedState,
  issued: IssuedRung[],
  now: string,
): Promise<Set<string>> {
  const again = issued.filter(({ status, seq, rung }) => status === 'queued' && seq > 1 && !rung.startsWith('nudge-'));
  if (again.length === 0) return new Set();
  const sent = await tx.prompt.findMany({
    where: { entityId, status: { in: ['sent', 'merged'] }, OR: again.map(sameRung) },
    select: { partId: true, duty: true, cycle: true, rung: true, settledAt: true },
  });
  if (sent.length === 0) return new Set();
  const [calendar, plan] = await Promise.all([
    loadCalendar(tx),
    tx.plan.findUniqueOrThrow({ where: { id: planId }, select: { policy: true } }),
  ]);
  const { zone } = (plan.policy as unknown as Policy).values;
  const today = localDateOf(now, zone);
  const since = addWorkingDays(calendar, today, -REPEATS_WITHIN_WORKING_DAYS);
  return new Set(
    sent.filter(({ settledAt }) => settledAt && localDateOf(settledAt.toISOString(), zone) >= since).map(rungId),
  );
}

const sameRung = ({ partId, duty, cycle, rung, seq }: IssuedRung) => ({
  partId,
  duty,
  cycle,
  rung,
  deadlineSeq: { lt: seq },
});

export const rungId = ({
  partId,
  duty,
  cycle,
  rung,
}: Pick<IssuedRung, 'partId'> & Record<'duty' | 'cycle' | 'rung', string>) => [partId, duty, cycle, rung].join('|');
