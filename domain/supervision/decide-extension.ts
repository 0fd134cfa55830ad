import type { Instant, LocalDate } from '../plan/types.ts';
import { refusal, type Refusal } from '../refusals.ts';
import { cutWords } from './cut-words.ts';
import { dayWords } from './day-words.ts';
import { dateRefusal, levelOf, type DateTerms } from './extension-rules.ts';
import { MIN_REASON, recordAct, type ActBy, type Acted } from './office-act.ts';
import { withoutRequest, type ExtensionAsked, type PartRequest } from './part-request.ts';
import { replacePart, settleSlots } from './settle.ts';
import type { Part, SettledRungs, SupervisedState } from './types.ts';
import { partOf } from './part-of.ts';

/** 延期审批. `dueOn` null: the day that was asked for. `requestId`: the one that was seen. */
export interface DecideExtension {
  kind: 'decide-extension';
  partId: string;
  requestId?: string;
  grant: boolean;
  dueOn: LocalDate | null;
  reason: string;
  terms: DateTerms;
  /** Until then it can be taken back, and nobody is told. */
  undoUntil: Instant;
}

type Outcome = Acted | { refused: Refusal };

/** Grants or refuses a unit's open request; a grant moves the part's own due day under a new sequence. */
export function decideExtension(state: SupervisedState, act: DecideExtension, by: ActBy, now: Instant): Outcome {
  const found = partOf(state, act.partId);
  if ('refused' in found) return found;
  const { part } = found;
  if (state.paused) return { refused: refusal('TASK_PAUSED', { until: dayWords(state.paused.until) }) };
  const refused = refuse(part, act, by);
  if (refused) return { refused };
  const request = part.request as PartRequest & { extension: ExtensionAsked };
  return act.grant ? grant(state, part, request, act, by, now) : decline(state, part, request, act, by, now);
}

function refuse(part: Part, { requestId }: DecideExtension, by: ActBy): Refusal | null {
  const { request } = part;
  if (part.completion === 'claimed') return refusal('EXTENSION_SUPERSEDED');
  if (!request?.extension) return refusal('EXTENSION_NONE');
  if (requestId !== undefined && requestId !== request.id) return refusal('EXTENSION_CHANGED');
  if (by.ownPartIds.includes(part.id) || request.by === by.actor.id) return refusal('SELF_DECIDE');
  return request.signOff === 'waiting' ? refusal('SIGN_OFF_MISSING', { act: '批复' }) : null;
}

function grant(
  state: SupervisedState,
  part: Part,
  request: PartRequest & { extension: ExtensionAsked },
  act: DecideExtension,
  by: ActBy,
  now: Instant,
): Outcome {
  const { extension } = request;
  const dueOn = act.dueOn ?? extension.newDueOn;
  const refused = dateRefusal(dueOn, extension.dueOn, act.terms);
  if (refused) return { refused };
  const level = levelOf(dueOn, extension.dueOn, act.terms);
  if (level === 'leading-group' && act.reason.trim().length < MIN_REASON)
    return { refused: refusal('EXTENSION_LEADERS', { days: act.terms.maxDays, end: dayWords(act.terms.phaseEnd) }) };
  const moved = movedTo(state, part, dueOn, '已同意延期,时限已调整');
  const next = replacePart(moved.state, part.id, (p) => ({
    ...withoutRequest(p),
    extensions: (p.extensions ?? 0) + 1,
    decided: decidedOf(part, request, act, true, now),
  }));
  const body = { ...bodyOf(part, request, act), dueOn, level };
  return {
    state: recordAct(next, by, now, 'extensionGranted', body, moved.settled),
    summary: `已同意延至${dayWords(dueOn)}`,
  };
}

function decline(
  state: SupervisedState,
  part: Part,
  request: PartRequest & { extension: ExtensionAsked },
  act: DecideExtension,
  by: ActBy,
  now: Instant,
): Outcome {
  if (act.reason.trim().length < MIN_REASON) return { refused: refusal('REASON_REQUIRED') };
  const next = replacePart(state, part.id, (p) => ({
    ...withoutRequest(p),
    decided: decidedOf(part, request, act, false, now),
  }));
  const body = { ...bodyOf(part, request, act), dueOn: request.extension.dueOn };
  return {
    state: recordAct(next, by, now, 'extensionRefused', body, []),
    summary: `不同意延期,仍按${dayWords(request.extension.dueOn)}时限办理`,
  };
}

const decidedOf = (
  part: Part,
  request: PartRequest,
  { undoUntil }: DecideExtension,
  granted: boolean,
  at: Instant,
) => ({
  request,
  granted,
  at,
  undoUntil,
  dueOnBefore: part.dueOn ?? null,
});

const bodyOf = (
  part: Part,
  { id, extension, by }: PartRequest & { extension: ExtensionAsked },
  { reason, undoUntil }: DecideExtension,
) => ({
  partId: part.id,
  requestId: id,
  askedBy: by,
  from: extension.dueOn,
  asked: extension.newDueOn,
  guards: extension.guards,
  reason: cutWords(reason.trim(), 500),
  undoUntil,
});

/** Another own due day is another deadline: old rungs end on record, a new schedule is asked for. null: the task's day again. */
export function movedTo(
  state: SupervisedState,
  part: Part,
  dueOn: LocalDate | null,
  reason: string,
): { state: SupervisedState; settled: SettledRungs[] } {
  const cleared = settleSlots(state, { partId: part.id, duty: 'completion' }, 'withdrawn', reason);
  const next = replacePart(cleared.state, part.id, (p) => {
    const after: Part = { ...p, deadlineSeq: p.deadlineSeq + 1 };
    if (dueOn === null) delete after.dueOn;
    else after.dueOn = dueOn;
    return after;
  });
  return { state: { ...next, scheduleSeq: next.scheduleSeq + 1 }, settled: [cleared.settled] };
}
