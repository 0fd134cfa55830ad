import fc, { type Command } from 'fast-check';
import { expect } from 'vitest';
import { addDays } from '../../../../domain/calendar/local-date.ts';
import { DEFAULT_POLICY } from '../../../../domain/plan/policy.ts';
import { applyPhaseChanged } from '../../../../domain/supervision/apply-phase.ts';
import { extensionTerms } from '../../../../domain/supervision/extension-terms.ts';
import type { OfficeAct } from '../../../../domain/supervision/office-act.ts';
import { dueDayOf } from '../../../../domain/supervision/part-request.ts';
import { pauseTerms, resumedParts } from '../../../../domain/supervision/pause.ts';
import type { Reading } from '../../../../domain/supervision/reading.ts';
import type { Part } from '../../../../domain/supervision/types.ts';
import { act, codeOf, partOf, phaseOf, reckoning, reply } from '../fixtures.ts';
import { isOver, rulesOf, type PartRules, type Rules } from './rules.ts';
import { dayIn, expectSound, morningOf, passUntil, settle, type Sim } from './sim.ts';

export type Step = Command<Rules, Sim>;

const PLAN_END = '2027-06-30';
const REASON = '评审专家时间冲突,需延后';
const span = { planEnd: PLAN_END, phases: [{ end: '2026-12-31' }, { end: PLAN_END }] };

/** The state tells the same as the model, and everything that always holds still does. */
function agree(rules: Rules, sim: Sim): void {
  settle(sim);
  expect(rulesOf(sim.state)).toEqual(rules);
  expectSound(sim);
}

const step = (name: string, run: (rules: Rules, sim: Sim) => void): Step => ({
  check: () => true,
  run: (rules, sim) => {
    run(rules, sim);
    agree(rules, sim);
  },
  toString: () => name,
});

/** One after the other: what hardly comes together by chance. */
const inARow = (...several: Step[]): Step => ({
  check: () => true,
  run: (rules, sim) => {
    for (const one of several) one.run(rules, sim);
  },
  toString: () => several.map(String).join(', then '),
});

let items = 0;

/** An answer of one person of the part's unit; the same again is known and changes nothing. */
function answers(
  name: string,
  partId: string,
  reading: (sim: Sim) => Reading,
  expected: (part: PartRules, rules: Rules, sim: Sim) => string | ((part: PartRules) => void),
): Step {
  return step(`${partId} ${name}`, (rules, sim) => {
    const known = rules.parts[partId];
    // Given to another unit.
    if (!known) return;
    const verdict = isOver(rules) || known.accepted ? 'TASK_CLOSED' : expected(known, rules, sim);
    const itemId = `item-${(items += 1)}`;
    const outcome = reply(sim.state, reading(sim), sim.now, { partId, itemId });
    expect(codeOf(outcome), name).toBe(typeof verdict === 'string' ? verdict : 'done');
    if (typeof verdict === 'string' || 'refused' in outcome) return;
    verdict(known);
    sim.state = outcome.state;
    const again = reply(sim.state, reading(sim), sim.now, { partId, itemId });
    // A part that was accepted, or a task that is over, says so even to the same row; here neither can be yet.
    expect('outcome' in again && again.outcome).toBe('seen');
  });
}

function office(
  name: string,
  partId: string | null,
  what: (sim: Sim) => OfficeAct,
  expected: (rules: Rules, sim: Sim) => string | ((rules: Rules) => void),
): Step {
  return step(`office ${name}`, (rules, sim) => {
    if (partId !== null && !rules.parts[partId]) return;
    const verdict = isOver(rules) ? 'TASK_CLOSED' : expected(rules, sim);
    const outcome = act(sim.state, what(sim), sim.now);
    expect(codeOf(outcome), name).toBe(typeof verdict === 'string' ? verdict : 'done');
    if (typeof verdict === 'string' || 'refused' in outcome) return;
    verdict(rules);
    sim.state = outcome.state;
  });
}

