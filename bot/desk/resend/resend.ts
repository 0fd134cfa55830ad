import { REPLACED, RESENT } from '../../../prisma/queries/drop-unsent.ts';
import type { Delivery } from '../../../prisma/generated/client.ts';
import type { DeskActor, DeskDeps, DeskResult } from '../deps.ts';
import { findPlan } from '../find-plan.ts';
import { refuseRecorded } from '../refuse.ts';
import { QUEUED_BEFORE, type ResendAsked, type ResendBy } from './resend-asked.ts';
import { resendMessage } from './resend-message.ts';
import { resendRungs } from './resend-rungs.ts';

/**
 * 〔重新发送〕〔改用其他渠道〕 of a message that did not surely arrive. What may have arrived is never sent again
 * unmarked: a provider that can say is asked first, by one that can't it goes once more with 如已收到请忽略 (design
 * "Sending"). A digest is written anew for what of it is still owed; anything else goes as it stands. Throws
 * RefusedError DELIVERY_UNKNOWN, RESEND_NEEDLESS, RESEND_DOUBTFUL, RESEND_NO_WAY.
 */
export async function resend(
  deps: DeskDeps,
  actor: DeskActor,
  { deliveryId, by }: { deliveryId: string; by: ResendBy },
): Promise<DeskResult> {
  const delivery = await deps.prisma.delivery.findUnique({ where: { id: deliveryId } });
  if (!delivery) return refuseRecorded(deps, actor, null, 'resend', 'DELIVERY_UNKNOWN');
  const found = await findPlan(deps, actor, delivery.planId, 'resend');
  const { status, error, closedAt, personId } = delivery;
  if (status === 'queued' || status === 'sending' || error === RESENT) return QUEUED_BEFORE;
  const needless = (why: string) => refuseRecorded(deps, actor, delivery.planId, 'resend', 'RESEND_NEEDLESS', { why });
  if (status === 'sent') return needless('已经送达');
  if (closedAt !== null) return needless('其中事项已经办理');
  if (error === REPLACED) return needless('其中事项已另行发送');
  const person = (await deps.prisma.person.findUnique({ where: { id: personId }, select: { name: true } }))?.name ?? '';
  if (!(await hasWay(deps, delivery, by)))
    return refuseRecorded(deps, actor, delivery.planId, 'resend', 'RESEND_NO_WAY', { person });
  const asked: ResendAsked = { deps, actor, found, delivery, person, by };
  return delivery.klass === 'digest' ? resendRungs(asked, needless) : resendMessage(asked);
}

/** A binding that its provider doesn't refuse, of another channel where that is asked for. */
async function hasWay({ prisma }: DeskDeps, { personId, channel, klass }: Delivery, by: ResendBy): Promise<boolean> {
  // The web inbox reaches everybody, but for a digest, which goes by a binding.
  if (by === 'again' && klass !== 'digest') return true;
  const ways = await prisma.account.count({
    where: { personId, revokedAt: null, failedAt: null, ...(by === 'other' ? { channel: { not: channel } } : {}) },
  });
  return ways > 0;
}
