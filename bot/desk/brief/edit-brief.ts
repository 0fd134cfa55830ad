import { editBrief } from '../../../domain/reports/edit-brief.ts';
import type { BriefChange } from '../../../domain/reports/types.ts';
import { RefusedError } from '../../../domain/refusals.ts';
import type { Prisma } from '../../../prisma/client.ts';
import { appendDeskEventIn, lockChain } from '../../../prisma/events.ts';
import { deskChainId } from '../../../workflows/ids.ts';
import type { DeskActor, DeskDeps, DeskResult } from '../deps.ts';
import { eventActor, recordingRefusals } from '../refuse.ts';
import { bodyOf, briefHash } from './brief-row.ts';
import { findBrief } from './find-brief.ts';

/** A person's changes to an unreleased brief: words changed, a sentence struck or restored, one of their own. Throws RefusedError BRIEF_UNKNOWN, BRIEF_RELEASED, INPUT_INVALID. */
export async function editBriefAct(
  deps: DeskDeps,
  actor: DeskActor,
  { briefId, changes }: { briefId: string; changes: BriefChange[] },
): Promise<DeskResult> {
  const { brief, now } = await findBrief(deps, actor, briefId, 'draft-brief');
  const { planId } = brief;
  await recordingRefusals(deps, actor, planId, 'draft-brief', () =>
    deps.prisma.$transaction(async (tx) => {
      await lockChain(tx, deskChainId(planId));
      const current = await tx.brief.findUniqueOrThrow({ where: { id: briefId } });
      if (current.status !== 'draft') throw new RefusedError('BRIEF_RELEASED', { no: current.no });
      const edited = editBrief(bodyOf(current), changes, eventActor(actor));
      if ('problem' in edited) throw new RefusedError('INPUT_INVALID', { what: edited.problem });
      await tx.brief.update({
        where: { id: briefId, status: 'draft' },
        data: { body: edited.body as unknown as Prisma.InputJsonValue, editedBy: actor.personId },
      });
      await appendDeskEventIn(tx, {
        planId,
        kind: 'briefEdited',
        actor: eventActor(actor),
        via: actor.via,
        planAt: new Date(now),
        body: { briefId, no: current.no, changes, sha256: briefHash(current, edited.body) },
      });
    }),
  );
  return { summary: `第${brief.no}期简报已修改${changes.length}处。` };
}
