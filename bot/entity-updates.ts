import { randomUUID } from 'node:crypto';
import {
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type Client,
  type WorkflowHandle,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { RefusedError, REFUSALS, type RefusalCode } from '../domain/refusals.ts';
import type { PrismaClient } from '../prisma/client.ts';
import { grpcCodeOf } from './grpc-error.ts';
import { repliesTogether } from './replies-together.ts';
import {
  recordReplies,
  recordReply,
  type RecordReply,
  type ReplyAnswer,
  type ReplyRecorded,
} from '../workflows/messages.ts';

/** Temporal can't take it now. The row stays open and comes again; nothing is lost. */
export class UnavailableError extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'UnavailableError';
  }
}

/** There is no open workflow that could put its refusal on record: whoever asked does. */
export class UnrecordedRefusal extends RefusedError {}

/** Throws RefusedError where the workflow refuses, UnavailableError where it couldn't be asked. */
export interface EntityUpdates {
  recordReply(entityId: string, message: RecordReply): Promise<ReplyRecorded>;
}

const RPC_TIMEOUT_MS = 10_000;
/** Waits after RESOURCE_EXHAUSTED: a workflow takes 10 Updates at a time. */
const BUSY_WAITS_MS = [50, 100, 200, 400, 800, 1_600];
const RESOURCE_EXHAUSTED = 8;

/**
 * An answer as an Update; its id is the item's, so that the same item again gets the first one's outcome. Those about
 * one entity that come together are one Update, in which the workflow knows each by its item's id.
 */
export function createEntityUpdates(client: () => Promise<Client>, prisma: PrismaClient, sleep = wait): EntityUpdates {
  const send = repliesTogether(async (entityId, messages): Promise<ReplyAnswer[]> => {
    const updateId = `${messages[0]?.itemId}/and-others/${randomUUID()}`;
    for (const [attempt, waitMs] of [...BUSY_WAITS_MS, null].entries()) {
      try {
        const connected = await client();
        const handle = connected.workflow.getHandle(entityId);
        return await connected.withDeadline(Date.now() + RPC_TIMEOUT_MS, () => update(handle, messages, updateId));
      } catch (error) {
        if (isBusy(error) && waitMs !== null) {
          await sleep(waitMs);
          continue;
        }
        const failure = await classified(error, entityId, prisma, attempt);
        if (failure instanceof RefusedError && !(failure instanceof UnrecordedRefusal))
          return [{ refused: failure.refusal }];
        throw failure;
      }
    }
    throw new UnavailableError(`${entityId} stayed busy`);
  });
  return {
    async recordReply(entityId, message) {
      const answer = await send(entityId, message);
      if ('refused' in answer) throw new RefusedError(answer.refused.code, answer.refused.details);
      return answer;
    },
  };
}

async function update(handle: WorkflowHandle, messages: RecordReply[], updateId: string): Promise<ReplyAnswer[]> {
  const [only, ...others] = messages;
  return only && others.length === 0
    ? [await handle.executeUpdate(recordReply, { updateId: only.itemId, args: [only] })]
    : handle.executeUpdate(recordReplies, { updateId, args: [messages] });
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const isBusy = (error: unknown): boolean => grpcCodeOf(error) === RESOURCE_EXHAUSTED;

async function classified(error: unknown, entityId: string, prisma: PrismaClient, attempt: number): Promise<Error> {
  if (error instanceof WorkflowUpdateFailedError) {
    const refused = asRefusal(error.cause);
    if (refused) return refused;
    return new UnavailableError(`the Update of ${entityId} failed`, { cause: error });
  }
  if (error instanceof WorkflowNotFoundError) return missing(entityId, prisma, error);
  if (
    error instanceof WorkflowUpdateRPCTimeoutOrCancelledError ||
    grpcCodeOf(error) !== null ||
    isConnectionError(error)
  ) {
    return new UnavailableError(`${entityId} was not reached (attempt ${attempt + 1})`, { cause: error });
  }
  return error instanceof Error ? error : new Error(String(error));
}

/** A refusal by its code. An older generation's word doesn't count: the newer run is asked again. */
function asRefusal(cause: unknown): Error | null {
  if (!(cause instanceof ApplicationFailure) || !cause.type) return null;
  if (cause.type === 'STALE_GENERATION' || !(cause.type in REFUSALS)) return null;
  return new RefusedError(cause.type as RefusalCode, (cause.details?.[0] ?? {}) as Record<string, string | number>);
}

/** Closed for good, or lost by Temporal and waiting for `duban repair`: the checkpoint knows. */
async function missing(entityId: string, prisma: PrismaClient, error: Error): Promise<Error> {
  const checkpoint = await prisma.checkpoint.findUnique({ where: { entityId }, select: { status: true } });
  if (!checkpoint) return new UnrecordedRefusal('TASK_UNKNOWN', { task: entityId });
  if (checkpoint.status === 'closed') return new UnrecordedRefusal('TASK_CLOSED', { status: '办结' });
  if (checkpoint.status === 'cancelled') return new UnrecordedRefusal('TASK_CLOSED', { status: '取消' });
  return new UnavailableError(`${entityId} has no workflow; it awaits repair`, { cause: error });
}

const isConnectionError = (error: unknown): boolean =>
  error instanceof Error &&
  (/ECONNREFUSED|ECONNRESET|UNAVAILABLE|Failed to connect|transport error/i.test(error.message) || 'errno' in error);
