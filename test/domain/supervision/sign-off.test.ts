import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../domain/supervision/reading.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import {
  act,
  at,
  claim,
  codeOf,
  done,
  dutyOf,
  isFiled,
  partOf,
  reply,
  scheduled,
  stateOf,
  summaryOf,
} from './fixtures.ts';

const NOW = at('2026-03-23 10:00');
const fresh = scheduled(stateOf(), at('2026-01-05 10:00'));
const unsigned = (noSigner = false): Reading => ({
  kind: 'claim-completion',
  words: '已办结',
  signOff: { signOff: 'waiting', noSigner },
});
const claimed = done(reply(fresh, unsigned(), NOW, { itemId: 'item-claim' }));
const SUPERVISOR = { actor: { id: 'supervisor', name: '孙某' } };
const sign = (state: SupervisedState, agree: boolean, reason = '', by: object = SUPERVISOR, requestId = 'item-claim') =>
  act(state, { kind: 'sign-off', partId: 'p1', requestId, agree, reason }, NOW, by);
const accept = (state: SupervisedState, partId: string | null = 'p1') => act(state, { kind: 'accept', partId }, NOW);

describe('a completion that needs the sign-off of its unit', () => {
  it('counts as filed when it was received, and waits', () => {
    expect(isFiled(claimed, 'completion')).toBe(true);
    expect(partOf(claimed)).toMatchObject({
      completion: 'claimed',
      request: { kind: 'completion', signOff: 'waiting' },
    });
    expect(claimed.pendingEvents.at(-1)?.body).toMatchObject({ requestId: 'item-claim', signOff: 'waiting' });
  });

  it('is not claimed twice, and says who is waited for', () => {
    expect(done(reply(claimed, unsigned(), NOW)).pendingEvents.at(-1)?.kind).toBe('claimRepeated');
    expect(summaryOf(reply(claimed, unsigned(), NOW))).toBe('办结申请此前已收到,待单位分管负责同志审签。');
    expect(summaryOf(reply(done(sign(claimed, true)), unsigned(), NOW))).toBe('办结申请此前已收到,待办公室验收。');
  });

  it('is not accepted before it, neither by part nor with the whole task, and is after it', () => {
    expect(codeOf(accept(claimed))).toBe('SIGN_OFF_MISSING');
    expect(codeOf(accept(claimed, null))).toBe('SIGN_OFF_MISSING');
    const signed = done(sign(claimed, true));
    expect(partOf(signed).request).toMatchObject({ signOff: 'given', signedBy: '孙某', signedAt: NOW });
    const accepted = done(accept(signed));
    expect(accepted.status).toBe('closed');
    expect(partOf(accepted).request).toBeUndefined();
  });

  it('may be returned by the office all the same', () => {
    const returned = done(act(claimed, { kind: 'return', partId: 'p1', reason: '佐证材料不全' }, NOW));
    expect(partOf(returned)).toMatchObject({ completion: 'returned', returns: 1 });
    expect(partOf(returned).request).toBeUndefined();
  });

  it('that its supervisor sends back is owed again by its old day under a new sequence, and no return of the office', () => {
    expect(codeOf(sign(claimed, false, '忙'))).toBe('REASON_REQUIRED');
    const back = scheduled(done(sign(claimed, false, '请先完成内部审核')), NOW);
    expect(partOf(back)).toMatchObject({ completion: 'returned', claimedBy: null, returnedWith: '请先完成内部审核' });
    expect(partOf(back).returns).toBeUndefined();
    expect(dutyOf(back, 'completion')).toMatchObject({ dueOn: '2026-12-31', seq: 2 });
    expect(isFiled(back, 'completion')).toBe(false);
  });

  it('is signed once, as it was seen, and never by whoever filed it', () => {
    expect(codeOf(sign(claimed, true, '', { actor: { id: 'person', name: '某联络员' } }))).toBe('SIGN_OWN');
    expect(codeOf(sign(claimed, true, '', SUPERVISOR, 'another'))).toBe('SIGN_NONE');
    expect(codeOf(sign(done(sign(claimed, true)), true))).toBe('SIGN_NONE');
    expect(codeOf(sign(done(reply(fresh, claim, NOW)), true))).toBe('SIGN_NONE');
  });

  it('is signed by a stamped scan where the office says what it is', () => {
    const alone = done(reply(fresh, unsigned(true), NOW, { itemId: 'item-claim' }));
    const scan = (evidence: string) => act(alone, { kind: 'scan-signed', partId: 'p1', evidence }, NOW);
    expect(codeOf(accept(alone))).toBe('SIGN_OFF_MISSING');
    expect(codeOf(scan('件'))).toBe('EVIDENCE_REQUIRED');
    const signed = done(scan('办结报告盖章扫描件,存2026年卷宗'));
    expect(signed.pendingEvents.at(-1)).toMatchObject({ kind: 'signOffGiven', body: { scan: true } });
    expect(codeOf(accept(signed))).toBe('done');
  });

  it('a second return is counted, so that the brief can say so', () => {
    const once = done(act(done(sign(claimed, true)), { kind: 'return', partId: 'p1', reason: '佐证材料不全' }, NOW));
    const again = done(reply(once, claim, at('2026-03-24 10:00')));
    const twice = done(act(again, { kind: 'return', partId: 'p1', reason: '仍缺验收意见' }, at('2026-03-25 10:00')));
    expect(partOf(twice).returns).toBe(2);
    expect(twice.pendingEvents.at(-1)?.body).toMatchObject({ n: 2 });
  });
});
