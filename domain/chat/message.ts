import type { Instant, LocalDate, UnitRelation } from '../plan/types.ts';
import type { DutyKind, Rung } from '../supervision/types.ts';

/** Everything a message may say about one rung; stored in Prompt.line when it is issued. */
export interface PromptLine {
  entityId: string;
  partId: string;
  planTitle: string;
  /** Printed number such as (九); null where the plan prints none. */
  no: string | null;
  title: string;
  unit: string;
  relation: UnitRelation;
  role: 'lead' | 'responsible';
  /** True where the first responsible unit leads by convention. */
  assumedLead: boolean;
  duty: DutyKind;
  cycle: string;
  rung: Rung;
  dueOn: LocalDate;
  dueAt: Instant;
  provisional: boolean;
  progress: number | null;
  lastWords: string | null;
  lastReportOn: LocalDate | null;
  /** 按季 quarterly · 按月 monthly. */
  cadence: 'monthly' | 'quarterly';
  /** Due day of the task itself, said in the receipt message. */
  taskDueOn: LocalDate | null;
}

/** What a button does, before it becomes an opaque id. */
export type ButtonAct =
  | { kind: 'receipt' | 'no-change' | 'claim-completion' | 'coordination' | 'fill' | 'dispute' | 'change-contact'; entityId: string; partId: string; duty: DutyKind; cycle: string }
  | { kind: 'fill-all' | 'no-change-all'; lines: { entityId: string; partId: string; duty: DutyKind; cycle: string }[] }
  | { kind: 'confirm' | 'edit' | 'keep-words'; proposalId: string }
  | { kind: 'choose-task'; inboxId: string; entityId: string; partId: string }
  | { kind: 'acknowledge' };

export interface Button {
  label: string;
  act: ButtonAct;
  style?: 'primary' | 'danger';
}

/** A message as every channel understands it; adapters render it within their own limits. */
export interface NeutralMessage {
  klass: 'digest' | 'answer' | 'notice';
  /** 【进展报送】 and the like. */
  heading: string;
  /** Paragraphs and numbered lines, plain text. */
  lines: string[];
  buttons: Button[];
  /** Signed by the office's short name. */
  signature: string;
}

/** The same with buttons as opaque ids (≤ 64 bytes, Telegram's callback_data). */
export interface SendableMessage extends Omit<NeutralMessage, 'buttons'> {
  deliveryId: string;
  buttons: { id: string; label: string; style?: 'primary' | 'danger' }[];
}
