import type { Refusal, RefusalCode } from '../../../domain/refusals.ts';
import { Prisma } from '../../../prisma/client.ts';
import { appendDeskEventIn, lockChain } from '../../../prisma/events.ts';
import { loadCalendar } from '../../../prisma/load-calendar.ts';
import { deskChainId } from '../../../workflows/ids.ts';
import type { DeskDeps } from '../deps.ts';
import { acceptedVersion, mintedIds } from './accepted-version.ts';
import type { LoadedAmendment, LoadedChange } from './find-amendment.ts';
import { loadAmendment } from './find-amendment.ts';
import { storePlanVersion } from './store-accepted.ts';

const PHASE_REFUSALS: readonly RefusalCode[] = [
  'AMEND_PHASES',
  'PHASE_BEGUN',
  'PHASE_PAST',
  'PHASE_UNDATED',
  'ALREADY_ADVANCING',
];

export const isPhaseRefusal = (code: RefusalCode | null): boolean => code !== null && PHASE_REFUSALS.includes(code);

/**
 * The plan moved on between the acceptance of a change of its phases and its workflow being told, and refused:
 * nobody else has been told, so the change is open again and the plan what it was without it, on record.
 */
export async function takeBack(
  deps: DeskDeps,
  { planId, no }: LoadedAmendment,
  { id: changeId }: LoadedChange,
  { code, details }: Refusal,
): Promise<void> {
  const calendar = await loadCalendar(deps.prisma);
  await deps.prisma.$transaction(async (tx) => {
    await lockChain(tx, deskChainId(planId));
    const amendment = await loadAmendment(tx, planId, no);
    const change = amendment?.changes.find(({ id }) => id === changeId);
    if (!amendment || change?.status !== 'accepted' || change.appliedAt !== null) return;
    const others = amendment.changes.filter(({ id, status }) => id !== changeId && status === 'accepted');
    const accepted = new Set(others.map(({ id }) => id));
    const version = acceptedVersion(amendment, accepted, mintedIds(amendment.changes, change), calendar);
    await storePlanVersion(tx, planId, version);
    await tx.amendmentChange.update({
      where: { amendmentId_changeId: { amendmentId: amendment.id, changeId } },
      data: { status: 'open', decidedBy: Prisma.DbNull, decidedVia: null, decidedAt: null, effects: Prisma.DbNull },
    });
    const plan = await tx.plan.findUniqueOrThrow({ where: { id: planId }, select: { clockId: true } });
    await appendDeskEventIn(tx, {
      planId,
      kind: 'changeTakenBack',
      actor: change.decidedBy ?? { id: 'system', name: '系统' },
      via: change.decidedVia ?? 'system',
      planAt: await deps.clock.now(plan.clockId),
      body: { amendmentId: amendment.id, no, changeId, sentence: change.body.sentence, code, details },
    });
  });
}
