import { DEFAULT_POLICY } from '../../../domain/plan/policy.ts';
import type { Instant } from '../../../domain/plan/types.ts';
import { buildBrief } from '../../../domain/reports/build-brief.ts';
import type { BriefEvent, BriefInput, DerivedBrief, PreviousBrief } from '../../../domain/reports/types.ts';
import type { OfficeAct } from '../../../domain/supervision/office-act.ts';
import type { Reading } from '../../../domain/supervision/reading.ts';
import { withEvent } from '../../../domain/supervision/pending.ts';
import type { PlanState, SupervisedState } from '../../../domain/supervision/types.ts';
import { SEED_CALENDAR } from '../../../seeds/calendar/calendar.ts';
import {
  act,
  at,
  done,
  partSeed,
  phaseOf,
  reply,
  scheduled,
  stateOf,
  type StateOptions,
} from '../supervision/fixtures.ts';

const PHASES = [
  { ...phaseOf('deployment', '2026-06-01', '2026-06-30'), name: '安排部署阶段' },
  { ...phaseOf('implementation', '2026-07-01', '2027-12-31', 2), name: '实施推进阶段' },
  { ...phaseOf('inspection', '2028-01-01', '2028-03-31', 3), name: '迎检总结阶段' },
];

const PLAN: PlanState = {
  schemaVersion: 1,
  kind: 'plan',
  entityId: 'plan/plan',
  planId: 'plan',
  clockId: 'clock',
  offsetMs: 0,
  generation: 1,
  version: 1,
  eventSeq: 0,
  status: 'running',
  title: '示例市知识产权试点城市工作方案',
  phases: PHASES,
  current: 1,
  firstPhase: 0,
  epoch: 2,
  undoWindowMs: 0,
  advancing: null,
  told: true,
  pendingEvents: [],
  seenItems: [],
  calendarVersion: 1,
  ruleVersion: 1,
};

/** A plan in implementation whose tasks answer by the domain's own rules; every event is kept, as PostgreSQL would. */
export function briefWorld(tasks: { no: string; title: string; units: string[]; more?: Partial<StateOptions> }[]) {
  const events: BriefEvent[] = [
    {
      entityId: PLAN.entityId,
      seq: 1,
      kind: 'planStarted',
      at: at('2026-06-01 08:30'),
      actor: { id: 'system', name: '系统' },
      body: { phase: 'deployment' },
    },
    {
      entityId: PLAN.entityId,
      seq: 2,
      kind: 'phaseAdvanced',
      at: at('2026-07-01 08:30'),
      actor: { id: 'office', name: '协调员' },
      body: { from: 'deployment', to: 'implementation' },
    },
  ];
  const states = new Map<string, SupervisedState>();

  const keep = (state: SupervisedState): SupervisedState => {
    for (const { seq, kind, at: when, actor, body } of state.pendingEvents)
      events.push({ entityId: state.entityId, seq, kind, at: when, actor, body });
    const flushed = { ...state, pendingEvents: [] };
    states.set(state.no ?? '', flushed);
    return flushed;
  };

  for (const { no, title, units, more } of tasks)
    keep(
      scheduled(
        stateOf({
          start: '2026-07-01 08:30',
          entityId: `task/${no}`,
          no: `(${no})`,
          title,
          dueOn: '2027-12-31',
          phase: PHASES[1] ?? null,
          parts: units.map((unit, index) => ({
            ...partSeed(`p${index + 1}`, 'subordinate', index === 0 ? 'lead' : 'responsible'),
            unitId: unit,
          })),
          ...more,
        }),
        at('2026-07-01 08:30'),
      ),
    );

  const task = (no: string): SupervisedState => {
    const state = states.get(`(${no})`);
    if (!state) throw new Error(`no task ${no}`);
    return state;
  };

  return {
    events,
    task,
    /** The workflow's next turn at this instant: what is owed is reckoned anew. */
    reckon: (no: string, when: string) =>
      keep(scheduled({ ...task(no), scheduleSeq: task(no).scheduleSeq + 1 }, at(when))),
    says: (no: string, when: string, reading: Reading, partId = 'p1') =>
      keep(done(reply(task(no), reading, at(when), { partId }))),
    office: (no: string, when: string, what: OfficeAct) => keep(done(act(task(no), what, at(when)))),
    event: (no: string, kind: string, when: string, body: Record<string, unknown>) =>
      keep(withEvent(task(no), { kind, actor: { id: 'system', name: '系统' }, via: 'system', at: at(when), body })),
    change: (no: string, change: (state: SupervisedState) => SupervisedState) => keep(change(task(no))),
    /** The brief as of an instant. */
    brief(cutoff: string, previous: PreviousBrief | null = null, more: Partial<BriefInput> = {}): DerivedBrief {
      const now: Instant = at(cutoff);
      return buildBrief({
        planId: 'plan',
        cutoff: now,
        calendar: SEED_CALENDAR,
        policy: DEFAULT_POLICY,
        plan: PLAN,
        tasks: [...states.values()],
        phases: [],
        events: [...events],
        previous,
        matters: [],
        reminders: [],
        unconfirmed: [],
        directives: [],
        unitName: (unitId) => unitId,
        hostUnitId: '市知识产权局',
        drafting: { entityId: 'desk/plan', seq: 9 },
        ...more,
      });
    },
  };
}

export type BriefWorld = ReturnType<typeof briefWorld>;

/** A brief as the next one looks back on it. */
export const released = (no: number, cutoff: string, { heads, counts, sections }: DerivedBrief): PreviousBrief => ({
  no,
  cutoff: at(cutoff),
  heads,
  body: { counts, sections },
});

export const sentencesOf = (brief: DerivedBrief, key: string) =>
  brief.sections.find((section) => section.key === key)?.sentences ?? [];
export const texts = (brief: DerivedBrief, key: string): string[] => sentencesOf(brief, key).map(({ text }) => text);