const reports = (partId: string, progress: number | null): Step =>
  answers(
    `reports ${progress ?? 'in words'}`,
    partId,
    () => ({ kind: 'report', words: '已推进', progress, expectedOn: null, blocker: null, done: false }),
    () => (part) => void (part.progress = progress ?? part.progress),
  );

const signs = (partId: string): Step =>
  answers(
    'signs',
    partId,
    () => ({ kind: 'receipt' }),
    () => () => {},
  );

const claims = (partId: string, signOff: 'waiting' | 'not-needed'): Step =>
  answers(
    `claims (${signOff})`,
    partId,
    () => ({ kind: 'claim-completion', words: '已办结', signOff: { signOff, noSigner: false } }),
    () => (part) => {
      if (part.claim !== 'none') return;
      part.claim = signOff === 'waiting' ? 'unsigned' : 'signed';
      part.extension = 'none';
      part.progress = 100;
    },
  );

const termsOf = (sim: Sim, part: Part, newDueOn: string) =>
  extensionTerms(
    {
      dueOn: dueDayOf(sim.state, part),
      newDueOn,
      span,
      isSetOutside: false,
      otherOpen: 0,
      signOff: 'waiting',
      noSigner: false,
    },
    reckoning(sim.now),
  );

const daysMore = (sim: Sim, partId: string, days: number): string =>
  addDays(dueDayOf(sim.state, partOf(sim.state, partId)) ?? '2026-09-30', days);

const asksExtension = (partId: string, days: number): Step =>
  answers(
    `asks for ${days} days more`,
    partId,
    (sim) => {
      const newDueOn = daysMore(sim, partId, days);
      return {
        kind: 'ask-extension',
        newDueOn,
        reason: REASON,
        words: REASON,
        terms: termsOf(sim, partOf(sim.state, partId), newDueOn),
      };
    },
    (part, rules, sim) => {
      const newDueOn = daysMore(sim, partId, days);
      const terms = termsOf(sim, partOf(sim.state, partId), newDueOn);
      if (part.claim !== 'none') return 'EXTENSION_CLAIMED';
      if (part.extension !== 'none') return 'EXTENSION_OPEN';
      if (rules.paused) return 'TASK_PAUSED';
      if (part.extensionsGranted >= DEFAULT_POLICY.values.extensionsPerTask) return 'EXTENSION_ONCE';
      if (terms.expiresAt !== null && sim.now > terms.expiresAt) return 'EXTENSION_EXPIRED';
      if (newDueOn <= (terms.dueOn ?? '')) return 'EXTENSION_DATE_EARLY';
      if (newDueOn > PLAN_END) return 'EXTENSION_DATE_BEYOND';
      if (terms.isRestDay) return 'EXTENSION_DATE_REST';
      return (changed) => void (changed.extension = 'unsigned');
    },
  );

const signsOff = (partId: string, agree: boolean): Step =>
  office(
    `${agree ? 'has the sign-off of' : 'has the refusal of'} ${partId}`,
    partId,
    (sim) => ({
      kind: 'sign-off',
      partId,
      requestId: partOf(sim.state, partId).request?.id ?? 'none',
      agree,
      reason: '材料不齐,请补充',
    }),
    (rules, sim) => {
      const part = rules.parts[partId] as PartRules;
      if (part.claim !== 'unsigned' && part.extension !== 'unsigned') return 'SIGN_NONE';
      const expiresAt = partOf(sim.state, partId).request?.extension?.expiresAt;
      const lapsed = expiresAt !== undefined && sim.now > expiresAt;
      return () => {
        if (part.claim === 'unsigned') part.claim = agree ? 'signed' : 'none';
        else part.extension = agree && !lapsed ? 'signed' : 'none';
      };
    },
  );

