import type { FileEvidence } from '../../domain/supervision/file-evidence.ts';
import { RefusedError } from '../../domain/refusals.ts';
import { appendDeskEventIn, EVIDENCE_AFTER_END } from '../../prisma/events.ts';
import type { Evidence } from '../../prisma/generated/client.ts';
import { onBehalf } from '../dispatch/on-behalf.ts';
import { viaOf } from '../dispatch/via-of.ts';
import { planTalk } from '../plan-talk.ts';
import type { EvidenceDeps } from './deps.ts';
import { leaveToOffice } from './leave-to-office.ts';

/**
 * Puts the Event of a stored file on its entity's chain, by the workflow; where that is over, on the desk's. The
 * file's id is the act's, so that it counts once. Throws what keeps the workflow from being asked.
 */
export async function fileWithTask(deps: EvidenceDeps, row: Evidence): Promise<void> {
  const { prisma, clock, updates, realNow } = deps;
  const { planId, entityId, partId, sha256, mime, size } = row;
  if (planId === null || entityId === null || partId === null || sha256 === null || mime === null || size === null)
    throw new RangeError('a file without its place or its hash');
  const act: FileEvidence = {
    kind: 'file-evidence',
    partId,
    evidenceId: row.id,
    name: row.name,
    mime,
    size,
    sha256,
    inboxId: row.inboxId,
  };
  const person = await prisma.person.findUniqueOrThrow({
    where: { id: row.personId },
    select: { id: true, name: true },
  });
  const said = await prisma.inbox.findUniqueOrThrow({
    where: { id: row.inboxId },
    select: { channel: true, payload: true },
  });
  const actor = await onBehalf(prisma, person, { entityId, partId }, row.planAt);
  const talk = await planTalk(prisma, clock, planId);
  const done = { filedAt: realNow() };
  try {
    if (!(await isFiled(deps, row)))
      await updates.decide(entityId, {
        actId: `evidence/${row.id}`,
        offsetMs: talk.offsetMs,
        actor,
        via: viaOf(said),
        ownPartIds: [],
        act,
      });
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    if (error.refusal.code === 'PART_UNKNOWN' || error.refusal.code === 'TASK_UNKNOWN')
      return leaveToOffice(deps, [row], 'no-part');
    if (error.refusal.code !== 'TASK_CLOSED') throw error;
    const { kind: _act, ...body } = act;
    await prisma.$transaction(async (tx) => {
      const { count } = await tx.evidence.updateMany({ where: { id: row.id, filedAt: null }, data: done });
      if (count > 0)
        await appendDeskEventIn(tx, {
          planId,
          kind: EVIDENCE_AFTER_END,
          actor,
          via: viaOf(said),
          planAt: new Date(talk.now),
          body: { entityId, ...body },
        });
    });
    return;
  }
  await prisma.evidence.update({ where: { id: row.id }, data: done });
}

/** Its Event was written before a crash, and so many acts ago that the workflow has forgotten it. */
async function isFiled({ prisma }: EvidenceDeps, { id, entityId }: Evidence): Promise<boolean> {
  const found = await prisma.event.findFirst({
    where: { entityId: entityId ?? '', kind: 'evidenceFiled', body: { path: ['evidenceId'], equals: id } },
    select: { seq: true },
  });
  return found !== null;
}
