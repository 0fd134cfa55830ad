import { z } from 'zod';
import type { CardItem } from '../../domain/chat/catalogue/types.ts';

/** Proposal.items: what would be registered, a line a part, as its card shows it. */
export interface ProposalItem extends CardItem {
  entityId: string;
  partId: string;
  /** 〔修改〕 was pressed: the next text of this person replaces the proposal. */
  editing?: boolean;
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
