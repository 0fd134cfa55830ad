import type { Instant } from '../plan/types.ts';
import type { IssuedRung } from './decide-issue.ts';
import type { DutyKind, Escalation, Part, SettledRungs, SupervisedState } from './types.ts';
import { deadlineOf } from './deadline-of.ts';

interface Held {
  partId: string;
  duty: string;
  cycle: string;
  seq: number;
}

export const escalationId = ({ partId, duty, cycle, seq }: Held): string => [partId, duty, cycle, seq].join(':');

/** Key of the office's item about a held rung. */
export const escalationKey = (entityId: string, id: string): string => `escalation/${entityId}/${id}`;

/** What this id speaks of is still owed. */
export const isOwed = (state: SupervisedState, id: string): boolean =>
  state.parts.some(
    (part) =>
      part.completion !== 'accepted' &&
      part.duties.some(
        ({ kind, cycle, filedAt }) => filedAt === undefined && id.startsWith([part.id, kind, cycle, ''].join(':')),
      ),
  );

/** Rungs that are held from now on; one for an older deadline of the same duty gives way. */
export function withHeld(state: SupervisedState, issued: readonly IssuedRung[], since: Instant): SupervisedState {
  const held = issued
    .filter(({ status }) => status === 'held')
    .map(({ partId, duty, cycle, seq, rung }): Escalation => {
      const what = { partId, duty, cycle, seq };
      return { id: escalationId(what), ...what, rung, status: 'held', since };
    });
  const isReplaced = (old: Escalation): boolean =>
    held.some(({ partId, duty, cycle }) => partId === old.partId && duty === old.duty && cycle === old.cycle);
  return keepEscalations(
    { ...state, escalations: [...(state.escalations ?? []), ...held] },
    (one) => held.includes(one) || !isReplaced(one),
  );
}

/** Those of a part (and duty, and cycle) are held no longer. */
export const withoutHeld = (
  state: SupervisedState,
  what: { partId: string; duty?: DutyKind; cycle?: string },
): SupervisedState =>
  keepEscalations(
    state,
    ({ partId, duty, cycle }) =>
      partId !== what.partId ||
      (what.duty !== undefined && duty !== what.duty) ||
      (what.cycle !== undefined && cycle !== what.cycle),
  );

/** None left is no list at all: a state is as small as it was. */
export function keepEscalations(state: SupervisedState, keeps: (one: Escalation) => boolean): SupervisedState {
  const { escalations = [], ...rest } = state;
  const kept = escalations.filter(keeps);
  if (kept.length === escalations.length && kept.length > 0) return state;
  return kept.length > 0 ? { ...rest, escalations: kept } : rest;
}

/** Held for a deadline that holds no longer, or for what is owed no more. */
export function staleEscalations(
  { escalations = [] }: SupervisedState,
  parts: readonly Part[],
): { escalations: Escalation[]; settled: SettledRungs[] } {
  const dutyOf = ({ partId, duty, cycle }: Escalation) =>
    parts.find(({ id }) => id === partId)?.duties.find((one) => one.kind === duty && one.cycle === cycle);
  const stale = escalations.filter((one) => {
    const duty = dutyOf(one);
    return duty === undefined || duty.filedAt !== undefined || deadlineOf(duty).seq !== one.seq;
  });
  return {
    escalations: stale,
    settled: stale.map((one) => ({
      outcome: 'withdrawn',
      reason: dutyOf(one)?.filedAt === undefined ? '时限已调整' : '已报送',
      partId: one.partId,
      duty: one.duty,
      cycle: one.cycle,
      rung: one.rung,
      slots: [],
    })),
  };
}
