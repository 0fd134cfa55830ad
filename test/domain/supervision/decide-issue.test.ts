import { describe, expect, it } from 'vitest';
import { decideIssue, nextInstant } from '../../../domain/supervision/decide-issue.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import { act, at, claim, done, partSeed, reply, report, scheduled, stateOf } from './fixtures.ts';

const START = at('2026-01-05 10:00');
const signed = done(reply(scheduled(stateOf(), START), { kind: 'receipt' }, START));
const issuedAt = (state: SupervisedState, now: string): string[] =>
  decideIssue(state, at(now)).issued.map(({ duty, rung, audience, status, reason }) =>
    [duty, rung, audience, status, ...(reason === null ? [] : [reason])].join(' '),
  );

describe('rungs that come due', () => {
  it('are issued one by one, each at its instant', () => {
    expect(nextInstant(signed)).toBe(at('2026-03-20 09:15'));
    expect(issuedAt(signed, '2026-03-20 09:14')).toEqual([]);
    const turn = decideIssue(signed, at('2026-03-20 09:15'));
    expect(turn.issued).toMatchObject([
      { duty: 'report', cycle: '2026Q1', rung: 'd3', status: 'queued', unitId: 'u-p1' },
    ]);
    expect(nextInstant(turn.state)).toBe(at('2026-03-25 09:15'));
  });

  it('after an outage go as one message to each reader, the others superseded by it', () => {
    expect(issuedAt(signed, '2026-04-20 12:00')).toEqual([
      'report d3 liaison superseded w3',
      'report d0 liaison superseded w3',
      'report o1 liaison superseded w3',
      'report o3 section-head queued',
      'report o5 supervisor held',
      'report w1 liaison superseded w3',
      'report o10 office office',
      'report w2 liaison superseded w3',
      'report w3 liaison queued',
    ]);
  });

  it("never lose the request for a receipt behind the office's list", () => {
    expect(issuedAt(scheduled(stateOf(), START), '2026-01-20 12:00')).toEqual([
      'receipt issue liaison superseded o1',
      'receipt o1 liaison queued',
      'receipt o3 section-head queued',
      'receipt o5 office office',
    ]);
  });

  it('of a duty that was filed meanwhile are withdrawn', () => {
    // As a merge could leave it: the slot is there, the duty is filed.
    const filed = { ...done(reply(signed, report(), at('2026-03-18 10:00'))), slots: signed.slots };
    expect(issuedAt(filed, '2026-03-20 09:15')).toEqual(['report d3 liaison withdrawn 已报送']);
  });

  it('of an older deadline are superseded', () => {
    const claimed = done(reply(signed, claim, at('2026-03-18 10:00')));
    const returned = scheduled(
      done(act(claimed, { kind: 'return', partId: 'p1', reason: '缺少佐证材料' }, at('2026-03-19 10:00'))),
      at('2026-03-19 10:00'),
    );
    const old = { ...returned, slots: signed.slots.filter(({ duty }) => duty === 'completion') };
    expect(issuedAt(old, '2026-12-22 09:15')).toEqual(['completion d7 liaison superseded 时限已调整(第2次)']);
  });

  it('of an accepted part are withdrawn', () => {
    const accepted = { ...signed, parts: signed.parts.map((part) => ({ ...part, completion: 'accepted' as const })) };
    expect(issuedAt(accepted, '2026-03-20 09:15')).toEqual(['report d3 liaison withdrawn 已验收办结']);
  });

  it('a nudge takes the place of an older reminder that is due at once with it', () => {
    const nudged = done(
      act(signed, { kind: 'nudge', partId: 'p1', earliestNext: at('2026-03-30') }, at('2026-03-20 10:00')),
    );
    expect(issuedAt(nudged, '2026-03-20 10:00')).toEqual([
      'report d3 liaison superseded nudge-1',
      'report nudge-1 liaison queued',
    ]);
  });

  it('of two parts are decided apart', () => {
    const two = scheduled(stateOf({ parts: [partSeed('p1'), partSeed('p2')] }), START);
    const one = done(reply(two, { kind: 'receipt' }, START, { partId: 'p1' }));
    expect(decideIssue(one, START).issued.map(({ partId, rung, status }) => `${partId} ${rung} ${status}`)).toEqual([
      'p2 issue queued',
    ]);
  });

  it('nothing is due in a state without slots, and nothing will wake it', () => {
    const empty = stateOf();
    expect(decideIssue(empty, START)).toEqual({ issued: [], state: empty });
    expect(nextInstant(empty)).toBeNull();
  });
});
