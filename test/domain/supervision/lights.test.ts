import { describe, expect, it } from 'vitest';
import { instantAt } from '../../../domain/calendar/local-time.ts';
import { DEFAULT_POLICY as policy } from '../../../domain/plan/policy.ts';
import { lightOf, worstLight, type LightInput, type OpenDuty } from '../../../domain/supervision/lights.ts';
import { SEED_CALENDAR as calendar } from '../../../seeds/calendar/calendar.ts';

const at = (text: string): string => instantAt(text.slice(0, 10), text.slice(11), policy.values.zone);
const now = at('2026-11-23 10:00');
const due = (dueOn: string, redOn = dueOn, countFrom = dueOn, extensionPending = false): OpenDuty => ({
  dueAt: at(`${dueOn} 17:30`),
  redAt: at(`${redOn} 17:30`),
  countFrom,
  extensionPending,
});
const calm: LightInput = {
  chosen: true,
  started: true,
  accepted: false,
  awaitingData: false,
  openDuties: [due('2027-03-25')],
  progress: 50,
  pace: { expected: 50, spanShare: 0.5 },
  firstCyclePassed: true,
  unquantifiedRun: 0,
  returned: false,
  issueOpenWorkingDays: null,
  recovering: false,
};
const behind: Partial<LightInput> = { progress: 44 };
const late = due('2026-11-18');

describe("a part's light", () => {
  it.each<[string, Partial<LightInput>, string]>([
    ['on its way', {}, 'green on-track'],
    ['without anything owed', { openDuties: [] }, 'green on-track'],
    ['accepted', { accepted: true, openDuties: [] }, 'green accepted'],
    ['not chosen, even when late', { chosen: false, openDuties: [late] }, 'grey not-chosen'],
    ['not started', { started: false }, 'grey not-started'],
    ['waiting for comparison data', { awaitingData: true }, 'grey awaiting-data'],
    ['waiting for data but late', { awaitingData: true, openDuties: [late] }, 'red overdue'],
    ['due in 8 working days', { openDuties: [due('2026-12-03')] }, 'green on-track'],
    ['due in 7 working days', { openDuties: [due('2026-12-02')] }, 'blue due-soon'],
    ['due today', { openDuties: [due('2026-11-23')] }, 'blue due-soon'],
    [
      'due on the rest day just gone, red tonight',
      { openDuties: [due('2026-11-22', '2026-11-23', '2026-11-20')] },
      'blue due-soon',
    ],
    ['overdue', { openDuties: [late] }, 'red overdue'],
    ['overdue with one duty and soon due with another', { openDuties: [due('2026-11-25'), late] }, 'red overdue'],
    [
      'overdue with an extension pending',
      { openDuties: [due('2026-11-18', '2026-11-18', '2026-11-18', true)] },
      'blue extension-pending',
    ],
    [
      "overdue with a report while another duty's extension is pending",
      { openDuties: [late, due('2026-11-17', '2026-11-17', '2026-11-17', true)] },
      'red overdue',
    ],
    ['below nine tenths of its pace', behind, 'yellow behind-pace'],
    ['at nine tenths of its pace', { progress: 45 }, 'green on-track'],
    ['behind before a fifth of the span', { progress: 0, pace: { expected: 19, spanShare: 0.19 } }, 'green on-track'],
    ['behind before the first figures', { ...behind, firstCyclePassed: false }, 'green on-track'],
    ['without figures', { progress: null }, 'green on-track'],
    ['without a pace', { ...behind, pace: null }, 'green on-track'],
    ['once not in figures', { unquantifiedRun: 1 }, 'green on-track'],
    ['twice not in figures', { unquantifiedRun: 2 }, 'yellow unquantified'],
    ['returned', { returned: true }, 'yellow returned'],
    ['with an issue open 10 working days', { issueOpenWorkingDays: 10 }, 'green on-track'],
    ['with an issue open 11 working days', { issueOpenWorkingDays: 11 }, 'yellow issue-open'],
    ['filed after red', { recovering: true }, 'yellow recovering'],
    ['behind and due soon', { ...behind, openDuties: [due('2026-11-25')] }, 'yellow behind-pace'],
    ['behind and overdue', { ...behind, openDuties: [late] }, 'red overdue'],
  ])('%s', (_, change, expected) => {
    const { light, reason, en } = lightOf({ ...calm, ...change }, calendar, policy, now);
    expect(en).toMatch(/^[A-Z\d][^\p{Script=Han}]*\.$/u);
    expect(`${light} ${reason}`).toBe(expected);
  });

  it('says how many working days it is late or has left', () => {
    const said = (duty: OpenDuty): string => lightOf({ ...calm, openDuties: [duty] }, calendar, policy, now).zh;
    expect(said(late)).toBe('已逾期3个工作日,尚未报送。');
    expect(said(due('2026-11-26'))).toBe('距时限3个工作日。');
    expect(said(due('2026-11-23'))).toBe('今天到期。');
    expect(said(due('2026-11-22', '2026-11-23', '2026-11-20'))).toBe(
      '时限2026-11-22适逢休息日,2026-11-23下班后计逾期。',
    );
  });

  it('turns red at the very instant, not before', () => {
    const input = { ...calm, openDuties: [due('2026-11-23')] };
    expect(lightOf(input, calendar, policy, at('2026-11-23 17:29')).light).toBe('blue');
    expect(lightOf(input, calendar, policy, at('2026-11-23 17:30')).light).toBe('red');
  });
});

describe("a task's light", () => {
  it.each([
    [['green', 'blue', 'yellow', 'red'], 'red'],
    [['green', 'blue', 'yellow'], 'yellow'],
    [['grey', 'green', 'blue'], 'blue'],
    [['grey', 'green'], 'green'],
    [['grey'], 'grey'],
    [[], 'grey'],
  ] as const)('%j together are %s', (lights, expected) => expect(worstLight(lights)).toBe(expected));
});
