import { may, type Act } from '../../../domain/rights.ts';
import { briefTitle } from '../../../domain/reports/brief-title.ts';
import type { Db } from '../../../prisma/client.ts';
import type { Brief } from '../../../prisma/generated/client.ts';
import type { BriefList, BriefRow } from '../../../web/api.ts';
import type { DeskActor, DeskDeps } from '../deps.ts';
import { findPlan } from '../find-plan.ts';
import { bodyOf } from './brief-row.ts';

/** A plan's briefs, newest first; drafts for those alone who may draft. Throws RefusedError PLAN_UNKNOWN, NOT_PERMITTED. */
export async function briefList(deps: DeskDeps, actor: DeskActor, { planId }: { planId: string }): Promise<BriefList> {
  const { row } = await findPlan(deps, actor, planId, 'read-brief');
  const can = canOf(actor, planId);
  const briefs = await deps.prisma.brief.findMany({
    where: { planId, ...(can.draft ? {} : { status: 'released' }) },
    orderBy: { no: 'desc' },
  });
  const names = await namesOf(deps.prisma, briefs);
  return { planId, briefs: briefs.map((brief) => briefRow(brief, row.title, names)), can };
}

/** What a person may do with briefs of one plan. */
export function canOf({ grants }: DeskActor, planId: string): BriefList['can'] {
  const can = (act: Act): boolean => may(act, grants, { planId });
  return { draft: can('draft-brief'), release: can('release-brief'), direct: can('direct') };
}

/** Names of those who drafted, edited and released; an id that is nobody's shows as itself. */
export async function namesOf(db: Db, briefs: Brief[]): Promise<(personId: string) => string> {
  const ids = briefs.flatMap(({ createdBy, editedBy, releasedBy }) => [createdBy, editedBy, releasedBy]);
  const people = await db.person.findMany({
    where: { id: { in: ids.filter((id) => id !== null) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (personId) => names.get(personId) ?? personId;
}

export const briefRow = (brief: Brief, planTitle: string, name: (personId: string) => string): BriefRow => ({
  id: brief.id,
  planId: brief.planId,
  no: brief.no,
  title: briefTitle(planTitle, brief.no),
  status: brief.status === 'released' ? 'released' : 'draft',
  since: brief.since?.toISOString() ?? null,
  cutoff: brief.cutoff.toISOString(),
  counts: bodyOf(brief).counts,
  createdBy: name(brief.createdBy),
  editedBy: brief.editedBy === null ? null : name(brief.editedBy),
  releasedBy: brief.releasedBy === null ? null : name(brief.releasedBy),
  releasedAt: brief.releasedAt?.toISOString() ?? null,
});
