import { alignFacts } from '../../../domain/plan/amend/align-facts.ts';
import { matchTasks } from '../../../domain/plan/amend/match-tasks.ts';
import { planChanges } from '../../../domain/plan/amend/plan-changes.ts';
import type { Change } from '../../../domain/plan/amend/types.ts';
import type { Acted, AmendmentChangeRow, AmendmentList } from '../../api.ts';
import { freshAmendment, NEW_VERSION, OLD_VERSION } from './fixture-versions.ts';
import { PLAN_ID } from './fixture.ts';
import { Refused } from './refused.ts';
import { at } from './state.ts';
import type { MockState } from './state.ts';

const now = alignFacts(OLD_VERSION, NEW_VERSION);

function listed({ amendment }: MockState): { change: Change; status: AmendmentChangeRow['status'] }[] {
  const match = matchTasks(OLD_VERSION.tasks, now.tasks, amendment.pins);
  return planChanges(OLD_VERSION, now, match).map((change) => ({
    change,
    status: amendment.decided[change.id] ?? 'open',
  }));
}

export function amendmentList(state: MockState, planId: string): AmendmentList {
  const planTitle = state.plans.find(({ id }) => id === planId)?.title ?? '';
  const can = { amend: planId === PLAN_ID && state.actingAs?.role !== 'leader' };
  if (planId !== PLAN_ID || !state.amendment.proposed) return { planId, planTitle, amendments: [], can };
  const changes = listed(state);
  const count = (what: AmendmentChangeRow['status']): number => changes.filter(({ status }) => status === what).length;
  return {
    planId,
    planTitle,
    can,
    amendments: [
      {
        no: 1,
        status: 'open',
        source: '示政办发〔2026〕31号.docx',
        createdBy: '协调员',
        createdAt: at(state),
        counts: { open: count('open'), accepted: count('accepted'), declined: count('declined') },
        changes: changes.map(({ change, status }) => rowOf(state, change, status)),
      },
    ],
  };
}

function rowOf(state: MockState, change: Change, status: AmendmentChangeRow['status']): AmendmentChangeRow {
  const { touches, ...said } = change;
  const match = matchTasks(OLD_VERSION.tasks, now.tasks, state.amendment.pins);
  const pair = match.pairs.find((one) => touches.what === 'task' && one.old === touches.old);
  const titleOf = (place: number): string => now.tasks[place]?.title ?? '';
  return {
    ...said,
    status,
    taskId: null,
    pair:
      change.doubtful && pair
        ? {
            old: pair.old,
            oldTitle: OLD_VERSION.tasks[pair.old]?.title ?? '',
            now: pair.now,
            nowTitle: titleOf(pair.now),
            candidates: pair.candidates.map((place) => ({ now: place, title: titleOf(place) })),
          }
        : null,
    decidedBy: status === 'open' ? null : '协调员',
    decidedAt: status === 'open' ? null : at(state),
    carried: status === 'accepted',
  };
}

export function actOnAmendment(
  state: MockState,
  act: string | undefined,
  body: { changeId?: string; old?: number; now?: number | null },
): Acted {
  const done = (summary: string): Acted => ({ ok: true, summary });
  if (act === undefined) {
    state.amendment = freshAmendment();
    return done('第1次修订:改动待定。');
  }
  if (act === 'match') {
    state.amendment = { ...state.amendment, pins: [{ old: body.old ?? 0, now: body.now ?? null }] };
    return done('已按所定对应关系重新列出改动。');
  }
  if (act === 'accept-all') {
    const certain = listed(state).filter(({ change, status }) => status === 'open' && !change.doubtful);
    const decided = Object.fromEntries(certain.map(({ change }) => [change.id, 'accepted' as const]));
    state.amendment = { ...state.amendment, decided: { ...state.amendment.decided, ...decided } };
    return done(`已采纳${certain.length}项改动。`);
  }
  const found = listed(state).find(({ change }) => change.id === body.changeId);
  if (!found) throw new Refused(404, 'CHANGE_UNKNOWN', '这次修订中没有这项改动。请核对后再办理。');
  const status = act === 'accept' ? 'accepted' : 'declined';
  state.amendment = { ...state.amendment, decided: { ...state.amendment.decided, [found.change.id]: status } };
  return done(`${status === 'accepted' ? '已采纳' : '不采纳'}:${found.change.sentence}`);
}
