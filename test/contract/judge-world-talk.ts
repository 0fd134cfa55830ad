import type { ActivityDeps } from '../../activities/deps.ts';
import { project } from '../../activities/project.ts';
import type { Projection } from '../../activities/types.ts';
import { applyReply } from '../../domain/supervision/apply-reply.ts';
import type { EntityState, SupervisedState } from '../../domain/supervision/types.ts';
import type { PrismaClient } from '../../prisma/client.ts';
import { CLOCK, PLAN, STARTS_AT } from '../chaos/plan-facts.ts';

export const TASK = 'task/one';
export const MESSAGE = 'message-1';
export const REPLY = 'web/person/reply-1';
export const NOW = STARTS_AT.toISOString();

export type Flush = (state: EntityState) => Promise<Projection>;

/** One message for all that was asked. */
export async function deliver(prisma: PrismaClient): Promise<void> {
  await prisma.delivery.create({
    data: {
      id: MESSAGE,
      planId: PLAN,
      clockId: CLOCK,
      personId: 'p',
      channel: 'slack',
      klass: 'digest',
      status: 'sent',
      message: {},
      planAt: STARTS_AT,
    },
  });
  await prisma.prompt.updateMany({
    where: { status: 'queued' },
    data: { status: 'sent', deliveryId: MESSAGE, settledAt: STARTS_AT },
  });
}

/** One report without a figure, from the inbox into the state. */
export async function answer(deps: ActivityDeps, flush: Flush, state: SupervisedState): Promise<void> {
  const itemId = 'reply-1-item';
  const reading = {
    kind: 'report' as const,
    words: '正在办理',
    progress: null,
    expectedOn: null,
    blocker: null,
    done: false,
  };
  await deps.prisma.inbox.create({
    data: {
      id: 'reply-1',
      dedupeKey: REPLY,
      clockId: CLOCK,
      channel: 'web',
      externalId: 'p',
      kind: 'form',
      payload: {},
      receivedAt: STARTS_AT,
      planAt: STARTS_AT,
      status: 'done',
      outcome: 'recorded',
      items: { create: { id: itemId, entityId: TASK, partId: 'p1', reading, outcome: 'recorded' } },
    },
  });
  const applied = applyReply(
    state,
    { itemId, partId: 'p1', receivedAt: NOW, reading, actor: { id: 'p', name: '某' }, via: 'web' },
    NOW,
  );
  if ('refused' in applied) throw new Error(applied.refused.message);
  await project(deps, await flush(applied.state));
}
