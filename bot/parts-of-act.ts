import type { ButtonAct } from '../domain/chat/message.ts';
import { PARTS_IN } from '../domain/chat/parts-in.ts';
import type { Db } from '../prisma/client.ts';
import { parseProposalItems } from './proposals/items.ts';

export interface PartRef {
  entityId: string;
  partId: string;
}

/** Which parts a button speaks of. */
export async function partsOfAct(db: Db, act: ButtonAct): Promise<PartRef[]> {
  switch (PARTS_IN[act.kind]) {
    case 'lines':
      return (act as Extract<ButtonAct, { lines: unknown }>).lines;
    case 'items':
      return (act as Extract<ButtonAct, { items: unknown }>).items;
    case 'own': {
      const { entityId, partId } = act as Extract<ButtonAct, PartRef>;
      return [{ entityId, partId }];
    }
    case 'proposal': {
      const id = (act as Extract<ButtonAct, { proposalId: string }>).proposalId;
      const proposal = await db.proposal.findUnique({ where: { id }, select: { items: true } });
      return proposal ? parseProposalItems(proposal.items) : [];
    }
    default:
      return [];
  }
}
