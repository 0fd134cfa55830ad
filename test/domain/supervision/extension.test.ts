import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../../domain/plan/policy.ts';
import type { Instant, LocalDate } from '../../../domain/plan/types.ts';
import type { AskExtension } from '../../../domain/supervision/ask-extension.ts';
import type { DecideExtension } from '../../../domain/supervision/decide-extension.ts';
import { dateTerms, extensionTerms, type AskedOf } from '../../../domain/supervision/extension-terms.ts';
import { partLight } from '../../../domain/supervision/part-light.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import { SEED_CALENDAR } from '../../../seeds/calendar/calendar.ts';
import {
  act,
  at,
  claim,
  codeOf,
  done,
  dutyOf,
  flat,
  partOf,
  partSeed,
  phaseOf,
  reckoning,
  reply,
  report,
  runUntil,
  scheduled,
  stateOf,
} from './fixtures.ts';
import { decideIssue } from '../../../domain/supervision/decide-issue.ts';

const START = at('2026-01-05 10:00');
const SPAN = { planEnd: '2026-12-31', phases: [{ end: '2026-03-31' }, { end: '2026-10-31' }, { end: '2026-12-31' }] };
/** Monday 30 November 2026 is the due day; implementation goes on to 31 October, inspection to the year's end. */
const dueOn = (day: LocalDate): SupervisedState =>
  scheduled(
    stateOf({
      dueOn: day,
      phase: phaseOf('implementation', '2026-01-05', '2026-12-31'),
      parts: [partSeed('p1'), partSeed('p2', 'subordinate', 'responsible')],
    }),
    START,
  );

const askOf = (
  state: SupervisedState,
  newDueOn: LocalDate,
  now: Instant,
  more: Partial<AskedOf> & { reason?: string } = {},
): AskExtension => {
  const { reason = '招标流标,需重新组织', ...asked } = more;
  return {
    kind: 'ask-extension',
    newDueOn,
    reason,
    words: `申请延期至${newDueOn},${reason}`,
    terms: extensionTerms(
      {
        dueOn: partOf(state).dueOn ?? state.dueOn,
        newDueOn,
        span: SPAN,
        isSetOutside: false,
        otherOpen: 0,
        signOff: 'not-needed',
        noSigner: false,
        ...asked,
      },
      reckoning(now),
    ),
  };
};

const ask = (state: SupervisedState, newDueOn: LocalDate, now: Instant, more: Parameters<typeof askOf>[3] = {}) =>
  reply(state, askOf(state, newDueOn, now, more), now);

const decisionOf = (
  state: SupervisedState,
  now: Instant,
  { grant = true, day = null as LocalDate | null, reason = '' } = {},
): DecideExtension => ({
  kind: 'decide-extension',
  partId: 'p1',
  grant,
  dueOn: day,
  reason,
  terms: dateTerms(
    {
      dueOn: partOf(state).request?.extension?.dueOn ?? null,
      newDueOn: day ?? partOf(state).request?.extension?.newDueOn ?? '2026-12-01',
      span: SPAN,
    },
    reckoning(now),
  ),
  undoUntil: new Date(Date.parse(now) + DEFAULT_POLICY.values.extensionUndoMinutes * 60_000).toISOString(),
});

/** All periods are reported, so that nothing else is late. */
const reported = done(
  reply(scheduled(dueOn('2026-11-30'), at('2026-11-16 10:00')), report('已推进', 95), at('2026-11-18 10:00')),
);
const NOVEMBER = scheduled(done(reply(reported, report('已推进', 96), at('2026-11-19 10:00'))), at('2026-11-19 10:00'));
const FRIDAY = at('2026-11-20 10:12');
const extensionOf = (state: SupervisedState) => partOf(state).request?.extension;

