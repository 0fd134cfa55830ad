import { answerMessage } from '../../domain/chat/answer-message.ts';
import type { Channel } from '../../domain/chat/port.ts';
import { sayRefusal, type SaidRefusal } from '../../domain/chat/say-refusal.ts';
import type { Evidence } from '../../prisma/generated/client.ts';
import { insertDelivery } from '../../prisma/queries/insert-delivery.ts';
import { addressOf, sendAnswer } from '../channels.ts';
import { homePlan, planTalk } from '../plan-talk.ts';
import { inThreadOf } from '../thread-of.ts';
import type { EvidenceDeps } from './deps.ts';
import { leaveToOffice } from './leave-to-office.ts';

/** One message about the files of one person's message that were not kept: why, and what to do. */
export async function tellRefused(deps: EvidenceDeps, files: Evidence[]): Promise<void> {
  const { prisma, clock, channels, realNow } = deps;
  const [first] = files;
  if (!first) return;
  const talk = await planTalk(prisma, clock, await homePlan(prisma, first.personId), first.personId);
  const channel = first.channel as Channel;
  const sentences = [...new Set(files.map(({ reason }) => sayRefusal(reason as unknown as SaidRefusal, talk.locale)))];
  const lost = files.filter(({ reason }) => (reason as { code?: unknown } | null)?.code === 'FILE_UNREACHABLE');
  if (lost.length > 0) await leaveToOffice(deps, lost, 'lost');
  const row = await prisma.inbox.findUnique({ where: { id: first.inboxId }, select: { payload: true } });
  const sendable = await prisma.$transaction(async (tx) => {
    const { count } = await tx.evidence.updateMany({
      where: { id: { in: files.map(({ id }) => id) }, status: 'refused', toldAt: null },
      data: { toldAt: realNow() },
    });
    if (count === 0) return null;
    return insertDelivery(tx, {
      planId: talk.planId,
      clockId: talk.clockId,
      personId: first.personId,
      channel,
      planAt: new Date(talk.now),
      message: { ...answerMessage('refused', sentences, talk), ...inThreadOf(row?.payload) },
    });
  });
  const address = await addressOf(prisma, first.personId, channel);
  if (sendable && address) await sendAnswer(prisma, channels, address, sendable);
}
