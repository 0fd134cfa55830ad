import type { Instant, UnitRelation } from '../plan/types.ts';
import type { EntityAmendment } from './amend-entity.ts';
import type { FileEvidence } from './file-evidence.ts';
import type { RollUpAct } from './confirm-roll-up.ts';
import type { DecideExtension } from './decide-extension.ts';
import type { MoveTo } from './move-part.ts';
import type { NoteSubItem } from './note-sub-item.ts';
import { withEvent } from './pending.ts';
import type { PauseAct, ResumeAct } from './pause-task.ts';
import type { ScanSigned, SignOffAct } from './sign-off.ts';
import type { SubItemTally } from './sub-items.ts';
import type { Actor, Part, PartRole, SettledRungs, SupervisedState } from './types.ts';

export type OfficeAct =
  /** `subItems`: as the desk found them; absent: there are none. `reason`: why it is complete though some are open. */
  | { kind: 'accept'; partId: string | null; subItems?: SubItemTally; reason?: string }
  | { kind: 'return'; partId: string; reason: string }
  | { kind: 'nudge'; partId: string; earliestNext: Instant }
  | { kind: 'assign'; parts: { id: string; unitId: string; role: PartRole; relation: UnitRelation }[] }
  | { kind: 'reassign'; partId: string; to: MoveTo; fromUnit: string; reason: string; succession?: true }
  | { kind: 'decide-dispute'; partId: string; unit: string; uphold: boolean; to: MoveTo | null; reason: string }
  /** `sendFrom`: not before that, reckoned by the desk with the calendar. */
  | { kind: 'release-escalation'; id: string; sendFrom: Instant }
  | { kind: 'hold-escalation'; id: string; reason: string }
  | { kind: 'opt-in' }
  | { kind: 'cancel'; reason: string }
  | { kind: 'amend'; amendment: EntityAmendment }
  | DecideExtension
  | { kind: 'undo-decision'; partId: string }
  | SignOffAct
  | ScanSigned
  | PauseAct
  | ResumeAct
  | RollUpAct
  | NoteSubItem
  | FileEvidence;

export interface ActBy {
  actId: string;
  actor: Actor;
  via: string;
  /** Parts of units that the actor belongs to: nobody accepts what they filed (policy "Sign-off"). */
  ownPartIds: string[];
}

export interface Acted {
  state: SupervisedState;
  summary: string;
}

/** Characters that a reason must have at least. */
export const MIN_REASON = 5;

export const isOwn = (part: Part, by: ActBy): boolean =>
  by.ownPartIds.includes(part.id) || part.claimedBy === by.actor.id;

/** The act as one event of the state that it led to. */
export function recordAct(
  state: SupervisedState,
  by: ActBy,
  now: Instant,
  kind: string,
  body: Record<string, unknown>,
  settled: SettledRungs[],
): SupervisedState {
  return withEvent(state, {
    kind,
    actor: by.actor,
    via: by.via,
    at: now,
    body,
    ...(settled.length > 0 ? { settled } : {}),
  });
}
