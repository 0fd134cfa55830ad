import type { IssuedRung } from '../domain/supervision/decide-issue.ts';
import type { Db } from '../prisma/client.ts';
import { openAnswer } from '../prisma/queries/open-answer.ts';
import { proposalHold } from '../prisma/queries/proposal-hold.ts';

export interface Hold {
  notBefore?: Date;
  heldUntil?: Date;
  heldBy?: string;
}

/** Not sent while an answer about the part is being read, or its author has yet to confirm what was read. In the order of the rungs. */
export async function holdsOf(tx: Db, entityId: string, issued: IssuedRung[]): Promise<Hold[]> {
  const holds: Hold[] = [];
  if (
    !(await mayBeHeld(
      tx,
      issued.map(({ unitId }) => unitId),
    ))
  )
    return holds;
  for (const { status, partId, unitId } of issued)
    holds.push(status === 'queued' ? await holdOf(tx, { entityId, partId, unitId }) : {});
  return holds;
}

/** The same for one part. Ask before anything else is locked. */
export async function holdOf(tx: Db, part: { entityId: string; partId: string; unitId: string }): Promise<Hold> {
  const notBefore = await proposalHold(tx, part.entityId, part.partId);
  const answer = await openAnswer(tx, part);
  return {
    ...(notBefore ? { notBefore } : {}),
    ...(answer ? { heldUntil: answer.until, heldBy: answer.id } : {}),
  };
}

/** Nearly always nobody of these units has said anything that is still open: one look instead of two a rung. */
async function mayBeHeld(tx: Db, unitIds: string[]): Promise<boolean> {
  const persons = (
    await tx.membership.findMany({ where: { unitId: { in: unitIds }, active: true }, select: { personId: true } })
  ).map(({ personId }) => personId);
  const inbox = await tx.inbox.count({ where: { status: 'open', personId: { in: persons } } });
  return inbox > 0 || (await tx.proposal.count({ where: { status: 'open', personId: { in: persons } } })) > 0;
}