const decides = (partId: string, grant: boolean): Step =>
  office(
    `${grant ? 'grants' : 'refuses'} ${partId}`,
    partId,
    (sim) => {
      const part = partOf(sim.state, partId);
      const newDueOn = part.request?.extension?.newDueOn ?? dayIn(sim, 9);
      return {
        kind: 'decide-extension',
        partId,
        grant,
        dueOn: null,
        reason: '经领导小组研究同意',
        terms: termsOf(sim, part, newDueOn),
        undoUntil: sim.now,
      };
    },
    (rules, sim) => {
      const part = rules.parts[partId] as PartRules;
      if (rules.paused) return 'TASK_PAUSED';
      if (part.claim !== 'none') return 'EXTENSION_SUPERSEDED';
      if (part.extension === 'none') return 'EXTENSION_NONE';
      if (part.extension === 'unsigned') return 'SIGN_OFF_MISSING';
      const asked = partOf(sim.state, partId).request?.extension;
      // Undecided until the new day itself is past.
      if (grant && asked && asked.newDueOn <= dayIn(sim, 0)) return 'EXTENSION_DATE_PAST';
      return () => {
        part.extension = 'none';
        if (grant) part.extensionsGranted += 1;
      };
    },
  );

const accepts = (partId: string): Step =>
  office(
    `accepts ${partId}`,
    partId,
    () => ({ kind: 'accept', partId }),
    ({ parts }) => {
      const part = parts[partId] as PartRules;
      if (part.accepted || part.claim === 'none') return 'NOTHING_CLAIMED';
      if (part.claim === 'unsigned') return 'SIGN_OFF_MISSING';
      return () => {
        part.accepted = true;
        part.claim = 'none';
      };
    },
  );

const returns = (partId: string): Step =>
  office(
    `returns ${partId}`,
    partId,
    () => ({ kind: 'return', partId, reason: '缺佐证材料' }),
    ({ parts }) => {
      const part = parts[partId] as PartRules;
      return part.accepted || part.claim === 'none' ? 'NOTHING_CLAIMED' : () => void (part.claim = 'none');
    },
  );

const pauses = (days: number): Step =>
  office(
    `puts off by ${days} days`,
    null,
    (sim) => {
      const until = dayIn(sim, days);
      return {
        kind: 'pause',
        until,
        reason: '等待上级批复',
        terms: pauseTerms(sim.state, until, PLAN_END, reckoning(sim.now)),
      };
    },
    (rules, sim) => {
      if (rules.paused) return 'TASK_PAUSED';
      const until = dayIn(sim, days);
      if (until > PLAN_END || pauseTerms(sim.state, until, PLAN_END, reckoning(sim.now)).isRestDay) return 'PAUSE_DATE';
      return (changed) => void (changed.paused = true);
    },
  );

const resumes: Step = office(
  'resumes',
  null,
  (sim) => ({
    kind: 'resume',
    reason: '批复已下达',
    parts: sim.state.paused ? resumedParts(sim.state.paused, reckoning(sim.now)) : [],
  }),
  ({ paused }) => (paused ? (changed) => void (changed.paused = false) : 'NOT_PAUSED'),
);

/** Days go by; a pause that is over ends by itself. */
const waits = (days: number): Step =>
  step(`${days} days pass`, (rules, sim) => {
    passUntil(sim, morningOf(dayIn(sim, days)));
    settle(sim);
    if (!sim.state.paused) rules.paused = false;
  });

/** A crash or continue-as-new: what is not in the state is forgotten. */
const restarts: Step = step('restarts', (_, sim) => {
  settle(sim);
  sim.state = JSON.parse(JSON.stringify(sim.state));
});

/** Another calendar: all slots are reckoned anew. */
const reschedules: Step = step('is scheduled anew', (_, sim) => {
  sim.state = { ...sim.state, scheduleSeq: sim.state.scheduleSeq + 1 };
});

/** What the model leaves out: it may be refused, and what holds always must hold after it; the model learns its effect. */
const loosely = (name: string, run: (sim: Sim) => Parameters<typeof codeOf>[0]): Step => ({
  check: () => true,
  run: (rules, sim) => {
    const outcome = run(sim);
    if (!('refused' in outcome)) sim.state = outcome.state;
    settle(sim);
    Object.assign(rules, rulesOf(sim.state));
    expectSound(sim);
  },
  toString: () => name,
});

const anyPart = (sim: Sim, at: number): string => sim.state.parts[at % sim.state.parts.length]?.id ?? 'p1';

