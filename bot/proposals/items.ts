import { z } from 'zod';
import type { CardItem } from '../../domain/chat/catalogue/types.ts';
import type { Prisma } from '../../prisma/client.ts';

/** Proposal.items: what would be registered, a line a part, as its card shows it. */
export interface ProposalItem extends CardItem {
  entityId: string;
  partId: string;
  /** 〔修改〕 was pressed: the next text of this person replaces the proposal. */
  editing?: boolean;
  /** The last answer to what the card asked of it, and what stood on the card before: an edit of that answer begins there. */
  answered?: { inboxId: string; before: ProposalItem; words: string };
}

const items = z.array(
  z.looseObject({
    entityId: z.string(),
    partId: z.string(),
    no: z.string().nullable(),
    title: z.string(),
    progressBefore: z.number().nullable(),
    reading: z.looseObject({ kind: z.string() }),
    editing: z.boolean().optional(),
    correction: z.boolean().optional(),
  }),
);

export const parseProposalItems = (json: unknown): ProposalItem[] => items.parse(json) as unknown as ProposalItem[];

/** Cards whose question was answered by this row. */
export const answeredBy = (inboxId: string): Prisma.ProposalWhereInput => ({
  items: { array_contains: [{ answered: { inboxId } }] },
});
