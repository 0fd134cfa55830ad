import type { Evidence } from '../../prisma/generated/client.ts';
import { putOfficeItem } from '../../prisma/office-items.ts';
import { homePlan, planTalk } from '../plan-talk.ts';
import type { EvidenceDeps } from './deps.ts';

/** `refused`: what came with it was refused · `no-part`: its part is gone · `unanswered`: nobody said whose it is · `lost`: it could not be fetched. */
export type LeftBecause = 'refused' | 'no-part' | 'unanswered' | 'lost';

/** Files that nobody will say more about: kept, and seen by the office. Files of one message are one item. */
export async function leaveToOffice(
  { prisma, clock }: EvidenceDeps,
  files: Evidence[],
  because: LeftBecause,
): Promise<void> {
  const [first] = files;
  if (!first) return;
  const planId = first.planId ?? (await homePlan(prisma, first.personId));
  const person = await prisma.person.findUniqueOrThrow({
    where: { id: first.personId },
    select: {
      name: true,
      memberships: {
        where: { active: true, unit: { planId } },
        select: { unitId: true, unit: { select: { name: true } } },
        take: 1,
      },
    },
  });
  const unit = person.memberships[0];
  const talk = await planTalk(prisma, clock, planId);
  await prisma.$transaction(async (tx) => {
    if (because !== 'lost')
      await tx.evidence.updateMany({
        where: { id: { in: files.map(({ id }) => id) }, status: 'stored', filedAt: null },
        data: { status: 'unassigned', planId: planId === '' ? null : planId, entityId: null, partId: null },
      });
    if (planId === '') return;
    const before = await tx.officeItem.findUnique({
      where: { planId_key: { planId, key: `evidence/${first.inboxId}` } },
      select: { body: true },
    });
    const known = (before?.body as { files?: { id: string; name: string }[] } | undefined)?.files ?? [];
    const all = new Map([...known, ...files.map(({ id, name }) => ({ id, name }))].map((file) => [file.id, file]));
    await putOfficeItem(tx, {
      planId,
      key: `evidence/${first.inboxId}`,
      kind: 'evidence',
      ...(unit ? { unitId: unit.unitId } : {}),
      body: {
        person: person.name,
        unit: unit?.unit.name ?? '',
        reason: because,
        inboxId: first.inboxId,
        files: [...all.values()],
      },
      planAt: new Date(talk.now),
    });
  });
}