describe('asking for more time', () => {
  it('puts date, reason, progress and the day of the answer on record', () => {
    const state = done(ask(NOVEMBER, '2026-12-21', FRIDAY));
    expect(partOf(state).request).toMatchObject({
      kind: 'extension',
      by: 'person',
      filedAt: FRIDAY,
      signOff: 'not-needed',
      extension: {
        newDueOn: '2026-12-21',
        dueOn: '2026-11-30',
        workingDaysBefore: 6,
        guards: [],
        level: 'office',
        decideBy: at('2026-11-24 17:30'),
      },
    });
    expect(state.pendingEvents.at(-1)).toMatchObject({
      kind: 'extensionAsked',
      body: { partId: 'p1', newDueOn: '2026-12-21' },
    });
  });

  it.each<[string, LocalDate, string, boolean]>([
    ['three working days before is in time', '2026-11-30', '2026-11-25 17:00', false],
    ['two working days before is last-minute', '2026-11-30', '2026-11-26 09:00', true],
    ['a make-up Saturday counts as a working day', '2026-02-28', '2026-02-25 09:00', false],
    ['a holiday counts as none', '2026-10-08', '2026-09-28 09:00', false],
    ['and two days before a holiday are two', '2026-10-08', '2026-09-29 09:00', true],
    [
      'from a rest day on which it is due, the last working day before it counts',
      '2026-11-29',
      '2026-11-24 09:00',
      false,
    ],
    ['one day later is last-minute', '2026-11-29', '2026-11-25 09:00', true],
  ])('%s', (_, due, when, isLastMinute) => {
    const state = dueOn(due);
    expect(extensionOf(done(ask(state, '2026-12-07', at(when))))?.guards.includes('last-minute')).toBe(isLastMinute);
  });

  it('is taken at the instant of expiry and refused after it', () => {
    expect(codeOf(ask(NOVEMBER, '2026-12-21', at('2026-11-30 17:30')))).toBe('done');
    const after = new Date(Date.parse(at('2026-11-30 17:30')) + 1).toISOString();
    expect(codeOf(ask(NOVEMBER, '2026-12-21', after))).toBe('EXTENSION_EXPIRED');
  });

  it('on a printed rest day is taken until the end of the next working day, when red begins', () => {
    expect(codeOf(ask(dueOn('2026-11-29'), '2026-12-21', at('2026-11-30 17:30')))).toBe('done');
  });

  it.each<[string, LocalDate, string]>([
    ['a rest day', '2026-12-05', 'EXTENSION_DATE_REST'],
    ['a weekday of a holiday', '2027-01-01', 'EXTENSION_DATE_BEYOND'],
    ['the due day itself', '2026-11-30', 'EXTENSION_DATE_EARLY'],
    ['a day before it', '2026-11-23', 'EXTENSION_DATE_EARLY'],
    ['a day beyond the plan', '2027-03-01', 'EXTENSION_DATE_BEYOND'],
  ])('refuses %s', (_, day, code) => {
    expect(codeOf(ask(NOVEMBER, day, FRIDAY))).toBe(code);
  });

  it('refuses a day that is past where the old one is too', () => {
    const printed = dueOn('2026-11-29');
    expect(codeOf(ask(printed, '2026-11-30', at('2026-11-30 09:00')))).toBe('EXTENSION_DATE_PAST');
  });

  it.each<[string, LocalDate, LocalDate, string]>([
    ['thirty days inside the phase: the office', '2026-11-30', '2026-12-30', 'office'],
    ['thirty-one days: the leading group', '2026-11-30', '2026-12-31', 'leading-group'],
    ['a day beyond the phase: the leading group', '2026-10-30', '2026-11-02', 'leading-group'],
    ['the last working day of the phase: the office', '2026-10-20', '2026-10-30', 'office'],
  ])('%s', (_, due, day, level) => {
    expect(extensionOf(done(ask(dueOn(due), day, at('2026-10-15 09:00'))))?.level).toBe(level);
  });

  it('refuses a reason of one character, a date that others set, a second request and one for what is claimed', () => {
    expect(codeOf(ask(NOVEMBER, '2026-12-21', FRIDAY, { reason: '忙' }))).toBe('REASON_REQUIRED');
    expect(codeOf(ask(NOVEMBER, '2026-12-21', FRIDAY, { isSetOutside: true }))).toBe('EXTENSION_FIXED');
    expect(codeOf(ask(done(ask(NOVEMBER, '2026-12-21', FRIDAY)), '2026-12-22', FRIDAY))).toBe('EXTENSION_OPEN');
    expect(codeOf(ask(done(reply(NOVEMBER, claim, FRIDAY)), '2026-12-22', FRIDAY))).toBe('EXTENSION_CLAIMED');
    expect(codeOf(ask(scheduled(stateOf({ dueOn: null }), START), '2026-12-21', FRIDAY))).toBe('EXTENSION_NO_DUE');
  });

  it('shows that a unit asks again, and that it asks for many at once', () => {
    const refused = done(
      act(
        done(ask(NOVEMBER, '2026-12-21', FRIDAY)),
        decisionOf(done(ask(NOVEMBER, '2026-12-21', FRIDAY)), FRIDAY, { grant: false, reason: '时限不宜调整' }),
        FRIDAY,
      ),
    );
    expect(extensionOf(done(ask(refused, '2026-12-21', FRIDAY, { otherOpen: 2 })))).toMatchObject({
      guards: ['repeated', 'many-at-once'],
      openOfUnit: 3,
    });
    expect(extensionOf(done(ask(NOVEMBER, '2026-12-21', FRIDAY, { otherOpen: 1 })))?.guards).toEqual([]);
  });

  it('the same item again changes nothing', () => {
    const once = done(reply(NOVEMBER, askOf(NOVEMBER, '2026-12-21', FRIDAY), FRIDAY, { itemId: 'i' }));
    const again = reply(once, askOf(once, '2026-12-21', FRIDAY), FRIDAY, { itemId: 'i' });
    expect(done(again)).toBe(once);
  });
});

