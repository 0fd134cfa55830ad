import type { Db } from '../prisma/client.ts';
import { deliveryByRef } from '../prisma/queries/delivery-by-ref.ts';
import { inThreadOf } from './thread-of.ts';
import type { Inbox as InboxRow } from '../prisma/generated/client.ts';

/** Looked at are no more messages of one thread than these. */
const THREAD_MAX = 12;

/**
 * Our messages that these words were written under, by our own id or by the provider's: the one replied to and, of a
 * thread, what we said in it since, newest first. null: under none.
 */
export async function writtenUnder(
  db: Db,
  row: Pick<InboxRow, 'personId' | 'channel' | 'payload'>,
): Promise<string[] | null> {
  const { replyTo, replyToRef } = row.payload as { replyTo?: unknown; replyToRef?: unknown };
  if (typeof replyTo === 'string') return [replyTo];
  if (row.personId === null || typeof replyToRef !== 'object' || replyToRef === null) return null;
  const first = await deliveryByRef(db, row.personId, row.channel, replyToRef as Record<string, unknown>);
  const under = [...(first === null ? [] : [first]), ...(await saidInThread(db, row))];
  return under.length > 0 ? under : null;
}

async function saidInThread(
  db: Db,
  { personId, channel, payload }: Pick<InboxRow, 'personId' | 'channel' | 'payload'>,
): Promise<string[]> {
  const { thread } = inThreadOf(payload);
  if (!thread || personId === null) return [];
  const said = await db.delivery.findMany({
    where: { personId, channel, message: { path: ['thread'], equals: thread } },
    orderBy: [{ planAt: 'desc' }, { createdAt: 'desc' }],
    take: THREAD_MAX,
    select: { id: true },
  });
  return said.map(({ id }) => id);
}
