import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../../domain/plan/policy.ts';
import { burdenOf, weeksAround, type SentDigest } from '../../../domain/supervision/burden.ts';

const MONDAY = '2026-11-23';
const at = (day: number, time = '09:15'): string => new Date(`2026-11-${day}T${time}:00+08:00`).toISOString();
const digest = (day: number, rungs: SentDigest['rungs'] = [{ rung: 'd3', dueAt: at(30, '17:30') }]): SentDigest => ({
  personId: 'p',
  at: at(day),
  rungs,
});
const weekOf = (sent: SentDigest[], coming: string[] = []) =>
  burdenOf(
    sent,
    coming.map((instant) => ({ personId: 'p', at: instant })),
    [MONDAY],
    DEFAULT_POLICY,
  ).get('p')?.[0];

describe('the burden of one person in one week', () => {
  it('counts digests, and the rungs that were merged into them', () => {
    const rungs = [
      { rung: 'd3', dueAt: at(30, '17:30') },
      { rung: 'd7', dueAt: null },
    ];
    expect(weekOf([digest(23, rungs), digest(25)])).toMatchObject({ digests: 2, rungs: 3, over: 0 });
  });

  it('names the rule by which more than three digests went', () => {
    const overdue = [{ rung: 'o1', dueAt: at(20, '17:30') }];
    const dueToday = [{ rung: 'd0', dueAt: at(27, '17:30') }];
    const nudged = [{ rung: 'nudge-1', dueAt: null }];
    const sent = [digest(23), digest(24), digest(25), digest(26, overdue), digest(27, dueToday), digest(28, nudged)];
    expect(weekOf(sent)).toMatchObject({ digests: 6, exempt: { dueToday: 1, urgent: 1, nudge: 1 }, over: 0 });
  });

  it('shows a digest that no rule would have let through', () => {
    expect(weekOf([digest(23), digest(24), digest(25), digest(26)])).toMatchObject({ digests: 4, over: 1 });
  });

  it('reckons the order by instants, not by the order in which they are given', () => {
    const overdue = digest(26, [{ rung: 'o1', dueAt: at(20, '17:30') }]);
    expect(weekOf([overdue, digest(25), digest(24), digest(23)])?.exempt.urgent).toBe(1);
  });

  it('takes the rungs to come on one day for one digest', () => {
    expect(weekOf([], [at(24), at(24, '15:00'), at(26)])?.coming).toEqual({ digests: 2, rungs: 3 });
  });

  it('keeps Sunday night with its week, by the zone of the plan', () => {
    const sunday = new Date('2026-11-29T15:59:00Z').toISOString();
    const monday = new Date('2026-11-29T16:00:00Z').toISOString();
    const weeks = [MONDAY, '2026-11-30'];
    const found = burdenOf(
      [
        { personId: 'p', at: sunday, rungs: [] },
        { personId: 'p', at: monday, rungs: [] },
      ],
      [],
      weeks,
      DEFAULT_POLICY,
    ).get('p');
    expect(found?.map(({ week, digests }) => [week, digests])).toEqual(weeks.map((week) => [week, 1]));
  });
});

it('goes from the Monday some weeks back to the Monday some weeks ahead', () => {
  expect(weeksAround('2026-11-29', 1, 2)).toEqual(['2026-11-16', '2026-11-23', '2026-11-30', '2026-12-07']);
});
