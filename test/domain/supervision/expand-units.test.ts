import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../../domain/plan/policy.ts';
import { mayDigest } from '../../../domain/supervision/budget.ts';
import { cyclesIn } from '../../../domain/supervision/cycles.ts';
import { expandUnits, type UnitRow } from '../../../domain/supervision/expand-units.ts';
import { task } from '../plan/fixtures.ts';
import { at } from './fixtures.ts';

const unit = (name: string, more: Partial<UnitRow> = {}): UnitRow => ({
  id: name,
  name,
  kind: 'department',
  relation: 'subordinate',
  members: [],
  ...more,
});
const office = unit('办');
const units = [
  unit('甲'),
  unit('乙'),
  unit('院', { relation: 'independent' }),
  unit('县', { kind: 'group', members: ['东', '西'] }),
  unit('东'),
  unit('西'),
  unit('空', { kind: 'group' }),
];
const parts = (leadUnits: string[], responsibleUnits: string[]): string =>
  expandUnits(task('任务', { leadUnits, responsibleUnits }), units, office)
    .map(({ id, unitId, role, assumedLead }) => `${id} ${unitId} ${role}${assumedLead ? ' assumed' : ''}`)
    .join(', ');

describe("a task's units as parts", () => {
  it.each<[string, string[], string[], string]>([
    ['a lead and a responsible unit', ['甲'], ['乙'], 'p1 甲 lead, p2 乙 responsible'],
    ['two leads', ['甲', '院'], [], 'p1 甲 lead, p2 院 lead'],
    ['only responsible units: the first leads, marked', [], ['甲', '乙'], 'p1 甲 lead assumed, p2 乙 responsible'],
    ['a unit named twice', ['甲'], ['甲', '乙'], 'p1 甲 lead, p2 乙 responsible'],
    ['a group becomes its members', ['甲'], ['县'], 'p1 甲 lead, p2 东 responsible, p3 西 responsible'],
    [
      'a group that leads by convention: its first member',
      [],
      ['县', '甲'],
      'p1 东 lead assumed, p2 西 responsible, p3 甲 responsible',
    ],
    ["a group without members is the office's", ['甲'], ['空'], 'p1 甲 lead, p2 办 responsible'],
    ["a unit that nobody knows is the office's", ['丙'], [], 'p1 办 lead'],
    ['nobody', [], [], ''],
  ])('%s', (_, lead, responsible, expected) => {
    expect(parts(lead, responsible)).toBe(expected);
  });
});

describe('reporting periods', () => {
  const cycles = (start: string, end: string, monthly = false, until = '9999-12-31'): string[] =>
    cyclesIn({ start, end }, monthly, DEFAULT_POLICY, until).map(({ dueOn }) => dueOn);

  it("are quarters, or months of a key task, over a year's end", () => {
    expect(cycles('2026-10-08', '2027-03-31')).toEqual(['2026-12-25', '2027-03-25']);
    expect(cycles('2026-11-02', '2027-01-31', true)).toEqual(['2026-11-25', '2026-12-25', '2027-01-25']);
  });

  it('join a first one of less than 14 days to the next', () => {
    expect(cycles('2026-12-11', '2027-06-30')).toEqual(['2026-12-25', '2027-03-25', '2027-06-25']);
    expect(cycles('2026-12-12', '2027-06-30')).toEqual(['2027-03-25', '2027-06-25']);
  });

  it('end with the phase or with the day asked for', () => {
    expect(cycles('2026-01-05', '2026-03-24')).toEqual([]);
    expect(cycles('2026-01-05', '2026-12-31', false, '2026-06-25')).toEqual(['2026-03-25', '2026-06-25']);
    expect(cycles('2026-01-05', '2025-01-05')).toEqual([]);
  });
});

describe("a person's budget of digests", () => {
  const now = at('2026-06-24 09:15');
  const future = [{ rung: 'd3', dueAt: at('2026-06-29 17:30') }];
  const today = [{ rung: 'd0', dueAt: at('2026-06-24 17:30') }];
  const overdue = [{ rung: 'o1', dueAt: at('2026-06-23 17:30') }];
  const sent = (...days: string[]): string[] => days.map((day) => at(`${day} 09:00`));

  it.each<[string, { rung: string; dueAt: string | null }[], string[], string]>([
    ['the first of the day', future, [], 'within'],
    ['a second of the day waits', future, sent('2026-06-24'), 'budget.day'],
    ['a fourth of the week waits', future, sent('2026-06-22', '2026-06-22', '2026-06-23'), 'budget.week'],
    ["last week's do not count", future, sent('2026-06-19', '2026-06-20', '2026-06-21'), 'within'],
    ['what is overdue adds one a day', overdue, sent('2026-06-24'), 'urgent'],
    ['but not two', overdue, sent('2026-06-24', '2026-06-24'), 'budget.day'],
    [
      'nor a sixth a week',
      overdue,
      sent('2026-06-22', '2026-06-22', '2026-06-23', '2026-06-23', '2026-06-23'),
      'budget.week',
    ],
    [
      'what is due today is never held past its instant',
      today,
      sent('2026-06-22', '2026-06-23', '2026-06-23', '2026-06-24', '2026-06-24'),
      'due-today',
    ],
    ['a nudge is limited elsewhere', [{ rung: 'nudge-1', dueAt: null }], sent('2026-06-24', '2026-06-24'), 'nudge'],
    ['nothing to say', [], [], 'within'],
  ])('%s', (_, rungs, before, expected) => {
    const verdict = mayDigest(rungs, before, now, DEFAULT_POLICY);
    expect(verdict.send ? verdict.why : verdict.rule).toBe(expected);
  });
});
