import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../domain/calendar/local-date.ts';
import { addWorkingDays } from '../../../domain/calendar/working-days.ts';
import { defaultMode, plansDatesArePast, redate, RedateStartPastError } from '../../../domain/plan/redate.ts';
import type { RedatedPlan } from '../../../domain/plan/redate-types.ts';
import { SEED_CALENDAR as calendar } from '../../../seeds/calendar/calendar.ts';
import { bazhong, chenzhou, huangshi, national, plan, shanghai, target, task } from './fixtures.ts';

const today = '2026-11-22';
const at = { today, calendar };
const period = ({ period: { start, end } }: RedatedPlan): string => `${start.effective}..${end.effective}`;
const phases = (made: RedatedPlan): string[] =>
  made.phases.map(({ start, end }) => `${start.effective}..${end.effective}`);
const codes = (made: RedatedPlan): string[] => made.questions.map((question) => question.code);

describe('the five plans on Sunday, 22 November 2026, shifted', () => {
  it('moves 郴州 by 17 years and keeps its overlaps', () => {
    const made = redate(chenzhou, 'shift', at);
    expect(made.yearsMoved).toBe(17);
    expect(phases(made)).toEqual(['2026-11-23..2026-11-30', '2026-11-23..2028-06-30', '2028-06-01..2028-07-31']);
    expect(made.phases[0]?.start).toEqual({
      printed: { text: '2009-11', precision: 'month' },
      effective: '2026-11-23',
      assumed: false,
      clipped: true,
      provisional: false,
    });
    expect(made.phases[2]?.end).toMatchObject({ printed: { text: '2011-07' }, clipped: false, provisional: true });
    expect(made.tasks).toMatchObject([
      { due: { effective: '2028-06-30' }, dueFrom: 'phase', start: { effective: '2026-11-23' } },
    ]);
    expect(period(made)).toBe('2026-11-23..2028-07-31');
    expect(codes(made)).toEqual([]);
  });

  it('gives 黄石 the three years from issue to horizon', () => {
    const made = redate(huangshi, 'shift', at);
    expect(period(made)).toBe('2026-11-23..2029-12-31');
    expect(made.period.end.printed?.text).toBe('2025');
    expect(made.targets[0]?.by?.effective).toBe('2029-12-31');
    expect(phases(made)).toEqual(['2026-11-23..2026-12-18', '2026-12-21..2029-11-05', '2029-11-06..2029-12-31']);
    expect(made.phases.every((phase) => phase.proposed)).toBe(true);
    expect(codes(made)).toEqual(['phases.proposed']);
  });

  it('gives 巴中 the same by the year of the report, and asks for it', () => {
    const made = redate(bazhong, 'shift', { ...at, assumedIssueYear: 2017 });
    expect(period(made)).toBe('2026-11-23..2029-12-31');
    expect(made.questions[0]).toMatchObject({ code: 'issue-year', proposal: '2017' });
    expect(period(redate(bazhong, 'shift', { ...at, assumedIssueYear: 2016 }))).toBe('2026-11-23..2030-12-31');
    expect(period(redate(bazhong, 'shift', at))).toBe('2026-11-23..2029-12-31');
  });

  it('gives the district plan a rolling year, marked assumed', () => {
    const made = redate(shanghai, 'shift', at);
    expect(period(made)).toBe('2026-11-23..2027-11-22');
    expect(made.period.start.assumed && made.period.end.assumed).toBe(true);
    expect(made.questions[0]).toMatchObject({ code: 'dates.none', proposal: '2026-11-23/2027-11-22' });
  });

  it('gives the national programme the year 2027, assessed in January 2028, with its baseline emptied', () => {
    const made = redate(national, 'shift', at);
    expect(period(made)).toBe('2027-01-01..2027-12-31');
    expect(made.postPeriod).toEqual([
      { what: '对上一年度示范城市工作进行考核', start: '2028-01-03', end: '2028-01-31' },
    ]);
    expect(made.targets[0]?.baseline).toEqual({ printed: '2017年', effective: '2026年', emptied: true });
    expect(codes(made)).toEqual(['phases.proposed', 'baseline']);
  });

  it('proposes shift for all of them, since their dates are past', () => {
    for (const facts of [chenzhou, huangshi, shanghai, bazhong, national]) {
      expect(plansDatesArePast(facts, today)).toBe(true);
      expect(defaultMode(facts, at)).toBe('shift');
    }
  });
});

