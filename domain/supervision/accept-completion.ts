import type { Instant } from '../plan/types.ts';
import { refusal, type Refusal } from '../refusals.ts';
import { cutWords } from './cut-words.ts';
import { isOwn, MIN_REASON, recordAct, type ActBy, type Acted } from './office-act.ts';
import { withoutRequest } from './part-request.ts';
import { claimUndone } from './sign-off.ts';
import { clearAll, replacePart, settleSlots } from './settle.ts';
import { openSubItemsRefusal, type SubItemTally } from './sub-items.ts';
import type { Part, SupervisedState } from './types.ts';
import { partOf } from './part-of.ts';

/** What is known of a task's sub-items, and why it is complete though some are open. */
export interface AcceptTerms {
  subItems?: SubItemTally;
  reason?: string;
}

/** The whole task: its lead's claim is accepted, and what is left of the other parts ends with it. */
export function acceptTask(
  state: SupervisedState,
  terms: AcceptTerms,
  by: ActBy,
  now: Instant,
): Acted | { refused: Refusal } {
  const leads = state.parts.filter(({ role }) => role === 'lead');
  const claimed = (leads.length > 0 ? leads : state.parts).filter(({ completion }) => completion === 'claimed');
  const first = claimed[0];
  if (!first) return { refused: refusal('NOTHING_CLAIMED') };
  // The other claims end with the lead's: one of the actor's own among them would be accepted by its author.
  if (state.parts.some((part) => part.completion === 'claimed' && isOwn(part, by)))
    return { refused: refusal('SELF_ACCEPT') };
  if (claimed.some(isUnsigned)) return { refused: refusal('SIGN_OFF_MISSING', { act: '验收' }) };
  const open = openSubItemsRefusal(terms.subItems, terms.reason ?? '', MIN_REASON);
  if (open) return { refused: open };
  const cleared = clearAll(state, '任务已验收办结');
  const parts = cleared.state.parts.map((part) => ({ ...withoutRequest(part), completion: 'accepted' as const }));
  return {
    state: recordAct(
      { ...cleared.state, parts, status: 'closed' },
      by,
      now,
      'taskAccepted',
      { parts: parts.map(({ id }) => id), claimedBy: first.claimedBy, ...despite(terms) },
      cleared.settled,
    ),
    summary: `任务已验收办结${stillOpen(terms)}`,
  };
}

/** What is on record of an acceptance while sub-items were open. */
const despite = ({ subItems, reason = '' }: AcceptTerms): { openSubItems?: string[]; reason?: string } =>
  subItems && subItems.open.length > 0 ? { openSubItems: subItems.open, reason: cutWords(reason.trim(), 500) } : {};

const stillOpen = ({ subItems }: AcceptTerms): string =>
  subItems && subItems.open.length > 0 ? `;${subItems.open.length}项分解任务仍在办理,继续督办` : '';

/** Claimed, but not signed by the unit's supervisor yet (policy "Sign-off"). */
const isUnsigned = ({ request }: Part): boolean => request?.kind === 'completion' && request.signOff === 'waiting';

/** One part's claim; the task closes with its last one. */
export function acceptPart(
  state: SupervisedState,
  partId: string,
  terms: AcceptTerms,
  by: ActBy,
  now: Instant,
): Acted | { refused: Refusal } {
  const found = partOf(state, partId);
  if ('refused' in found) return found;
  const { part } = found;
  if (part.completion !== 'claimed') return { refused: refusal('NOTHING_CLAIMED') };
  if (isOwn(part, by)) return { refused: refusal('SELF_ACCEPT') };
  if (isUnsigned(part)) return { refused: refusal('SIGN_OFF_MISSING', { act: '验收' }) };
  // The last part closes the task.
  const closes = state.parts.every(({ id, completion }) => id === partId || completion === 'accepted');
  const open = closes ? openSubItemsRefusal(terms.subItems, terms.reason ?? '', MIN_REASON) : null;
  if (open) return { refused: open };
  const cleared = settleSlots(state, { partId }, 'withdrawn', '已验收办结');
  const accepted = replacePart(cleared.state, partId, (p) => ({ ...withoutRequest(p), completion: 'accepted' }));
  return {
    state: recordAct(
      closes ? { ...accepted, status: 'closed' } : accepted,
      by,
      now,
      'completionAccepted',
      { partId, claimedBy: part.claimedBy, closes, ...(closes ? despite(terms) : {}) },
      [cleared.settled],
    ),
    summary: closes ? `任务已验收办结${stillOpen(terms)}` : '已验收',
  };
}

/** Returned with what is missing: the completion is owed again, by its old date. */
export function returnPart(
  state: SupervisedState,
  partId: string,
  reason: string,
  by: ActBy,
  now: Instant,
): Acted | { refused: Refusal } {
  const found = partOf(state, partId);
  if ('refused' in found) return found;
  const { part } = found;
  if (part.completion !== 'claimed') return { refused: refusal('NOTHING_CLAIMED') };
  if (isOwn(part, by)) return { refused: refusal('SELF_ACCEPT') };
  if (reason.trim().length < MIN_REASON) return { refused: refusal('REASON_REQUIRED') };
  const returns = (part.returns ?? 0) + 1;
  const next = replacePart(state, partId, (p) => ({ ...claimUndone(p, reason), returns }));
  return {
    state: recordAct(
      { ...next, scheduleSeq: next.scheduleSeq + 1 },
      by,
      now,
      'completionReturned',
      { partId, reason, n: returns },
      [],
    ),
    summary: '已退回补充',
  };
}
