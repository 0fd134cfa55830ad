import type { Instant } from '../plan/types.ts';
import { refusal, type Refusal } from '../refusals.ts';
import { keptWords } from './kept-words.ts';
import { MIN_REASON, recordAct, type ActBy, type Acted } from './office-act.ts';
import { withoutRequest, type PartRequest } from './part-request.ts';
import { replacePart } from './settle.ts';
import type { Part, SupervisedState } from './types.ts';
import { partOf } from './part-of.ts';

/** 〔审签同意〕〔退回〕 of a unit's supervisor. */
export interface SignOffAct {
  kind: 'sign-off';
  partId: string;
  /** The request that was seen. */
  requestId: string;
  agree: boolean;
  reason: string;
}

/** The office has the unit's stamped paper. */
export interface ScanSigned {
  kind: 'scan-signed';
  partId: string;
  /** What it is and where it lies. */
  evidence: string;
}

type Outcome = Acted | { refused: Refusal };

/** A unit's supervisor signs or sends back what the unit asked for; never what the same person filed. */
export function signOff(state: SupervisedState, act: SignOffAct, by: ActBy, now: Instant): Outcome {
  const found = waiting(state, act.partId, by);
  if ('refused' in found) return found;
  const { part, request } = found;
  if (request.id !== act.requestId) return { refused: refusal('SIGN_NONE') };
  if (request.extension && now > request.extension.expiresAt && !request.noSigner) return lapsed(state, part, by, now);
  if (act.agree) return signed(state, part, by, now, {});
  if (act.reason.trim().length < MIN_REASON) return { refused: refusal('REASON_REQUIRED') };
  return sentBack(state, part, request, act.reason, by, now);
}

/** 盖章扫描件: the other way of a sign-off, recorded by the office. */
export function scanSigned(state: SupervisedState, act: ScanSigned, by: ActBy, now: Instant): Outcome {
  const found = waiting(state, act.partId, by);
  if ('refused' in found) return found;
  if (act.evidence.trim().length < MIN_REASON) return { refused: refusal('EVIDENCE_REQUIRED') };
  return signed(state, found.part, by, now, { scan: true, evidence: keptWords(act.evidence.trim()) });
}

function waiting(
  state: SupervisedState,
  partId: string,
  by: ActBy,
): { part: Part; request: PartRequest } | { refused: Refusal } {
  const found = partOf(state, partId);
  if ('refused' in found) return found;
  const { part } = found;
  const { request } = part;
  if (request?.signOff !== 'waiting') return { refused: refusal('SIGN_NONE') };
  if (request.by === by.actor.id) return { refused: refusal('SIGN_OWN') };
  return { part, request };
}

function signed(
  state: SupervisedState,
  part: Part,
  by: ActBy,
  now: Instant,
  how: { scan?: true; evidence?: string },
): Outcome {
  const request: PartRequest = {
    ...(part.request as PartRequest),
    signOff: 'given',
    signedBy: by.actor.name,
    signedAt: now,
  };
  return {
    state: recordAct(
      replacePart(state, part.id, (p) => ({ ...p, request })),
      by,
      now,
      'signOffGiven',
      { partId: part.id, requestId: request.id, of: request.kind, ...how },
      [],
    ),
    summary: how.scan ? '已登记盖章扫描件' : '已审签同意',
  };
}

/** A completion is owed again by its old date, as when the office returns it; an extension was never asked for. */
function sentBack(
  state: SupervisedState,
  part: Part,
  request: PartRequest,
  reason: string,
  by: ActBy,
  now: Instant,
): Outcome {
  const isClaim = request.kind === 'completion';
  const next = replacePart(state, part.id, (p) => (isClaim ? claimUndone(p, reason) : withoutRequest(p)));
  const body = { partId: part.id, requestId: request.id, of: request.kind, askedBy: request.by, reason };
  return {
    state: recordAct(
      isClaim ? { ...next, scheduleSeq: next.scheduleSeq + 1 } : next,
      by,
      now,
      'signOffRefused',
      body,
      [],
    ),
    summary: '已退回',
  };
}

/** A claim that was sent back: a new sequence for the completion, since the rungs that ended with the claim belong to the old one. */
export const claimUndone = (part: Part, reason: string): Part => ({
  ...withoutRequest(part),
  completion: 'returned',
  claimedBy: null,
  completionAt: null,
  returnedWith: keptWords(reason),
  deadlineSeq: part.deadlineSeq + 1,
  duties: part.duties.filter(({ kind }) => kind !== 'completion'),
});

/** Signed only after the due instant: there was no complete request in time. */
function lapsed(state: SupervisedState, part: Part, by: ActBy, now: Instant): Outcome {
  const body = { partId: part.id, requestId: part.request?.id, askedBy: part.request?.by };
  return {
    state: recordAct(replacePart(state, part.id, withoutRequest), by, now, 'extensionLapsed', body, []),
    summary: '时限已过,延期申请未及审签,已失效。请报送办理情况并说明原因',
  };
}
