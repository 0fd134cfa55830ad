import { instantAt } from '../../../domain/calendar/local-time.ts';
import type { Calendar } from '../../../domain/calendar/types.ts';
import { DEFAULT_POLICY, DEFAULT_ZONE, type Policy } from '../../../domain/plan/policy.ts';
import type { Instant, PhaseKind, UnitRelation } from '../../../domain/plan/types.ts';
import { absorbPeriods } from '../../../domain/supervision/absorb-periods.ts';
import { applyAct } from '../../../domain/supervision/apply-act.ts';
import type { ActBy, Acted, OfficeAct } from '../../../domain/supervision/office-act.ts';
import { applyReply, type Applied } from '../../../domain/supervision/apply-reply.ts';
import { decideIssue, nextInstant, type IssuedRung } from '../../../domain/supervision/decide-issue.ts';
import { mergeSchedule } from '../../../domain/supervision/merge-schedule.ts';
import { newSupervisedState, type NewSupervised } from '../../../domain/supervision/new-state.ts';
import type { Reading } from '../../../domain/supervision/reading.ts';
import { schedule } from '../../../domain/supervision/schedule.ts';
import { partSlots } from '../../../domain/supervision/settle.ts';
import type {
  Actor,
  Duty,
  DutyKind,
  Part,
  PartSlot,
  PhaseWindow,
  Slot,
  SupervisedState,
} from '../../../domain/supervision/types.ts';
import { SEED_CALENDAR } from '../../../seeds/calendar/calendar.ts';
import { deadlineOf, type Deadline } from '../../../domain/supervision/deadline-of.ts';

/** Local wall clock to instant: `2026-11-25 09:15`. */
export const at = (text: string): Instant => instantAt(text.slice(0, 10), text.slice(11) || '00:00', DEFAULT_ZONE);

export const phaseOf = (kind: PhaseKind, start: string, end: string, epoch = 1): PhaseWindow => ({
  kind,
  epoch,
  name: kind,
  start,
  end,
});

export const partSeed = (id: string, relation: UnitRelation = 'subordinate', role: Part['role'] = 'lead') => ({
  id,
  unitId: `u-${id}`,
  role,
  relation,
});

export interface StateOptions extends Partial<NewSupervised> {
  start?: string;
}

/** A task in implementation through 2026, due on its last working day, unless said otherwise. */
export function stateOf({ start = '2026-01-05 10:00', ...more }: StateOptions = {}): SupervisedState {
  return newSupervisedState({
    kind: 'task',
    entityId: 'task/t1',
    planId: 'plan',
    clockId: 'clock',
    offsetMs: 0,
    no: '1',
    title: '任务',
    dueOn: '2026-12-31',
    keyTask: false,
    optional: false,
    phase: phaseOf('implementation', '2026-01-05', '2026-12-31'),
    parts: [partSeed('p1')],
    startedAt: at(start),
    policyVersion: 1,
    ...more,
  });
}

export const reckoning = (now: Instant, calendar: Calendar = SEED_CALENDAR, policy: Policy = DEFAULT_POLICY) => ({
  calendar,
  policy,
  now,
});

/** As the workflow asks: without slots, events and seen ids. */
export const made = (state: SupervisedState, now: Instant, horizon?: number, calendar?: Calendar) =>
  schedule({ ...state, pendingEvents: [], slots: [], seenItems: [] }, reckoning(now, calendar), horizon);

export const scheduled = (
  state: SupervisedState,
  now: Instant,
  horizon?: number,
  calendar?: Calendar,
): SupervisedState => absorbPeriods(mergeSchedule(state, made(state, now, horizon, calendar), now), now);

export interface Run {
  state: SupervisedState;
  issued: IssuedRung[];
}

