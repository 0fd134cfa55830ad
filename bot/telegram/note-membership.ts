import type { Prisma, PrismaClient } from '../../prisma/client.ts';
import type { PlanClock } from '../../prisma/clock.ts';
import { putOfficeItem } from '../../prisma/office-items.ts';

export interface MembershipDeps {
  prisma: PrismaClient;
  clock: PlanClock;
}

const ACCOUNT = { channel: 'telegram', team: '', revokedAt: null } satisfies Prisma.AccountWhereInput;

/** A person stopped the bot: their address fails from now on, and each office they belong to hears of it once. */
export async function noteBlocked({ prisma, clock }: MembershipDeps, chat: string): Promise<void> {
  const account = await prisma.account.findFirst({ where: { ...ACCOUNT, externalId: chat, failedAt: null } });
  if (!account) return;
  const memberships = await prisma.membership.findMany({
    where: { personId: account.personId, active: true, unit: { plan: { status: { notIn: ['closed', 'archived'] } } } },
    select: { unitId: true, unit: { select: { plan: { select: { id: true, clockId: true } } } } },
  });
  const dated = await Promise.all(
    memberships.map(async ({ unitId, unit: { plan } }) => ({
      unitId,
      planId: plan.id,
      planAt: await clock.now(plan.clockId),
    })),
  );
  await prisma.$transaction(async (tx) => {
    await tx.account.update({ where: { id: account.id }, data: { failedAt: new Date(), failReason: 'blocked' } });
    for (const { unitId, planId, planAt } of dated)
      await putOfficeItem(tx, {
        planId,
        key: `undeliverable/${unitId}`,
        kind: 'undeliverable',
        unitId,
        body: { reason: 'blocked', ambiguous: false, personId: account.personId, channel: 'telegram' },
        planAt,
      });
  });
}

/** They let it in again. */
export async function noteUnblocked({ prisma }: MembershipDeps, chat: string): Promise<void> {
  await prisma.account.updateMany({
    where: { ...ACCOUNT, externalId: chat },
    data: { failedAt: null, failReason: null },
  });
}
