import { describe, expect, it } from 'vitest';
import { cycleText } from '../../../domain/chat/local-text.ts';
import { DEFAULT_POLICY, type Policy } from '../../../domain/plan/policy.ts';
import type { PlanFacts, PlanTask } from '../../../domain/plan/types.ts';
import type { UnitRow } from '../../../domain/supervision/expand-units.ts';
import { recurringCycles } from '../../../domain/supervision/recurring-cycles.ts';
import { recurringKind, type RecurringKind } from '../../../domain/supervision/recurring-kinds.ts';
import { recurringParts } from '../../../domain/supervision/recurring-parts.ts';
import { recurringStates } from '../../../domain/supervision/recurring-states.ts';
import { SEED_CALENDAR } from '../../../seeds/calendar/calendar.ts';
import { demoFacts } from '../../../seeds/demo/facts.ts';
import { huangshi } from '../../../seeds/plans/huangshi.ts';
import {
  at,
  claim,
  done,
  dutyOf,
  isFiled,
  lines,
  local,
  partOf,
  phaseOf,
  reply,
  report,
  scheduled,
} from './fixtures.ts';

const by = { calendar: SEED_CALENDAR, policy: DEFAULT_POLICY };
const cycles = (kind: RecurringKind, from: string, last: string): string[] =>
  recurringCycles({ kind, from }, last, by).map(({ cycle, dueOn }) => `${cycle} ${dueOn}`);

const office: UnitRow = {
  id: 'office',
  name: '试点办',
  kind: 'department',
  relation: 'subordinate',
  members: [],
};
const unitsOf = (facts: PlanFacts): UnitRow[] => [
  ...facts.units.map(({ name, kind, relation, members = [] }) => ({ id: name, name, kind, relation, members })),
  office,
];
const partsOf = (facts: PlanFacts, recurring: PlanFacts['recurring'], policy: Policy = DEFAULT_POLICY) =>
  recurringParts({
    facts: { ...facts, recurring },
    tasks: facts.tasks as readonly PlanTask[],
    units: unitsOf(facts),
    officeUnit: office,
    policy,
    from: '2026-11-23',
  });
const printed = (what: string, every = 'year', who: string | null = null) => ({ what, every, who });

describe('which rule dates a printed duty that comes back', () => {
  it.each([
    ['制定年度推进计划', 'year', 'year-plan'],
    ['制定年度推進計劃', 'year', 'year-plan'],
    ['报送年度总结', 'year', 'annual-summary'],
    ['年度總結', 'year', 'annual-summary'],
    ['开展自查自评', 'year', 'self-assessment'],
    ['安排專項資金', 'year', 'funds'],
    ['研究部署知識產權工作', 'periodic', 'county-deployment'],
    ['召开全体会议', 'half year', 'meeting'],
    ['报送工作信息', 'week', 'week'],
    ['报送任务进展', 'quarter', 'progress-report'],
    ['报送重点任务进展', 'month', 'progress-report'],
    ['上报工作动态', 'periodic', 'progress-report'],
    ['各級各類知識產權教育培訓不少于1萬人次', 'year', 'figure'],
    ['組織聯合執法行動', 'periodic', 'no-cycle'],
    ['对示范城市每三年工作复核', '3 years', 'three-years'],
  ])('%s (%s): %s', (what, every, kind) => {
    expect(recurringKind({ what, every })).toBe(kind);
  });
});

describe('periods of a recurring duty', () => {
  it('take the days of the policy, over the year end', () => {
    expect(cycles('year-plan', '2026-11-23', '2028-12-31')).toEqual(['plan-2027 2027-01-31', 'plan-2028 2028-01-31']);
    expect(cycles('annual-summary', '2026-11-23', '2027-12-31')).toEqual([
      'annual-2026 2026-12-20',
      'annual-2027 2027-12-20',
    ]);
    expect(cycles('self-assessment', '2026-11-23', '2027-12-31')).toEqual(['assess-2026 2027-01-15']);
    expect(cycles('funds', '2026-11-23', '2027-12-31')).toEqual(['funds-2027H1 2027-01-15', 'funds-2027H2 2027-07-15']);
    expect(cycles('county-deployment', '2026-11-23', '2027-07-01')).toEqual([
      'deploy-2026H2 2026-12-20',
      'deploy-2027H1 2027-06-30',
    ]);
    expect(cycles('three-years', '2026-11-23', '2032-12-31')).toEqual([
      'review-2029 2029-12-20',
      'review-2032 2032-12-20',
    ]);
  });

  it('end a half year on its last working day, and a day before the first asking is nobody’s', () => {
    expect(cycles('half-year', '2026-07-01', '2027-06-30')).toEqual([
      'half-2026H2 2026-12-31',
      'half-2027H1 2027-06-30',
    ]);
    expect(cycles('year', '2026-12-21', '2026-12-31')).toEqual([]);
    // 30 June 2029 is a Saturday.
    expect(cycles('half-year', '2029-06-01', '2029-06-30')).toEqual(['half-2029H1 2029-06-29']);
  });

  it('are a week’s Friday, a working day before it in a holiday, and none in a week of rest', () => {
    // 2026: 国庆 1–7 October; 春节 15–23 February.
    expect(cycles('week', '2026-09-21', '2026-10-11')).toEqual([
      'weekly-2026W39 2026-09-24',
      'weekly-2026W40 2026-09-30',
      'weekly-2026W41 2026-10-09',
    ]);
    expect(cycles('week', '2026-02-16', '2026-02-22')).toEqual([]);
    // A week belongs to the year of its Thursday.
    expect(cycles('week', '2026-12-28', '2027-01-08')).toContain('weekly-2027W01 2027-01-08');
    expect(cycles('week', '2026-12-28', '2027-01-03').map((line) => line.slice(0, 14))).toEqual(['weekly-2026W53']);
  });

  it('sort by time as text within one duty, and have words', () => {
    for (const kind of ['month', 'quarter', 'week', 'funds', 'half-year'] as const) {
      const names = recurringCycles({ kind, from: '2026-01-01' }, '2027-12-31', by).map(({ cycle }) => cycle);
      expect(names).toEqual([...names].sort());
      expect(names.every((name) => cycleText(name) !== '')).toBe(true);
    }
    expect(
      ['annual-2026', 'funds-2027H2', 'weekly-2026W08', 'assess-2026', '2026Q4'].map((cycle) => cycleText(cycle)),
    ).toEqual(['2026年度', '2027年下半年', '2026年第8周', '2026年度', '2026年第四季度']);
  });
});

