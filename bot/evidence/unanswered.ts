import { planTalk, homePlan } from '../plan-talk.ts';
import type { EvidenceDeps } from './deps.ts';
import { leaveToOffice } from './leave-to-office.ts';

/** After that long on the plan's clock nobody is expected to say any more whose evidence a file is. */
const ANSWER_WITHIN_MS = 2 * 24 * 3_600_000;

/** Files whose question stayed without an answer go to the office. */
export async function leaveUnanswered(deps: EvidenceDeps): Promise<void> {
  const { prisma, clock } = deps;
  const asked = await prisma.evidence.findMany({
    where: { status: 'stored', entityId: null, askedWith: { not: null } },
    orderBy: { id: 'asc' },
    take: 200,
  });
  for (const file of asked) {
    const { now } = await planTalk(prisma, clock, await homePlan(prisma, file.personId));
    if (Date.parse(now) - file.planAt.getTime() >= ANSWER_WITHIN_MS) await leaveToOffice(deps, [file], 'unanswered');
  }
}
