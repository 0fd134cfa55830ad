import type { PlanTask, PrintedDate } from '../../plan/types.ts';
import type { OwnerRole } from '../units/owner-words.ts';
import type { Span } from '../types.ts';

export interface DraftOwner extends Span {
  role: OwnerRole;
}

/** A task as found; ranges of the clean text. */
export interface DraftTask {
  no: string | null;
  /** Of the number; null where none is printed. */
  noAt: Span | null;
  title: Span;
  section: Span | null;
  /** Everything that is printed of the task. */
  whole: Span;
  owners: DraftOwner[];
  /** A list of names without a word what they are. */
  unlabelled: boolean;
  due: { date: PrintedDate; at: Span } | null;
  obligation: PlanTask['obligation'];
}
