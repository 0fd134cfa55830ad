import type { Instant } from '../../domain/plan/types.ts';

/** One file on record for a part. GET /api/evidence/:id gives it, /preview shows a picture. */
export interface EvidenceView {
  id: string;
  partId: string;
  name: string;
  /** Bytes. */
  size: number;
  sha256: string;
  /** Name of who sent it. */
  by: string;
  at: Instant;
  inboxId: string;
  /** A picture that may be shown. */
  preview: boolean;
}

/** GET /api/plans/:planId/unclaimed : a stored file of which nobody said what it proves. POST /api/tasks/:taskId/evidence files it. */
export interface UnclaimedFile {
  id: string;
  name: string;
  /** Bytes. */
  size: number | null;
  /** Who sent it, and of which unit. */
  person: string;
  unit: string;
  /** What was written with it. */
  words: string | null;
  at: Instant;
}

/** POST /api/inbox/files?name= : a file as it is, kept until a message names it. */
export interface UploadAnswer {
  id: string;
  name: string;
  size: number;
}
