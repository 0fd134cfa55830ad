import type { Instant, LocalDate } from '../../domain/plan/types.ts';
import type { DutyKind } from '../../domain/supervision/types.ts';

/** GET /api/inbox : the signed-in person's (or the one acted as), newest last. `?person=` for coordinators (read only view of the phone frame). */
export interface InboxView {
  person: { id: string; name: string; unit: string; rank: string };
  channel: string;
  entries: InboxEntry[];
  /** Open parts of this person, for forms. */
  open: {
    entityId: string;
    partId: string;
    no: string | null;
    title: string;
    duties: { kind: DutyKind; cycle: string; label: string; dueOn: LocalDate; late: boolean }[];
    progress: number | null;
    /** A report stands, which a line of the form may correct. */
    isReported: boolean;
  }[];
  /** May the viewer answer here (own inbox, or a demo person)? */
  canAnswer: boolean;
}

export interface InboxEntry {
  id: string;
  /** in: a message to this person; out: this person's own reply. */
  side: 'in' | 'out';
  at: Instant;
  heading: string | null;
  lines: string[];
  /**
   * `opens`: the page opens its form of all that is open (逐项填报, 立即填报), puts the cursor into the reply box
   * (说明原因), or asks for the button's own form (`fields`) and posts nothing; null: posted.
   */
  buttons: {
    id: string;
    label: string;
    style: 'primary' | 'danger' | null;
    opens: 'form' | 'fields' | 'reply' | null;
  }[];
  /** Of a card: the words that each field was read from; absent: none. */
  sources?: { item: string; field: string; quote: string }[];
  closedWith: string | null;
  signature: string | null;
  /** Out: what became of it. */
  outcome: string | null;
  /** Out: files that came with it; absent: none. `state`: 已收存 and the like; `open`: it may be opened. */
  files?: { id: string; name: string; size: number | null; state: string; open: boolean }[];
}
