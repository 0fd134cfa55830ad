import type { Instant, LocalDate } from '../plan/types.ts';
import { keptWords } from './kept-words.ts';
import type { Reading } from './reading.ts';
import type { Reply } from './record-reply.ts';
import type { Part, SupervisedState } from './types.ts';

/** What needs the sign-off 审签 of a unit's supervisor (policy "Sign-off"). */
export const SIGN_OFF_KINDS = ['completion', 'extension'] as const;
export type SignOffKind = (typeof SIGN_OFF_KINDS)[number];

export type SignOff = 'waiting' | 'given' | 'not-needed';

/** What a request waits for; `noSigner`: nobody in the unit but its author could sign. */
export interface SignOffNeeded {
  signOff: SignOff;
  noSigner: boolean;
}

/** Shown to whoever decides: 临期申请, 再次申请, and several open requests of one unit at once. */
export type Guard = 'last-minute' | 'repeated' | 'many-at-once';

/** Who decides an extension: the office up to some days inside the phase, beyond it the leading group. */
export type ExtensionLevel = 'office' | 'leading-group';

/** A request of a unit that waits for its sign-off or for a decision. Settled ones leave the state; Events keep them. */
export interface PartRequest {
  /** Of the inbox item that filed it. */
  id: string;
  kind: SignOffKind;
  /** Person who filed it: somebody else signs. */
  by: string;
  byName: string;
  filedAt: Instant;
  /** At most 200 characters. */
  words: string;
  progress: number | null;
  signOff: SignOff;
  /** Nobody in the unit can sign in chat or web: the office records a stamped scan, or assigns a contact. */
  noSigner?: boolean;
  signedBy?: string;
  signedAt?: Instant;
  extension?: ExtensionAsked;
}

export interface ExtensionAsked {
  newDueOn: LocalDate;
  reason: string;
  /** The due day that it moves, and the instant after which the request can't be made any more. */
  dueOn: LocalDate;
  expiresAt: Instant;
  /** Working days from the request to the due day. */
  workingDaysBefore: number;
  guards: Guard[];
  /** Open requests of the unit, this one among them. */
  openOfUnit: number;
  level: ExtensionLevel;
  decideBy: Instant;
}

/** Enough to take a decision back within its minutes (policy "Undo"). */
export interface DecidedExtension {
  request: PartRequest;
  granted: boolean;
  at: Instant;
  undoUntil: Instant;
  /** The part's own due day before; null: it had none. */
  dueOnBefore: LocalDate | null;
}

/** 暂缓: nothing fires, and every part keeps the working days that it had left. */
export interface Paused {
  since: Instant;
  until: LocalDate;
  /** It goes on by itself at this instant. */
  resumeAt: Instant;
  reason: string;
  parts: PausedPart[];
}

export interface PausedPart {
  partId: string;
  remainingWorkingDays: number;
  /** Due day once it goes on. */
  dueOn: LocalDate;
}

/** The day by which a part's completion is owed. */
export const dueDayOf = ({ dueOn }: Pick<SupervisedState, 'dueOn'>, part: Pick<Part, 'dueOn'>): LocalDate | null =>
  part.dueOn ?? dueOn;

/**
 * Its extension was asked for in time, signed, and isn't decided: 延期待批, no red and no escalation. What only
 * the unit itself keeps waiting (no sign-off yet) protects nobody; a unit where nobody can sign waits for the office.
 */
export const isExtensionPending = ({ request }: Pick<Part, 'request'>): boolean =>
  request?.kind === 'extension' && (request.signOff !== 'waiting' || request.noSigner === true);

/** A claim that waits for its sign-off; null: it goes straight to the office. */
export function claimRequest(
  part: Part,
  { itemId, actor, receivedAt }: Reply,
  { words, signOff }: Extract<Reading, { kind: 'claim-completion' }>,
): PartRequest | null {
  if (signOff?.signOff !== 'waiting') return null;
  return {
    id: itemId,
    kind: 'completion',
    by: actor.id,
    byName: actor.name,
    filedAt: receivedAt,
    words: keptWords(words),
    progress: part.progress,
    signOff: 'waiting',
    ...(signOff.noSigner ? { noSigner: true } : {}),
  };
}

/** The part without its request; of an extension that goes by itself, what becomes of it stands in the event. */
export function withoutRequest(part: Part): Part {
  const after = { ...part };
  delete after.request;
  return after;
}

/** Parts of one unit whose request for more time nobody has decided yet. */
export const extensionsOpen = (states: readonly SupervisedState[], unitId: string): Part[] =>
  states.flatMap(({ parts }) => parts).filter((one) => one.unitId === unitId && one.request?.kind === 'extension');
