import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PHASE_KINDS, type PhaseKind } from '../../../domain/plan/types.ts';
import { applyPlanAmended } from '../../../domain/supervision/amend-plan.ts';
import { applyAdvance, applyAdvanced, applyStarted, applyUndo } from '../../../domain/supervision/apply-plan.ts';
import type { PlanState } from '../../../domain/supervision/types.ts';
import { at, phaseOf } from './fixtures.ts';
import { blankPlan } from './blank-plan.ts';

const actor = { id: 'c', name: '协调员' };
const NOW = at('2026-01-30 10:00');
const SPANS: Record<PhaseKind, [string, string]> = {
  deployment: ['2026-01-05', '2026-01-30'],
  implementation: ['2026-02-02', '2026-10-30'],
  inspection: ['2026-11-02', '2026-12-31'],
};
const windowsOf = (kinds: readonly PhaseKind[]) => kinds.map((kind) => phaseOf(kind, ...SPANS[kind], 0));
const running = (kinds: readonly PhaseKind[], advances = 0): PlanState => {
  let state = { ...applyStarted({ ...blankPlan, phases: windowsOf(kinds) }, NOW), told: true };
  for (let n = 0; n < advances; n += 1) {
    state = advancing(state, `go${n}`);
    state = { ...applyAdvanced(state, state.advancing?.undoUntil ?? NOW), told: true };
  }
  return state;
};
function advancing(state: PlanState, actId: string): PlanState {
  const ask = { actId, actor, via: 'test', dossierHash: 'h', overrideReason: null };
  const asked = applyAdvance(state, ask, { hash: 'h', gaps: [] }, NOW);
  if ('refused' in asked) throw new Error(asked.refused.code);
  return asked.state;
}
const amend = (state: PlanState, kinds: readonly PhaseKind[], more: object = {}) =>
  applyPlanAmended(
    state,
    {
      actId: 'am/1',
      actor,
      via: 'test',
      amendmentId: 'am',
      changeId: '1',
      title: '方案',
      windows: windowsOf(kinds).map(({ kind, name, start, end }) => ({ kind, name, start, end })),
    },
    NOW,
    more,
  );
const kindsAfter = (state: PlanState, kinds: readonly PhaseKind[]) => {
  const done = amend(state, kinds);
  return 'refused' in done ? done.refused.code : done.state.phases.map(({ kind }) => kind);
};

describe('the phases of a running plan', () => {
  it.each<[string, PhaseKind[], number, PhaseKind[]]>([
    ['takes a phase behind the last', ['deployment', 'implementation'], 0, [...PHASE_KINDS]],
    ['takes a phase between the one that runs and the next', ['deployment', 'inspection'], 0, [...PHASE_KINDS]],
    ['loses a phase that has not begun', [...PHASE_KINDS], 1, ['deployment', 'implementation']],
    ['loses the phase that would be next', [...PHASE_KINDS], 0, ['deployment', 'inspection']],
  ])('%s', (_, before, advances, after) => {
    expect(kindsAfter(running(before, advances), after)).toEqual(after);
  });

  it.each<[string, PhaseKind[], number, PhaseKind[], string]>([
    ['the phase that runs', [...PHASE_KINDS], 1, ['deployment', 'inspection'], 'PHASE_BEGUN'],
    ['a phase that is over', [...PHASE_KINDS], 1, ['implementation', 'inspection'], 'PHASE_BEGUN'],
    ['a phase ahead of the one that runs', ['implementation', 'inspection'], 0, [...PHASE_KINDS], 'PHASE_PAST'],
  ])('are not changed as to %s, with a word about what to do', (_, before, advances, after, code) => {
    const refused = amend(running(before, advances), after);
    expect('refused' in refused && refused.refused).toMatchObject({ code });
    expect('refused' in refused && refused.refused.message).toMatch(/可逐项取消|请把/);
  });

  it('wait for the end of a transition that can be undone', () => {
    const state = advancing(running([...PHASE_KINDS]), 'go');
    expect(kindsAfter(state, ['deployment', 'implementation'])).toBe('ALREADY_ADVANCING');
    const undone = applyUndo(state, { actId: 'un', actor, via: 'test' }, NOW);
    if ('refused' in undone) throw new Error(undone.refused.code);
    expect(kindsAfter(undone.state, ['deployment', 'implementation'])).toEqual(['deployment', 'implementation']);
  });

  it('keep those of a run whose start settled them, until its patch retires', () => {
    const refused = amend(running([...PHASE_KINDS]), ['deployment'], { samePhases: true });
    expect('refused' in refused && refused.refused.code).toBe('AMEND_PHASES');
  });

  it('are amended once, however often the plan is told', () => {
    const first = amend(running(['deployment']), [...PHASE_KINDS]);
    if ('refused' in first) throw new Error(first.refused.code);
    expect(amend(first.state, [...PHASE_KINDS])).toMatchObject({ state: first.state });
  });

  it('go on in their order, each begun once, whatever comes and goes', () => {
    const sets = fc.subarray([...PHASE_KINDS], { minLength: 1 });
    fc.assert(
      fc.property(sets, fc.array(fc.oneof(sets, fc.constant('advance' as const)), { maxLength: 8 }), (first, acts) => {
        let state = running(first);
        const begun: PhaseKind[] = [state.phases[0]!.kind];
        for (const [n, act] of acts.entries()) {
          if (state.status === 'closed') break;
          const here = state.phases[state.current]!.kind;
          if (act === 'advance') {
            state = advancing(state, `a${n}`);
            state = { ...applyAdvanced(state, state.advancing!.undoUntil), told: true };
            const next = state.phases[state.current]?.kind;
            if (next) begun.push(next);
          } else {
            const done = applyPlanAmended(
              state,
              { actId: `m${n}`, actor, via: 't', amendmentId: 'am', changeId: 'c', title: '', windows: windowsOf(act) },
              NOW,
            );
            if (!('refused' in done)) state = done.state;
            expect(state.phases[state.current]?.kind).toBe(here);
          }
          expect(state.phases.slice(0, state.current + 1).map(({ kind }) => kind)).toEqual(begun);
        }
        expect(begun).toEqual(PHASE_KINDS.filter((kind) => begun.includes(kind)));
      }),
      { numRuns: 300 },
    );
  });
});