describe('a request that is open', () => {
  const open = done(ask(NOVEMBER, '2026-12-21', FRIDAY));
  const light = (state: SupervisedState, now: Instant) =>
    partLight(state, partOf(state), { calendar: SEED_CALENDAR, policy: DEFAULT_POLICY, now });

  it('is not red when the time is up undecided, and red as soon as it is refused', () => {
    const late = at('2026-12-02 10:00');
    expect(light(NOVEMBER, late).light).toBe('red');
    expect(light(open, late)).toMatchObject({ light: 'blue', reason: 'extension-pending' });
    const refused = done(act(open, decisionOf(open, late, { grant: false, reason: '时限不宜调整' }), late));
    expect(light(refused, late).light).toBe('red');
  });

  it('without its sign-off protects nobody, but where nobody can sign it waits for the office', () => {
    const late = at('2026-12-02 10:00');
    expect(light(done(ask(NOVEMBER, '2026-12-21', FRIDAY, { signOff: 'waiting' })), late).light).toBe('red');
    expect(light(done(ask(NOVEMBER, '2026-12-21', FRIDAY, { signOff: 'waiting', noSigner: true })), late).reason).toBe(
      'extension-pending',
    );
  });

  it('is reminded of, and nobody above the liaison is told', () => {
    const { issued } = runUntil(open, FRIDAY, at('2026-12-09 18:00'));
    const mine = issued.filter(({ partId, duty }) => partId === 'p1' && duty === 'completion');
    expect(mine.filter(({ status }) => status === 'queued').map(({ rung }) => rung)).toEqual(
      expect.arrayContaining(['d3', 'd1', 'd0', 'o1']),
    );
    const above = mine.filter(({ audience }) => audience !== 'liaison');
    expect(above).toEqual([]);
  });

  it('refused, lets the rungs that rested come once it can’t be taken back any more', () => {
    const late = at('2026-12-09 18:00');
    const waiting = runUntil(open, FRIDAY, late).state;
    const refused = done(act(waiting, decisionOf(waiting, late, { grant: false, reason: '时限不宜调整' }), late));
    const until = partOf(refused).decided?.undoUntil ?? '';
    expect(until > late).toBe(true);
    expect(decideIssue(refused, late).issued).toEqual([]);
    const { issued } = decideIssue(refused, until);
    expect(issued.map(({ rung, audience, status }) => `${rung} ${audience} ${status}`)).toEqual([
      'o3 section-head queued',
      'o5 supervisor held',
    ]);
  });

  it('granted, ends the rungs that rested with the old deadline', () => {
    const late = at('2026-12-09 18:00');
    const waiting = runUntil(open, FRIDAY, late).state;
    const granted = done(act(waiting, decisionOf(waiting, late), late));
    const ended = granted.pendingEvents.at(-1)?.settled?.flatMap(({ slots }) => slots.map(({ rung }) => rung));
    expect(ended).toEqual(expect.arrayContaining(['o3', 'o5']));
  });

  it('ends with a completion, after which no decision is taken', () => {
    const claimed = done(reply(open, claim, at('2026-11-23 10:00')));
    expect(partOf(claimed).request).toBeUndefined();
    expect(claimed.pendingEvents.at(-1)?.body).toMatchObject({ supersedes: partOf(open).request?.id });
    expect(codeOf(act(claimed, decisionOf(open, FRIDAY), at('2026-11-23 11:00')))).toBe('EXTENSION_SUPERSEDED');
  });
});

