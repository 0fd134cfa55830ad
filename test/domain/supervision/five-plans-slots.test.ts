import { describe, expect, it } from 'vitest';
import { localDateOf } from '../../../domain/calendar/local-time.ts';
import { dayKind, isProvisional } from '../../../domain/calendar/working-days.ts';
import { DEFAULT_POLICY as policy, DEFAULT_ZONE } from '../../../domain/plan/policy.ts';
import { redate } from '../../../domain/plan/redate.ts';
import type { LocalDate, PlanFacts, PlanTask, PlanUnit } from '../../../domain/plan/types.ts';
import type { UnitRow } from '../../../domain/supervision/expand-units.ts';
import {
  initialPhaseState,
  initialTaskState,
  phaseWindows,
  startOf,
} from '../../../domain/supervision/initial-states.ts';
import type { PartSlot, PhaseWindow, SupervisedState } from '../../../domain/supervision/types.ts';
import { SEED_CALENDAR as calendar } from '../../../seeds/calendar/calendar.ts';
import { demoFacts } from '../../../seeds/demo/facts.ts';
import { SEED_PLANS } from '../../../seeds/plans/index.ts';
import { at, flat, made } from './fixtures.ts';
import { RULE } from './rule-pattern.ts';

const row = ({
  name,
  kind,
  relation,
  members = [],
}: Pick<PlanUnit, 'name' | 'kind' | 'relation' | 'members'>): UnitRow => ({ id: name, name, kind, relation, members });

const owned = (task: PlanTask, { office }: PlanFacts): PlanTask =>
  task.leadUnits.length + task.responsibleUnits.length > 0 ? task : { ...task, leadUnits: [office.name] };

interface Line extends PartSlot {
  entity: string;
  on: LocalDate;
}

/**
 * Every slot of a plan that begins on that day: its phases' own duties and all tasks in each phase, nobody
 * answering. A task without a printed unit (上海, 巴中) is the office's until it assigns one.
 */
function slotsOf(facts: PlanFacts, startOn: LocalDate): Line[] {
  const today = startOn;
  const dates = redate(facts, 'rearrange', {
    today,
    startOn,
    calendar,
    ...(facts.issuedOn === null ? { assumedIssueYear: 2017 } : {}),
  });
  const office = row({ name: facts.office.name, kind: 'department', relation: 'subordinate' });
  const units = [...facts.units.map(row), office];
  return phaseWindows(dates).flatMap((window, index) => {
    const phase: PhaseWindow = { ...window, epoch: index + 1 };
    const now = later(at(`${phase.start} 09:00`), at(`${startOn} 09:00`));
    const common = {
      planId: 'p',
      clockId: 'c',
      offsetMs: 0,
      policy,
      officeUnit: office,
      startedAt: startOf(dates, now, DEFAULT_ZONE),
      phase,
    };
    const states: SupervisedState[] = [
      initialPhaseState({ ...common, entityId: `phase ${phase.name}`, duties: dates.phases[index]?.duties ?? [] }),
      ...facts.tasks.map((task, ordinal) =>
        initialTaskState({
          ...common,
          entityId: `task ${ordinal}`,
          task: owned(task, facts),
          dates: dates.tasks.find((one) => one.at === ordinal),
          units,
        }),
      ),
    ];
    return states.flatMap((state) =>
      flat(made(state, now, Number.POSITIVE_INFINITY).slots).map((slot) => ({
        ...slot,
        entity: `${state.entityId}/${phase.kind}`,
        on: localDateOf(slot.at, DEFAULT_ZONE),
      })),
    );
  });
}

const later = (a: string, b: string): string => (a > b ? a : b);
const PLANS = [...SEED_PLANS.map(({ id, facts }) => ({ id, facts })), { id: 'demo', facts: demoFacts() }];
const MAKEUP_DAYS = calendar.years.filter(({ year }) => year === 2025 || year === 2026).flatMap(({ work }) => work);
/** The +1 after a receipt's three, or two, working days falls on a make-up day: 26 January 2025, 28 February 2026. */
const STARTS = ['2025-01-21', '2025-01-22', '2026-02-24', '2026-02-25'];

describe.each(PLANS)('the slots of $id over 2025 and 2026', ({ facts }) => {
  const all = STARTS.map((startOn) => slotsOf(facts, startOn));
  const lines = all.flat();

  it('are there for every task but a 选做 that nobody chose', () => {
    const owed = facts.tasks.filter(({ obligation }) => obligation !== 'optional').length;
    for (const list of all)
      expect(new Set(list.map(({ entity }) => entity.split('/')[0])).size).toBeGreaterThanOrEqual(owed);
  });

  it('fall on make-up weekend days of both years, and say so', () => {
    const used = lines.filter(({ on }) => MAKEUP_DAYS.includes(on));
    expect(new Set(used.map(({ on }) => on.slice(0, 4)))).toEqual(new Set(['2025', '2026']));
    expect(used.filter(({ rule }) => !rule.endsWith('+makeup'))).toEqual([]);
    expect(lines.filter(({ rule, on }) => rule.endsWith('+makeup') && !MAKEUP_DAYS.includes(on))).toEqual([]);
  });

  it('never fall on a holiday or a weekend day off, and each names its rule', () => {
    expect(lines.filter(({ on }) => !['workday', 'makeup'].includes(dayKind(calendar, on).kind))).toEqual([]);
    expect(lines.filter(({ rule }) => !RULE.test(rule))).toEqual([]);
  });

  it('are provisional beyond the published calendar, and before it only where their due day is', () => {
    expect(lines.filter(({ on, provisional }) => isProvisional(calendar, on) && !provisional)).toEqual([]);
    expect(
      lines.filter(({ on, dueOn, provisional }) => provisional && !isProvisional(calendar, on) && dueOn < '2026-12-31'),
    ).toEqual([]);
  });
});
