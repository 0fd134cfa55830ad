import type { ChangeKind } from '../../domain/plan/amend/types.ts';
import type { Instant } from '../../domain/plan/types.ts';

/** One thing that a new version says otherwise. */
export interface AmendmentChangeRow {
  /** Stable for the same two versions; what the acts take. */
  id: string;
  kind: ChangeKind;
  sentence: string;
  was: string | null;
  now: string | null;
  status: 'open' | 'accepted' | 'declined';
  /** The pair of tasks that it rests on isn't certain: to be looked at by itself. */
  doubtful: boolean;
  /** The old task that it is about, and the other new ones that fit it. */
  pair: {
    old: number;
    oldTitle: string;
    now: number;
    nowTitle: string;
    candidates: { now: number; title: string }[];
  } | null;
  /** Task page, where the task runs. */
  taskId: string | null;
  decidedBy: string | null;
  decidedAt: Instant | null;
  /** False while an accepted change waits for the workflows. */
  carried: boolean;
}

export interface AmendmentRow {
  no: number;
  /** open: the newest · replaced: a newer version came. */
  status: 'open' | 'replaced';
  source: string | null;
  createdBy: string;
  createdAt: Instant;
  counts: { open: number; accepted: number; declined: number };
  changes: AmendmentChangeRow[];
}

/** GET /api/plans/:planId/amendments : newest first. */
export interface AmendmentList {
  planId: string;
  planTitle: string;
  amendments: AmendmentRow[];
  can: { amend: boolean };
}

/**
 * Acts (POST, JSON; header `x-duban: 1`), each answering Acted:
 *   /api/plans/:planId/amendments {facts, source?} or {readingId}   a new version → Acted & {no, open}; the same again changes nothing
 *   /api/plans/:planId/amendments/accept {changeId, no?}   〔采纳〕
 *   /api/plans/:planId/amendments/accept-all {}            all that are certain
 *   /api/plans/:planId/amendments/decline {changeId, no?}  〔不采纳〕
 *   /api/plans/:planId/amendments/match {old, now}         which new task an old one is; null: none
 * Refusals: AMENDMENT_UNKNOWN, CHANGE_UNKNOWN 404; AMENDMENT_REPLACED, CHANGE_DECIDED, CHANGE_CONFLICT, PHASE_BEGUN, PHASE_PAST, PHASE_UNDATED, ALREADY_ADVANCING, PLAN_NOT_READY 409; PLAN_INVALID 400.
 */
export interface AmendmentProposed {
  ok: true;
  summary: string;
  no: number | null;
  open: number;
}
