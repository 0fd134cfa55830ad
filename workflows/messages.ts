import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { LocalDate } from '../domain/plan/types.ts';
import type { Refusal } from '../domain/refusals.ts';
import type { OfficeAct } from '../domain/supervision/office-act.ts';
import type { Reading } from '../domain/supervision/reading.ts';
import type { Actor, EntityState, PhaseWindow } from '../domain/supervision/types.ts';

/** Every message carries the clock's offset as its sender knew it, so a stepped clock never runs back. */
export interface Envelope {
  offsetMs: number;
  actor: Actor;
  /** web, scripted, slack, telegram, cli, page, system. */
  via: string;
}

export interface RecordReply extends Envelope {
  itemId: string;
  partId: string;
  /** When the inbox received it, on the plan's clock: late is judged by this. */
  receivedAt: string;
  reading: Reading;
}

/** What the person is told. */
export interface ReplyRecorded {
  outcome: 'recorded' | 'older' | 'seen';
  /** 进度60%→75% and the like, one short sentence. */
  summary: string;
}

/** The same for one of several; a refusal is its outcome, so that it is no other's. */
export type ReplyAnswer = ReplyRecorded | { refused: Refusal };

export interface Decide extends Envelope {
  actId: string;
  /** True where the actor belongs to the unit whose completion is decided on. */
  ownPartIds: string[];
  act: OfficeAct;
}

export interface Decided {
  summary: string;
}

export interface Advance extends Envelope {
  actId: string;
  dossierHash: string;
  overrideReason: string | null;
}

/** Another version of the plan changed its phases or title. */
export interface AmendPlan extends Envelope {
  actId: string;
  amendmentId: string;
  changeId: string;
  title: string;
  windows: Omit<PhaseWindow, 'epoch'>[];
}

export interface Undo extends Envelope {
  actId: string;
}

/** Phase and task: an answer of a unit. Update, because a person waits for the outcome. */
export const recordReply = defineUpdate<ReplyRecorded, [RecordReply]>('recordReply');
/** Phase and task: answers that came together, in their order, as one message. Each counts by its own item's id. */
export const recordReplies = defineUpdate<ReplyAnswer[], [RecordReply[]]>('recordReplies');
/** Phase and task: an act of the office. Update, because a person waits. */
export const decide = defineUpdate<Decided, [Decide]>('decide');
/** Plan: phase transition and its undo. Updates, because a coordinator waits. */
export const advance = defineUpdate<Decided, [Advance]>('advance');
export const undoAdvance = defineUpdate<Decided, [Undo]>('undoAdvance');
/** Plan: an accepted change of its text. Update, because the one who accepted it waits. */
export const amendPlan = defineUpdate<Decided, [AmendPlan]>('amendPlan');

/** Task: its plan is in another phase now. Signal, nobody waits; repeated ones are known by their epoch. */
export const phaseChanged =
  defineSignal<[{ offsetMs: number; phase: PhaseWindow; dueOn: LocalDate | null }]>('phaseChanged');
/** Phase: its window is over; open duties end here. */
export const phaseClosed = defineSignal<[{ offsetMs: number; reason: string }]>('phaseClosed');
/** The plan's clock was moved on. */
export const clockMoved = defineSignal<[{ offsetMs: number }]>('clockMoved');
/** A new calendar or policy: ask `schedule` again. */
export const calendarChanged = defineSignal<[{ calendarVersion: number }]>('calendarChanged');
/** After a deploy: continue as new, so that patches retire. */
export const refresh = defineSignal('refresh');

export const stateQuery = defineQuery<EntityState>('state');

/** Sender: something may be sendable. Coalesced. */
export const kick = defineSignal<[{ offsetMs: number }]>('kick');

/** Sender: when it looks again by itself (plan's clock); null: only a kick wakes it. */
export const nextLook = defineQuery<string | null>('nextLook');

export const TASK_QUEUE = 'duban';

export { type EntityState, type PhaseWindow };

/** Input of every entity workflow: the whole state, as first made or as checkpointed. */
export interface EntityInput<S extends EntityState> {
  state: S;
}

export interface SenderInput {
  clockId: string;
  offsetMs: number;
}

export type { OfficeAct, Reading };
