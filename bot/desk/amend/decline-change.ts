import { RefusedError } from '../../../domain/refusals.ts';
import type { Prisma } from '../../../prisma/client.ts';
import { appendDeskEventIn, lockChain } from '../../../prisma/events.ts';
import { deskChainId } from '../../../workflows/ids.ts';
import type { DeskActor, DeskDeps, DeskResult } from '../deps.ts';
import { findPlan } from '../find-plan.ts';
import { eventActor, recordingRefusals } from '../refuse.ts';
import { changeOf, type ChangeAsked } from './accept-change.ts';
import { loadAmendment } from './find-amendment.ts';

/** Leaves the plan as it is in this one respect; the change may still be accepted later. Throws RefusedError CHANGE_UNKNOWN, CHANGE_DECIDED. */
export async function declineChange(
  deps: DeskDeps,
  actor: DeskActor,
  { planId, changeId, no }: ChangeAsked,
): Promise<DeskResult> {
  const { now } = await findPlan(deps, actor, planId, 'amend');
  return recordingRefusals(deps, actor, planId, 'amend', () =>
    deps.prisma.$transaction(async (tx) => {
      await lockChain(tx, deskChainId(planId));
      const { amendment, change } = changeOf(await loadAmendment(tx, planId, no ?? null), changeId);
      if (change.status === 'accepted') throw new RefusedError('CHANGE_DECIDED');
      if (amendment.status === 'replaced') throw new RefusedError('AMENDMENT_REPLACED');
      if (change.status === 'declined') return { summary: '该项改动此前已不采纳。' };
      const decidedBy = eventActor(actor) as unknown as Prisma.InputJsonValue;
      await tx.amendmentChange.update({
        where: { amendmentId_changeId: { amendmentId: amendment.id, changeId } },
        data: { status: 'declined', decidedBy, decidedVia: actor.via, decidedAt: new Date() },
      });
      await appendDeskEventIn(tx, {
        planId,
        kind: 'changeDeclined',
        actor: eventActor(actor),
        via: actor.via,
        planAt: new Date(now),
        body: { amendmentId: amendment.id, no: amendment.no, changeId, sentence: change.body.sentence },
      });
      return { summary: `不采纳:${change.body.sentence}` };
    }),
  );
}
