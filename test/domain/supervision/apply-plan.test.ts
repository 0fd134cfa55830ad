import { describe, expect, it } from 'vitest';
import { applyAdvance, applyAdvanced, applyStarted, applyUndo } from '../../../domain/supervision/apply-plan.ts';
import type { PlanState } from '../../../domain/supervision/types.ts';
import { blankPlan as blank } from './blank-plan.ts';
import { at } from './fixtures.ts';

const actor = { id: 'c', name: '协调员' };
const NOW = at('2026-01-30 10:00');
const UNDO_UNTIL = at('2026-01-30 10:30');
const started = { ...applyStarted(blank, at('2026-01-05 09:00')), told: true };
const ask = (more: object = {}) => ({
  actId: 'a1',
  actor,
  via: 'test',
  dossierHash: 'h',
  overrideReason: null,
  ...more,
});
const clean = { hash: 'h', gaps: [] as string[] };
const gaps = { hash: 'h', gaps: ['3份任务尚未签收'] };
const codeOf = (outcome: ReturnType<typeof applyAdvance>): string =>
  'refused' in outcome ? outcome.refused.code : 'done';
const stateOf = (outcome: ReturnType<typeof applyAdvance>): PlanState => {
  if ('refused' in outcome) throw new Error(outcome.refused.code);
  return outcome.state;
};
const advancing = stateOf(applyAdvance(started, ask(), clean, NOW));

describe('a transition', () => {
  it.each<[string, PlanState, object, typeof clean, string]>([
    ['without gaps is granted', started, {}, clean, 'done'],
    ['with gaps and a reason is granted', started, { overrideReason: '经领导小组同意' }, gaps, 'done'],
    ['with gaps and no reason is refused', started, {}, gaps, 'OVERRIDE_REASON_REQUIRED'],
    [
      'with gaps and a reason of blanks is refused',
      started,
      { overrideReason: '        ' },
      gaps,
      'OVERRIDE_REASON_REQUIRED',
    ],
    [
      'with a dossier that changed is refused, reason or not',
      started,
      { dossierHash: 'old', overrideReason: '经领导小组同意' },
      gaps,
      'DOSSIER_CHANGED',
    ],
    ['while another is under way is refused', advancing, { actId: 'a2' }, clean, 'ALREADY_ADVANCING'],
    ['of a closed plan is refused', { ...started, status: 'closed' }, {}, clean, 'PHASE_LAST'],
  ])('%s', (_, state, more, dossier, code) => {
    expect(codeOf(applyAdvance(state, ask(more), dossier, NOW))).toBe(code);
  });

  it('counts one act once', () => {
    expect(stateOf(applyAdvance(advancing, ask(), clean, NOW))).toBe(advancing);
  });

  it('opens a window in which nothing moves', () => {
    expect(advancing).toMatchObject({
      current: 0,
      epoch: 1,
      advancing: { to: 1, undoUntil: UNDO_UNTIL, override: null },
    });
    expect(applyAdvanced(advancing, at('2026-01-30 10:29'))).toBe(advancing);
  });

  it('keeps the reason of an override, and none where nothing was missing', () => {
    expect(
      stateOf(applyAdvance(started, ask({ overrideReason: ' 经领导小组同意 ' }), gaps, NOW)).advancing?.override,
    ).toBe('经领导小组同意');
    expect(
      stateOf(applyAdvance(started, ask({ overrideReason: '经领导小组同意' }), clean, NOW)).advancing?.override,
    ).toBeNull();
  });

  it('is undone inside the window, and may be asked for anew', () => {
    const undone = stateOf(applyUndo(advancing, { actId: 'u', actor, via: 'test' }, at('2026-01-30 10:29')));
    expect(undone).toMatchObject({ advancing: null, current: 0, epoch: 1 });
    expect(stateOf(applyUndo(undone, { actId: 'u', actor, via: 'test' }, NOW))).toBe(undone);
    expect(codeOf(applyUndo(undone, { actId: 'u2', actor, via: 'test' }, NOW))).toBe('NOTHING_TO_UNDO');
    expect(codeOf(applyAdvance(undone, ask({ actId: 'a3' }), clean, NOW))).toBe('done');
  });

  it('stands once the window is over', () => {
    expect(codeOf(applyUndo(advancing, { actId: 'u', actor, via: 'test' }, UNDO_UNTIL))).toBe('NOTHING_TO_UNDO');
    const moved = applyAdvanced(advancing, UNDO_UNTIL);
    expect(moved).toMatchObject({ current: 1, epoch: 2, told: false, advancing: null, status: 'running' });
    expect(applyAdvanced(moved, UNDO_UNTIL)).toBe(moved);
  });

  it('out of the last phase closes the plan', () => {
    const last = { ...started, current: 1, epoch: 2 };
    const closed = applyAdvanced(stateOf(applyAdvance(last, ask(), clean, NOW)), UNDO_UNTIL);
    expect(closed).toMatchObject({ status: 'closed', current: 2, epoch: 3, told: false });
    expect(closed.pendingEvents.at(-1)?.kind).toBe('planClosed');
  });

  it('begins with the first phase, once', () => {
    expect(started).toMatchObject({ current: 0, epoch: 1 });
    expect(applyStarted(started, NOW)).toBe(started);
    expect(applyStarted({ ...blank, firstPhase: 1 }, NOW)).toMatchObject({ current: 1, epoch: 1 });
  });
});