describe('郴州 on other days', () => {
  it.each([
    ['2026-11-23', 17, '2026-11-23..2026-11-30', 'shift'],
    ['2026-11-24', 18, '2027-11-01..2027-11-30', 'rearrange'],
    ['2026-09-01', 17, '2026-11-02..2026-11-30', 'rearrange'],
    ['2026-09-03', 17, '2026-11-02..2026-11-30', 'shift'],
    ['2025-11-01', 16, '2025-11-03..2025-11-28', 'shift'],
    ['2028-02-29', 19, '2028-11-01..2028-11-30', 'rearrange'],
    ['2009-11-10', 0, '2009-11-10..2009-11-30', 'as-printed'],
  ])('on %s a shift is %i years, deployment %s, proposed is %s', (day, years, deployment, mode) => {
    const made = redate(chenzhou, 'shift', { today: day, calendar });
    expect([made.yearsMoved, phases(made)[0], defaultMode(chenzhou, { today: day, calendar })]).toEqual([
      years,
      deployment,
      mode,
    ]);
  });
});

describe('a year plan', () => {
  it.each([
    ['2026-10-02', '2026-10-08..2026-12-31'],
    ['2026-10-03', '2027-01-01..2027-12-31'],
    ['2027-01-01', '2027-01-04..2027-12-31'],
    ['2027-12-31', '2028-01-01..2028-12-31'],
  ])('on %s goes to %s', (day, expected) =>
    expect(period(redate(national, 'shift', { today: day, calendar }))).toBe(expected),
  );

  it('is current in its own year and past after it', () => {
    expect(plansDatesArePast(national, '2018-12-31')).toBe(false);
    expect(plansDatesArePast(national, '2019-01-01')).toBe(true);
    expect(period(redate(national, 'as-printed', { today: '2018-03-12', calendar }))).toBe('2018-03-12..2018-12-31');
  });
});

describe('rearranging from the starting day', () => {
  it('keeps lengths and overlaps', () => {
    const made = redate(chenzhou, 'rearrange', { ...at, startOn: '2027-03-01' });
    expect(phases(made)).toEqual(['2027-03-01..2027-03-30', '2027-03-01..2028-10-27', '2028-09-28..2028-11-27']);
    expect(made.activeFrom).toBe('2027-03-01');
  });

  it('begins on the next working day where the day chosen is a rest day', () => {
    expect(period(redate(shanghai, 'rearrange', { ...at, startOn: '2027-02-06' }))).toBe('2027-02-09..2028-02-08');
  });

  it('refuses a start in the past', () => {
    expect(() => redate(chenzhou, 'rearrange', { ...at, startOn: '2026-11-21' })).toThrow(RedateStartPastError);
  });
});

describe('taking over midway, and archiving', () => {
  it('keeps the printed dates and says from when anything is sent', () => {
    const made = redate(chenzhou, 'takeover', { today: '2010-03-06', calendar });
    expect(phases(made)).toEqual(['2009-11-02..2009-11-30', '2009-11-02..2011-06-30', '2011-06-01..2011-07-29']);
    expect([made.activeFrom, made.timers, made.yearsMoved]).toEqual(['2010-03-08', true, 0]);
    expect(codes(made)).toEqual([]);
  });

  it('asks where nothing of the plan is left', () =>
    expect(codes(redate(chenzhou, 'takeover', at))).toEqual(['takeover.over']));

  it('has no timers in an archive', () => {
    const made = redate(huangshi, 'archive', { ...at, reason: '补录' });
    expect([period(made), made.timers, made.reason]).toEqual(['2022-09-30..2025-12-31', false, '补录']);
  });
});

