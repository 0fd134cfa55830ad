import type { Db } from '../../prisma/client.ts';
import type { PartRef } from '../parts-of-act.ts';
import { parseProposalItems, type ProposalItem } from './items.ts';

export interface OlderProposal {
  id: string;
  deliveryId: string | null;
  items: ProposalItem[];
}

/** Open proposals of the same person that a new one takes the place of: about one of its parts, or being edited. */
export async function replacedBy(db: Db, personId: string, parts: PartRef[]): Promise<OlderProposal[]> {
  const open = await db.proposal.findMany({
    where: { personId, status: 'open' },
    select: { id: true, deliveryId: true, items: true },
  });
  return open
    .map(({ id, deliveryId, items }) => ({ id, deliveryId, items: parseProposalItems(items) }))
    .filter(({ items }) =>
      items.some(
        (item) =>
          item.editing === true || parts.some((part) => part.entityId === item.entityId && part.partId === item.partId),
      ),
    );
}
