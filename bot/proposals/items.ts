import { z } from 'zod';
import type { Reading } from '../../domain/supervision/reading.ts';

/** Proposal.items: what would be registered, a line a part. */
export interface ProposalItem {
  entityId: string;
  partId: string;
  no: string | null;
  title: string;
  progressBefore: number | null;
  reading: Reading;
  /** 〔修改〕 was pressed: the next text of this person replaces the proposal. */
  editing?: boolean;
  /** The words correct what was recorded from an earlier version of the same message. */
  correction?: boolean;
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
