import { matchTasks } from '../../../domain/plan/amend/match-tasks.ts';
import { planChanges } from '../../../domain/plan/amend/plan-changes.ts';
import type { Pin } from '../../../domain/plan/amend/types.ts';
import { RefusedError } from '../../../domain/refusals.ts';
import type { Prisma } from '../../../prisma/client.ts';
import { appendDeskEventIn, lockChain } from '../../../prisma/events.ts';
import { deskChainId } from '../../../workflows/ids.ts';
import type { DeskActor, DeskDeps, DeskResult } from '../deps.ts';
import { findPlan } from '../find-plan.ts';
import { eventActor, recordingRefusals } from '../refuse.ts';
import { loadAmendment } from './find-amendment.ts';

const json = (value: unknown): Prisma.InputJsonValue => value as Prisma.InputJsonValue;

/**
 * A person says which task of the new version an old one is (`now` null: none); the changes are listed anew.
 * Only before the first of them was accepted. Throws RefusedError AMENDMENT_UNKNOWN, CHANGE_DECIDED, INPUT_INVALID.
 */
export async function rematchTasks(
  deps: DeskDeps,
  actor: DeskActor,
  { planId, pin }: { planId: string; pin: Pin },
): Promise<DeskResult> {
  const { now } = await findPlan(deps, actor, planId, 'amend');
  return recordingRefusals(deps, actor, planId, 'amend', () =>
    deps.prisma.$transaction(async (tx) => {
      await lockChain(tx, deskChainId(planId));
      const amendment = await loadAmendment(tx, planId);
      if (!amendment) throw new RefusedError('AMENDMENT_UNKNOWN');
      const { id, no, base, facts, pins, changes } = amendment;
      if (changes.some(({ status }) => status === 'accepted')) throw new RefusedError('CHANGE_DECIDED');
      if (!base.tasks[pin.old] || (pin.now !== null && !facts.tasks[pin.now]))
        throw new RefusedError('INPUT_INVALID', { what: '没有这样的任务序号,请核对原方案和新版的任务次序。' });
      const said = [...pins.filter(({ old, now: to }) => old !== pin.old && (to === null || to !== pin.now)), pin];
      const match = matchTasks(base.tasks, facts.tasks, said);
      const listed = planChanges(base, facts, match);
      await tx.amendmentChange.deleteMany({ where: { amendmentId: id } });
      await tx.amendmentChange.createMany({
        data: listed.map((body, ordinal) => ({ amendmentId: id, changeId: body.id, ordinal, body: json(body) })),
      });
      await tx.amendment.update({ where: { id }, data: { match: json(match), pins: json(said) } });
      await appendDeskEventIn(tx, {
        planId,
        kind: 'amendmentMatched',
        actor: eventActor(actor),
        via: actor.via,
        planAt: new Date(now),
        body: { amendmentId: id, no, pin },
      });
      return { summary: `已按所定对应关系重新列出改动,共${listed.length}项。` };
    }),
  );
}
