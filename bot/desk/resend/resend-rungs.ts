import { isRungAnswered } from '../../../domain/supervision/is-rung-answered.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import { RESENT } from '../../../prisma/queries/drop-unsent.ts';
import type { Prompt } from '../../../prisma/generated/client.ts';
import type { DeskDeps, DeskResult } from '../deps.ts';
import { refuseRecorded } from '../refuse.ts';
import { recordResent, stillUnsent } from './record-resent.ts';
import { QUEUED_BEFORE, type ResendAsked } from './resend-asked.ts';

type Rung = Pick<Prompt, 'id' | 'status' | 'deliveryId' | 'entityId' | 'partId' | 'duty' | 'cycle' | 'rung'>;

/**
 * A digest's rungs that reached nobody, back into the queue: the sender writes them anew, in its window and budget.
 * Those of a message of unknown end were tried again by the sender already, so they go only by another channel, and
 * their message says that they may be known.
 */
export async function resendRungs(asked: ResendAsked, needless: (why: string) => Promise<never>): Promise<DeskResult> {
  const { deps, actor, found, delivery, person, by } = asked;
  const { id: deliveryId, planId, channel, clockId } = delivery;
  const rungs: Rung[] = await deps.prisma.prompt.findMany({
    where: { planId, OR: [{ id: { in: delivery.promptIds } }, { deliveryId }] },
    select: {
      id: true,
      status: true,
      deliveryId: true,
      entityId: true,
      partId: true,
      duty: true,
      cycle: true,
      rung: true,
    },
  });
  const isDoubtful = (rung: Rung): boolean =>
    delivery.status === 'ambiguous' && rung.status === 'sent' && rung.deliveryId === deliveryId;
  const owed = await stillOwed(
    deps,
    rungs.filter((rung) => rung.status === 'undeliverable' || isDoubtful(rung)),
  );
  if (owed.length === 0) {
    // Somebody else pressed it between the two looks.
    const { error } = await deps.prisma.delivery.findUniqueOrThrow({
      where: { id: deliveryId },
      select: { error: true },
    });
    return error === RESENT ? QUEUED_BEFORE : needless(whyNot(rungs));
  }
  const doubtful = owed.filter(isDoubtful);
  if (by === 'again' && doubtful.length > 0) return refuseRecorded(deps, actor, planId, 'resend', 'RESEND_DOUBTFUL');
  const isTaken = await deps.prisma.$transaction(async (tx) => {
    const { count } = await tx.delivery.updateMany({ where: stillUnsent(deliveryId), data: { error: RESENT } });
    if (count === 0) return false;
    await tx.prompt.updateMany({
      where: { id: { in: owed.map(({ id }) => id) }, status: { in: ['undeliverable', 'sent'] } },
      data: {
        status: 'queued',
        reason: null,
        deliveryId: null,
        notBefore: null,
        settledAt: null,
        notBy: by === 'other' ? channel : null,
      },
    });
    await recordResent(tx, asked, { rungs: owed.length });
    return true;
  });
  if (!isTaken) return QUEUED_BEFORE;
  await deps.entities.kickSender(clockId, await deps.clock.offsetMs(clockId)).catch((error: unknown) => {
    // On record, and looked at with the sender's next turn.
    deps.log('the sender was not told', { clockId, planId: found.row.id, error: String(error) });
  });
  return { summary: `已列入重发:${person},${owed.length}项,在发送时段内发出。` };
}

function whyNot(rungs: Rung[]): string {
  if (rungs.some(({ status }) => status === 'queued' || status === 'sending')) return '其中事项已在待发之列';
  if (rungs.some(({ status }) => status === 'sent' || status === 'merged')) return '其中事项已另行发送';
  return '其中事项已经办理或另有新的提示';
}

async function stillOwed({ prisma }: DeskDeps, rungs: Rung[]): Promise<Rung[]> {
  const states = await prisma.checkpoint.findMany({
    where: { entityId: { in: rungs.map(({ entityId }) => entityId) } },
    select: { entityId: true, state: true },
  });
  const stateOf = new Map(states.map(({ entityId, state }) => [entityId, state as unknown as SupervisedState]));
  return rungs.filter((rung) => !isRungAnswered(rung, stateOf.get(rung.entityId)));
}
