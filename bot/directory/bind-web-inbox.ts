import type { PrismaClient } from '../../prisma/client.ts';
import { appendDeskEventIn } from '../../prisma/events.ts';
import { bindAccount } from './bind-account.ts';

/** A contact who proves who they are in the browser, and whom nothing reaches yet, is reached there from now on. */
export async function bindWebInbox(prisma: PrismaClient, personId: string): Promise<void> {
  const person = await prisma.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      name: true,
      accounts: { where: { revokedAt: null }, take: 1 },
      memberships: { where: { active: true }, take: 1, select: { unitId: true, unit: { select: { planId: true } } } },
    },
  });
  const [membership] = person.memberships;
  if (!membership || person.accounts.length > 0) return;
  await prisma.$transaction(async (tx) => {
    await bindAccount(tx, { channel: 'web', team: '', externalId: personId }, personId);
    await appendDeskEventIn(tx, {
      planId: membership.unit.planId,
      kind: 'contactBound',
      actor: { id: personId, name: person.name },
      via: 'web',
      body: { personId, unitId: membership.unitId, channel: 'web' },
    });
  });
}