/** What the workflow's loop does until `end`, woken at each instant; `onWake` stands for the people who answer. */
export function runUntil(
  start: SupervisedState,
  from: Instant,
  end: Instant,
  onWake: (state: SupervisedState, now: Instant, issued: IssuedRung[]) => SupervisedState = (s) => s,
): Run {
  let state = start;
  let now = from;
  const issued: IssuedRung[] = [];
  for (;;) {
    const isOpen = state.status === 'open';
    if (
      isOpen &&
      (state.scheduleSeq !== state.scheduledSeq || (state.scheduleUntil !== null && state.scheduleUntil <= now))
    )
      state = scheduled(state, now);
    const turn = decideIssue(state, now);
    issued.push(...turn.issued);
    state = { ...onWake(turn.state, now, turn.issued), pendingEvents: [] };
    if (state.scheduleSeq !== state.scheduledSeq && state.status === 'open') continue;
    const next = nextInstant(state);
    if (next === null || next > end) return { state, issued };
    if (next > now) now = next;
  }
}

const ACTOR = { id: 'person', name: '某联络员' };

let items = 0;

export const reply = (
  state: SupervisedState,
  reading: Reading,
  receivedAt: Instant,
  more: { partId?: string; itemId?: string; now?: Instant; actor?: Actor } = {},
) =>
  applyReply(
    state,
    {
      itemId: more.itemId ?? `item-${(items += 1)}`,
      partId: more.partId ?? 'p1',
      receivedAt,
      reading,
      actor: more.actor ?? ACTOR,
      via: 'test',
    },
    more.now ?? receivedAt,
  );

export const act = (state: SupervisedState, what: OfficeAct, now: Instant, by: Partial<ActBy> = {}) =>
  applyAct(
    state,
    what,
    { actId: `act-${(items += 1)}`, actor: { id: 'office', name: '协调员' }, via: 'test', ownPartIds: [], ...by },
    now,
  );

type Outcome = Applied | Acted | ReturnType<typeof applyReply> | ReturnType<typeof applyAct>;

/** The state after an act that must succeed. */
export function done(outcome: Outcome): SupervisedState {
  if ('refused' in outcome) throw new Error(outcome.refused.code);
  return outcome.state;
}

export const codeOf = (outcome: Outcome): string => ('refused' in outcome ? outcome.refused.code : 'done');
export const summaryOf = (outcome: Outcome): string => ('refused' in outcome ? '' : outcome.summary);

export const report = (
  words = '已推进',
  progress: number | null = null,
  more: Partial<Extract<Reading, { kind: 'report' }>> = {},
): Reading => ({
  kind: 'report',
  words,
  progress,
  expectedOn: null,
  blocker: null,
  done: false,
  ...more,
});
export const claim: Reading = { kind: 'claim-completion', words: '已办结' };

export function partOf(state: SupervisedState, id = 'p1'): Part {
  const part = state.parts.find((one) => one.id === id);
  if (!part) throw new Error(`no part ${id}`);
  return part;
}

/** With what a duty leaves out where it goes without saying. */
export function dutyOf(state: SupervisedState, kind: DutyKind, cycle = 'once', id = 'p1'): Duty & Deadline {
  const duty = partOf(state, id).duties.find((one) => one.kind === kind && one.cycle === cycle);
  if (!duty) throw new Error(`no duty ${kind}/${cycle}`);
  return { ...duty, ...deadlineOf(duty) };
}

export const isFiled = (state: SupervisedState, kind: DutyKind, cycle = 'once', id = 'p1'): boolean =>
  dutyOf(state, kind, cycle, id).filedAt !== undefined;

const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: DEFAULT_ZONE, dateStyle: 'short', timeStyle: 'short' });
export const local = (instant: Instant): string => wall.format(new Date(instant));

/** `d3 2026-03-20 09:15 liaison before-3`. */
export const lines = (slots: readonly (Slot | PartSlot)[], kind?: DutyKind, cycle?: string): string[] =>
  slots
    .filter((s) => (kind === undefined || s.duty === kind) && (cycle === undefined || s.cycle === cycle))
    .map((s) => `${s.rung} ${local(s.at)} ${s.audience} ${s.rule}`);

export const rungKeys = (slots: readonly PartSlot[]): string[] =>
  slots.map((s) => [s.partId, s.duty, s.cycle, s.seq, s.rung, s.at].join(' ')).sort();
export const flat = (slots: readonly Slot[]): PartSlot[] => slots.flatMap(partSlots);
