import { RefusedError } from '../../../domain/refusals.ts';
import type { DeskDeps } from '../deps.ts';
import { carryEffects } from './carry-effects.ts';
import { isPhaseRefusal } from './take-back.ts';

/** Tells the workflows of what was accepted while they were out of reach, or before a crash. */
export async function resumeAmendments(deps: DeskDeps): Promise<void> {
  const waiting = await deps.prisma.amendmentChange.findMany({
    where: { status: 'accepted', appliedAt: null },
    orderBy: [{ decidedAt: 'asc' }, { ordinal: 'asc' }],
    select: { amendmentId: true, changeId: true },
  });
  for (const { amendmentId, changeId } of waiting) {
    try {
      await carryEffects(deps, amendmentId, changeId);
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      if (error.refusal.code === 'TEMPORAL_UNAVAILABLE') return;
      // Taken back, on record: whoever accepted it finds it open again.
      if (!isPhaseRefusal(error.refusal.code)) throw error;
    }
  }
}
