import type { EntityState } from '../../../domain/supervision/types.ts';
import type { PrismaClient } from '../../../prisma/client.ts';
import type { Accepted } from '../ledger.ts';

/** L rungs · D duplicates · R replies · A events · P projections · S stuck workflows (the fault list's judge). */
export type Law = 'L' | 'D' | 'R' | 'A' | 'P' | 'S';

export interface Finding {
  law: Law;
  what: string;
  where: string;
}

/** An answer as its author's side knows it. */
export interface GivenAnswer {
  dedupeKey: string;
  entityId: string;
  partId: string;
  acknowledged: boolean;
  /** Typed words end as a card to be confirmed; what that records hangs on the row of the words. Default: recorded. */
  outcome?: 'recorded' | 'proposal';
}

/** What Temporal itself says of its workflows. */
export interface Workflows {
  /** null: there is no such workflow. */
  state(entityId: string): Promise<EntityState | null>;
  /** What keeps it from going on; empty where nothing does. */
  troubles(workflowId: string): Promise<string[]>;
}

export interface Evidence {
  prisma: PrismaClient;
  planId: string;
  clockId: string;
  /** The plan's clock. */
  now: Date;
  /** The channels whose providers kept the ledger. */
  channels: readonly string[];
  ledger: readonly Accepted[];
  /** Deliveries that were in `sending` after a kill and before the restart, once for each kill. */
  ambiguous: readonly string[];
  /** Reports without a figure: each adds one to its part's run of them. */
  answers: readonly GivenAnswer[];
  workflows: Workflows;
}