const takesBack = (at: number): Step =>
  loosely('takes the last answer back', (sim) =>
    reply(sim.state, { kind: 'withdraw', itemId: null, undoMinutes: 10 }, sim.now, { partId: anyPart(sim, at) }),
  );

const corrects = (at: number, progress: number): Step =>
  loosely(`corrects to ${progress}`, (sim) =>
    reply(
      sim.state,
      { kind: 'correction', words: '更正', progress, expectedOn: null, blocker: null, done: false },
      sim.now,
      { partId: anyPart(sim, at) },
    ),
  );

const reportsNoChange = (at: number): Step =>
  loosely('reports no change', (sim) =>
    reply(sim.state, { kind: 'no-change', limit: { runsAccepted: 2, question: null } }, sim.now, {
      partId: anyPart(sim, at),
    }),
  );

const reassigns = (at: number): Step =>
  loosely('gives a part to another unit', (sim) =>
    act(
      sim.state,
      {
        kind: 'reassign',
        partId: anyPart(sim, at),
        to: { unitId: `u-${items}`, relation: 'subordinate', unit: '市乙局' },
        fromUnit: '市甲局',
        reason: '职责调整,改由该局承办',
      },
      sim.now,
    ),
  );

const undoesDecision = (at: number): Step =>
  loosely('takes a decision back', (sim) =>
    act(sim.state, { kind: 'undo-decision', partId: anyPart(sim, at) }, sim.now),
  );

const nudges = (at: number): Step =>
  loosely('nudges', (sim) =>
    act(sim.state, { kind: 'nudge', partId: anyPart(sim, at), earliestNext: morningOf(dayIn(sim, 3)) }, sim.now),
  );

const decidesEscalation = (release: boolean): Step =>
  loosely(release ? 'lets the supervisor be told' : 'tells no supervisor', (sim) => {
    const id = sim.state.escalations?.[0]?.id ?? 'none';
    return act(
      sim.state,
      release
        ? { kind: 'release-escalation', id, sendFrom: sim.now }
        : { kind: 'hold-escalation', id, reason: '已电话沟通,暂不提示' },
      sim.now,
    );
  });

const entersNextPhase: Step = loosely('enters inspection', (sim) => ({
  state: applyPhaseChanged(sim.state, phaseOf('inspection', '2027-01-04', PLAN_END, 2), sim.state.dueOn, sim.now),
  summary: '',
}));

const part = fc.constantFrom('p1', 'p2');
const place = fc.nat(5);

export const steps: fc.Arbitrary<Step>[] = [
  part.map(signs),
  fc.tuple(part, fc.option(fc.integer({ min: 0, max: 100 }))).map(([id, progress]) => reports(id, progress)),
  fc.tuple(part, fc.constantFrom('waiting' as const, 'not-needed' as const)).map(([id, needed]) => claims(id, needed)),
  fc.tuple(part, fc.integer({ min: -2, max: 90 })).map(([id, days]) => asksExtension(id, days)),
  fc
    .tuple(part, fc.integer({ min: 1, max: 60 }), fc.boolean())
    .map(([id, days, grant]) => inARow(asksExtension(id, days), signsOff(id, true), decides(id, grant))),
  part.map((id) => inARow(claims(id, 'waiting'), signsOff(id, true), returns(id))),
  fc.tuple(part, fc.boolean()).map(([id, agree]) => signsOff(id, agree)),
  fc.tuple(part, fc.boolean()).map(([id, grant]) => decides(id, grant)),
  part.map(accepts),
  part.map(returns),
  fc.integer({ min: 1, max: 60 }).map(pauses),
  fc.constant(resumes),
  fc.integer({ min: 1, max: 40 }).map(waits),
  fc.integer({ min: 1, max: 40 }).map(waits),
  fc.constant(restarts),
  fc.constant(reschedules),
  place.map(takesBack),
  fc.tuple(place, fc.integer({ min: 0, max: 100 })).map(([at, progress]) => corrects(at, progress)),
  place.map(reportsNoChange),
  place.map(reassigns),
  place.map(undoesDecision),
  place.map(nudges),
  fc.boolean().map(decidesEscalation),
  fc.constant(entersNextPhase),
];
