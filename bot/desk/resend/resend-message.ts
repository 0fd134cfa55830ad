import { SAYS_WHAT_ARRIVED, type Channel } from '../../../domain/chat/port.ts';
import type { Prisma } from '../../../prisma/client.ts';
import { personLocale } from '../../../prisma/person-locale.ts';
import { withResentNote } from '../../../prisma/resent-note.ts';
import type { DeskResult } from '../deps.ts';
import { refuseRecorded } from '../refuse.ts';
import { recordResent, stillUnsent } from './record-resent.ts';
import { QUEUED_BEFORE, type ResendAsked } from './resend-asked.ts';

/** An answer or a notice, as it stands: back into the queue, from which the bot sends it. */
export async function resendMessage(asked: ResendAsked): Promise<DeskResult> {
  const { deps, actor, delivery, person, by } = asked;
  const { planId, channel, status, resends, notBy } = delivery;
  const isDoubtful = status === 'ambiguous';
  // The sweep of the answers asks the provider, and sends it again where it surely didn't arrive.
  if (isDoubtful && by === 'again' && SAYS_WHAT_ARRIVED.has(channel as Channel))
    return resends === 0
      ? QUEUED_BEFORE
      : taken(asked, { resends: 0 }, `正在向平台查询,未送达的将重新发送:${person}。`);
  // With its note it goes once by each way, and no more.
  if (isDoubtful && (by === 'again' ? resends > 0 : notBy !== null))
    return refuseRecorded(deps, actor, planId, 'resend', 'RESEND_DOUBTFUL');
  return taken(
    asked,
    {
      status: 'queued',
      error: null,
      notBy: by === 'other' ? channel : null,
      ...(isDoubtful
        ? {
            resends: { increment: 1 },
            message: withResentNote(delivery.message, await personLocale(deps.prisma, delivery.personId)),
          }
        : {}),
    },
    `已列入重发:${person},在发送时段内发出。`,
  );
}

async function taken(
  asked: ResendAsked,
  data: Prisma.DeliveryUpdateManyMutationInput,
  summary: string,
): Promise<DeskResult> {
  const isTaken = await asked.deps.prisma.$transaction(async (tx) => {
    const { count } = await tx.delivery.updateMany({ where: stillUnsent(asked.delivery.id), data });
    if (count > 0) await recordResent(tx, asked);
    return count > 0;
  });
  return isTaken ? { summary } : QUEUED_BEFORE;
}
