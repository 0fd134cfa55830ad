import { localDateOf } from '../../../domain/calendar/local-time.ts';
import { momentText } from '../../../domain/chat/local-text.ts';
import type { Instant } from '../../../domain/plan/types.ts';
import { RefusedError } from '../../../domain/refusals.ts';
import { phaseWindows } from '../../../domain/supervision/initial-states.ts';
import { phaseSetRefusal } from '../../../domain/supervision/phase-set-refusal.ts';
import type { Db } from '../../../prisma/client.ts';
import { planState } from '../seen-act.ts';
import type { AcceptedVersion } from './accepted-version.ts';

/**
 * May the running plan have the phases of this version? Asked before anything is put on record; the workflow
 * asks again. Throws RefusedError PHASE_UNDATED, PHASE_BEGUN, PHASE_PAST, ALREADY_ADVANCING.
 */
export async function checkPhases(
  db: Db,
  planId: string,
  { facts, dates }: AcceptedVersion,
  { zone, now }: { zone: string; now: Instant },
): Promise<void> {
  const undated = facts.phases.find(({ kind }) => !dates.phases.some((phase) => phase.kind === kind));
  if (undated) throw new RefusedError('PHASE_UNDATED', { phase: undated.name });
  const plan = await planState(db, planId);
  const refused = plan && phaseSetRefusal(plan, phaseWindows(dates));
  if (!refused) return;
  const { until } = refused.details;
  throw typeof until === 'string'
    ? new RefusedError(refused.code, { until: momentText(until, zone, localDateOf(now, zone)) })
    : new RefusedError(refused.code, refused.details);
}
