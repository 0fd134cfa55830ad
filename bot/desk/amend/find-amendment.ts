import type { Change, Pin, TaskMatch } from '../../../domain/plan/amend/types.ts';
import type { RedatedPlan } from '../../../domain/plan/redate-types.ts';
import type { PlanFacts } from '../../../domain/plan/types.ts';
import type { AmendmentEffects } from '../../../domain/supervision/amendment-effects.ts';
import type { Actor } from '../../../domain/supervision/types.ts';
import type { Db } from '../../../prisma/client.ts';
import type { Amendment, AmendmentChange } from '../../../prisma/generated/client.ts';

export interface LoadedChange {
  id: string;
  body: Change;
  status: 'open' | 'accepted' | 'declined';
  taskId: string | null;
  decidedBy: Actor | null;
  decidedVia: string | null;
  decidedAt: Date | null;
  effects: AmendmentEffects | null;
  appliedAt: Date | null;
}

export interface LoadedAmendment {
  id: string;
  planId: string;
  no: number;
  status: 'open' | 'replaced';
  source: string | null;
  base: PlanFacts;
  facts: PlanFacts;
  baseDates: RedatedPlan;
  match: TaskMatch;
  pins: Pin[];
  taskIds: string[];
  createdBy: Actor;
  planAt: Date;
  /** In the order of the plan. */
  changes: LoadedChange[];
}

const WITH_CHANGES = { changes: { orderBy: { ordinal: 'asc' as const } } };

/** An amendment of a plan by its number; without one, the newest. null: there is none. */
export async function loadAmendment(db: Db, planId: string, no: number | null = null): Promise<LoadedAmendment | null> {
  const row = await db.amendment.findFirst({
    where: { planId, ...(no === null ? {} : { no }) },
    orderBy: { no: 'desc' },
    include: WITH_CHANGES,
  });
  return row ? amendmentOf(row) : null;
}

export async function loadAmendments(db: Db, planId: string): Promise<LoadedAmendment[]> {
  const rows = await db.amendment.findMany({ where: { planId }, orderBy: { no: 'desc' }, include: WITH_CHANGES });
  return rows.map(amendmentOf);
}

export function amendmentOf(row: Amendment & { changes: AmendmentChange[] }): LoadedAmendment {
  return {
    id: row.id,
    planId: row.planId,
    no: row.no,
    status: row.status as LoadedAmendment['status'],
    source: row.source,
    base: row.base as unknown as PlanFacts,
    facts: row.facts as unknown as PlanFacts,
    baseDates: row.baseDates as unknown as RedatedPlan,
    match: row.match as unknown as TaskMatch,
    pins: row.pins as unknown as Pin[],
    taskIds: row.taskIds,
    createdBy: row.createdBy as unknown as Actor,
    planAt: row.planAt,
    changes: row.changes.map((change) => ({
      id: change.changeId,
      body: change.body as unknown as Change,
      status: change.status as LoadedChange['status'],
      taskId: change.taskId,
      decidedBy: change.decidedBy as unknown as Actor | null,
      decidedVia: change.decidedVia,
      decidedAt: change.decidedAt,
      effects: change.effects as unknown as AmendmentEffects | null,
      appliedAt: change.appliedAt,
    })),
  };
}
