import type { Instant } from '../plan/types.ts';
import { refusal, type Refusal } from '../refusals.ts';
import { withEvent } from './pending.ts';
import { hasSeen, withSeen } from './seen-items.ts';
import type { Actor, PlanState } from './types.ts';

const SYSTEM: Actor = { id: 'system', name: '系统' };
const MIN_REASON = 5;

export interface AdvanceAsk {
  actId: string;
  actor: Actor;
  via: string;
  /** What the dry run showed. */
  dossierHash: string;
  overrideReason: string | null;
}

export interface DossierNow {
  hash: string;
  gaps: string[];
}

/** May the plan move on? Opens the window in which it can be undone and nothing is sent. */
export function applyAdvance(
  state: PlanState,
  ask: AdvanceAsk,
  dossier: DossierNow,
  now: Instant,
): { state: PlanState; summary: string } | { refused: Refusal } {
  if (hasSeen(state, ask.actId)) return { state, summary: '此前已办理。' };
  if (state.advancing) return { refused: refusal('ALREADY_ADVANCING', { until: state.advancing.undoUntil }) };
  if (state.status === 'closed') return { refused: refusal('PHASE_LAST') };
  if (ask.dossierHash !== dossier.hash) return { refused: refusal('DOSSIER_CHANGED') };
  const reason = ask.overrideReason?.trim() ?? '';
  if (dossier.gaps.length > 0 && reason.length < MIN_REASON) {
    return { refused: refusal('OVERRIDE_REASON_REQUIRED', { gaps: dossier.gaps.join(';') }) };
  }
  const to = state.current + 1;
  const undoUntil = new Date(Date.parse(now) + state.undoWindowMs).toISOString();
  const next: PlanState = {
    ...withSeen(state, ask.actId),
    advancing: {
      to,
      undoUntil,
      dossierHash: dossier.hash,
      override: dossier.gaps.length > 0 ? reason : null,
      by: ask.actor,
    },
  };
  const target = state.phases[to];
  return {
    state: withEvent(next, {
      kind: 'phaseAdvancing',
      actor: ask.actor,
      via: ask.via,
      at: now,
      body: {
        from: state.phases[state.current]?.kind ?? null,
        to: target?.kind ?? 'closed',
        undoUntil,
        dossierHash: dossier.hash,
        gaps: dossier.gaps,
        override: next.advancing?.override ?? null,
      },
    }),
    summary: target
      ? `正在转入${target.name},${Math.round(state.undoWindowMs / 60_000)}分钟内可以撤回`
      : '正在结束方案,撤回时限内可以撤回',
  };
}

export function applyUndo(
  state: PlanState,
  ask: { actId: string; actor: Actor; via: string },
  now: Instant,
): { state: PlanState; summary: string } | { refused: Refusal } {
  if (hasSeen(state, ask.actId)) return { state, summary: '此前已办理。' };
  if (!state.advancing || now >= state.advancing.undoUntil) return { refused: refusal('NOTHING_TO_UNDO') };
  const undone = state.advancing;
  return {
    state: withEvent(
      { ...withSeen(state, ask.actId), advancing: null },
      {
        kind: 'phaseAdvanceUndone',
        actor: ask.actor,
        via: ask.via,
        at: now,
        body: { to: state.phases[undone.to]?.kind ?? 'closed' },
      },
    ),
    summary: '已撤回阶段转换,没有任何单位收到通知',
  };
}

/** The undo window is over: the next phase is open, and its entities are still to be told. */
export function applyAdvanced(state: PlanState, now: Instant): PlanState {
  if (!state.advancing || now < state.advancing.undoUntil) return state;
  const { to, by } = state.advancing;
  const target = state.phases[to];
  const epoch = state.epoch + 1;
  const next: PlanState = {
    ...state,
    advancing: null,
    current: to,
    epoch,
    told: false,
    status: target ? 'running' : 'closed',
  };
  return withEvent(next, {
    kind: target ? 'phaseAdvanced' : 'planClosed',
    actor: by,
    via: 'system',
    at: now,
    body: { from: state.phases[state.current]?.kind ?? null, to: target?.kind ?? 'closed', epoch },
  });
}

/** First turn: the first phase opens with the plan. */
export function applyStarted(state: PlanState, now: Instant): PlanState {
  if (state.current >= 0) return state;
  const first = state.phases[state.firstPhase];
  return withEvent(
    { ...state, current: state.firstPhase, epoch: 1, told: false },
    {
      kind: 'planStarted',
      actor: SYSTEM,
      via: 'system',
      at: now,
      body: { phase: first?.kind ?? null, phases: state.phases.map(({ kind, start, end }) => ({ kind, start, end })) },
    },
  );
}
