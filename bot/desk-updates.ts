import { WorkflowNotFoundError, WorkflowUpdateFailedError, type Client } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { RefusedError, REFUSALS, type RefusalCode } from '../domain/refusals.ts';
import type { PrismaClient } from '../prisma/client.ts';
import { planWorkflowId } from '../workflows/ids.ts';
import { advance, amendPlan, decide, undoAdvance } from '../workflows/messages.ts';
import type { DeskUpdates } from './desk/deps.ts';
import { grpcCodeOf } from './grpc-error.ts';

/** A person waits at the screen: longer than this is "later". */
const ANSWER_WITHIN_MS = 10_000;

/** Acts of the office as Updates; an act's id is its Update's id, so that the same act again gets the first one's outcome. */
export function createDeskUpdates(client: () => Promise<Client>, prisma: PrismaClient): DeskUpdates {
  async function ask<T>(entityId: string, work: (connected: Client) => Promise<T>): Promise<T> {
    try {
      const connected = await client();
      return await connected.withDeadline(Date.now() + ANSWER_WITHIN_MS, () => work(connected));
    } catch (error) {
      throw await asRefusal(prisma, entityId, error);
    }
  }
  const handle = (connected: Client, entityId: string) => connected.workflow.getHandle(entityId);
  return {
    decide: (entityId, act) =>
      ask(entityId, (connected) =>
        handle(connected, entityId).executeUpdate(decide, { updateId: act.actId, args: [act] }),
      ),
    advance(planId, act) {
      const entityId = planWorkflowId(planId);
      return ask(entityId, (connected) =>
        handle(connected, entityId).executeUpdate(advance, { updateId: act.actId, args: [act] }),
      );
    },
    undo(planId, act) {
      const entityId = planWorkflowId(planId);
      return ask(entityId, (connected) =>
        handle(connected, entityId).executeUpdate(undoAdvance, { updateId: act.actId, args: [act] }),
      );
    },
    amend(planId, act) {
      const entityId = planWorkflowId(planId);
      return ask(entityId, (connected) =>
        handle(connected, entityId).executeUpdate(amendPlan, { updateId: act.actId, args: [act] }),
      );
    },
  };
}

/** The workflow's own refusal by its code; everything that kept it from being asked is TEMPORAL_UNAVAILABLE. */
async function asRefusal(prisma: PrismaClient, entityId: string, error: unknown): Promise<unknown> {
  if (error instanceof WorkflowUpdateFailedError) {
    const { cause } = error;
    if (
      cause instanceof ApplicationFailure &&
      cause.type &&
      cause.type in REFUSALS &&
      cause.type !== 'STALE_GENERATION'
    ) {
      return new RefusedError(cause.type as RefusalCode, (cause.details?.[0] ?? {}) as Record<string, string | number>);
    }
    return new RefusedError('TEMPORAL_UNAVAILABLE');
  }
  if (error instanceof WorkflowNotFoundError) return closedOrLost(prisma, entityId);
  const unreachable =
    grpcCodeOf(error) !== null ||
    (error instanceof Error &&
      /RPCTimeout|TransportError|Failed to connect|deadline/i.test(`${error.name} ${error.message}`));
  return unreachable ? new RefusedError('TEMPORAL_UNAVAILABLE') : error;
}

/** Over for good, or lost by Temporal and waiting for `duban repair`: the checkpoint knows. */
async function closedOrLost(prisma: PrismaClient, entityId: string): Promise<RefusedError> {
  const checkpoint = await prisma.checkpoint.findUnique({ where: { entityId }, select: { status: true } });
  if (checkpoint?.status === 'closed') return new RefusedError('TASK_CLOSED', { status: '办结' });
  if (checkpoint?.status === 'cancelled') return new RefusedError('TASK_CLOSED', { status: '取消' });
  return new RefusedError(checkpoint ? 'TEMPORAL_UNAVAILABLE' : 'TASK_UNKNOWN', { task: entityId });
}