describe('whose a recurring duty is', () => {
  const facts = demoFacts('2026-06') as PlanFacts;

  it('asks every unit with a task once, and never the office for them', () => {
    const parts = partsOf(facts, [printed('报送年度总结', 'year', '各单位'), printed('年度总结', 'year', '各单位')]);
    expect(parts.length).toBeGreaterThan(5);
    expect(new Set(parts.map(({ unitId }) => unitId)).size).toBe(parts.length);
    expect(parts.some(({ unitId }) => unitId === office.id)).toBe(false);
  });

  it('finds a unit by its name, and gives to the office what names nobody', () => {
    expect(partsOf(facts, [printed('制定年度推进计划', 'year', '市知识产权局')]).map(({ unitId }) => unitId)).toEqual([
      '市知识产权局',
    ]);
    expect(partsOf(facts, [printed('制定年度推进计划')]).map(({ unitId }) => unitId)).toEqual([office.id]);
    expect(partsOf(facts, [printed('制定年度推进计划', 'year', '某某委')]).map(({ unitId }) => unitId)).toEqual([
      office.id,
    ]);
  });

  it('makes no duty of what tasks report, nor of a kind that the policy switches off', () => {
    expect(partsOf(facts, [printed('报送任务进展', 'quarter', '各单位')])).toEqual([]);
    expect(partsOf(facts, [printed('召开全体会议', 'half year', '领导小组')])).toEqual([]);
    const off = { ...DEFAULT_POLICY, values: { ...DEFAULT_POLICY.values, recurringDuties: ['year'] } };
    expect(partsOf(facts, [printed('报送年度总结', 'year', '各单位')], off)).toEqual([]);
    const on = { ...DEFAULT_POLICY, values: { ...DEFAULT_POLICY.values, recurringDuties: ['meeting'] } };
    expect(partsOf(facts, [printed('召开全体会议', 'half year', '领导小组')], on)).toHaveLength(1);
  });
});

describe('a recurring duty of 黄石', () => {
  const start = at('2026-11-30 09:00');
  const states = recurringStates(
    {
      planId: 'p',
      entityId: 'phase/p/implementation/1',
      clockId: 'c',
      offsetMs: 0,
      phase: phaseOf('implementation', '2026-11-30', '2029-11-30'),
      officeUnit: office,
      startedAt: start,
      policy: DEFAULT_POLICY,
    },
    {
      facts: huangshi as unknown as PlanFacts,
      tasks: huangshi.tasks as unknown as PlanTask[],
      units: unitsOf(huangshi as unknown as PlanFacts),
      from: '2026-11-30',
    },
  ).map((state) => scheduled(state, start));
  const summary = states.find(({ entityId }) => entityId.endsWith('/annual-summary'));
  if (!summary) throw new Error('no annual summary');

  it('stays in states below 64 KiB, at most 25 units each', () => {
    expect(states.map(({ entityId }) => entityId.split('/').at(-1))).toEqual([
      'year-plan',
      'year-plan-2',
      'annual-summary',
      'annual-summary-2',
      'funds',
      'county-deployment',
    ]);
    for (const state of states)
      expect(Buffer.byteLength(JSON.stringify({ ...state, pendingEvents: [] }))).toBeLessThan(40 * 1024);
  });

  it('is reminded three working days before and on the day, red after the next working day where it is a Sunday', () => {
    const duty = dutyOf(summary, 'report', 'annual-2026');
    expect([duty.dueOn, local(duty.redAt), duty.countFrom]).toEqual(['2026-12-20', '2026-12-21 17:30', '2026-12-18']);
    const liaison = summary.slots.filter(({ audience, rung }) => audience === 'liaison' && rung.startsWith('d'));
    expect(lines(liaison)).toEqual(['d3 2026-12-15 09:15 liaison before-3', 'd0 2026-12-18 09:15 liaison due-day']);
  });

  it('is filed by one report a period, late by receipt, and owed again in the next year', () => {
    const filed = done(reply(summary, report('年度总结已报'), at('2026-12-18 10:00')));
    expect(isFiled(filed, 'report', 'annual-2026')).toBe(true);
    expect(filed.pendingEvents.at(-1)).toMatchObject({ kind: 'reportFiled', body: { late: false } });
    const next = scheduled({ ...filed, scheduleSeq: filed.scheduleSeq + 1 }, at('2027-12-01 09:00'));
    expect(isFiled(next, 'report', 'annual-2027')).toBe(false);
  });

  it('is never completed: a claim is the period’s report', () => {
    const filed = done(reply(summary, claim, at('2026-12-18 10:00')));
    expect(partOf(filed)).toMatchObject({ completion: 'open', unquantifiedRun: 0 });
    expect(isFiled(filed, 'report', 'annual-2026')).toBe(true);
  });
});
