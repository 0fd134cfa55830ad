import type { Db, Prisma } from '../../../prisma/client.ts';
import { appendDeskEventIn } from '../../../prisma/events.ts';
import { RESENT } from '../../../prisma/queries/drop-unsent.ts';
import { eventActor } from '../refuse.ts';
import type { ResendAsked } from './resend-asked.ts';

/** Of two who press at once, the second finds it taken. */
export const stillUnsent = (id: string): Prisma.DeliveryWhereInput => ({
  id,
  status: { in: ['failed', 'ambiguous'] },
  OR: [{ error: null }, { error: { not: RESENT } }],
});

export async function recordResent(
  tx: Db,
  { actor, found, delivery, person, by }: ResendAsked,
  more: { rungs?: number } = {},
): Promise<void> {
  await appendDeskEventIn(tx, {
    planId: delivery.planId,
    kind: 'messageResent',
    actor: eventActor(actor),
    via: actor.via,
    planAt: new Date(found.now),
    body: { deliveryId: delivery.id, person, channel: delivery.channel, by, ...more },
  });
}
