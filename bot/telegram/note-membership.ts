import type { Address } from '../../domain/chat/port.ts';
import { clearAddressFailure, markAddressFailed } from '../../prisma/channel-failures.ts';
import type { PrismaClient } from '../../prisma/client.ts';
import type { PlanClock } from '../../prisma/clock.ts';
import { putOfficeItem } from '../../prisma/office-items.ts';

export interface MembershipDeps {
  prisma: PrismaClient;
  clock: PlanClock;
}

const addressOf = (chat: string): Address => ({ channel: 'telegram', team: '', externalId: chat });
const BLOCKED = 'blocked by its person';

/** A person stopped the bot: their address fails from now on, and each office they belong to hears of it once. */
export async function noteBlocked({ prisma, clock }: MembershipDeps, chat: string): Promise<void> {
  const account = await prisma.account.findFirst({ where: { ...addressOf(chat), revokedAt: null, failedAt: null } });
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
    await markAddressFailed(tx, addressOf(chat), BLOCKED);
    for (const { unitId, planId, planAt } of dated)
      await putOfficeItem(tx, {
        planId,
        key: `undeliverable/${unitId}`,
        kind: 'undeliverable',
        unitId,
        body: { reason: 'refused', detail: BLOCKED, channel: 'telegram', personId: account.personId },
        planAt,
      });
  });
}

/** They let it in again. */
export const noteUnblocked = ({ prisma }: MembershipDeps, chat: string): Promise<void> =>
  clearAddressFailure(prisma, addressOf(chat));
