import type { Instant, LocalDate } from '../plan/types.ts';

/** 签收 · 进展报送 · 办结. */
export const DUTY_KINDS = ['receipt', 'report', 'completion'] as const;
export type DutyKind = (typeof DUTY_KINDS)[number];

/**
 * Rungs of reminding. `issue` opens a duty; d7…d0 are working days before its due day; o1, o3, o5, o10 working
 * days after it; w1…w4 Mondays after that; `office` puts it on the office's telephone list; `nudge-N` is
 * a person's 催办. To the supervisor (`o5` of a report or completion) nothing goes before the office releases it;
 * `o10` is a draft circular for the office.
 */
export type Rung =
  | 'issue'
  | 'd7'
  | 'd3'
  | 'd1'
  | 'd0'
  | 'o1'
  | 'o3'
  | 'o5'
  | 'o10'
  | 'w1'
  | 'w2'
  | 'w3'
  | 'w4'
  | 'office'
  | `nudge-${number}`;

export type Audience = 'liaison' | 'section-head' | 'supervisor' | 'office';

/** Every way in which a rung can end (judge L of the fault list). */
export const OUTCOMES = ['sent', 'merged', 'superseded', 'withdrawn', 'skipped', 'undeliverable'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A rung at its instant, for all parts that share it. */
export interface Slot {
  at: Instant;
  duty: DutyKind;
  cycle: string;
  rung: Rung;
  audience: Audience;
  /** Code of the rule that put the slot here, e.g. `before-3`, `before-3+makeup`, `overdue-1+moved:friday`. */
  rule: string;
  provisional?: boolean;
  dueOn: LocalDate;
  dueAt: Instant;
  parts: SlotPart[];
}

/** A part's id alone is its first deadline, as nearly always: thirty parts with all their rungs are a large state. */
export type SlotPart = string | { id: string; seq?: number };

/**
 * Rungs of one part that end unsent. Prompts still queued for (part, duty, cycle) end with the same outcome;
 * an absent duty, cycle or rung means all of them. `slots` had not come due: recorded so that the story shows them.
 */
export interface SettledRungs {
  outcome: 'withdrawn' | 'skipped';
  reason: string;
  partId: string;
  duty?: DutyKind;
  cycle?: string;
  rung?: Rung;
  slots: PartSlot[];
}

/** One part's share of a slot, with the deadlineSeq for which it was reckoned. */
export interface PartSlot extends Omit<Slot, 'parts'> {
  partId: string;
  seq: number;
}

/** A rung for the supervisor that came due and waits for the office's word (policy "Ladder"). */
export interface Escalation {
  /** partId:duty:cycle:seq. */
  id: string;
  partId: string;
  duty: DutyKind;
  cycle: string;
  seq: number;
  rung: Rung;
  status: 'held';
  since: Instant;
}

export interface ReleasedRung {
  partId: string;
  duty: DutyKind;
  cycle: string;
  seq: number;
  rung: Rung;
  sendFrom: Instant;
}
