import type { UnclaimedFile } from '../../../web/api.ts';
import type { DeskActor, DeskDeps } from '../deps.ts';
import { findPlan } from '../find-plan.ts';

/** Shown are no more at once. */
const MOST = 200;

/** 待归佐证: stored files of a plan of which nobody said whose evidence they are, the newest first. Throws RefusedError PLAN_UNKNOWN, NOT_PERMITTED. */
export async function unclaimedEvidence(
  deps: DeskDeps,
  actor: DeskActor,
  { planId }: { planId: string },
): Promise<UnclaimedFile[]> {
  await findPlan(deps, actor, planId, 'file-evidence');
  const { prisma } = deps;
  const files = await prisma.evidence.findMany({
    where: { planId, status: 'unassigned', filedAt: null },
    orderBy: [{ planAt: 'desc' }, { id: 'asc' }],
    take: MOST,
  });
  const people = await prisma.person.findMany({
    where: { id: { in: files.map(({ personId }) => personId) } },
    select: {
      id: true,
      name: true,
      memberships: { where: { unit: { planId } }, select: { unit: { select: { name: true } } }, take: 1 },
    },
  });
  const rows = await prisma.inbox.findMany({
    where: { id: { in: files.map(({ inboxId }) => inboxId) } },
    select: { id: true, text: true },
  });
  return files.map(({ id, name, size, personId, inboxId, planAt }) => {
    const person = people.find((one) => one.id === personId);
    return {
      id,
      name,
      size,
      person: person?.name ?? '',
      unit: person?.memberships[0]?.unit.name ?? '',
      words: rows.find((row) => row.id === inboxId)?.text ?? null,
      at: planAt.toISOString(),
    };
  });
}
