import { addDays } from '../../../../domain/calendar/local-date.ts';
import { DEFAULT_POLICY } from '../../../../domain/plan/policy.ts';
import { extensionTerms } from '../../../../domain/supervision/extension-terms.ts';
import { dueDayOf } from '../../../../domain/supervision/part-request.ts';
import { pauseTerms, resumedParts } from '../../../../domain/supervision/pause.ts';
import type { Part } from '../../../../domain/supervision/types.ts';
import { partOf, reckoning } from '../fixtures.ts';
import { PLAN_END, span } from './plan-span.ts';
import type { PartRules } from './rules.ts';
import { dayIn, morningOf, passUntil, settle } from './sim.ts';
import type { Sim } from './sim-state.ts';
import { answers, office, step, type Step } from './step.ts';

const REASON = '评审专家时间冲突,需延后';

export const reports = (partId: string, progress: number | null): Step =>
  answers(
    `reports ${progress ?? 'in words'}`,
    partId,
    () => ({ kind: 'report', words: '已推进', progress, expectedOn: null, blocker: null, done: false }),
    () => (part) => void (part.progress = progress ?? part.progress),
  );

export const signs = (partId: string): Step =>
  answers(
    'signs',
    partId,
    () => ({ kind: 'receipt' }),
    () => () => {},
  );

export const claims = (partId: string, signOff: 'waiting' | 'not-needed'): Step =>
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

export const asksExtension = (partId: string, days: number): Step =>
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

export const signsOff = (partId: string, agree: boolean): Step =>
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

export const decides = (partId: string, grant: boolean): Step =>
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

export const accepts = (partId: string): Step =>
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

export const returns = (partId: string): Step =>
  office(
    `returns ${partId}`,
    partId,
    () => ({ kind: 'return', partId, reason: '缺佐证材料' }),
    ({ parts }) => {
      const part = parts[partId] as PartRules;
      return part.accepted || part.claim === 'none' ? 'NOTHING_CLAIMED' : () => void (part.claim = 'none');
    },
  );

export const pauses = (days: number): Step =>
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

export const resumes: Step = office(
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
export const waits = (days: number): Step =>
  step(`${days} days pass`, (rules, sim) => {
    passUntil(sim, morningOf(dayIn(sim, days)));
    settle(sim);
    if (!sim.state.paused) rules.paused = false;
  });

/** A crash or continue-as-new: what is not in the state is forgotten. */
export const restarts: Step = step('restarts', (_, sim) => {
  settle(sim);
  sim.state = JSON.parse(JSON.stringify(sim.state));
});

/** Another calendar: all slots are reckoned anew. */
export const reschedules: Step = step('is scheduled anew', (_, sim) => {
  sim.state = { ...sim.state, scheduleSeq: sim.state.scheduleSeq + 1 };
});
