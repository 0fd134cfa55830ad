import type { Instant, LocalDate, UnitRelation } from '../plan/types.ts';
import type { DutyKind, Rung } from '../supervision/types.ts';
import type { Locale } from './catalogue/index.ts';
import type { DeskAct } from './desk-act.ts';
import type { AskedBack } from './reply-questions.ts';

/** Everything a message may say about one rung; stored in Prompt.line when it is issued. */
export interface PromptLine {
  entityId: string;
  partId: string;
  planTitle: string;
  /** Printed number such as (九); null where the plan prints none. */
  no: string | null;
  title: string;
  /** Printed section, for 原文; absent where the plan prints none. */
  section?: string | null;
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
  /** Last totals by what they count; absent: none. */
  lastFigures?: { name: string; value: number; unit: string }[];
  /** 按季 quarterly · 按月 monthly. */
  cadence: 'monthly' | 'quarterly';
  /** Due day of the task itself, said in the receipt message. */
  taskDueOn: LocalDate | null;
  /** Where this part adds the others up: who of them has reported, and whether there is anything to add up. */
  rollUp?: { status: string; ready: boolean };
}

/** One duty of one part, as a button names it. */
export interface LineRef {
  entityId: string;
  partId: string;
  duty: DutyKind;
  cycle: string;
}

/** Acts on one part. `explain` and `unchanged-because` await the reason in words, `extension` a date and a reason. */
export type SingleAct =
  | 'receipt'
  | 'no-change'
  | 'claim-completion'
  | 'coordination'
  | 'fill'
  | 'explain'
  | 'unchanged-because'
  | 'extension'
  | 'dispute'
  | 'change-contact'
  | 'roll-up';

/** One member a kind, so that a kind narrows to its act. */
type EachKind<Kind extends string, Rest> = Kind extends string ? { kind: Kind } & Rest : never;

/** 〔填报〕; under a question (message 6) with what it asks and the row of the words that are asked about. */
export type FillAct = { kind: 'fill'; inboxId?: string; asks?: AskedBack } & LineRef;

/** What a button does, before it becomes an opaque id. */
export type ButtonAct =
  | EachKind<Exclude<SingleAct, 'fill'>, LineRef>
  | FillAct
  | EachKind<'fill-all' | 'no-change-all' | 'receipt-all', { lines: LineRef[] }>
  /** Asks first which of the lines is meant. */
  | { kind: 'which'; next: SingleAct; lines: LineRef[] }
  | EachKind<'confirm' | 'edit' | 'keep-words', { proposalId: string }>
  /** 撤回 of what was just registered, by the items that brought it. */
  | { kind: 'withdraw'; items: { entityId: string; partId: string; itemId: string }[] }
  /** 取消 under a question about an extension; carries what is known so far, so that the question itself is the memory of it. */
  | { kind: 'extension-drop'; entityId: string; partId: string; newDueOn: LocalDate | null; reason: string | null }
  /** 数据未出,12月10日前补报: the words that were asked about file the period, without a figure. */
  | ({ kind: 'data-later'; by: LocalDate; inboxId: string } & LineRef)
  | { kind: 'choose-task'; inboxId: string; entityId: string; partId: string }
  /** Whose evidence the files are that the message asks about. */
  | { kind: 'file-evidence'; entityId: string; partId: string }
  | { kind: 'no-evidence' }
  | { kind: 'desk'; act: DeskAct }
  | EachKind<'brief-text' | 'brief-sources' | 'directive', { briefId: string }>
  /** 〔不是本人〕: of the account on which it is pressed, or of somebody who wants to bind another one (BindClaim). */
  | { kind: 'not-me'; claimId: string | null }
  | { kind: 'acknowledge' };

/** A rung as it is worded on the day it is sent; the sender reckons with the calendar. */
export interface PromptLineView extends PromptLine {
  /** From today to the due day; 0: today; negative: overdue by that many. */
  workingDaysToDue: number;
  /** When the next rank may be told, if it may. */
  escalateBy: Instant | null;
}

export interface Button {
  label: string;
  act: ButtonAct;
  style?: 'primary' | 'danger';
}

/** A thread of a conversation, as its provider names it: Slack's channel and the ts of the message it hangs on. */
export type Thread = Record<string, string>;

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
  /** Of what is added to it on its way; absent: Chinese. */
  locale?: Locale;
  /** The answer is expected as typed words. */
  asksReply?: true;
  /** Where it stands in its conversation: in the thread of what it answers. Absent: in none. */
  thread?: Thread;
}

/** The same with buttons as opaque ids (≤ 64 bytes, Telegram's callback_data). */
export interface SendableMessage extends Omit<NeutralMessage, 'buttons'> {
  deliveryId: string;
  /** Of a message that its provider takes only in several; counted from 1. */
  part?: { no: number; of: number };
  /** Said beside the message, to help to answer it: never closed, and no loss where it doesn't arrive. */
  aside?: true;
  buttons: { id: string; label: string; style?: 'primary' | 'danger' }[];
}
