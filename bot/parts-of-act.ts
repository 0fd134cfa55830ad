import { assertNever } from '../domain/assert-never.ts';
import type { ButtonAct } from '../domain/chat/message.ts';
import type { Db } from '../prisma/client.ts';
import { parseProposalItems } from './proposals/items.ts';

export interface PartRef {
  entityId: string;
  partId: string;
}

/** Which parts a button speaks of. */
export async function partsOfAct(db: Db, act: ButtonAct): Promise<PartRef[]> {
  switch (act.kind) {
    case 'fill-all':
    case 'no-change-all':
    case 'receipt-all':
    case 'which':
      return act.lines;
    case 'withdraw':
      return act.items;
    case 'confirm':
    case 'edit':
    case 'keep-words': {
      const proposal = await db.proposal.findUnique({ where: { id: act.proposalId }, select: { items: true } });
      return proposal ? parseProposalItems(proposal.items) : [];
    }
    case 'desk':
    case 'brief-text':
    case 'brief-sources':
    case 'directive':
    case 'acknowledge':
    case 'no-evidence':
    // A file answers no prompt: none is held for it.
    case 'file-evidence':
    case 'not-me':
      return [];
    case 'receipt':
    case 'no-change':
    case 'claim-completion':
    case 'coordination':
    case 'fill':
    case 'explain':
    case 'unchanged-because':
    case 'extension':
    case 'dispute':
    case 'change-contact':
    case 'extension-drop':
    case 'roll-up':
    case 'choose-task':
    case 'data-later':
      return [act];
    default:
      return assertNever(act);
  }
}