describe('deciding on it', () => {
  const open = done(ask(NOVEMBER, '2026-12-21', FRIDAY));
  const MONDAY = at('2026-11-23 10:00');

  it('a grant moves the own due day of this part alone, under a new sequence with new rungs', () => {
    const granted = done(act(open, decisionOf(open, MONDAY), MONDAY));
    expect(partOf(granted)).toMatchObject({ dueOn: '2026-12-21', extensions: 1, deadlineSeq: 2 });
    expect(partOf(granted).request).toBeUndefined();
    expect(partOf(granted, 'p2')).toMatchObject({ deadlineSeq: 1 });
    const withdrawn = granted.pendingEvents.at(-1)?.settled?.flatMap(({ slots }) => slots) ?? [];
    expect(withdrawn.map(({ rung }) => rung)).toContain('d3');
    const next = scheduled(granted, MONDAY);
    expect(dutyOf(next, 'completion')).toMatchObject({ dueOn: '2026-12-21', seq: 2 });
    expect(dutyOf(next, 'completion', 'once', 'p2')).toMatchObject({ dueOn: '2026-11-30', seq: 1 });
    expect(
      flat(next.slots)
        .filter(({ partId, duty }) => partId === 'p1' && duty === 'completion')
        .every(({ seq, at: when }) => seq === 2 && when > MONDAY),
    ).toBe(true);
  });

  it('another day than asked may be granted, if it is a possible one', () => {
    expect(partOf(done(act(open, decisionOf(open, MONDAY, { day: '2026-12-11' }), MONDAY))).dueOn).toBe('2026-12-11');
    expect(codeOf(act(open, decisionOf(open, MONDAY, { day: '2026-12-12' }), MONDAY))).toBe('EXTENSION_DATE_REST');
    expect(codeOf(act(open, decisionOf(open, MONDAY, { day: '2026-11-30' }), MONDAY))).toBe('EXTENSION_DATE_EARLY');
  });

  it("what is the leading group's to decide needs its decision in words", () => {
    expect(codeOf(act(open, decisionOf(open, MONDAY, { day: '2026-12-31' }), MONDAY))).toBe('EXTENSION_LEADERS');
    const granted = act(open, decisionOf(open, MONDAY, { day: '2026-12-31', reason: '领导小组11月会议同意' }), MONDAY);
    expect(done(granted).pendingEvents.at(-1)?.body).toMatchObject({ level: 'leading-group' });
  });

  it('a refusal needs a reason, and the due day stands', () => {
    expect(codeOf(act(open, decisionOf(open, MONDAY, { grant: false }), MONDAY))).toBe('REASON_REQUIRED');
    const refused = done(act(open, decisionOf(open, MONDAY, { grant: false, reason: '时限不宜调整' }), MONDAY));
    expect(partOf(refused)).toMatchObject({ deadlineSeq: 1 });
    expect(partOf(refused).dueOn).toBeUndefined();
    expect(refused.slots).toEqual(open.slots);
  });

  it("waits for the sign-off, isn't decided twice, and not by its own unit", () => {
    const unsigned = done(ask(NOVEMBER, '2026-12-21', FRIDAY, { signOff: 'waiting' }));
    expect(codeOf(act(unsigned, decisionOf(unsigned, MONDAY), MONDAY))).toBe('SIGN_OFF_MISSING');
    const granted = done(act(open, decisionOf(open, MONDAY), MONDAY));
    expect(codeOf(act(granted, decisionOf(open, MONDAY), MONDAY))).toBe('EXTENSION_NONE');
    expect(codeOf(act(open, decisionOf(open, MONDAY), MONDAY, { ownPartIds: ['p1'] }))).toBe('SELF_DECIDE');
    expect(codeOf(act(open, { ...decisionOf(open, MONDAY), requestId: 'another' }, MONDAY))).toBe('EXTENSION_CHANGED');
  });

  it('a second extension of one task is refused', () => {
    const granted = scheduled(done(act(open, decisionOf(open, MONDAY), MONDAY)), MONDAY);
    expect(codeOf(ask(granted, '2026-12-28', at('2026-12-01 10:00')))).toBe('EXTENSION_ONCE');
  });

  it('is taken back within ten minutes, as if nothing had been decided, and not after', () => {
    const granted = scheduled(done(act(open, decisionOf(open, MONDAY), MONDAY)), MONDAY);
    const undo = { kind: 'undo-decision' as const, partId: 'p1' };
    const undone = scheduled(done(act(granted, undo, at('2026-11-23 10:09'))), at('2026-11-23 10:09'));
    expect(partOf(undone).request).toEqual(partOf(open).request);
    expect(partOf(undone)).toMatchObject({ extensions: 0, deadlineSeq: 3 });
    expect(dutyOf(undone, 'completion')).toMatchObject({ dueOn: '2026-11-30', seq: 3 });
    expect(codeOf(act(granted, undo, at('2026-11-23 10:10')))).toBe('EXTENSION_UNDO_LATE');
    expect(codeOf(act(done(act(granted, undo, MONDAY)), undo, MONDAY))).toBe('EXTENSION_UNDO_LATE');
  });

  it('a new due day of the plan ends the own one and what was asked about the old', () => {
    const granted = scheduled(done(act(open, decisionOf(open, MONDAY), MONDAY)), MONDAY);
    const amendment = { amendmentId: 'a', changeId: 'c', dueOn: '2026-12-18' };
    const amended = scheduled(done(act(granted, { kind: 'amend', amendment }, MONDAY)), MONDAY);
    expect(dutyOf(amended, 'completion').dueOn).toBe('2026-12-18');
    expect(partOf(done(act(open, { kind: 'amend', amendment }, MONDAY))).request).toBeUndefined();
  });
});
