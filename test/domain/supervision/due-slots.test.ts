import { describe, expect, it } from 'vitest';
import { decideIssue, nextInstant } from '../../../domain/supervision/decide-issue.ts';
import { partLight } from '../../../domain/supervision/part-light.ts';
import { DEFAULT_POLICY } from '../../../domain/plan/policy.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import { SEED_CALENDAR } from '../../../seeds/calendar/calendar.ts';
import { act, at, done, partOf, reply, report, runUntil, scheduled, stateOf } from './fixtures.ts';

const START = at('2026-01-05 10:00');
const DISPUTED = at('2026-01-06 10:00');
const LATER = at('2026-01-16 10:00');

const asked = decideIssue(scheduled(stateOf(), START), START).state;
const disputed = done(reply(asked, { kind: 'dispute', reason: '该项职能已划转其他单位' }, DISPUTED));
const decided = (state: SupervisedState) =>
  done(
    act(
      state,
      { kind: 'decide-dispute', partId: 'p1', unit: '市科技局', uphold: false, to: null, reason: '职责仍属该单位' },
      LATER,
    ),
  );
const ofReceipt = (issued: ReturnType<typeof decideIssue>['issued']) =>
  issued.filter(({ duty }) => duty === 'receipt').map(({ rung, audience, status }) => `${rung} ${audience} ${status}`);

describe('a receipt whose duty is disputed', () => {
  it('is chased without a dispute', () => {
    expect(ofReceipt(runUntil(asked, START, LATER).issued)).toEqual([
      'o1 liaison queued',
      'o3 section-head queued',
      'o5 office office',
    ]);
  });

  it('is not chased until the office has decided, and wakes nobody', () => {
    const run = runUntil(disputed, DISPUTED, LATER);
    expect(ofReceipt(run.issued)).toEqual([]);
    const left = run.state.slots.filter(({ duty }) => duty === 'receipt');
    expect(left.map(({ rung }) => rung)).toEqual(['o1', 'o3', 'o5']);
    expect((nextInstant(run.state) ?? '') > LATER).toBe(true);
  });

  it('is chased on from where it stands when the duty stays with the unit', () => {
    const resting = runUntil(disputed, DISPUTED, LATER).state;
    expect(ofReceipt(decideIssue(decided(resting), LATER).issued)).toEqual([
      'o1 liaison queued',
      'o3 section-head queued',
      'o5 office office',
    ]);
  });

  it('is chased no more where the unit signs after all', () => {
    const resting = runUntil(disputed, DISPUTED, LATER).state;
    const signed = done(reply(resting, { kind: 'receipt' }, LATER));
    expect(signed.slots.filter(({ duty }) => duty === 'receipt')).toEqual([]);
    const ended = signed.pendingEvents.at(-1)?.settled?.flatMap(({ slots }) => slots.map(({ rung }) => rung));
    expect(ended).toEqual(['o1', 'o3', 'o5']);
  });

  it('ends for runs from before rungs rested as it did', () => {
    const { issued, state } = decideIssue(disputed, LATER, [], false);
    expect(ofReceipt(issued)).toHaveLength(3);
    expect(state.slots.some(({ duty }) => duty === 'receipt')).toBe(false);
  });
});

describe('a receipt that comes late', () => {
  const light = (state: SupervisedState, now: string) =>
    partLight(state, partOf(state), { calendar: SEED_CALENDAR, policy: DEFAULT_POLICY, now }).light;

  it('turns red into yellow, and one report on pace turns that into green', () => {
    expect(light(asked, LATER)).toBe('red');
    const signed = done(reply(asked, { kind: 'receipt' }, LATER));
    expect(light(signed, LATER)).toBe('yellow');
    const reported = done(reply(signed, report('已完成一成', 10), at('2026-01-19 10:00')));
    expect(light(reported, at('2026-01-19 10:00'))).toBe('green');
  });

  it('in time leaves the light green', () => {
    expect(light(done(reply(asked, { kind: 'receipt' }, DISPUTED)), DISPUTED)).toBe('green');
  });
});
