import type { PrismaClient } from '../../prisma/client.ts';
import type { EntityStarter } from '../../temporal/entity-starter.ts';

const DEMO = 'demo';

/** Ends the demo's workflows and takes all its rows away; real plans and their chains are not touched. */
export async function removeDemoRows({
  prisma,
  entities,
}: {
  prisma: PrismaClient;
  entities: EntityStarter;
}): Promise<void> {
  const plan = await prisma.plan.findUnique({ where: { id: DEMO } });
  if (!plan) return;
  const { clockId } = plan;
  for (const { entityId } of await prisma.checkpoint.findMany({
    where: { planId: DEMO },
    select: { entityId: true },
  })) {
    await entities.terminate(entityId, '演示方案移除');
  }
  await entities.terminateSender(clockId, '演示方案移除');
  await prisma.$transaction(async (tx) => {
    // The trigger on Event lets a demo's own chains go, in this transaction alone.
    await tx.$executeRaw`SELECT set_config('duban.remove_demo', ${DEMO}, true)`;
    await tx.event.deleteMany({ where: { planId: DEMO } });
    await tx.proposal.deleteMany({ where: { planId: DEMO } });
    await tx.inbox.deleteMany({ where: { clockId } });
    await tx.scriptedAnswer.deleteMany({ where: { clockId } });
    await tx.prompt.deleteMany({ where: { planId: DEMO } });
    await tx.delivery.deleteMany({ where: { planId: DEMO } });
    await tx.brief.deleteMany({ where: { planId: DEMO } });
    await tx.officeItem.deleteMany({ where: { planId: DEMO } });
    await tx.leave.deleteMany({ where: { planId: DEMO } });
    await tx.handover.deleteMany({ where: { planId: DEMO } });
    await tx.checkpoint.deleteMany({ where: { planId: DEMO } });
    await tx.grant.deleteMany({ where: { planId: DEMO } });
    await tx.person.deleteMany({ where: { demo: true } });
    await tx.plan.delete({ where: { id: DEMO } });
    await tx.clock.delete({ where: { id: clockId } });
    await tx.setting.deleteMany({
      where: { OR: [{ key: { startsWith: 'script/demo-' } }, { key: { in: ['demo.catch-up', 'demo.removed'] } }] },
    });
  });
}
