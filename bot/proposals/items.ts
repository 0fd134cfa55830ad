import { z } from 'zod';
import type { AskedBack } from '../../domain/chat/reply-questions.ts';
import type { ReplyField, Span } from '../../domain/chat/understand/types.ts';
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
  /** What the task is measured by, for the card; absent: nothing. */
  targets?: { name: string; unit: string; value: number }[];
  /** The words of the proposal that each field was read from. */
  from?: Partial<Record<ReplyField, Span>>;
  /** Fields whose words hedge: marked, never taken as certain. */
  doubtful?: ReplyField[];
  /** Something hedges, and it can't be said which words. */
  unsure?: true;
  /** What the card asks beside. */
  asks?: AskedBack;
  /** 提请协调 beside a report: the office is told of it too. */
  help?: true;
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
