import { randomUUID } from 'node:crypto';
import { buildBrief } from '../../../domain/reports/build-brief.ts';
import { carryEdits, isByHand } from '../../../domain/reports/edit-brief.ts';
import type { BriefBody, BriefInput, DerivedBrief } from '../../../domain/reports/types.ts';
import type { Db, Prisma } from '../../../prisma/client.ts';
import { appendDeskEventIn, lockChain } from '../../../prisma/events.ts';
import { deskChainId } from '../../../workflows/ids.ts';
import type { DeskActor, DeskDeps, DeskResult } from '../deps.ts';
import { findPlan } from '../find-plan.ts';
import { eventActor, recordingRefusals, refuseRecorded } from '../refuse.ts';
import { RefusedError } from '../../../domain/refusals.ts';
import { bodyOf, briefHash } from './brief-row.ts';
import { loadBriefInput } from './load-brief-input.ts';

/**
 * Drafts the next brief from the state; an unreleased one is drafted again under its number, with a person's
 * sentences and what still fits of their edits. Throws RefusedError PLAN_UNKNOWN, NOT_PERMITTED, PLAN_NOT_READY, BRIEF_CHANGED.
 */
export async function draftBrief(
  deps: DeskDeps,
  actor: DeskActor,
  { planId }: { planId: string },
): Promise<DeskResult & { briefId: string }> {
  const found = await findPlan(deps, actor, planId, 'draft-brief');
  const { status } = found.row;
  if (status !== 'running' && status !== 'closed')
    return refuseRecorded(deps, actor, planId, 'draft-brief', 'PLAN_NOT_READY', {
      status: status === 'archived' ? '归档' : '未启动',
    });
  const input = await loadBriefInput(deps, found);
  return recordingRefusals(deps, actor, planId, 'draft-brief', () =>
    deps.prisma.$transaction((tx) => draftIn(tx, actor, input)),
  );
}

async function draftIn(
  tx: Db,
  actor: DeskActor,
  input: Omit<BriefInput, 'drafting'>,
): Promise<DeskResult & { briefId: string }> {
  const { planId, cutoff, previous } = input;
  const entityId = deskChainId(planId);
  await lockChain(tx, entityId);
  const last = await tx.brief.findFirst({ where: { planId }, orderBy: { no: 'desc' } });
  // Released after the snapshot was taken: what would be drafted speaks of the wrong span.
  if (last && last.status === 'released' && last.no !== previous?.no) throw new RefusedError('BRIEF_CHANGED');
  const head = await tx.event.findFirst({ where: { entityId }, orderBy: { seq: 'desc' }, select: { seq: true } });
  const derived = buildBrief({ ...input, drafting: { entityId, seq: (head?.seq ?? 0) + 1 } });
  const old = last?.status === 'draft' ? last : null;
  const { body, givenUp } = old ? carryEdits(bodyOf(old), fresh(derived)) : { body: fresh(derived), givenUp: [] };
  const no = old?.no ?? (last?.no ?? 0) + 1;
  const row = {
    since: previous ? new Date(previous.cutoff) : null,
    cutoff: new Date(cutoff),
    derived: derived as unknown as Prisma.InputJsonValue,
    body: body as unknown as Prisma.InputJsonValue,
    createdBy: actor.personId,
    editedBy: old && isEdited(body) ? old.editedBy : null,
  };
  const brief = old
    ? await tx.brief.update({ where: { id: old.id, status: 'draft' }, data: row })
    : await tx.brief.create({ data: { id: randomUUID(), planId, no, ...row } });
  await appendDeskEventIn(tx, {
    planId,
    kind: 'briefDrafted',
    actor: eventActor(actor),
    via: actor.via,
    planAt: new Date(cutoff),
    body: { briefId: brief.id, no, sha256: briefHash(brief, body), givenUp },
  });
  const lost = givenUp.length > 0 ? `有${givenUp.length}处修改因内容已变未予保留,原句已留存。` : '';
  return { briefId: brief.id, summary: `已${old ? '重新' : ''}起草第${no}期简报,请核对后核发。${lost}` };
}

const fresh = ({ counts, sections }: DerivedBrief): BriefBody => ({ counts, sections });

const isEdited = ({ sections }: BriefBody): boolean =>
  sections.some(({ sentences }) => sentences.some((one) => isByHand(one) || one.dropped || one.derivedText !== null));
