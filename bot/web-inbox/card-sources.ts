import { FIELD_NAMES } from '../../domain/chat/catalogue/zh-card-notes.ts';
import { itemLabel } from '../../domain/chat/item-label.ts';
import type { ReplyField } from '../../domain/chat/understand/types.ts';
import type { PrismaClient } from '../../prisma/client.ts';
import type { InboxEntry } from '../../web/api.ts';
import { parseProposalItems } from '../proposals/items.ts';

/** Of each card among these deliveries: the words that its fields were read from. */
export async function cardSources(
  prisma: PrismaClient,
  deliveryIds: string[],
): Promise<Map<string, NonNullable<InboxEntry['sources']>>> {
  const cards = await prisma.proposal.findMany({
    where: { deliveryId: { in: deliveryIds }, status: 'open' },
    select: { deliveryId: true, items: true, words: true },
  });
  return new Map(
    cards.flatMap(({ deliveryId, items, words }) => {
      const sources = parseProposalItems(items).flatMap(({ no, title, from = {} }) =>
        (Object.entries(from) as [ReplyField, { start: number; end: number }][]).map(([field, { start, end }]) => ({
          item: itemLabel(no, title),
          field: FIELD_NAMES[field],
          quote: words.slice(start, end),
        })),
      );
      return deliveryId === null || sources.length === 0 ? [] : [[deliveryId, sources] as const];
    }),
  );
}
