import type { PromptLine } from '../../domain/chat/message.ts';
import type { Instant, LocalDate, Rank } from '../../domain/plan/types.ts';
import type { DutyKind } from '../../domain/supervision/types.ts';

/** What a scripted contact needs to know of one line of a message it got. */
export type ScriptLine = Pick<PromptLine, 'no' | 'title' | 'duty' | 'cycle' | 'rung' | 'dueOn'>;

export type ScriptedBehaviour =
  | { kind: 'prompt'; delayMinutes: number }
  | { kind: 'late'; delayWorkingDays: number }
  | { kind: 'silent' }
  /** The first answer names a task that isn't this unit's, later ones are right. */
  | { kind: 'wrong'; delayMinutes: number; taskNo: string | null; title: string };

/** One row of a script: what to answer about a task between two days. The last row that fits counts. */
export interface ScriptedAnswer {
  taskNo: string;
  /** Absent: whatever is asked. */
  duty?: DutyKind;
  /** First day it counts; absent: from the start. */
  from?: LocalDate;
  /** First day it no longer counts. */
  until?: LocalDate;
  /** Absent: `text` goes in as typed words. */
  buttons?: 'receipt' | 'report' | 'no-change' | 'completion';
  text?: string;
  progress?: number;
  /** No answer about this task while the row counts. */
  silent?: 'always' | 'unless-nudged';
  /** Slower than this contact's habit. */
  delayWorkingDays?: number;
}

export interface ScriptedContact {
  unit: string;
  rank: Rank;
  name: string;
  /** Task numbers this contact answers for; absent: every task of the unit. */
  tasks?: string[];
  behaviour: ScriptedBehaviour;
  answers: ScriptedAnswer[];
}

export type ScriptedAction = 'receipt' | 'report' | 'no-change' | 'claim-completion' | 'text';

export interface ScriptedReply {
  /** Index into the lines of the message. */
  line: number;
  action: ScriptedAction;
  text?: string;
  progress?: number;
  /** Typed words come back as a card: press 〔确认登记〕 on it. */
  confirm?: boolean;
}

export interface ScriptContext {
  /** When the message reached this contact. */
  sentAt: Instant;
  /** Replies this contact has given or planned so far. */
  answeredBefore: number;
  /** Keys (`lineKey`) of lines whose planned answer is not in yet: they are not answered twice. */
  planned?: readonly string[];
}

export interface ScriptedOutcome {
  delayMinutes: number;
  replies: ScriptedReply[];
}