describe('tasks, targets and odd plans', () => {
  const dated = plan({
    ...chenzhou,
    tasks: [task('早', { due: '2009-11-10' }), task('中', { due: '2010-10' }), task('闰', { due: '2012-02-29' })],
  });

  it('moves printed due dates, asks about one before the start, and gives 29 February a day', () => {
    const made = redate(dated, 'shift', at);
    expect(made.tasks.map(({ due }) => due.effective)).toEqual(['2026-11-30', '2027-10-29', '2029-02-28']);
    expect(made.questions).toMatchObject([{ code: 'task.due-past', path: 'tasks[0].due', proposal: '2026-11-30' }]);
  });

  it('keeps a printed day that comes to lie on a rest day', () => {
    const made = redate(plan({ ...chenzhou, tasks: [task('日', { due: '2010-05-01' })] }), 'shift', at);
    expect(made.tasks[0]?.due.effective).toBe('2027-05-01');
  });

  it('leaves a baseline without a year alone', () => {
    const made = redate(plan({ ...national, targets: [target('增长', { baseline: '全省平均水平' })] }), 'shift', at);
    expect(made.targets[0]?.baseline).toEqual({ printed: '全省平均水平', effective: '全省平均水平', emptied: false });
  });

  it('gives a horizon in the year of issue at least what a year plan gets', () => {
    expect(period(redate(plan({ issuedOn: '2022-03-01', targets: [target('数', { by: '2022' })] }), 'shift', at))).toBe(
      '2026-11-23..2027-12-31',
    );
  });

  it('shifts a period without phases by its proposed deployment', () => {
    const facts = plan({ period: { start: '2009-11-16', end: '2011-07' } });
    expect(redate(facts, 'shift', at)).toMatchObject({
      yearsMoved: 17,
      period: { start: { effective: '2026-11-23' }, end: { effective: '2028-07-31' } },
    });
  });

  it('tells a missing edge by the neighbour, and keeps names of phases without dates', () => {
    const [first, second, third] = chenzhou.phases;
    if (!first || !second || !third) throw new Error('three phases');
    const gap = plan({ ...chenzhou, phases: [first, { ...second, start: null, end: null }, third] });
    expect(phases(redate(gap, 'shift', at))[1]).toBe('2026-12-01..2028-05-31');
    const bare = plan({
      issuedOn: '2022-01-01',
      targets: [target('数', { by: '2025' })],
      phases: [{ ...first, start: null, end: null }],
    });
    expect(redate(bare, 'shift', at).phases[0]).toMatchObject({
      name: '安排部署阶段',
      duties: ['制定下发方案'],
      proposed: true,
    });
  });

  it('leaves nothing before the start, keeps order, and gives every first phase five working days, on any day', () => {
    const anyDay = fc.integer({ min: 0, max: 1_800 }).map((days) => addDays('2024-01-01', days));
    fc.assert(
      fc.property(
        anyDay,
        fc.constantFrom(chenzhou, huangshi, shanghai, bazhong, national),
        fc.constantFrom('shift' as const, 'rearrange' as const),
        (day, facts, mode) => {
          const made = redate(facts, mode, { today: day, calendar });
          const dates = [made.period, ...made.phases].flatMap(({ start, end }) => [start.effective, end.effective]);
          expect(dates.every((date) => date >= day)).toBe(true);
          for (const { start, end } of made.phases) expect(start.effective <= end.effective).toBe(true);
          expect(
            [...made.phases].sort((a, b) => (a.start.effective < b.start.effective ? -1 : 1)).map(({ kind }) => kind),
          ).toEqual(made.phases.map(({ kind }) => kind));
          expect((made.phases[0]?.end.effective ?? '') >= addWorkingDays(calendar, day, 5)).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });
});
