import type { Instant } from '../plan/types.ts';
import { refusal, type Refusal } from '../refusals.ts';
import { cutWords } from './cut-words.ts';
import { isOwed, keepEscalations } from './escalations.ts';
import { MIN_REASON, recordAct, type ActBy, type Acted, type OfficeAct } from './office-act.ts';
import type { Escalation, SupervisedState } from './types.ts';

type Act<Kind extends OfficeAct['kind']> = Extract<OfficeAct, { kind: Kind }>;

const REASON_KEPT = 200;

/** 核定提示: the supervisor is told, from `sendFrom` on (policy "Ladder": the office must release it). */
export function releaseEscalation(
  state: SupervisedState,
  { id, sendFrom }: Act<'release-escalation'>,
  by: ActBy,
  now: Instant,
): Acted | { refused: Refusal } {
  const held = heldOf(state, id);
  if ('refused' in held) return held;
  const { partId, duty, cycle, seq, rung, since } = held;
  const recorded = recordAct(
    keepEscalations(state, (one) => one.id !== id),
    by,
    now,
    'escalationReleased',
    { partId, duty, cycle, rung, heldSince: since, sendFrom },
    [],
  );
  return {
    state: withReleased(recorded, { partId, duty, cycle, seq, rung, sendFrom }),
    summary: '已核定,将提示分管负责同志',
  };
}

/** 不提示: this rung ends unsent, with the reason; later rungs stand. */
export function dropEscalation(
  state: SupervisedState,
  { id, reason }: Act<'hold-escalation'>,
  by: ActBy,
  now: Instant,
): Acted | { refused: Refusal } {
  const held = heldOf(state, id);
  if ('refused' in held) return held;
  const why = cutWords(reason.trim(), REASON_KEPT);
  if (why.length < MIN_REASON) return { refused: refusal('REASON_REQUIRED') };
  const { partId, duty, cycle, rung, since } = held;
  return {
    state: recordAct(
      keepEscalations(state, (one) => one.id !== id),
      by,
      now,
      'escalationDropped',
      { partId, duty, cycle, rung, heldSince: since, reason: why },
      [{ outcome: 'withdrawn', reason: `办公室核定不提示:${why}`, partId, duty, cycle, rung, slots: [] }],
    ),
    summary: '不再提示分管负责同志',
  };
}

function heldOf(state: SupervisedState, id: string): Escalation | { refused: Refusal } {
  const held = state.escalations?.find((one) => one.id === id);
  return held ?? { refused: refusal(isOwed(state, id) ? 'ESCALATION_SETTLED' : 'ESCALATION_ANSWERED') };
}

function withReleased(
  state: SupervisedState,
  rung: NonNullable<SupervisedState['pendingEvents'][number]['released']>[number],
): SupervisedState {
  const events = state.pendingEvents.map((event) =>
    event.seq === state.eventSeq ? { ...event, released: [rung] } : event,
  );
  return { ...state, pendingEvents: events };
}
