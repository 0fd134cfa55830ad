import { randomUUID } from 'node:crypto';
import { CLOCK } from '../../test/chaos/plan-facts.ts';
import { recordReply, type RecordReply } from '../../workflows/messages.ts';
import { atOnce } from './at-once.ts';
import type { BenchWorld } from './start-world.ts';

/** One part and who answers for it. */
export interface OwnPart {
  entityId: string;
  partId: string;
  personId: string;
}

export async function ownParts({ prisma }: BenchWorld): Promise<OwnPart[]> {
  const memberships = await prisma.membership.findMany({ select: { personId: true, unitId: true, taskIds: true } });
  const checkpoints = await prisma.checkpoint.findMany({ where: { kind: 'task' }, orderBy: { entityId: 'asc' } });
  return checkpoints.flatMap(({ entityId, state }) =>
    (state as unknown as { parts: { id: string; unitId: string }[] }).parts.flatMap(({ id, unitId }) => {
      const taskId = entityId.slice('task/'.length);
      const owner = memberships.find((one) => one.unitId === unitId && one.taskIds.includes(taskId));
      return owner ? [{ entityId, partId: id, personId: owner.personId }] : [];
    }),
  );
}

/** A report of every part, so many at once. */
export async function reportOnce(world: BenchWorld, parts: OwnPart[], width: number): Promise<void> {
  await atOnce(parts.length, width, (index) =>
    bareUpdate(world, parts[index] as OwnPart, {
      kind: 'report',
      words: '已完成40%',
      progress: 40,
      expectedOn: null,
      blocker: null,
      done: false,
    }),
  );
}

/** An answer straight to its workflow; resolves once it is projected. */
export async function bareUpdate(
  { client, clock }: BenchWorld,
  { entityId, partId, personId }: OwnPart,
  reading: RecordReply['reading'],
): Promise<void> {
  const { workflow } = await client();
  const [now, offsetMs] = [await clock.now(CLOCK), await clock.offsetMs(CLOCK)];
  const itemId = `bare-${randomUUID()}`;
  const actor = { id: personId, name: personId };
  await workflow.getHandle(entityId).executeUpdate(recordReply, {
    updateId: itemId,
    args: [{ offsetMs, actor, via: 'slack', itemId, partId, receivedAt: now.toISOString(), reading }],
  });
}
