import { describe, expect, it } from 'vitest';
import { applyPhaseChanged, applyPhaseClosed } from '../../../domain/supervision/apply-phase.ts';
import { decideIssue } from '../../../domain/supervision/decide-issue.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import {
  at,
  claim,
  codeOf,
  done,
  dutyOf,
  flat,
  isFiled,
  lines,
  partOf,
  partSeed,
  phaseOf,
  reply,
  report,
  scheduled,
  stateOf,
} from './fixtures.ts';

const START = at('2026-01-05 10:00');
const MOVED = at('2026-01-12 10:00');
const deployment = phaseOf('deployment', '2026-01-05', '2026-01-12', 1);
const implementation = phaseOf('implementation', '2026-01-12', '2026-12-31', 2);
const inspection = phaseOf('inspection', '2026-12-01', '2027-01-29', 3);
const deployed = scheduled(stateOf({ phase: deployment }), START);
const moveTo = (state: SupervisedState, phase = implementation, now = MOVED, dueOn = state.dueOn) =>
  scheduled(applyPhaseChanged(decideIssue(state, now).state, phase, dueOn, now), now);
const owed = (state: SupervisedState): string[] => partOf(state).duties.map(({ kind, cycle }) => `${kind}/${cycle}`);

describe('a task whose plan moves on', () => {
  it('owes only the receipt in deployment, two working days after it was asked for in a short one', () => {
    expect(owed(deployed)).toEqual(['receipt/once']);
    expect(dutyOf(deployed, 'receipt').dueOn).toBe('2026-01-07');
  });

  it('owes its reports and its completion in implementation', () => {
    expect(owed(moveTo(deployed))).toEqual(['receipt/once', 'report/2026Q1', 'completion/once']);
  });

  it('keeps the day by which it was to sign, though the next phase is longer', () => {
    const moved = moveTo(deployed);
    expect(dutyOf(moved, 'receipt')).toEqual(dutyOf(deployed, 'receipt'));
    expect(lines(moved.slots, 'receipt')).toEqual(
      lines(
        deployed.slots.filter((s) => s.at > MOVED),
        'receipt',
      ),
    );
  });

  it('is not told twice, nor by an older word', () => {
    const moved = moveTo(deployed);
    expect(applyPhaseChanged(moved, implementation, moved.dueOn, MOVED)).toBe(moved);
    expect(applyPhaseChanged(moved, deployment, moved.dueOn, MOVED)).toBe(moved);
  });

  it('stays closed where it is closed', () => {
    for (const status of ['closed', 'cancelled'] as const) {
      const state = { ...deployed, status };
      expect(applyPhaseChanged(state, implementation, state.dueOn, MOVED)).toBe(state);
    }
  });

  it('is not asked for a completion that it claimed before the phase began', () => {
    const moved = moveTo(done(reply(deployed, claim, at('2026-01-08 10:00'))));
    expect(isFiled(moved, 'completion')).toBe(true);
    expect(lines(moved.slots, 'completion')).toEqual([]);
  });

  it('keeps a report of the past phase open and its rungs coming', () => {
    const late = moveTo(deployed, inspection, at('2026-12-28 10:00'));
    expect(owed(late)).toContain('report/inspection');
    const before = scheduled({ ...moveTo(deployed), scheduleSeq: 9 }, at('2026-12-20 10:00'));
    const after = moveTo(before, inspection, at('2026-12-28 10:00'));
    expect(owed(after)).toEqual(expect.arrayContaining(['report/2026Q4', 'report/inspection']));
    expect(lines(after.slots, 'report', '2026Q4').map((l) => l.split(' ')[0])).toEqual([
      'o3',
      'o5',
      'w1',
      'o10',
      'w2',
      'w3',
      'w4',
      'office',
    ]);
  });

  it('owes nothing of the periods that went by while its phase waited', () => {
    const late = moveTo(deployed, implementation, at('2026-05-11 10:00'));
    expect(owed(late)).toEqual(['receipt/once', 'report/2026Q2', 'completion/once']);
  });

  it('asks for evidence ten working days before the end, or by the end where that day has gone by', () => {
    expect(dutyOf(moveTo(deployed, inspection, at('2026-12-28 10:00')), 'report', 'inspection').dueOn).toBe(
      '2027-01-15',
    );
    const late = moveTo(deployed, inspection, at('2027-01-20 10:00'));
    expect(dutyOf(late, 'report', 'inspection').dueOn).toBe('2027-01-29');
    expect(lines(late.slots, 'report')[0]).toBe('d3 2027-01-26 09:15 liaison before-3');
    const short = moveTo(deployed, phaseOf('inspection', '2026-12-28', '2026-12-31', 3), at('2026-12-28 10:00'));
    expect(dutyOf(short, 'report', 'inspection').dueOn).toBe('2026-12-31');
  });

  it('does not take a last quarterly report for evidence', () => {
    const before = done(reply(moveTo(deployed), report(), at('2026-12-20 10:00')));
    expect(isFiled(moveTo(before, inspection, at('2026-12-28 10:00')), 'report', 'inspection')).toBe(false);
  });

  it('gets new rungs for its completion where its due day moved, and withdraws the old ones', () => {
    const moved = moveTo(deployed);
    const redated = moveTo(
      moved,
      phaseOf('inspection', '2026-12-01', '2027-01-29', 3),
      at('2026-12-01 10:00'),
      '2027-01-15',
    );
    expect(dutyOf(redated, 'completion')).toMatchObject({ dueOn: '2027-01-15', seq: 2 });
    expect(
      redated.pendingEvents.flatMap(({ settled = [] }) => settled).find(({ reason }) => reason === '时限已调整')?.slots,
    ).toHaveLength(13);
    expect(flat(redated.slots).filter(({ duty, seq }) => duty === 'completion' && seq === 1)).toEqual([]);
  });
});

describe('the end of a phase', () => {
  const own = scheduled(
    stateOf({
      kind: 'phase',
      phase: deployment,
      dueOn: deployment.end,
      parts: [
        { ...partSeed('p1'), title: '印发方案' },
        { ...partSeed('p2'), title: '召开会议' },
      ],
    }),
    START,
  );

  it('ends its open duties with it, on record', () => {
    const closed = applyPhaseClosed(done(reply(own, claim, MOVED)), '转入实施', MOVED);
    expect(closed).toMatchObject({ status: 'closed', slots: [] });
    expect(closed.pendingEvents.at(-1)?.body).toEqual({ reason: '转入实施', open: ['p2'] });
    expect(codeOf(reply(closed, claim, MOVED))).toBe('TASK_CLOSED');
    expect(applyPhaseClosed(closed, '', MOVED)).toBe(closed);
  });

  it('is reminded of within a phase shorter than the ladder, past rungs skipped', () => {
    expect(lines(own.slots, 'completion').slice(0, 3)).toEqual([
      'd3 2026-01-07 09:15 liaison before-3',
      'd1 2026-01-09 09:15 liaison before-1',
      'd0 2026-01-12 09:15 liaison due-day',
    ]);
    expect(own.pendingEvents.at(-1)?.settled?.map(({ outcome, slots }) => `${outcome} ${slots[0]?.rung}`)).toEqual([
      'skipped d7',
      'skipped d7',
    ]);
  });
});
