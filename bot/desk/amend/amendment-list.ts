import { may } from '../../../domain/rights.ts';
import type { AmendmentChangeRow, AmendmentList, AmendmentRow } from '../../../web/api.ts';
import type { DeskActor, DeskDeps } from '../deps.ts';
import { findPlan } from '../find-plan.ts';
import { loadAmendments, type LoadedAmendment, type LoadedChange } from './find-amendment.ts';

/** A plan's amendments, newest first, each change with what was decided. Throws RefusedError PLAN_UNKNOWN, NOT_PERMITTED. */
export async function amendmentList(
  deps: DeskDeps,
  actor: DeskActor,
  { planId }: { planId: string },
): Promise<AmendmentList> {
  const { row } = await findPlan(deps, actor, planId, 'read-board');
  const amendments = await loadAmendments(deps.prisma, row.id);
  return {
    planId: row.id,
    planTitle: row.title,
    amendments: amendments.map(rowOf),
    can: { amend: row.status === 'running' && may('amend', actor.grants, { planId: row.id }) },
  };
}

function rowOf(amendment: LoadedAmendment): AmendmentRow {
  const { no, status, source, createdBy, planAt, changes } = amendment;
  const count = (what: LoadedChange['status']): number => changes.filter((change) => change.status === what).length;
  return {
    no,
    status,
    source,
    createdBy: createdBy.name,
    createdAt: planAt.toISOString(),
    counts: { open: count('open'), accepted: count('accepted'), declined: count('declined') },
    changes: changes.map((change) => changeRow(amendment, change)),
  };
}

function changeRow(amendment: LoadedAmendment, change: LoadedChange): AmendmentChangeRow {
  const { id, kind, sentence, was, now, doubtful, touches } = change.body;
  const old = touches.what === 'task' ? touches.old : null;
  return {
    id,
    kind,
    sentence,
    was,
    now,
    status: change.status,
    doubtful,
    pair: doubtful ? pairOf(amendment, old) : null,
    taskId: change.taskId ?? (old === null ? null : (amendment.taskIds[old] ?? null)),
    decidedBy: change.decidedBy?.name ?? null,
    decidedAt: change.decidedAt?.toISOString() ?? null,
    carried: change.appliedAt !== null,
  };
}

function pairOf({ match, base, facts }: LoadedAmendment, old: number | null): AmendmentChangeRow['pair'] {
  const pair = match.pairs.find((one) => one.old === old);
  if (!pair) return null;
  const titleOf = (at: number): string => facts.tasks[at]?.title ?? '';
  return {
    old: pair.old,
    oldTitle: base.tasks[pair.old]?.title ?? '',
    now: pair.now,
    nowTitle: titleOf(pair.now),
    candidates: pair.candidates.filter((at) => at !== pair.now).map((at) => ({ now: at, title: titleOf(at) })),
  };
}
