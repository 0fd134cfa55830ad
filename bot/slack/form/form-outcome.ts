import type { RefusalCode } from '../../../domain/refusals.ts';
import type { PrismaClient } from '../../../prisma/client.ts';
import type { FormOutcome } from './await-outcome.ts';

/** What became of a row, with the sentence that its author gets; null while it is open. */
export async function formOutcome(prisma: PrismaClient, inboxId: string): Promise<FormOutcome | null> {
  const row = await prisma.inbox.findUnique({ where: { id: inboxId } });
  if (row?.status !== 'done' || row.outcome === null) return null;
  const answer =
    row.personId === null || row.outcome !== 'refused'
      ? null
      : await prisma.delivery.findFirst({
          where: { personId: row.personId, klass: 'answer', createdAt: { gte: row.receivedAt } },
          orderBy: { createdAt: 'desc' },
          select: { message: true },
        });
  const { lines = [] } = (answer?.message ?? {}) as { lines?: string[] };
  return {
    outcome: row.outcome as FormOutcome['outcome'],
    code: row.error as RefusalCode | null,
    sentence: lines.join('') || '未予登记。请核对后重新提交。',
  };
}
