import type { Instant } from '../../domain/plan/types.ts';

/** One message that did not surely reach its reader, or a rung that reached nobody. */
export interface UndeliveredRow {
  id: string;
  /** The plan's clock. */
  at: Instant;
  localAt: string;
  /** null: there was nobody to send it to. */
  person: string | null;
  unit: string | null;
  /** slack, telegram …; null where there was none. */
  channel: string | null;
  /** failed 未送达 · ambiguous 是否送达不明 · undeliverable 无人可送 */
  state: 'failed' | 'ambiguous' | 'undeliverable';
  /** What it said, in a few words. */
  what: string;
  /** Why, in one sentence; with the provider's own word behind it. */
  reason: string;
}

/** GET /api/plans/:planId/undelivered: newest first, at most 200. */
export interface Undelivered {
  rows: UndeliveredRow[];
  /** Channels that are refused as a whole at the moment. */
  outages: { channel: string; reason: string; sinceLocal: string }[];
}
